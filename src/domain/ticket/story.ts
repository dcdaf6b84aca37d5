import type { GateDecision } from '../decision/decision';
import type { AccountId } from '../shared/account';
import { transitionFrom, type StatusName, type WorkType } from '../work-type/work-type';
import {
  isApproval,
  means,
  observedTransitions,
  type AllowsReadFrom,
  type ObservedTransition,
} from './observed-transition';
import type { Ticket } from './ticket';

/** What has happened to a ticket, worked out once from its history and the decisions on record, for all who ask. */
export interface TicketStory {
  ticket: Ticket;
  workType: WorkType;
  decisions: readonly GateDecision[];
  /** Every change of status, oldest first, each linked to the decision that permitted it. */
  transitions: readonly ObservedTransition[];
  /** The one that brought the ticket to where it stands; undefined when it stands where it was created. */
  latest: ObservedTransition | undefined;
  /** The submission that the present decision is about: the latest. */
  submission: ObservedTransition | undefined;
  /** The people who wrote what the ticket puts up for decision, by the app's own records. */
  authors: readonly AccountId[];
}

export function storyOf(
  ticket: Ticket,
  workType: WorkType,
  decisions: readonly GateDecision[],
  authors: readonly AccountId[] = [],
  allowsReadFrom: AllowsReadFrom = {},
): TicketStory {
  const transitions = observedTransitions(ticket, workType, decisions, allowsReadFrom);
  return {
    ticket,
    workType,
    decisions,
    transitions,
    latest: transitions.at(-1),
    submission: transitions.findLast(transition => means(transition, 'submit')),
    authors,
  };
}

/** The step of an approval; 1 where one approval is all. */
function stepOf({ transition }: ObservedTransition): number {
  return transition?.step ?? 1;
}

/**
 * The approvals that brought the ticket to where it stands, the newest first: one for each step, in order, with nothing
 * in between. Empty when the latest transition is no approval, or an earlier step has none.
 * Source: domain rules, "Approval is by role, in order, one status each".
 */
export function approvalsOf({ transitions }: TicketStory): ObservedTransition[] {
  const [last, ...before] = transitions.toReversed();
  if (!last || !isApproval(last)) return [];
  const steps = stepOf(last);
  const approvals = [last, ...before.slice(0, steps - 1)];
  const inOrder = approvals.every((one, nth) => isApproval(one) && stepOf(one) === steps - nth);
  return inOrder && approvals.length === steps ? approvals : [];
}

/** Which step of approval a ticket is at: the one that it waits for, else the one that was given last, else the first. */
export function approvalStep({ ticket, workType, latest }: TicketStory): number {
  const waits = waitsFor(workType, ticket.status);
  if (waits !== undefined) return waits;
  return latest && means(latest, 'approve') ? stepOf(latest) : 1;
}

function waitsFor(workType: WorkType, status: StatusName): number | undefined {
  const approve = transitionFrom(workType, status, 'approve');
  return approve && (approve.step ?? 1);
}

/** Who approved another step than this since the ticket was last submitted. */
export function approversOfOtherSteps(story: TicketStory, step: number): AccountId[] {
  const { transitions, submission } = story;
  const since = submission ? transitions.slice(transitions.indexOf(submission)) : [];
  return since.filter(one => isApproval(one) && stepOf(one) !== step).map(({ actor }) => actor);
}
