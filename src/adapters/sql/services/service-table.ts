import { mysqlTable, varchar } from 'drizzle-orm/mysql-core';
import { z } from 'zod';
import type { CloudService } from '../../../domain/responsibility/cloud-service';
import type { Migrations } from '../migration';
import { jsonText, stored } from '../stored-json';

export const cloudServices = mysqlTable('cloud_service', {
  key: varchar('service_key', { length: 64 }).primaryKey(),
  /** The name as references are compared; the record has it as it was typed. */
  name: varchar('compared_name', { length: 255 }).notNull(),
  record: jsonText('record').notNull(),
});

export const SERVICE_MIGRATIONS: Migrations = [
  [
    'v001_cloud_service',
    'CREATE TABLE IF NOT EXISTS `cloud_service` (`service_key` varchar(64) NOT NULL, `compared_name` varchar(255) NOT NULL, `record` mediumtext NOT NULL, PRIMARY KEY (`service_key`))',
  ],
];

export const cloudServiceRecord: z.ZodType<CloudService> = stored(
  z.object({
    key: z.string(),
    name: z.string(),
    provider: z.string(),
    model: z.enum(['IaaS', 'PaaS', 'SaaS']),
    viewpoint: z.enum(['customer', 'provider']),
    material: z.boolean(),
    contract: z.string(),
  }),
);
