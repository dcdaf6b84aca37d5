import { inArray, sql, type Placeholder, type SQL } from 'drizzle-orm';
import { gateBypassed } from '../../../domain/bypass/bypass-evidence';
import type { GateDecision } from '../../../domain/decision/decision';
import { decisionOf, gateDecided } from '../../../domain/decision/decision-evidence';
import { ticketSubject, type EvidenceEntry } from '../../../domain/evidence/evidence-entry';
import { routed, routingOf, routingRefused } from '../../../domain/routing/routing-evidence';
import { accountIn } from '../../../domain/evidence/person-on-record';
import type { RecordedRouting } from '../../../domain/routing/routing';
import type { AccountOf } from '../../../domain/shared/account';
import { transitionKey, type AllowsReadFrom } from '../../../domain/ticket/observed-transition';
import { transitionObserved } from '../../../domain/ticket/transition-evidence';
import type { DecisionRecords } from '../../../ports/decisions';
import type { Cells, QuestionPart } from '../decisions/decision-part';
import { peopleFound } from '../people/people-part';
import { anyRecord, instant } from '../stored-json';
import { evidenceEntries } from './ledger-table';

/** Of these a decision needs the facts; of everything else on record about a ticket, that it is there. */
const KINDS_READ = [gateDecided.kind, routed.kind, routingRefused.kind];

/**
 * How many of the newest are read of each kind, and of the decisions for each transition that was permitted: whatever is
 * on record of a ticket, what is read of it stays within bounds.
 * Source: domain rules, "Bounded reading".
 */
export const MOST_READ = {
  allowsOfATransition: 10,
  refusals: 20,
  routings: 20,
  ofEachChange: 200,
  ofOthers: 30,
};

/** There is one for each change of status: those that are on record tell what was judged when it was observed. */
const OF_CHANGES = [transitionObserved.kind, gateBypassed.kind];

const REFUSED = 'refuse';

const { id, at, kind, version, subject, facts, aspect } = evidenceEntries;
// Entries of before have no aspect.
const aspectRead = sql<string>`case when ${aspect} is not null then ${aspect} when ${kind} = ${gateDecided.kind} then case when instr(${facts}, ${'"verdict":"allow"'}) > 0 then 'allow' else ${REFUSED} end else '' end`;
const factsRead = sql<string | null>`case when ${inArray(kind, KINDS_READ)} then ${facts} end`;
const ENTRY = {
  name: 'entry',
  table: evidenceEntries,
  columns: { id, at, kind, version, subject, facts: factsRead },
};

/** The ids of the newest of each kind and aspect. */
function newestOf(subjects: Placeholder[]): SQL {
  const { allowsOfATransition, refusals, routings, ofEachChange, ofOthers } = MOST_READ;
  const place = sql.identifier;
  const most = sql`case when ${place('aspect')} = ${REFUSED} then ${refusals} when ${place('kind')} = ${gateDecided.kind} then ${allowsOfATransition} when ${inArray(place('kind'), [routed.kind, routingRefused.kind])} then ${routings} when ${inArray(place('kind'), OF_CHANGES)} then ${ofEachChange} else ${ofOthers} end`;
  const grouped = sql`select ${id} as ${place('id')}, ${at} as ${place('at')}, ${kind} as ${place('kind')}, ${subject} as ${place('subject')}, ${aspectRead} as ${place('aspect')} from ${evidenceEntries} where ${inArray(subject, subjects)}`;
  const ranked = sql`select ${place('id')}, ${place('kind')}, ${place('aspect')}, row_number() over (partition by ${place('subject')}, ${place('kind')}, ${place('aspect')} order by ${place('at')} desc, ${place('id')} desc) as ${place('nth')} from (${grouped}) as ${place('grouped')}`;
  return sql`select ${place('id')} from (${ranked}) as ${place('ranked')} where ${place('nth')} <= ${most}`;
}

type Entry = Cells<keyof typeof ENTRY.columns>;

type TicketHistory = Pick<
  DecisionRecords,
  'decisions' | 'allowsReadFrom' | 'routings' | 'marks' | 'isMarkedFurther'
>;

/** What is on record about the tickets. */
export const ticketHistoryPart: QuestionPart<TicketHistory, 'subject'> = {
  asks: { subject: ({ ticketId }) => ticketSubject(ticketId) },
  selects: asked => [{ source: ENTRY, where: sql`${id} in (${newestOf(asked.each('subject'))})` }],
  read: found => {
    const entries = Map.groupBy(found.rowsOf(ENTRY), entry => entry.subject);
    const accountOf = accountIn(peopleFound(found));
    return ({ ticketId }) => historyOf(entries.get(ticketSubject(ticketId)) ?? [], accountOf);
  },
};

function historyOf(unsorted: readonly Entry[], accountOf: AccountOf): TicketHistory {
  const entries = unsorted.map(entryOf).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const decisions = entries.flatMap(entry => decisionOf(entry, accountOf) ?? []);
  const marks = entries
    .filter(entry => entry.kind !== gateDecided.kind)
    .map(entry => ({ id: entry.id, kind: entry.kind }));
  return {
    decisions,
    allowsReadFrom: allowsReadFrom(decisions),
    routings: inOrder(entries.flatMap(entry => routingOf(entry, accountOf) ?? [])),
    marks,
    isMarkedFurther: isMarkedFurther(marks),
  };
}

/** The oldest allow of each transition that has as many as are read, or more. */
function allowsReadFrom(decisions: readonly GateDecision[]): AllowsReadFrom {
  const allows = Map.groupBy(
    decisions.filter(({ verdict }) => verdict === 'allow'),
    transitionKey,
  );
  return Object.fromEntries(
    [...allows].flatMap(([key, [oldest, ...others]]) =>
      oldest && others.length + 1 >= MOST_READ.allowsOfATransition ? [[key, oldest.at]] : [],
    ),
  );
}

function isMarkedFurther(marks: readonly { kind: string }[]): boolean {
  const { routings, ofEachChange, ofOthers } = MOST_READ;
  return [...Map.groupBy(marks, mark => mark.kind)].some(([one, { length }]) => {
    if (one === routed.kind || one === routingRefused.kind) return length >= routings;
    return length >= (OF_CHANGES.includes(one) ? ofEachChange : ofOthers);
  });
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

/** Each routing names the one before it: that order holds even when two have the same instant. The latest, as far as read. */
function inOrder(routings: readonly RecordedRouting[]): RecordedRouting[] {
  const byId = new Map(routings.map(routing => [routing.id, routing]));
  const followed = new Set(routings.map(({ previous }) => previous));
  const ordered: RecordedRouting[] = [];
  let next = routings.findLast(routing => !followed.has(routing.id));
  for (; next && ordered.length < routings.length; next = byId.get(next.previous ?? ''))
    ordered.unshift(next);
  return ordered;
}
