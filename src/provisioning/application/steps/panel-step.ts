import { stateEntry } from '../managed-resource';
import { required, type ProvisioningStep } from '../provisioning-step';

/** The manifest's module. */
const PANEL = 'responsibility-panel';

/** Jira shows an app's panel where someone added it, ticket by ticket, unless it is pinned to the space. */
export const PANEL_STEP: ProvisioningStep = {
  key: 'panel',
  title: 'Panel on every ticket',
  specification: () => PANEL,
  async plan({ site, state }) {
    const { projectId } = state;
    const pinnedTo = stateEntry(state.resources, 'space of the panel');
    const shown = projectId === undefined ? false : await site.showsPanel(projectId, PANEL);
    if (shown === true) pinnedTo.set(projectId);
    // Where Jira does not say, the state does.
    if (shown ?? pinnedTo.get() === projectId) return [];
    const apply = async () => {
      const space = required(state.projectId, 'space');
      await site.showPanel(space, PANEL);
      pinnedTo.set(space);
    };
    return [{ text: 'Show the panel Responsibility on every ticket of the space', apply }];
  },
};
