import type { EvidenceEntry } from '../../../src/domain/evidence/evidence-entry';
import type { Ledger } from '../../../src/ports/ledger';
import type { Faults } from './faults';
import { inOrderOf } from './in-order';
import { asStored } from './stored-json';

export interface MemoryLedger extends Ledger {
  /** In the order in which they were written. */
  entries(subject?: string): EvidenceEntry[];
  has(id: string): boolean;
}

/** A ledger that keeps facts as a JSON column does, and each id once. */
export function memoryLedger(faults: Faults): MemoryLedger {
  const stored: EvidenceEntry[] = [];
  const ids = new Set<string>();
  const has = (id: string) => ids.has(id);
  const add = (entry: EvidenceEntry) => {
    ids.add(entry.id);
    stored.push({ ...entry, facts: asStored(entry.facts) });
  };
  const entries = (subject?: string) =>
    stored.filter(entry => subject === undefined || entry.subject === subject);
  return {
    entries,
    has,
    append: entry =>
      faults.write(`append ${entry.kind}`, () => {
        if (has(entry.id)) return 'repeated';
        add(entry);
        return 'appended';
      }),
    appendAll: all =>
      faults.write('append all', () => {
        for (const entry of all) if (!has(entry.id)) add(entry);
      }),
    recorded: all => faults.read('recorded', () => new Set(all.filter(has))),
    list: ({ subject, kinds, cursor, limit }) =>
      faults.read('list evidence', () => {
        const asked = entries(subject).filter(entry => kinds === undefined || kinds.includes(entry.kind));
        const newestFirst = inOrderOf(asked, ({ at, id }) => [at, id]).reverse();
        // A cursor is the place of the last entry shown.
        const shown =
          cursor === undefined ? 0 : 1 + newestFirst.findIndex(entry => placeOf(entry) === cursor);
        if (cursor !== undefined && shown === 0) throw new RangeError(`No page ended at ${cursor}.`);
        const page = newestFirst.slice(shown, shown + limit);
        const last = page.at(-1);
        const isLast = shown + limit >= newestFirst.length;
        return last && !isLast ? { entries: page, cursor: placeOf(last) } : { entries: page };
      }),
  };
}

function placeOf({ at, id }: EvidenceEntry): string {
  return `${at} ${id}`;
}
