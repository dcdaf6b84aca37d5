import type { Lack } from '../../contract/route-explain';
import { accountFindings } from '../../domain/cloud-account/account-findings';
import { ownerEdit, unfollowed } from '../../domain/cloud-account/ownership';
import type { Ticket } from '../../domain/ticket/ticket';
import { nameIn } from '../../domain/shared/account';
import type { CloudAccounts } from '../../ports/cloud-accounts';
import type { Directory } from '../../ports/directory';
import type { DecisionRecords } from '../../ports/decisions';
import { accountOfTicket } from '../cloud-accounts/account-of-ticket';

/**
 * What is wrong with the cloud account that a ticket brought: nobody owns it any more, nobody can be called for it, or
 * the ticket names an owner whom the register does not. Source: domain rules, "Cloud accounts"; requirement R13.
 */
export async function accountTicketFindings(
  { cloudAccounts, directory }: { cloudAccounts: CloudAccounts; directory: Directory },
  ticket: Ticket,
  records: DecisionRecords,
): Promise<Lack[]> {
  if (ticket.status !== 'Provisioned') return [];
  const account = await accountOfTicket(cloudAccounts, ticket, records);
  if (!account) return [];
  const edit = ownerEdit(ticket, account);
  const people = [account.owner, account.securityContact, edit?.owner, edit?.editor];
  const accounts = await directory.accounts([...new Set(people.filter(person => person != null))]);
  const name = nameIn(accounts);
  const unconfirmed = edit && { code: 'OWNER_NOT_FOLLOWED', message: `${unfollowed(account, edit, name)}.` };
  const findings = accountFindings([account], records.service ? [records.service] : [], accounts);
  return [...(unconfirmed ? [unconfirmed] : []), ...findings.map(({ code, message }) => ({ code, message }))];
}
