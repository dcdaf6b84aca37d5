import type { EvidenceEntry } from '../../../src/domain/evidence/evidence-entry';
import type { Ledger } from '../../../src/ports/ledger';
import type { Faults } from './faults';
import { asStored } from './stored-json';

export interface MemoryLedger extends Ledger {
  /** Oldest first, as storage gives them back. */
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
    list: ({ subject, kinds, cursor, limit }) =>
      faults.read('list evidence', () => {
        const found = entries(subject)
          .filter(entry => kinds === undefined || kinds.includes(entry.kind))
          .reverse();
        const start = Number(cursor ?? 0);
        const page = { entries: found.slice(start, start + limit) };
        return start + limit < found.length ? { ...page, cursor: String(start + limit) } : page;
      }),
  };
}
