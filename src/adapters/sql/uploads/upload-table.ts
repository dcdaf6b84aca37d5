import { int, mysqlTable, primaryKey, varchar } from 'drizzle-orm/mysql-core';
import { z } from 'zod';
import type { Migrations } from '../migration';
import { jsonText, stored } from '../stored-json';

export const uploadChunks = mysqlTable(
  'upload_chunk',
  {
    uploader: varchar('uploader', { length: 128 }).notNull(),
    upload: varchar('upload', { length: 36 }).notNull(),
    number: int('number').notNull(),
    at: varchar('at', { length: 24 }).notNull(),
    record: jsonText('record').notNull(),
  },
  table => [primaryKey({ columns: [table.uploader, table.upload, table.number] })],
);

export const UPLOAD_MIGRATIONS: Migrations = [
  [
    'v002_upload_chunk',
    'CREATE TABLE IF NOT EXISTS `upload_chunk` (`uploader` varchar(128) NOT NULL, `upload` varchar(36) NOT NULL, `number` int NOT NULL, `at` varchar(24) NOT NULL, `record` mediumtext NOT NULL, PRIMARY KEY (`uploader`, `upload`, `number`))',
  ],
];

export const uploadChunkRecord = stored(z.object({ text: z.string() }));
