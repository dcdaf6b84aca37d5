import type { PersonLacking } from '../../contract/set-up';
import { roleNameIn } from '../../domain/responsibility/role';
import { nameIn } from '../../domain/shared/account';
import type { ProvisioningState } from '../ports/state-store';
import type { ProvisioningPorts } from '../ports/provisioning-ports';
import { hasDatabase } from './step-context';

/** What holders of a role need to do in the space: Jira's keys and names of the permissions. */
const NEEDED: Readonly<Record<string, string>> = {
  BROWSE_PROJECTS: 'Browse Projects',
  ASSIGNABLE_USER: 'Assignable User',
  TRANSITION_ISSUES: 'Transition Issues',
};

/**
 * The holders and deputies who can't see tickets, be assigned to them or move them: a ticket routed to one of them would
 * stay where it is. One entry for each role that such a person holds. Empty until there are a register and a space.
 */
export async function peopleLacking(
  { site, decisions, directory, clock }: ProvisioningPorts,
  state: ProvisioningState,
): Promise<PersonLacking[]> {
  const { projectId } = state;
  if (projectId === undefined || !hasDatabase(state)) return [];
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
