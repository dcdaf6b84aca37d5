import { recording, type Step } from '../../effects/effect';
import { routeNow, type Found } from '../../plan/found';
import { notice } from '../../plan/notice';
import type { Blocker, WorkTypeRules } from '../../plan/rules';
import { assignedOnce, toldIfRefused } from '../../plan/assignment';
import { ticketFacts } from '../../evidence/facts';
import { dayOf } from '../../shared/instant';
import type { TicketStory } from '../../ticket/story';
import { transitionFrom } from '../../work-type/work-type';
import { ACCESS_REQUEST } from './access-request';
import {
  lastDayOf,
  revocationComment,
  revocationDue,
  revocationMessage,
  REVOCATION_LABEL,
  type AccessEnd,
} from './revocation';
import * as evidence from './revocation-evidence';

/**
 * From the day after its last, access that was not revoked is on record as due, carries a label, and is assigned and
 * told to the performer, once for each end; once it is revoked the label goes.
 * Source: domain rules, "Access"; requirement W1.
 */
export const ACCESS_RULES: WorkTypeRules = {
  lastDay: lastDayOf,
  outOfReach: ({ ticket, ticketKey, status, lastDay }, { at, pseudonymOf }) => {
    const isGranted = transitionFrom(ACCESS_REQUEST, status, 'revoke') !== undefined;
    if (!isGranted || (lastDay !== null && lastDay >= dayOf(at))) return [];
    const facts = { ticket, ticketKey, lastDay, performer: null };
    return [evidence.revocationDue.entry({ at, actor: null, facts }, pseudonymOf)];
  },
  plan: (story, _, found) => {
    const end = revocationDue(story, found.at);
    const label = { do: 'label', label: REVOCATION_LABEL, present: end !== undefined } as const;
    return [{ effects: [label], records: [] }, ...(end ? dueSteps(story, end, found) : [])];
  },
  explain: (story, _, found): Blocker[] => {
    const end = revocationDue(story, found.at);
    if (!end) return [];
    const performer = routeNow(found)?.performer ?? null;
    return [{ code: 'REVOCATION_DUE', message: revocationMessage(story.ticket, end, performer, found.name) }];
  },
};

function dueSteps({ ticket }: TicketStory, end: AccessEnd, found: Found): Step[] {
  const performer = routeNow(found)?.performer ?? null;
  const facts = { ...ticketFacts(ticket), ...end, performer };
  const due = evidence.revocationDue.entry({ at: found.at, actor: null, facts }, found.pseudonymOf);
  const { id } = due;
  if (!found.standing.recorded.has(id)) return recording(due);
  const told = notice(ticket, found, id, () => [revocationComment(ticket, end, performer, found.name)]);
  if (performer === null) return told;
  return [
    ...assignedOnce(ticket, found, id, performer),
    ...told,
    ...toldIfRefused(ticket, found, id, performer),
  ];
}
