import type { CloudAccounts } from '../../ports/cloud-accounts';
import type { Directory } from '../../ports/directory';
import type { Job, Jobs } from '../../ports/jobs';

/**
 * Finds the registered cloud accounts whose owners have no active account any more, and has their tickets followed:
 * these are done long ago, and no sweep of tickets comes to them.
 * Source: domain rules, "Cloud accounts"; requirement R13.
 */
export async function checkAccounts({
  cloudAccounts,
  directory,
  jobs,
}: {
  cloudAccounts: CloudAccounts;
  directory: Directory;
  jobs: Jobs;
}): Promise<void> {
  const active = (await cloudAccounts.list()).filter(({ status }) => status === 'active');
  const owners = await directory.accounts([...new Set(active.map(({ owner }) => owner))]);
  const unowned = active.filter(({ owner }) => owners.get(owner)?.active !== true);
  const tickets = new Set(unowned.map(({ ticket }) => ticket));
  if (tickets.size > 0)
    await jobs.push([...tickets].map((ticket): Job => ({ kind: 'reconcile ticket', ticket })));
}
