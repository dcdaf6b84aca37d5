import { stateEntry } from '../managed-resource';
import type { PlanEntry, ProvisioningStep } from '../provisioning-step';
import { say } from '../../../domain/shared/sentence';

/** Jira's role by which apps reach a space. It comes with every site. */
export const APPS_ROLE_NAME = 'atlassian-addons-project-access';

/** The entry in the state of that role. */
export const APPS_ROLE = 'role of apps';

/** The role that locked statuses leave editing to: it is found, never created. */
export const APPS_ROLE_STEP: ProvisioningStep = {
  key: 'apps-role',
  title: 'Role of apps',
  specification: () => APPS_ROLE_NAME,
  async plan({ site, state }) {
    const role = (await site.projectRoles()).find(({ name }) => name === APPS_ROLE_NAME);
    stateEntry(state.resources, APPS_ROLE).set(role?.id);
    return role ? [] : [missing()];
  },
};

function missing(): PlanEntry {
  return {
    text: say`The role ${APPS_ROLE_NAME} is missing`,
    blocker: { code: 'APPS_ROLE_MISSING', name: APPS_ROLE_NAME },
  };
}
