import type { WorkType } from '../../../domain/work-type/work-type';
import type { WorkflowScheme } from '../../ports/jira-site';
import { marked } from '../../domain/mark';
import { findThing, note } from '../managed-resource';
import { noted, type Change, type SetUpStep, type World } from '../set-up-step';
import { workflowName } from '../../domain/workflow/workflow-design';
import { currentWorkflowName } from './workflow-step';

export const WORKFLOW_SCHEME = 'workflow scheme';

const WANTED = {
  name: 'Remit: workflows by work type',
  description: marked('Which workflow each work type has.'),
};

/** Jira's own workflow, for work types that the space does not have. */
const DEFAULT_WORKFLOW = 'jira';

/** Which workflow each work type has. */
export function workflowSchemeStep(workTypes: readonly WorkType[]): SetUpStep {
  return {
    key: 'workflow-scheme',
    title: 'Workflows by work type',
    specification: () => [WANTED, workTypes.map(workType => [workType.name, workflowName(workType)])],
    async inspect(world) {
      const { site, memory } = world;
      const create = async () => site.createWorkflowScheme(await schemeOf(world, workTypes));
      const restore = (id: string) => site.nameWorkflowScheme({ ...WANTED, id });
      const place = note(memory.made, WORKFLOW_SCHEME);
      const candidates = await site.workflowSchemes();
      const { thing, findings } = findThing(
        { ...WANTED, what: 'workflow scheme', create, restore },
        candidates,
        place,
      );
      return thing ? [...findings, ...(await assignments(world, workTypes, thing))] : findings;
    },
  };
}

async function schemeOf(world: World, workTypes: readonly WorkType[]): Promise<Omit<WorkflowScheme, 'id'>> {
  const entries = workTypes.map(
    async workType => [idOf(world, workType), await currentWorkflowName(world, workType)] as const,
  );
  return {
    ...WANTED,
    defaultWorkflow: DEFAULT_WORKFLOW,
    workflows: Object.fromEntries(await Promise.all(entries)),
  };
}

/**
 * Work types that have another workflow in the scheme, or none, as after an upgrade. Where the tickets of a space would
 * have to move to other statuses, Jira refuses it, and says so: an administrator decides that.
 */
async function assignments(
  world: World,
  workTypes: readonly WorkType[],
  scheme: WorkflowScheme,
): Promise<Change[]> {
  const changes: Change[] = [];
  for (const workType of workTypes) {
    const present = scheme.workflows[world.memory.workTypes[workType.name] ?? ''];
    const wanted = await currentWorkflowName(world, workType);
    if (present !== wanted) changes.push(assignment(world, workType, scheme, present));
  }
  return changes;
}

function assignment(
  world: World,
  workType: WorkType,
  scheme: WorkflowScheme,
  present: string | undefined,
): Change {
  const instead = present === undefined ? '' : ` back in place of ${present}`;
  return {
    text: `Give the work type ${workType.name} its workflow${instead}`,
    perform: async () => {
      const workflow = await currentWorkflowName(world, workType);
      await world.site.setWorkflow(scheme.id, idOf(world, workType), workflow);
    },
  };
}

function idOf({ memory }: World, { name }: WorkType): string {
  return noted(memory.workTypes[name], `work type ${name}`);
}
