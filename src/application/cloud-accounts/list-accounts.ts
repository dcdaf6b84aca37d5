import type { AccountFinding } from '../../contract/people';
import type { AccountsListed } from '../../contract/registers';
import { accountFindings } from '../../domain/cloud-account/account-findings';
import type { CloudAccount } from '../../domain/cloud-account/cloud-account';
import {
  accountOwnerChangeRejected,
  OWNER_EVIDENCE,
} from '../../domain/work-types/cloud-account-request/account-evidence';
import { notFollowed } from '../../domain/work-types/cloud-account-request/ownership';
import { ticketSubject, type EvidenceEntry } from '../../domain/evidence/evidence-entry';
import { nameIn } from '../../domain/shared/account';
import type { CloudAccounts } from '../../ports/cloud-accounts';
import type { Directory } from '../../ports/directory';
import type { Ledger } from '../../ports/ledger';
import type { People } from '../../ports/people';
import type { Services } from '../../ports/services';
import { everyEntry } from '../evidence/every-entry';
import { whoIsWho } from '../evidence/who-is-who';
import { personNamed } from '../people/person-named';

export interface ListAccountsPorts {
  cloudAccounts: CloudAccounts;
  services: Services;
  directory: Directory;
  ledger: Ledger;
  people: Pick<People, 'called'>;
}

/**
 * The register of cloud accounts with everyone it names, and what is wrong with it: accounts that no one answers for,
 * and owners named on tickets the register has not followed. These come from the ledger: no ticket is read.
 * Source: domain rules, "Cloud accounts"; requirement R13.
 */
export async function listAccounts(ports: ListAccountsPorts): Promise<AccountsListed> {
  const { cloudAccounts, services, directory } = ports;
  const register = await cloudAccounts.list();
  const edits = await unfollowedEdits(ports, register);
  const named = register.flatMap(({ owner, securityContact, billingOwner }) => [
    owner,
    securityContact,
    billingOwner ?? [],
  ]);
  const people = [...new Set([...named.flat(), ...edits.flatMap(({ to }) => to ?? [])])];
  const accounts = await directory.accounts(people);
  const nameOf = nameIn(accounts);
  const unfollowed = edits.map(({ account, to, because }): AccountFinding => ({
    code: 'OWNER_NOT_FOLLOWED',
    provider: account.provider,
    accountId: account.accountId,
    message: notFollowed(account, to, because, nameOf),
  }));
  const registered = register.flatMap(({ ticketKey, status, registeredAt, ...account }) =>
    status === 'active' && registeredAt !== null
      ? [{ ...account, ticket: ticketKey, status, registeredAt }]
      : [],
  );
  return {
    accounts: registered.map(({ reservedAt: _reservedAt, ...account }) => account),
    findings: [...accountFindings(register, await services.list(), accounts), ...unfollowed],
    people: people.map(personNamed(accounts)),
  };
}

async function unfollowedEdits(
  { ledger, people }: Pick<ListAccountsPorts, 'ledger' | 'people'>,
  register: readonly CloudAccount[],
) {
  const newest = new Map<string, EvidenceEntry>();
  const entries = await everyEntry(ledger, OWNER_EVIDENCE);
  const { accountOf } = await whoIsWho(people, entries);
  for (const entry of entries) if (!newest.has(entry.subject)) newest.set(entry.subject, entry);
  return register.flatMap(account => {
    const entry = newest.get(ticketSubject(account.ticket));
    const rejected = entry && accountOwnerChangeRejected.read(entry, accountOf);
    return account.status === 'active' && rejected ? [{ account, ...rejected.facts }] : [];
  });
}
