/** A bundle that imports what the app imports, and does nothing with it. */
import * as api from '@forge/api';
import * as events from '@forge/events';
import * as kvs from '@forge/kvs';
import * as resolver from '@forge/resolver';
import * as sql from '@forge/sql';
import * as canonicalize from 'canonicalize';
import * as csvParse from 'csv-parse/sync';
import * as csvStringify from 'csv-stringify/sync';
import * as drizzle from 'drizzle-orm';
import * as mysqlCore from 'drizzle-orm/mysql-core';
import * as mysqlProxy from 'drizzle-orm/mysql-proxy';
import * as zod from 'zod';

/** Exported, or the bundler would leave out what no one uses. */
export const packages = {
  api,
  events,
  kvs,
  resolver,
  sql,
  canonicalize,
  csvParse,
  csvStringify,
  drizzle,
  mysqlCore,
  mysqlProxy,
  zod,
};
