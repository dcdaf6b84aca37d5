import { z } from 'zod';
import type { AccountFinding } from '../../contract/people';
import type { AccountsListed } from '../../contract/registers';
import { accountFindings } from '../../domain/cloud-account/account-findings';
import type { CloudAccount } from '../../domain/cloud-account/cloud-account';
import {
  notFollowed,
  OWNER_KINDS,
  type OwnerEditRefusal,
} from '../../domain/work-types/cloud-account-request/ownership';
import { ticketSubject, type EvidenceEntry } from '../../domain/evidence/evidence-entry';
import { nameIn } from '../../domain/shared/account';
import type { CloudAccounts } from '../../ports/cloud-accounts';
import type { Directory } from '../../ports/directory';
import type { Ledger } from '../../ports/ledger';
import type { Services } from '../../ports/services';
import { everyEntry } from '../evidence/every-entry';
import { personNamed } from '../people/person-named';

export interface ListAccountsPorts {
  cloudAccounts: CloudAccounts;
  services: Services;
  directory: Directory;
  ledger: Ledger;
}

/**
 * The register of cloud accounts with everybody it names, and what is wrong with it: accounts that nobody answers for,
 * and owners named on tickets whom the register has not followed. These come from the ledger: no ticket is read.
 * Source: domain rules, "Cloud accounts"; requirement R13.
 */
export async function listAccounts(ports: ListAccountsPorts): Promise<AccountsListed> {
  const { cloudAccounts, services, directory, ledger } = ports;
  const register = await cloudAccounts.list();
  const edits = await unfollowedEdits(ledger, register);
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

const ignored = z.object({
  to: z.string().nullable(),
  because: z.enum(['NOT_ENTITLED', 'NAMED_THEMSELVES', 'OWNER_INACTIVE']),
}) satisfies z.ZodType<{ to: string | null; because: OwnerEditRefusal }>;

async function unfollowedEdits(ledger: Ledger, register: readonly CloudAccount[]) {
  const newest = new Map<string, EvidenceEntry>();
  for (const entry of await everyEntry(ledger, OWNER_KINDS))
    if (!newest.has(entry.subject)) newest.set(entry.subject, entry);
  return register.flatMap(account => {
    const entry = newest.get(ticketSubject(account.ticket));
    if (account.status !== 'active' || entry?.kind !== 'account-owner-change-rejected') return [];
    return [{ account, ...ignored.parse(entry.facts) }];
  });
}
