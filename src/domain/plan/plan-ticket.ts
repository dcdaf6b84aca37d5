import type { Step } from '../effects/effect';
import { recording } from '../effects/effect';
import type { EvidenceEntry } from '../evidence/evidence-entry';
import { ticketFacts } from '../evidence/facts';
import type { ObservedTransition } from '../ticket/observed-transition';
import type { TicketStory } from '../ticket/story';
import { transitionObserved } from '../ticket/transition-evidence';
import type { Subject } from '../work-type/subject';
import { bypassesOf } from '../bypass/bypass';
import { bypassSteps } from './bypass-steps';
import type { Found } from './found';
import { obligationSteps } from './obligation-steps';
import { routingSteps } from './routing-steps';
import type { TicketKind } from './rules';

/**
 * Everything that a ticket should have, given what happened to it: all of it on record, registers and fields in step,
 * the right person assigned, everyone told. What is so already is left out by `pending`.
 * Source: domain rules, "An allow is a permission", "Routing", "Record first, tell second"; requirements W3, R5;
 * white-space 1, 6, 7.
 */
export function planTicket<S extends Subject>(
  { rules }: TicketKind<S>,
  story: TicketStory,
  subject: S,
  found: Found,
): Step[] {
  const entailed = story.transitions.flatMap(
    transition => rules.entails?.(story, transition, subject, found) ?? [],
  );
  const bypasses = bypassesOf(story, found.routings, found.standing.recorded);
  return [
    ...recording(...story.transitions.map(transition => observedEntry(story, transition, found))),
    ...entailed,
    contentHashStep(story),
    ...routingSteps(story, found),
    ...bypassSteps(story, bypasses, found),
    ...(rules.plan?.(story, subject, found) ?? []),
    ...obligationSteps(story, { lastDay: rules.lastDay?.(story) ?? null, bypasses }, found),
  ];
}

function observedEntry({ ticket }: TicketStory, observed: ObservedTransition, found: Found): EvidenceEntry {
  const { decision, transition, isUnread: _unread, ...committed } = observed;
  const facts = {
    ...ticketFacts(ticket),
    ...committed,
    transition: transition?.name ?? null,
    decision: decision?.id ?? null,
  };
  return transitionObserved.entry({ at: found.at, actor: observed.actor, facts }, found.pseudonymOf);
}

/** The field is for people and scripts to read: gates compare with the decision on record. */
function contentHashStep({ submission }: TicketStory): Step {
  const contentHash = submission?.decision?.snapshot?.contentHash ?? null;
  return { effects: [{ do: 'write fields', values: { contentHash } }], records: [] };
}
