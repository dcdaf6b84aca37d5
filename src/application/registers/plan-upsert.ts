import type { FileError } from '../../contract/reply';
import type { EvidenceEntry } from '../../domain/evidence/evidence-entry';
import { inForceAt } from '../../domain/responsibility/matrix-version';
import type { AccountId, PseudonymOf } from '../../domain/shared/account';
import { contentHash } from '../../domain/shared/content-hash';
import type { Instant } from '../../domain/shared/instant';
import { allow, refuse, type Result } from '../../domain/shared/result';
import { comparableId } from '../../domain/shared/text';
import type { Clock } from '../../ports/clock';
import type { MatrixVersions, NamedInMatrix } from '../../ports/matrix-versions';
import { nameClashes } from './name-clashes';
import { readRegisterFile } from './register-file';
import { readLines, unneutralised } from './register-lines';

/** When an import was made, and by whom. */
export interface MadeBy {
  at: Instant;
  actor: AccountId;
}

/** What one import would write: as data, so that a dry run is the same import without the writes. */
export interface ImportPlan {
  lines: number;
  added: number;
  changed: number;
  /** Each of the changes, before and after, as it goes on record before it is written; none where its writing records it. */
  entries: readonly ((by: MadeBy, as: PseudonymOf) => EvidenceEntry)[];
  /** Writes it all; absent when there is nothing to write. */
  write?: () => Promise<void>;
}

/** A register whose entries are added and changed by key. */
export interface KeyedRegister<Entry> {
  list: readonly Entry[];
  /** As the versions of the matrix name them that decide now or will. */
  approved: readonly Entry[];
  put: (entries: readonly Entry[]) => Promise<void>;
  columns: readonly string[];
  line: Parameters<typeof readLines<Entry>>[1];
  changed: (change: { before: Entry | null; after: Entry }, by: MadeBy, as: PseudonymOf) => EvidenceEntry;
}

/** Adds and changes entries by key, and never deletes one. Refuses a file with what it says of every bad line. */
export function planUpsert<Entry extends { key: string; name: string }>(
  csv: string,
  { list, approved, put, columns, line, changed: changedEntry }: KeyedRegister<Entry>,
): Result<ImportPlan, FileError[]> {
  const file = readRegisterFile(csv, columns);
  if (!file.ok) return file;
  const key = { of: (value: Entry) => comparableId(value.key), column: 'key' };
  const { read, errors } = readLines(file.value.map(unneutralised), line, key);
  if (errors.length > 0) return refuse(errors);
  const clashes = nameClashes(read, list, approved);
  if (clashes.length > 0) return refuse(clashes);
  const known = new Map(list.map(entry => [entry.key, entry]));
  const changes = read.flatMap(({ value: after }) => {
    const before = known.get(after.key) ?? null;
    return before && contentHash(before) === contentHash(after) ? [] : [{ before, after }];
  });
  const added = changes.filter(({ before }) => before === null).length;
  const entries = changes.map(change => (by: MadeBy, as: PseudonymOf) => changedEntry(change, by, as));
  const counted = { lines: read.length, added, changed: changes.length - added, entries };
  if (changes.length === 0) return allow(counted);
  return allow({ ...counted, write: () => put(changes.map(({ after }) => after)) });
}

/** What the version in force names, and those that are still to come. */
export async function namedFromNowOn({
  matrixVersions,
  clock,
}: {
  matrixVersions: Pick<MatrixVersions, 'list' | 'named'>;
  clock: Clock;
}): Promise<NamedInMatrix> {
  const versions = await matrixVersions.list();
  const first = inForceAt(versions, clock.now())?.number ?? 0;
  const [roles, services]: [NamedInMatrix['roles'][number][], NamedInMatrix['services'][number][]] = [[], []];
  for (const { number } of versions.filter(version => version.number >= first)) {
    const named = await matrixVersions.named(number);
    roles.push(...(named?.roles ?? []));
    services.push(...(named?.services ?? []));
  }
  return { roles, services };
}
