import type { AccountId } from '../shared/account';
import type { Who } from '../work-type/work-type';

/** What a workflow's condition looks at: the stored ticket, never the transition's screen. */
export interface Standing {
  creator: AccountId;
  accountable: AccountId | null;
  performer: AccountId | null;
  beneficiary: AccountId | null;
}

/**
 * The people who may make a transition, as the workflow's condition decides it; `editors`: anyone who can edit the ticket.
 * Source: the public contract, "Who may move what".
 */
export function peopleWhoMay(who: Exclude<Who, 'editor'>, standing: Standing): AccountId[];
export function peopleWhoMay(who: Who, standing: Standing): 'editors' | AccountId[];
export function peopleWhoMay(who: Who, standing: Standing): 'editors' | AccountId[] {
  const { creator, accountable, performer, beneficiary } = standing;
  const people: Record<Exclude<Who, 'editor'>, (AccountId | null)[]> = {
    app: [],
    accountable: [accountable],
    'accountable or performer': [accountable, performer],
    'accountable or performer, never the beneficiary': [accountable, performer].filter(
      person => person !== beneficiary,
    ),
    creator: [creator],
    'creator or accountable': [creator, accountable],
  };
  if (who === 'editor') return 'editors';
  return [...new Set(people[who].filter(person => person !== null))];
}
