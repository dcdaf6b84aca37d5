import { and, inArray } from 'drizzle-orm';
import { revocationDue } from '../../../domain/access/revocation-evidence';
import { bypassResolved, gateBypassed } from '../../../domain/bypass/bypass-evidence';
import { decisionOf, gateDecided } from '../../../domain/decision/decision-evidence';
import type { EvidenceKind } from '../../../domain/evidence/define-evidence';
import { ticketSubject, type EvidenceEntry } from '../../../domain/evidence/evidence-entry';
import { routed, routingOf, routingRefused } from '../../../domain/routing/routing-evidence';
import { transitionObserved } from '../../../domain/ticket/transition-evidence';
import type { DecisionRecords } from '../../../ports/decisions';
import type { Cells, QuestionPart } from '../decisions/decision-part';
import { anyRecord, instant } from '../stored-json';
import { evidenceEntries } from './ledger-table';

/** What a decision depends on of all that is on record about its ticket. */
const TICKET_KINDS = [
  gateDecided,
  routed,
  routingRefused,
  transitionObserved,
  revocationDue,
  gateBypassed,
  bypassResolved,
].map(known => known.kind);

const { id, at, kind, version, subject, facts } = evidenceEntries;
const ENTRY = { name: 'entry', table: evidenceEntries, columns: { id, at, kind, version, subject, facts } };

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
      where: and(inArray(subject, asked.each('subject')), inArray(kind, TICKET_KINDS)),
    },
  ],
  read: found => {
    const entries = Map.groupBy(found.rowsOf(ENTRY), entry => entry.subject);
    return ({ ticketId }) => historyOf(entries.get(ticketSubject(ticketId)) ?? []);
  },
};

function historyOf(unsorted: readonly Entry[]): TicketHistory {
  const entries = unsorted.map(entryOf).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const idsOf = (of: EvidenceKind) => entries.filter(entry => entry.kind === of.kind).map(entry => entry.id);
  return {
    decisions: entries.flatMap(entry => decisionOf(entry) ?? []),
    routings: inOrder(entries.flatMap(entry => routingOf(entry) ?? [])),
    observedChanges: entries.flatMap(entry => transitionObserved.read(entry)?.facts.change ?? []),
    revocationsDue: idsOf(revocationDue),
    bypasses: idsOf(gateBypassed),
    bypassesMended: idsOf(bypassResolved),
  };
}

function entryOf(cells: Entry): EvidenceEntry {
  return {
    id: cells.id ?? '',
    at: instant.parse(cells.at),
    kind: cells.kind ?? '',
    version: Number(cells.version),
    actor: null,
    subject: cells.subject ?? '',
    facts: anyRecord.parse(cells.facts),
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
