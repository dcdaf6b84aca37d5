import { evidenceId, ticketSubject } from '../evidence/evidence-entry';
import type { GateDecision } from '../gate/decision';
import type { AccountId } from '../shared/account';
import { elapsed, type Instant } from '../shared/instant';
import { transitionOf, type Transition, type TransitionName, type WorkType } from '../work-type/work-type';
import { CLOCK_SKEW, isMove, observedTransitions, type ObservedTransition } from './observed-transition';
import type { Change, Ticket } from './ticket';
import { peopleWhoMay, type Standing } from './who-may';

/** How a ticket got past its gates, which only a Jira administrator can bring about. */
export type BypassKind =
  /** A change of status that the work type's workflow does not have: an added transition, a move, an import. */
  | 'not in the workflow'
  /** A transition that a gate decides, made without the gate's permission: the gate was removed or switched off. */
  | 'not permitted by its gate'
  /** Made by somebody else than the people whom its condition lets: the condition was removed or edited. */
  | 'made by somebody else'
  /** It began its life further on than every new ticket does: an import. */
  | 'created past its gates'
  /** It became a ticket of this work type or space further on than at the beginning. */
  | 'moved past its gates';

/** One way past the gates, as the ticket's history shows it. */
export interface Bypass {
  /** The id of its evidence. */
  id: string;
  kind: BypassKind;
  /** The changelog entry; null for the creation, of which Jira keeps none. */
  change: string | null;
  at: Instant;
  actor: AccountId;
  /** Null where the status did not change. */
  from: string | null;
  to: string;
  transition: TransitionName | null;
  /** The people who alone could make it; empty where it is not a matter of people. */
  expected: readonly AccountId[];
  /** The transition by which the ticket has left it behind since; null as long as the bypass is open. */
  mendedBy: ObservedTransition | null;
}

/**
 * Every bypass of a ticket since it is of its work type and in the space, oldest first. One is open until the ticket
 * stands at its beginning again, from where nothing leads on but the gates; one that leads there, until the next
 * transition. What a ticket was before is not judged by the workflow that it has now.
 * Source: white-space requirement 6; domain rules, "An allow is a permission, not an approval".
 */
export function bypassesOf(ticket: Ticket, workType: WorkType, decisions: readonly GateDecision[]): Bypass[] {
  const landed = ticket.history.findLastIndex(isMove);
  const positions = new Map(ticket.history.map(({ id }, position) => [id, position]));
  const positionOf = ({ change }: { change: string | null }) =>
    change === null ? -1 : (positions.get(change) ?? -1);
  const since = observedTransitions(ticket, workType, decisions).filter(one => positionOf(one) > landed);
  const beginning =
    landed >= 0 ? moveOf(ticket, workType, landed, since) : creationOf(ticket, workType, since);
  const found = since.flatMap(one => bypassOf(ticket, workType, one, positionOf(one)) ?? []);
  return [...(beginning ? [beginning] : []), ...found].map(bypass => ({
    ...bypass,
    id: evidenceId('gate-bypassed', ticketSubject(ticket.id), { change: bypass.change }),
    mendedBy: mendingOf(bypass, since, workType, positionOf) ?? null,
  }));
}

/** Those that the ticket has not left behind. */
export function openBypasses(...asked: Parameters<typeof bypassesOf>): Bypass[] {
  return bypassesOf(...asked).filter(({ mendedBy }) => mendedBy === null);
}

type Found = Omit<Bypass, 'id' | 'mendedBy'>;

/** The status in which a ticket began: where its first transition left from, or where it is when it made none. */
function firstStatus(ticket: Ticket, [first]: readonly ObservedTransition[]): string {
  return first?.from ?? ticket.status;
}

function creationOf(
  ticket: Ticket,
  workType: WorkType,
  since: readonly ObservedTransition[],
): Found | undefined {
  const to = firstStatus(ticket, since);
  if (to === workType.initialStatus) return undefined;
  const { created: at, creator: actor } = ticket;
  return { kind: 'created past its gates', change: null, at, actor, from: null, to, ...nobody };
}

const nobody = { transition: null, expected: [] } as const;

function moveOf(
  ticket: Ticket,
  workType: WorkType,
  position: number,
  since: readonly ObservedTransition[],
): Found | undefined {
  const entry = ticket.history[position];
  const to = firstStatus(ticket, since);
  if (!entry || to === workType.initialStatus) return undefined;
  const from = entry.changes.find(({ field }) => field === 'status')?.from ?? null;
  const { id: change, at, actor } = entry;
  return { kind: 'moved past its gates', change, at, actor, from, to, ...nobody };
}

function bypassOf(
  ticket: Ticket,
  workType: WorkType,
  { decision, ...committed }: ObservedTransition,
  position: number,
): Found | undefined {
  const { transition: name, change, at, actor, from, to } = committed;
  const transition = name && transitionOf(workType, name);
  const facts = { change, at, actor, from, to, transition: name, expected: [] };
  if (!transition) return { ...facts, kind: 'not in the workflow' };
  if (transition.gates.length > 0 && !decision) return { ...facts, kind: 'not permitted by its gate' };
  const expected = expectedFor(ticket, transition, decision, from, position);
  if (expected === 'editors' || expected.now.includes(actor) || expected.lately.includes(actor))
    return undefined;
  return { ...facts, kind: 'made by somebody else', expected: expected.now };
}

/**
 * Who could make it: the person whom the gate's decision names, else those whom the condition let. The app's own
 * writing may cross with the transition, so that whoever was named until a minute before is not held to have bypassed.
 */
function expectedFor(
  ticket: Ticket,
  { who }: Transition,
  decision: GateDecision | null,
  from: string,
  position: number,
): 'editors' | { now: AccountId[]; lately: AccountId[] } {
  const holder = decision?.snapshot?.holder;
  if (who === 'accountable' && holder != null) return { now: [holder], lately: [] };
  const now = peopleWhoMay(who, standingBefore(ticket, from, position));
  if (now === 'editors') return now;
  const entry = ticket.history[position];
  const recent = ticket.history
    .slice(0, position)
    .filter(({ at }) => entry && elapsed(at, entry.at) <= CLOCK_SKEW);
  const before = position - recent.length;
  const standings = recent.map((_, index) => standingBefore(ticket, from, before + index));
  const lately = standings
    .map(standing => peopleWhoMay(who, standing))
    .flatMap(people => (people === 'editors' ? [] : people));
  return { now, lately };
}

/** What stood on the ticket just before an entry of its history was made. */
function standingBefore(ticket: Ticket, status: string, position: number): Standing {
  const { creator, fields, appFields } = ticket;
  const before = (field: Change['field'], now: string | null) => {
    const changes = ticket.history.slice(position).flatMap(entry => entry.changes);
    const next = changes.find(change => change.field === field);
    return next ? next.from : now;
  };
  return {
    status,
    creator,
    accountable: before('accountable', appFields.accountable),
    performer: before('performer', appFields.performer),
    beneficiary: before('beneficiary', fields.beneficiary),
  };
}

function mendingOf(
  bypass: Found,
  since: readonly ObservedTransition[],
  { initialStatus }: WorkType,
  positionOf: (one: { change: string | null }) => number,
): ObservedTransition | undefined {
  const later = since.filter(one => positionOf(one) > positionOf(bypass));
  return bypass.to === initialStatus ? later[0] : later.find(({ to }) => to === initialStatus);
}
