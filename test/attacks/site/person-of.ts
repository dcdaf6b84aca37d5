import type { Governance } from '../../acceptance/site/governance.ts';
import { PEOPLE, type Person } from '../../support/sandbox-client.ts';

/** Who of the company has that account. */
export function personOf(site: Governance, accountId: string | null): Person {
  const person = PEOPLE.find(one => site.accountId(one) === accountId);
  if (!person) throw new RangeError(`No one of the company has the account ${String(accountId)}.`);
  return person;
}
