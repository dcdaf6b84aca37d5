import type { RegisterExported } from '../../contract/registers';
import { csvOf } from '../files/write-csv';
import { listAccounts, type ListAccountsPorts } from './list-accounts';

const COLUMNS = [
  'provider',
  'account_id',
  'service',
  'environment',
  'data_classification',
  'owner',
  'owner_account',
  'security_contact',
  'billing_owner',
  'ticket',
  'registered_at',
  'findings',
];

/** The register of cloud accounts as CSV, with the names of now and what is wrong with each; formulas neutralised. */
export async function exportAccounts(ports: ListAccountsPorts): Promise<RegisterExported> {
  const { accounts, findings, people } = await listAccounts(ports);
  const names = new Map(people.map(({ accountId, name }) => [accountId, name]));
  const nameOf = (person: string | null) => (person === null ? '' : (names.get(person) ?? person));
  const lines = accounts.map(account => {
    const { provider, accountId, service, environment, dataClassification } = account;
    const own = findings.filter(each => each.provider === provider && each.accountId === accountId);
    return [
      provider,
      accountId,
      service,
      environment,
      dataClassification,
      nameOf(account.owner),
      account.owner,
      nameOf(account.securityContact),
      nameOf(account.billingOwner),
      account.ticket,
      account.registeredAt,
      own.map(({ message }) => message).join(' '),
    ];
  });
  return { fileName: 'cloud-accounts.csv', csv: csvOf([COLUMNS, ...lines]) };
}
