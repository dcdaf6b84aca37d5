import type { GateDecision } from '../decision/decision';
import { elapsed, MINUTE, type Instant } from '../shared/instant';
import type { AccountId } from '../shared/account';
import { transitionBetween, type Meaning, type Transition, type WorkType } from '../work-type/work-type';
import type { Change, HistoryEntry, Ticket } from './ticket';

/** Jira's clock and the function's may differ by this much. */
export const CLOCK_SKEW = MINUTE;

/** For how long after an allow Jira may still commit the transition that it permitted: gates answer within seconds. */
export const PERMISSION_LASTS = 10 * MINUTE;

/**
 * What the app writes to say who decides: where the gate asks for that person, an allow that was given before it
 * changed is void. Submit and Provision bind no one, and a ticket that is being routed meanwhile loses nothing.
 */
const ROUTE_FIELDS = ['accountable', 'responsibility'] as const;

/** A change of status that Jira committed, with the decision that permitted it. */
export interface ObservedTransition {
  /** The changelog entry. */
  change: string;
  at: Instant;
  actor: AccountId;
  from: string;
  to: string;
  /** Null when the workflow has no such transition: a move, an import or an edit by an administrator. */
  transition: Transition | null;
  /** The allow that it is linked to; null where no gate decided it. */
  decision: GateDecision | null;
  /** Set where the allow, if there was one, is older than what was read: it was judged when it was observed. */
  isUnread?: true;
}

/**
 * From when on the allows of a transition were read, by `transitionKey`; absent where all were. What is read of a ticket
 * is bounded, whatever is on record of it.
 */
export type AllowsReadFrom = Readonly<Partial<Record<string, Instant>>>;

/** @param transition - the statuses that it leads from and to */
export function transitionKey({ from, to }: { from: string; to: string }): string {
  return `${from} > ${to}`;
}

/**
 * Every change of status in the ticket's history, oldest first, each linked to the gate decision that permitted it.
 * What was decided before the ticket last changed its work type or its space was decided of another kind of ticket, or
 * may have been changed where no gate watches: none of it is linked, though the ticket came back as it was.
 * Source: domain rules, "An allow is a permission, not an approval"; white-space requirement 6.
 */
export function observedTransitions(
  ticket: Ticket,
  workType: WorkType,
  decisions: readonly GateDecision[],
  allowsReadFrom: AllowsReadFrom = {},
): ObservedTransition[] {
  const lastMove = ticket.history.findLastIndex(isMove);
  return ticket.history.flatMap((entry, index) => {
    const status = statusChange(entry);
    if (!status) return [];
    const transition = isMove(entry) ? null : (transitionBetween(workType, status.from, status.to) ?? null);
    const isSinceMove = index > lastMove;
    const decision =
      transition && isSinceMove
        ? linkedDecision(ticket.history, index, transition, workType, decisions)
        : null;
    const committed = { change: entry.id, at: entry.at, actor: entry.actor, ...status };
    const readFrom = allowsReadFrom[transitionKey(status)];
    const isUnread = !decision && readFrom !== undefined && elapsed(readFrom, entry.at) <= PERMISSION_LASTS;
    return [{ ...committed, transition, decision, ...(isUnread ? { isUnread } : {}) }];
  });
}

/** A change of the work type or of the space: the status that it may bring with it is no transition. */
export function isMove({ changes }: HistoryEntry): boolean {
  return changes.some(({ field }) => field === 'workType' || field === 'space');
}

function statusChange(entry: HistoryEntry): { from: string; to: string } | undefined {
  const change = entry.changes.find(({ field }) => field === 'status');
  return change?.from != null && change.to != null ? { from: change.from, to: change.to } : undefined;
}

function isWithin(passed: number): boolean {
  return passed >= -CLOCK_SKEW && passed <= PERMISSION_LASTS;
}

/**
 * The latest allow for the transition that was given before it, with nothing decisive in between. One that no one used
 * at once has lapsed.
 */
function linkedDecision(
  history: readonly HistoryEntry[],
  index: number,
  transition: Transition,
  workType: WorkType,
  decisions: readonly GateDecision[],
): GateDecision | null {
  const committed = history[index];
  const decisive = decisiveFields(transition, workType);
  const candidates = decisions.filter(
    decision =>
      committed !== undefined &&
      decision.verdict === 'allow' &&
      decision.workType === workType.name &&
      decision.from === transition.from &&
      decision.to === transition.to &&
      isWithin(elapsed(decision.at, committed.at)) &&
      nothingDecisiveBetween(history, decision.newestChange, index, decisive),
  );
  return candidates.sort(latestFirst)[0] ?? null;
}

/** Of two at one instant the order of ids decides, so that the link never depends on the order they were read in. */
function latestFirst(a: GateDecision, b: GateDecision): number {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}

function decisiveFields({ gates }: Transition, { decidingFields }: WorkType): ReadonlySet<string> {
  const ofRoute = gates.some(gate => gate.holdsToRoute) ? ROUTE_FIELDS : [];
  return new Set<string>([
    ...['status', 'reporter', 'workType', 'space', 'summary', 'description'],
    ...ofRoute,
    ...decidingFields,
  ]);
}

/** A file that was added is no part of what was decided; one that was removed may have been. */
function isDecisive({ field, from }: Change, decisive: ReadonlySet<string>): boolean {
  return field === 'attachment' ? from !== null : decisive.has(field);
}

function nothingDecisiveBetween(
  history: readonly HistoryEntry[],
  newestSeen: string | null,
  index: number,
  decisive: ReadonlySet<string>,
): boolean {
  const seen = newestSeen === null ? -1 : history.findIndex(({ id }) => id === newestSeen);
  if (seen >= index || (newestSeen !== null && seen === -1)) return false;
  return history
    .slice(seen + 1, index)
    .every(entry => entry.changes.every(change => !isDecisive(change, decisive)));
}

/** Whether it is a transition of that meaning. */
export function means({ transition }: ObservedTransition, meaning: Meaning): boolean {
  return transition?.means === meaning;
}

/** An approval: an Approve that its gate permitted, made by the very person the gate named. */
export function isApproval(observed: ObservedTransition): boolean {
  const holder = observed.decision?.snapshot?.holder;
  return means(observed, 'approve') && holder != null && observed.actor === holder;
}
