import { isOpen, type Bypass } from '../bypass/bypass';
import { recording, type Step } from '../effects/effect';
import { ticketFacts } from '../evidence/facts';
import { bindingStatus, isSameObligation, type Obligation } from '../obligation/obligation';
import type { ObligationCommand } from '../obligation/obligation-command';
import { ticketBackInReach, troubleOf } from '../obligation/obligation-evidence';
import { hasStatus } from '../ticket/known-status';
import type { TicketStory } from '../ticket/story';
import type { Found } from './found';

/**
 * Keeps the index of tickets under obligation in step with a ticket: it enters with the first status in which something
 * rests on it, and leaves when it is closed. That it stands where its workflow has no status is on record first, and so
 * is that it is back.
 * Source: domain rules, "Under obligation".
 */
export function obligationSteps(
  story: TicketStory,
  { lastDay, bypasses }: { lastDay: string | null; bypasses: readonly Bypass[] },
  found: Found,
): Step[] {
  const { ticket, workType } = story;
  const known = found.obligation;
  const status = bindingStatus(story, bypasses.filter(isOpen));
  if (status === null && !known?.trouble)
    return known ? [told({ register: 'obligations', kind: 'drop', ticket: ticket.id })] : [];
  const now = {
    ticket: ticket.id,
    ticketKey: ticket.key,
    workType: workType.name,
    status: status ?? known?.status ?? ticket.status,
    lastDay,
    trouble: known?.trouble ?? null,
    previous: known?.previous ?? null,
  };
  if (!hasStatus(workType, ticket.status)) {
    const where = ticket.status;
    const { trouble, entry } = troubleOf(now, { what: 'unknown status', where }, found);
    return entry && !found.standing.recorded.has(entry.id)
      ? recording(entry)
      : kept({ ...now, trouble }, known);
  }
  if (!now.trouble) return kept(now, known);
  const facts = { ...ticketFacts(ticket), trouble: now.trouble.id };
  const back = ticketBackInReach.entry({ at: found.at, actor: null, facts }, found.pseudonymOf);
  if (!found.standing.recorded.has(back.id)) return recording(back);
  return kept({ ...now, trouble: null, previous: back.id }, known);
}

function kept(obligation: Obligation, known: Obligation | null): Step[] {
  return known && isSameObligation(obligation, known)
    ? []
    : [told({ register: 'obligations', kind: 'keep', obligation })];
}

function told(command: ObligationCommand): Step {
  return { effects: [{ do: 'advance', command }], records: [] };
}
