import { inArray, sql } from 'drizzle-orm';
import { decisionOf, gateDecided } from '../../../domain/decision/decision-evidence';
import { ticketSubject, type EvidenceEntry } from '../../../domain/evidence/evidence-entry';
import { routed, routingOf, routingRefused } from '../../../domain/routing/routing-evidence';
import { accountIn } from '../../../domain/evidence/person-on-record';
import type { AccountOf } from '../../../domain/shared/account';
import type { DecisionRecords } from '../../../ports/decisions';
import type { Cells, QuestionPart } from '../decisions/decision-part';
import { peopleFound } from '../people/people-part';
import { anyRecord, instant } from '../stored-json';
import { evidenceEntries } from './ledger-table';

/** Of these a decision needs the facts; of everything else on record about a ticket, that it is there. */
const KINDS_READ = [gateDecided.kind, routed.kind, routingRefused.kind];

const { id, at, kind, version, subject, facts } = evidenceEntries;
const factsRead = sql<string | null>`case when ${inArray(kind, KINDS_READ)} then ${facts} end`;
const ENTRY = {
  name: 'entry',
  table: evidenceEntries,
  columns: { id, at, kind, version, subject, facts: factsRead },
};

type Entry = Cells<keyof typeof ENTRY.columns>;

type TicketHistory = Pick<DecisionRecords, 'decisions' | 'routings' | 'marks'>;

/** What is on record about the tickets. */
export const ticketHistoryPart: QuestionPart<TicketHistory, 'subject'> = {
  asks: { subject: ({ ticketId }) => ticketSubject(ticketId) },
  selects: asked => [{ source: ENTRY, where: inArray(subject, asked.each('subject')) }],
  read: found => {
    const entries = Map.groupBy(found.rowsOf(ENTRY), entry => entry.subject);
    const accountOf = accountIn(peopleFound(found));
    return ({ ticketId }) => historyOf(entries.get(ticketSubject(ticketId)) ?? [], accountOf);
  },
};

function historyOf(unsorted: readonly Entry[], accountOf: AccountOf): TicketHistory {
  const entries = unsorted.map(entryOf).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  return {
    decisions: entries.flatMap(entry => decisionOf(entry, accountOf) ?? []),
    routings: inOrder(entries.flatMap(entry => routingOf(entry, accountOf) ?? [])),
    marks: entries
      .filter(entry => entry.kind !== gateDecided.kind)
      .map(entry => ({ id: entry.id, kind: entry.kind })),
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
