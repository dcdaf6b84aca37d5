import type { Drift } from '../../domain/evidence/configuration-evidence';
import type { ProvisioningPorts } from '../ports/provisioning-ports';
import { APPS_ROLE_NAME } from './steps/apps-role-step';
import { say } from '../../domain/shared/sentence';

/** What Remit does in the space, by the permissions that it takes: Jira's keys, Jira's names, and what ends without. */
const USED: Readonly<Record<string, { name: string; without: string }>> = {
  BROWSE_PROJECTS: { name: 'Browse Projects', without: 'see any ticket' },
  CREATE_ISSUES: { name: 'Create Issues', without: 'open tickets' },
  EDIT_ISSUES: { name: 'Edit Issues', without: 'label tickets' },
  ASSIGN_ISSUES: { name: 'Assign Issues', without: 'assign tickets' },
  TRANSITION_ISSUES: { name: 'Transition Issues', without: 'move tickets' },
  ADD_COMMENTS: { name: 'Add Comments', without: 'tell people on tickets what they need to know' },
};

/**
 * The permissions that Remit itself lacks in its space, each with how it is given back: set-up grants it again, and so
 * can an administrator. Decisions and findings are recorded without them; people are not told.
 */
export async function appPermissionDrift(
  { site }: Pick<ProvisioningPorts, 'site'>,
  projectId: string,
): Promise<Drift[]> {
  try {
    const lacking = await site.permissionsLacking(await site.appAccount(), projectId, Object.keys(USED));
    return lacking.map(permission => drift(permission, repairOf(permission)));
  } catch (fault) {
    const reason = site.reasonOf(fault);
    if (reason === undefined) throw fault;
    return [drift('', say`Let Remit check its own permissions. Jira refuses it: ${reason}`)];
  }
}

function drift(permission: string, repair: string): Drift {
  return { workType: '', permission, repair, found: null };
}

function repairOf(permission: string): string {
  const { name, without } = USED[permission] ?? { name: permission, without: 'do its work' };
  return say`Grant the permission ${name} to Remit again (project role ${APPS_ROLE_NAME}, in the permission scheme of the space). Without it Remit can’t ${without}`;
}
