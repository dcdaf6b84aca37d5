import { eq, sql } from 'drizzle-orm';
import { contentHash, sortedBy } from '../../../domain/shared/content-hash';
import { comparableId } from '../../../domain/shared/text';
import type { NamedInMatrix } from '../../../ports/matrix-versions';
import { inBatches } from '../batches';
import type { Database } from '../database';
import { roleRecord } from '../roles/role-tables';
import { cloudServiceRecord } from '../services/service-table';
import { matrixNamed, matrixVersions } from './matrix-tables';

/** Writes what a version names, and may be repeated. @returns which set it is */
export async function writeNamed(database: Database, { roles, services }: NamedInMatrix): Promise<string> {
  const named = [
    ...sortedBy(roles, ({ key }) => key).map(role => ({ kind: 'role', ...shown(role), record: role })),
    ...sortedBy(services, ({ key }) => key).map(one => ({ kind: 'service', ...shown(one), record: one })),
  ];
  const set = contentHash(named.map(({ kind, record }) => ({ kind, record })));
  const columns = sql.join(
    [matrixNamed.namedSet, matrixNamed.kind, matrixNamed.key, matrixNamed.name, matrixNamed.record].map(
      ({ name }) => sql.identifier(name),
    ),
    sql`, `,
  );
  await inBatches(named, async batch => {
    const rows = batch.map(
      ({ kind, key, name, record }) => sql`(${set}, ${kind}, ${key}, ${name}, ${JSON.stringify(record)})`,
    );
    await database.execute(sql`replace into ${matrixNamed} (${columns}) values ${sql.join(rows, sql`, `)}`);
  });
  return set;
}

/** What statements look for. */
function shown({ key, name }: { key: string; name: string }) {
  return { key, name: comparableId(name) };
}

/** What a version names; undefined when there is no such version. */
export async function readNamed(database: Database, number: number): Promise<NamedInMatrix | undefined> {
  const found = await database
    .select({ kind: matrixNamed.kind, record: matrixNamed.record })
    .from(matrixVersions)
    .leftJoin(matrixNamed, eq(matrixNamed.namedSet, matrixVersions.namedSet))
    .where(eq(matrixVersions.number, number));
  return found.length === 0 ? undefined : namedOf(found);
}

/** By their keys. */
export function namedOf(found: readonly { kind: string | null; record: unknown }[]): NamedInMatrix {
  const of = (kind: string) => found.filter(row => row.kind === kind).map(({ record }) => record);
  return {
    roles: sortedBy(
      of('role').map(record => roleRecord.parse(record)),
      ({ key }) => key,
    ),
    services: sortedBy(
      of('service').map(record => cloudServiceRecord.parse(record)),
      ({ key }) => key,
    ),
  };
}
