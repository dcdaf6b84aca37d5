import { inArray, sql } from 'drizzle-orm';
import { ticketSubject, type EvidenceKind } from '../../../domain/evidence/evidence-entry';
import type { DecisionRecords } from '../../../ports/decisions';
import type { Cells, QuestionPart } from '../decisions/decision-part';
import { instant } from '../stored-json';
import { gateDecisionRecord, routingRecord } from './history-records';
import { evidenceEntries } from './ledger-table';

/** Of these a decision needs the facts; of everything else on record about a ticket, that it is there. */
const KINDS_READ = ['gate-decided', 'routed', 'routing-refused'] as const satisfies EvidenceKind[];

const { id, at, kind, subject, facts } = evidenceEntries;
const factsRead = sql<string | null>`case when ${inArray(kind, [...KINDS_READ])} then ${facts} end`;
const ENTRY = {
  name: 'entry',
  table: evidenceEntries,
  columns: { id, at, kind, subject, facts: factsRead },
};

type Entry = Cells<keyof typeof ENTRY.columns>;

type TicketHistory = Pick<DecisionRecords, 'decisions' | 'routings' | 'marks'>;

/** What is on record about the tickets. */
export const ticketHistoryPart: QuestionPart<TicketHistory, 'subject'> = {
  asks: { subject: ({ ticketId }) => ticketSubject(ticketId) },
  selects: asked => [{ source: ENTRY, where: inArray(subject, asked.each('subject')) }],
  read: found => {
    const entries = Map.groupBy(found.rowsOf(ENTRY), entry => entry.subject);
    return ({ ticketId }) => historyOf(entries.get(ticketSubject(ticketId)) ?? []);
  },
};

function historyOf(unsorted: readonly Entry[]): TicketHistory {
  const entries = unsorted.toSorted((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1));
  const entriesOf = (...kinds: EvidenceKind[]) =>
    entries.filter(entry => kinds.some(known => known === entry.kind));
  return {
    decisions: entriesOf('gate-decided').map(entry => gateDecisionRecord.parse(entry.facts)),
    routings: inOrder(
      entriesOf('routed', 'routing-refused').map(entry => ({
        id: entry.id ?? '',
        at: instant.parse(entry.at),
        ...routingRecord.parse(entry.facts),
      })),
    ),
    marks: entries
      .filter(entry => entry.kind !== 'gate-decided')
      .map(entry => ({ id: entry.id ?? '', kind: entry.kind as EvidenceKind })),
  };
}

/** Each routing names the one before it: that order holds even when two have the same instant. */
function inOrder<T extends { id: string; previous: string | null }>(routings: readonly T[]): T[] {
  const after = new Map(routings.map(routing => [routing.previous, routing]));
  const ordered: T[] = [];
  for (let next = after.get(null); next && ordered.length < routings.length; next = after.get(next.id))
    ordered.push(next);
  return ordered;
}
