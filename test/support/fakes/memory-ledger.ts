import type { EvidenceEntry } from '../../../src/domain/evidence/evidence-entry';
import { gateDecided } from '../../../src/domain/decision/decision-evidence';
import type { Instant } from '../../../src/domain/shared/instant';
import { transitionObserved } from '../../../src/domain/ticket/transition-evidence';
import type { ApprovalOnRecord, Ledger } from '../../../src/ports/ledger';
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
    approvalsAmong: since =>
      faults.read('approvals', () =>
        approvalsIn(
          inOrderOf(stored, ({ at }) => [at]),
          since,
        ),
      ),
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

/** Found by going through everything on record, oldest first. */
function approvalsIn(entries: readonly EvidenceEntry[], since: Instant): ApprovalOnRecord[] {
  const decisions = new Map(entries.map(entry => [entry.id, gateDecided.read(entry)?.facts.snapshot]));
  const transitions = entries.flatMap(entry => {
    const read = transitionObserved.read(entry);
    return read ? [{ ...read, observed: entry }] : [];
  });
  const approvals = transitions.flatMap(({ observed, at, actor, subject, facts }) => {
    const held = decisions.get(facts.decision ?? '');
    if (at < since || actor === null || held?.holder !== actor) return [];
    const submitter = transitions.findLast(
      one => one.subject === subject && one.facts.transition === 'Submit' && one.at <= at,
    );
    const { beneficiary, accountOwner } = held.decidingFields;
    const gained = [beneficiary, accountOwner, submitter?.actor].filter(one => one != null);
    return [{ observed, actor, gained }];
  });
  const approvers = new Set(approvals.map(({ actor }) => actor));
  return approvals
    .filter(({ actor, gained }) => gained.some(one => one !== actor && approvers.has(one)))
    .map(({ observed, gained }) => ({ observed, gained }))
    .toReversed();
}

function placeOf({ at, id }: EvidenceEntry): string {
  return `${at} ${id}`;
}
