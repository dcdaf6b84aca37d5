import { note } from '../managed-resource';
import { noted, type SetUpStep } from '../set-up-step';

/** The manifest's module. */
const PANEL = 'responsibility-panel';

/** Jira shows an app's panel where somebody added it, ticket by ticket, unless it is pinned to the space. */
export const PANEL_STEP: SetUpStep = {
  key: 'panel',
  title: 'Panel on every ticket',
  specification: () => PANEL,
  async inspect({ site, memory }) {
    const { projectId } = memory;
    const pinnedTo = note(memory.made, 'space of the panel');
    const shown = projectId === undefined ? false : await site.showsPanel(projectId, PANEL);
    if (shown === true) pinnedTo.set(projectId);
    // Where Jira does not tell, set-up goes by what it did.
    if (shown ?? pinnedTo.get() === projectId) return [];
    const perform = async () => {
      const space = noted(memory.projectId, 'space');
      await site.showPanel(space, PANEL);
      pinnedTo.set(space);
    };
    return [{ text: 'Show the panel Responsibility on every ticket of the space', perform }];
  },
};
