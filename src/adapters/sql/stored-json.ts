import { customType } from 'drizzle-orm/mysql-core';
import { z } from 'zod';
import { toInstant, type Instant } from '../../domain/shared/instant';

/**
 * Columns are what statements look for; the record itself is JSON, parsed on reading. Instants are ISO text, whose
 * order is the order of time in every database.
 */

/**
 * A column of JSON as text, written here and parsed where it is read. Source: Forge SQL data types, "JSON type": a JSON
 * column may not be supported in future.
 */
export const jsonText = customType<{ data: unknown; driverData: string }>({
  dataType: () => 'mediumtext',
  toDriver: value => JSON.stringify(value),
});

/** Reads back what was stored as JSON text. */
export function stored<T>(schema: z.ZodType<T>): z.ZodType<T> {
  return z.preprocess((value): unknown => (typeof value === 'string' ? JSON.parse(value) : value), schema);
}

export const instant = z.string().transform((text): Instant => toInstant(text));

/** What a JSON column holds, whatever it is. */
export const anyRecord = stored(z.unknown());
