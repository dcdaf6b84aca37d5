import type { DecisionSoFar, Person } from '../../contract/route-explain';
import type { AccountId } from '../../domain/shared/account';
import { isApproval } from '../../domain/ticket/observed-transition';
import type { TicketStory } from '../../domain/ticket/story';

/** How many of the newest decisions are shown; all of them are in the evidence. */
const SHOWN = 20;

/** The newest decisions of the ticket's gates, each with the transition that used it. Newest first. */
export function decisionsSoFar(
  { transitions, decisions }: TicketStory,
  person: (account: AccountId) => Person,
): DecisionSoFar[] {
  return decisions
    .slice(-SHOWN)
    .reverse()
    .map(decision => {
      const made = transitions.find(transition => transition.decision?.id === decision.id);
      return {
        at: decision.at,
        transition: decision.transition,
        verdict: decision.verdict,
        codes: decision.refusals.map(({ code }) => code),
        madeBy: made ? person(made.actor) : null,
        approval: made !== undefined && isApproval(made),
        matrixVersion: decision.snapshot?.matrixVersion ?? null,
        role: decision.snapshot?.roleName ?? null,
      };
    });
}
