import { recording, type Step } from '../effects/effect';
import type { EvidenceEntry } from '../evidence/evidence-entry';
import type { AccountId } from '../shared/account';
import type { Ticket } from '../ticket/ticket';
import type { Found } from './found';
import { ticketFacts } from '../evidence/facts';
import { notice } from './notice';
import * as evidence from './notice-evidence';
import { say } from '../shared/sentence';

/** That Jira didn't let a ticket be assigned to the person it is for. @param mark - what it should have been assigned for */
export function assignmentRefused(
  ticket: Ticket,
  found: Found,
  mark: string,
  person: AccountId | null,
): EvidenceEntry {
  const facts = { ...ticketFacts(ticket), for: mark, person };
  return evidence.assignmentRefused.entry({ at: found.at, actor: null, facts }, found.pseudonymOf);
}

/**
 * Assigns a ticket once for each mark, with a record of its own: what else there is to do does not wait for it, and
 * people may assign the ticket to others afterwards. Nothing when it was done, or when Jira did not let it.
 * @param mark - what it is assigned for
 */
export function assignedOnce(ticket: Ticket, found: Found, mark: string, person: AccountId | null): Step[] {
  if (wasAssigned(ticket, found, mark, person)) return [];
  const refused = assignmentRefused(ticket, found, mark, person);
  const made = assignmentMade(ticket, found, mark, person);
  return [{ effects: [{ do: 'assign', to: person }], records: [made], otherwise: recording(refused) }];
}

/** Whether nothing is left to do about assigning a ticket for what the mark says. */
export function wasAssigned(ticket: Ticket, found: Found, mark: string, person: AccountId | null): boolean {
  const over = [assignmentMade(ticket, found, mark, person), assignmentRefused(ticket, found, mark, person)];
  return over.some(({ id }) => found.standing.recorded.has(id));
}

function assignmentMade(ticket: Ticket, found: Found, mark: string, person: AccountId | null): EvidenceEntry {
  const facts = { ...ticketFacts(ticket), for: mark, person };
  return evidence.assignmentMade.entry({ at: found.at, actor: null, facts }, found.pseudonymOf);
}

/** Tells the readers of a ticket so once it is on record, and what to do. */
export function toldIfRefused(ticket: Ticket, found: Found, mark: string, person: AccountId | null): Step[] {
  const { id } = assignmentRefused(ticket, found, mark, person);
  if (!found.standing.recorded.has(id)) return [];
  const who = person === null ? 'the person it is for' : found.name(person);
  return notice(ticket, found, id, () => [
    [
      say`Jira doesn't let this ticket be assigned to ${who}. A Jira administrator can give them the permission "Assignable user" in this space.`,
    ],
  ]);
}
