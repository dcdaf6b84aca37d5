import type { NewProject, Project } from '../../../ports/jira-site';
import { isOurs, marked } from '../mark';
import { noted, type Finding, type SetUpStep, type World } from '../set-up-step';
import { PERMISSION_SCHEME } from './permission-scheme';
import { SCREENS_BY_WORK_TYPE } from './screen-schemes';
import { WORK_TYPE_SCHEME } from './work-type-scheme';
import { WORKFLOW_SCHEME } from './workflow-scheme';

const WANTED = {
  key: 'GOV',
  name: 'Governance',
  description: marked('Security responsibilities, requests and approvals.'),
};

/** The space itself, led by the administrator who runs set-up. */
export const PROJECT_STEP: SetUpStep = {
  key: 'project',
  title: `Space ${WANTED.name} (${WANTED.key})`,
  specification: () => WANTED,
  async inspect(world) {
    const { site, memory } = world;
    const remembered = memory.projectId === undefined ? undefined : await site.project(memory.projectId);
    const project = remembered ?? (await site.project(WANTED.key));
    if (project && (remembered || isOurs(project))) return keep(world, project);
    return project ? [keyTaken()] : [creation(world)];
  },
};

/** The space may be renamed, and its key changed: what matters is which one it is. */
function keep({ memory }: World, { id, key }: Project): Finding[] {
  memory.projectId = id;
  memory.projectKey = key;
  return [];
}

function keyTaken(): Finding {
  const { key } = WANTED;
  return {
    text: `The key ${key} is taken by a space that Remit did not make`,
    obstacle: { code: 'NAME_TAKEN', what: 'space with the key', name: key },
  };
}

function creation(world: World): Finding {
  const { site, memory } = world;
  return {
    text: `Create the space ${WANTED.name} (${WANTED.key})`,
    perform: async () => {
      memory.projectId = await site.createProject(newProject(world));
      memory.projectKey = WANTED.key;
    },
  };
}

function newProject({ memory: { made }, administrator }: World): NewProject {
  return {
    ...WANTED,
    lead: noted(administrator ?? undefined, 'administrator'),
    workTypeSchemeId: noted(made[WORK_TYPE_SCHEME], WORK_TYPE_SCHEME),
    workTypeScreenSchemeId: noted(made[SCREENS_BY_WORK_TYPE], SCREENS_BY_WORK_TYPE),
    workflowSchemeId: noted(made[WORKFLOW_SCHEME], WORKFLOW_SCHEME),
    permissionSchemeId: noted(made[PERMISSION_SCHEME], PERMISSION_SCHEME),
  };
}
