import { asc, sql } from 'drizzle-orm';
import { comparableId } from '../../../domain/shared/text';
import type { Services } from '../../../ports/services';
import { inBatches } from '../batches';
import type { Database } from '../database';
import { cloudServiceRecord, cloudServices } from './service-table';

/** The register of cloud services in Forge SQL. */
export function sqlServices(database: Database): Services {
  return {
    list: async () => {
      const rows = await database
        .select({ record: cloudServices.record })
        .from(cloudServices)
        .orderBy(asc(cloudServices.key));
      return rows.map(row => cloudServiceRecord.parse(row.record));
    },
    put: all =>
      inBatches(all, async batch => {
        const rows = batch.map(
          service => sql`(${service.key}, ${comparableId(service.name)}, ${JSON.stringify(service)})`,
        );
        await database.execute(
          sql`replace into ${cloudServices} (${sql.identifier('service_key')}, ${sql.identifier(cloudServices.name.name)}, ${sql.identifier('record')}) values ${sql.join(rows, sql`, `)}`,
        );
      }),
  };
}
