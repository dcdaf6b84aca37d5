import { evidenceId, ticketSubject } from '../evidence/evidence-entry';
import type { AccountId } from '../shared/account';
import { elapsed, type Instant } from '../shared/instant';
import { type GateSign, type Transition, type TransitionName, type WorkType } from '../work-type/work-type';
import { CLOCK_SKEW, isMove, type ObservedTransition } from '../ticket/observed-transition';
import type { TicketStory } from '../ticket/story';
import { isAsSubmitted, lockedChanges, settlementOf, type LockedChange } from './locked-change';
import { whoCould, type RoutedStory } from './who-could';

/** How a ticket got around its gates, which only a Jira administrator can bring about. */
export type BypassKind =
  /** A change of status that the work type's workflow does not have: an added transition, a move, an import. */
  | 'not in the workflow'
  /** A transition that a gate decides, made without the gate's permission: the gate was removed or switched off. */
  | 'not permitted by its gate'
  /** Made by someone else than the people its condition lets: the condition was removed or edited. */
  | 'made by someone else'
  /** It began its life further on than every new ticket does: an import. */
  | 'created in a later status'
  /** It became a ticket of this work type or space further on than at the beginning. */
  | 'moved in with a later status'
  /** What is decided was changed where only Remit edits: the lock was removed, or another app did it. */
  | 'changed behind the lock';

/** One way around the gates, as the ticket's history shows it. */
export interface Bypass {
  /** The id of its evidence. */
  id: string;
  kind: BypassKind;
  /** The changelog entry; null for the creation: Jira keeps none of it. */
  change: string | null;
  at: Instant;
  actor: AccountId;
  /** Null where the status did not change. */
  from: string | null;
  to: string;
  transition: TransitionName | null;
  /** The people who alone could make it; empty where it is not a matter of people. */
  expected: readonly AccountId[];
  /** What was changed behind the lock: names of fields and files. */
  changed: readonly string[];
  /** The transition by which the ticket has left it behind since; null as long as the bypass is open. */
  resolvedBy: ObservedTransition | null;
  /** What was changed has been changed back: it is no longer open. */
  isUndone: boolean;
}

/**
 * Every bypass of a ticket since it is of its work type and in the space, oldest first. One is open until the ticket
 * stands at its beginning again, from where nothing leads on but the gates; one that leads there, until the next
 * transition. What a ticket was before is not judged by the workflow that it has now; and what is older than what was
 * read of the ticket was judged when it was observed.
 * @param recorded - the ids of what is on record of the ticket
 * Source: white-space requirement 6; domain rules, "An allow is a permission, not an approval".
 */
export function bypassesOf(
  story: TicketStory,
  routings: RoutedStory['routings'],
  recorded: ReadonlySet<string> = new Set(),
): Bypass[] {
  const { ticket, workType } = story;
  const landed = ticket.history.findLastIndex(isMove);
  const positions = new Map<string | null, number>(
    ticket.history.map(({ id }, position) => [id, position] as const),
  );
  // The creation is no entry of the history: it comes before them all.
  const positionOf = ({ change }: { change: string | null }) => positions.get(change) ?? -1;
  const since = story.transitions.filter(one => positionOf(one) > landed);
  const beginning = landed >= 0 ? moveOf(story, landed, since) : creationOf(story, since);
  const found = since
    .flatMap(one => bypassOf({ ticket, routings }, one) ?? [])
    .filter(
      one =>
        recorded.has(bypassId(ticket.id, one.change)) ||
        !isJudgedBefore(one, story, since, { routings, recorded }),
    );
  const known = new Set(found.map(({ change }) => change));
  const changed = lockedChanges(story)
    .map(behindTheLock)
    .filter(one => positionOf(one) > landed && !known.has(one.change));
  const ofHistory = [...found, ...changed];
  ofHistory.sort((a, b) => positionOf(a) - positionOf(b));
  return [...(beginning ? [beginning] : []), ...ofHistory].map(bypass => {
    const resolvedBy = resolutionOf(bypass, since, workType, positionOf) ?? null;
    const mayBeUndone = bypass.kind === 'changed behind the lock' && resolvedBy === null;
    const isUndone = mayBeUndone && isAsSubmitted(story);
    return { ...bypass, id: bypassId(ticket.id, bypass.change), resolvedBy, isUndone };
  });
}

/** Whether the ticket has not left it behind. */
export function isOpen({ resolvedBy, isUndone }: Bypass): boolean {
  return resolvedBy === null && !isUndone;
}

/** Those that the ticket has not left behind. */
export function openBypasses(...asked: Parameters<typeof bypassesOf>): Bypass[] {
  return bypassesOf(...asked).filter(isOpen);
}

/** The transition that would have led to where a bypass did: from where it began, if there is one. */
export function transitionMeant<Gate extends GateSign>(
  { from, to }: Pick<Bypass, 'from' | 'to'>,
  { transitions }: WorkType<Gate>,
): Transition<Gate> | undefined {
  const leading = transitions.filter(transition => transition.to === to);
  return leading.find(transition => transition.from === from) ?? leading[0];
}

/** As many of the newest transitions as are told from others by what is on record of them. */
const OBSERVED_READ = 150;

/** Whether it was judged when it was observed, and the permission, or the route of then, is older than what was read. */
function isJudgedBefore(
  { change, at, kind }: Found,
  { ticket }: TicketStory,
  since: readonly ObservedTransition[],
  { routings: [oldest], recorded }: { routings: RoutedStory['routings']; recorded: ReadonlySet<string> },
): boolean {
  const place = since.findIndex(one => one.change === change);
  const observed = evidenceId('transition-observed', ticketSubject(ticket.id), { change });
  if (!recorded.has(observed) && since.length - place <= OBSERVED_READ) return false;
  if (kind === 'not permitted by its gate') return since[place]?.isUnread ?? false;
  if (kind !== 'made by someone else') return false;
  return oldest?.previous != null && elapsed(at, oldest.at) > CLOCK_SKEW;
}

/** The id of the evidence of a bypass. @param change - the changelog entry; null for the creation */
export function bypassId(ticket: string, change: string | null): string {
  return evidenceId('gate-bypassed', ticketSubject(ticket), { change });
}

type Found = Omit<Bypass, 'id' | 'resolvedBy' | 'isUndone'>;

/** The status in which a ticket began: where its first transition left from, or where it is when it made none. */
function firstStatus({ ticket }: TicketStory, [first]: readonly ObservedTransition[]): string {
  return first?.from ?? ticket.status;
}

function creationOf(story: TicketStory, since: readonly ObservedTransition[]): Found | undefined {
  const { ticket, workType } = story;
  const to = firstStatus(story, since);
  if (to === workType.initialStatus) return undefined;
  const { created: at, creator: actor } = ticket;
  return { kind: 'created in a later status', change: null, at, actor, from: null, to, ...noTransition };
}

const noTransition = { transition: null, expected: [], changed: [] } as const;

function moveOf(
  story: TicketStory,
  position: number,
  since: readonly ObservedTransition[],
): Found | undefined {
  const { ticket, workType } = story;
  const entry = ticket.history[position];
  const to = firstStatus(story, since);
  if (!entry || to === workType.initialStatus) return undefined;
  const from = entry.changes.find(({ field }) => field === 'status')?.from ?? null;
  const { id: change, at, actor } = entry;
  return { kind: 'moved in with a later status', change, at, actor, from, to, ...noTransition };
}

function bypassOf(story: RoutedStory, observed: ObservedTransition): Found | undefined {
  const { transition, change, at, actor, from, to, decision } = observed;
  const facts = {
    change,
    at,
    actor,
    from,
    to,
    transition: transition?.name ?? null,
    expected: [],
    changed: [],
  };
  if (!transition) return { ...facts, kind: 'not in the workflow' };
  if (transition.gates.length > 0 && !decision) return { ...facts, kind: 'not permitted by its gate' };
  const could = whoCould(story, transition, observed);
  if (could === 'editors' || could.now.includes(actor) || could.about.includes(actor)) return undefined;
  return { ...facts, kind: 'made by someone else', expected: could.now };
}

function behindTheLock({ entry, status: to, changed }: LockedChange): Found {
  const { id: change, at, actor } = entry;
  return { ...noTransition, kind: 'changed behind the lock', change, at, actor, from: null, to, changed };
}

function resolutionOf(
  bypass: Found,
  since: readonly ObservedTransition[],
  { initialStatus }: WorkType,
  positionOf: (one: { change: string | null }) => number,
): ObservedTransition | undefined {
  const later = since.filter(one => positionOf(one) > positionOf(bypass));
  if (bypass.kind === 'changed behind the lock') return settlementOf(later);
  return bypass.to === initialStatus ? later[0] : later.find(({ to }) => to === initialStatus);
}
