import { and, inArray } from 'drizzle-orm';
import { ticketSubject, type EvidenceKind } from '../../../domain/evidence/evidence-entry';
import type { DecisionRecords } from '../../../ports/decisions';
import type { Cells, QuestionPart } from '../decisions/decision-part';
import { instant } from '../stored-json';
import { gateDecisionRecord, observedRecord, routingRecord } from './history-records';
import { evidenceEntries } from './ledger-table';

/** What a decision depends on of all that is on record about its ticket. */
const TICKET_KINDS = [
  'gate-decided',
  'routed',
  'routing-refused',
  'transition-observed',
  'revocation-due',
  'gate-bypassed',
  'bypass-mended',
] as const satisfies EvidenceKind[];

const { id, at, kind, subject, facts } = evidenceEntries;
const ENTRY = { name: 'entry', table: evidenceEntries, columns: { id, at, kind, subject, facts } };

type Entry = Cells<keyof typeof ENTRY.columns>;

type TicketHistory = Pick<
  DecisionRecords,
  'decisions' | 'routings' | 'observedChanges' | 'revocationsDue' | 'bypasses' | 'bypassesMended'
>;

/** What is on record about the tickets. */
export const ticketHistoryPart: QuestionPart<TicketHistory, 'subject'> = {
  asks: { subject: ({ ticketId }) => ticketSubject(ticketId) },
  selects: asked => [
    {
      source: ENTRY,
      where: and(inArray(subject, asked.each('subject')), inArray(kind, [...TICKET_KINDS])),
    },
  ],
  read: found => {
    const entries = Map.groupBy(found.rowsOf(ENTRY), entry => entry.subject);
    return ({ ticketId }) => historyOf(entries.get(ticketSubject(ticketId)) ?? []);
  },
};

function historyOf(unsorted: readonly Entry[]): TicketHistory {
  const entries = unsorted.toSorted((a, b) => ((a.at ?? '') < (b.at ?? '') ? -1 : 1));
  const entriesOf = (...kinds: EvidenceKind[]) =>
    entries.filter(entry => kinds.some(known => known === entry.kind));
  const idsOf = (of: EvidenceKind) => entriesOf(of).map(entry => entry.id ?? '');
  return {
    decisions: entriesOf('gate-decided').map(entry => gateDecisionRecord.parse(entry.facts)),
    routings: inOrder(
      entriesOf('routed', 'routing-refused').map(entry => ({
        id: entry.id ?? '',
        at: instant.parse(entry.at),
        ...routingRecord.parse(entry.facts),
      })),
    ),
    observedChanges: entriesOf('transition-observed').map(entry => observedRecord.parse(entry.facts).change),
    revocationsDue: idsOf('revocation-due'),
    bypasses: idsOf('gate-bypassed'),
    bypassesMended: idsOf('bypass-mended'),
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
