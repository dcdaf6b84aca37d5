import type { PersonLacking } from '../../contract/set-up';
import { roleNameIn } from '../../domain/responsibility/role';
import { nameIn } from '../../domain/shared/account';
import type { SetUpMemory } from '../ports/provisioning-state';
import type { SetUpDependencies } from './dependencies';
import { hasDatabase } from './set-up-world';

/** What whoever holds a role has to be able to do in the space, by Jira's keys and names of the permissions. */
const NEEDED: Readonly<Record<string, string>> = {
  BROWSE_PROJECTS: 'Browse Projects',
  ASSIGNABLE_USER: 'Assignable User',
  TRANSITION_ISSUES: 'Transition Issues',
};

/**
 * Who holds a role now, as holder or deputy, and cannot see the tickets, be assigned them or move them: tickets would
 * be routed to somebody who can do nothing about them. One entry for each role that such a person holds.
 * Empty until there are a register and a space.
 */
export async function peopleLacking(
  { site, decisions, directory, clock }: SetUpDependencies,
  memory: SetUpMemory,
): Promise<PersonLacking[]> {
  const { projectId } = memory;
  if (projectId === undefined || !hasDatabase(memory)) return [];
  const { roles, holders } = await decisions.registersAsOf(clock.now());
  const ids = [...new Set(holders.map(({ accountId }) => accountId))];
  const lacking = new Map<string, string[]>();
  for (const id of ids) lacking.set(id, await site.permissionsLacking(id, projectId, Object.keys(NEEDED)));
  const concerned = holders.filter(({ accountId }) => (lacking.get(accountId) ?? []).length > 0);
  if (concerned.length === 0) return [];
  const accounts = await directory.accounts([...new Set(concerned.map(({ accountId }) => accountId))]);
  const nameOf = nameIn(accounts);
  return concerned.map(({ accountId, role }) => ({
    person: nameOf(accountId),
    role: roleNameIn(roles, role),
    lacks: (lacking.get(accountId) ?? []).map(permission => NEEDED[permission] ?? permission),
  }));
}
