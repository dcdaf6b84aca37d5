import type { NewProject, Project, SpaceSchemes } from '../../ports/jira-site';
import { isOurs, marked } from '../../domain/mark';
import { noted, type Change, type Finding, type SetUpStep, type World } from '../set-up-step';
import { PERMISSION_SCHEME } from './permission-scheme-step';
import { SCREENS_BY_WORK_TYPE } from './screen-schemes-step';
import { WORK_TYPE_SCHEME } from './work-type-scheme-step';
import { WORKFLOW_SCHEME } from './workflow-scheme-step';

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
    if (project && (remembered || isOurs(project))) {
      keep(world, project);
      return switchedSchemes(world, project);
    }
    return project ? [keyTaken()] : [creation(world)];
  },
};

/** The space may be renamed, and its key changed: what matters is which one it is. */
function keep({ memory }: World, { id, key }: Project): void {
  memory.projectId = id;
  memory.projectKey = key;
}

/** Each kind of scheme: where set-up notes its own, and what it says, for people. */
const SCHEMES = {
  workTypeScheme: { place: WORK_TYPE_SCHEME, says: 'work types it has' },
  workTypeScreenScheme: { place: SCREENS_BY_WORK_TYPE, says: 'screens its work types have' },
  workflowScheme: { place: WORKFLOW_SCHEME, says: 'workflows its work types have' },
  permissionScheme: { place: PERMISSION_SCHEME, says: 'permissions people have in it' },
} as const satisfies Record<keyof SpaceSchemes, { place: string; says: string }>;

/** Schemes that were made for the space, in place of which somebody gave it others. */
async function switchedSchemes({ site, memory: { made } }: World, project: Project): Promise<Change[]> {
  const present = await site.schemesOfProject(project.id);
  const kinds = Object.keys(SCHEMES) as (keyof SpaceSchemes)[];
  return kinds
    .filter(kind => present[kind] !== made[SCHEMES[kind].place])
    .map(kind => ({
      text: `Give the space ${project.name} back the scheme of Remit that says which ${SCHEMES[kind].says}`,
      perform: () => {
        const { place } = SCHEMES[kind];
        return site.setSchemeOfProject(project.id, kind, noted(made[place], place));
      },
    }));
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
