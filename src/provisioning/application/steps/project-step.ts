import type { NewProject, Project, SpaceSchemes } from '../../ports/site-projects';
import { isManaged, marked } from '../../domain/managed-mark';
import {
  required,
  type PlannedChange,
  type PlanEntry,
  type ProvisioningStep,
  type StepContext,
} from '../provisioning-step';
import { PERMISSION_SCHEME } from './permission-scheme-step';
import { SCREENS_BY_WORK_TYPE } from './screen-schemes-step';
import { WORK_TYPE_SCHEME } from './work-type-scheme-step';
import { WORKFLOW_SCHEME } from './workflow-scheme-step';
import { say } from '../../../domain/shared/sentence';

const WANTED = {
  key: 'GOV',
  name: 'Governance',
  description: marked('Security responsibilities, requests and approvals.'),
};

/** The space itself, led by the administrator who applies the step. */
export const PROJECT_STEP: ProvisioningStep = {
  key: 'project',
  title: say`Space ${WANTED.name} (${WANTED.key})`,
  specification: () => WANTED,
  async plan(context) {
    const { site, state } = context;
    const known = state.projectId === undefined ? undefined : await site.project(state.projectId);
    const project = known ?? (await site.project(WANTED.key));
    if (project && (known || isManaged(project))) {
      keep(context, project);
      return switchedSchemes(context, project);
    }
    return project ? [keyTaken()] : [creation(context)];
  },
};

/** The space may be renamed, and its key changed: what matters is which one it is. */
function keep({ state }: StepContext, { id, key }: Project): void {
  state.projectId = id;
  state.projectKey = key;
}

/** Each kind of scheme: its entry in the state, and what it says, for people. */
const SCHEMES = {
  workTypeScheme: { entry: WORK_TYPE_SCHEME, says: 'work types it has' },
  workTypeScreenScheme: { entry: SCREENS_BY_WORK_TYPE, says: 'screens its work types have' },
  workflowScheme: { entry: WORKFLOW_SCHEME, says: 'workflows its work types have' },
  permissionScheme: { entry: PERMISSION_SCHEME, says: 'permissions people have in it' },
} as const satisfies Record<keyof SpaceSchemes, { entry: string; says: string }>;

/** Our schemes that someone replaced by others. */
async function switchedSchemes(
  { site, state: { resources } }: StepContext,
  project: Project,
): Promise<PlannedChange[]> {
  const present = await site.schemesOfProject(project.id);
  const kinds = Object.keys(SCHEMES) as (keyof SpaceSchemes)[];
  return kinds
    .filter(kind => present[kind] !== resources[SCHEMES[kind].entry])
    .map(kind => ({
      text: say`Restore the scheme of the space ${project.name} that defines which ${SCHEMES[kind].says}`,
      apply: () => {
        const { entry } = SCHEMES[kind];
        return site.setSchemeOfProject(project.id, kind, required(resources[entry], entry));
      },
    }));
}

function keyTaken(): PlanEntry {
  const { key } = WANTED;
  return {
    text: say`The key ${key} is taken by a space that Remit did not create`,
    blocker: { code: 'NAME_TAKEN', what: 'space with the key', name: key },
  };
}

function creation(context: StepContext): PlanEntry {
  const { site, state } = context;
  return {
    text: say`Create the space ${WANTED.name} (${WANTED.key})`,
    apply: async () => {
      state.projectId = await site.createProject(newProject(context));
      state.projectKey = WANTED.key;
    },
  };
}

function newProject({ state: { resources }, administrator }: StepContext): NewProject {
  return {
    ...WANTED,
    lead: required(administrator ?? undefined, 'administrator'),
    workTypeSchemeId: required(resources[WORK_TYPE_SCHEME], WORK_TYPE_SCHEME),
    workTypeScreenSchemeId: required(resources[SCREENS_BY_WORK_TYPE], SCREENS_BY_WORK_TYPE),
    workflowSchemeId: required(resources[WORKFLOW_SCHEME], WORKFLOW_SCHEME),
    permissionSchemeId: required(resources[PERMISSION_SCHEME], PERMISSION_SCHEME),
  };
}
