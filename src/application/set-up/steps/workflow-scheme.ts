import type { WorkType } from '../../../domain/work-type/work-type';
import type { WorkflowScheme } from '../../../ports/jira-site';
import { marked } from '../mark';
import { findThing, note } from '../named-thing';
import { WORK_TYPE_SCHEME } from './work-type-scheme';
import { noted, type Change, type Finding, type SetUpStep, type World } from '../set-up-step';
import { workflowName } from '../workflow/workflow-design';

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
      const create = () => site.createWorkflowScheme(schemeOf(world, workTypes));
      const place = note(memory.made, WORKFLOW_SCHEME);
      const candidates = await site.workflowSchemes();
      const { thing, findings } = findThing(
        { ...WANTED, what: 'workflow scheme', create },
        candidates,
        place,
      );
      if (!thing) return findings;
      const unassigned = await workTypesToCome(world, workTypes, thing);
      const known = workTypes.filter(workType => !unassigned.includes(workType));
      return [
        ...findings,
        ...unassigned.map(workType => addition(world, workType, thing)),
        ...assignedOtherwise(world, known, thing),
      ];
    },
  };
}

function schemeOf({ memory }: World, workTypes: readonly WorkType[]): Omit<WorkflowScheme, 'id'> {
  const entries = workTypes.map(workType => [
    noted(memory.workTypes[workType.name], `work type ${workType.name}`),
    workflowName(workType),
  ]);
  return {
    ...WANTED,
    defaultWorkflow: DEFAULT_WORKFLOW,
    workflows: Object.fromEntries(entries) as Record<string, string>,
  };
}

/**
 * Work types that neither the scheme nor the space knows, as after an upgrade: they come into the space after this
 * step, so that no ticket of theirs can be in another workflow.
 */
async function workTypesToCome(
  { site, memory }: World,
  workTypes: readonly WorkType[],
  scheme: WorkflowScheme,
): Promise<WorkType[]> {
  const unknown = workTypes.filter(
    ({ name }) => scheme.workflows[memory.workTypes[name] ?? ''] === undefined,
  );
  const spaceScheme = memory.made[WORK_TYPE_SCHEME];
  if (unknown.length === 0 || spaceScheme === undefined) return unknown;
  const present = await site.workTypesOfScheme(spaceScheme);
  return unknown.filter(({ name }) => !present.includes(memory.workTypes[name] ?? ''));
}

function addition({ site, memory }: World, workType: WorkType, scheme: WorkflowScheme): Change {
  const perform = () =>
    site.setWorkflow(
      scheme.id,
      noted(memory.workTypes[workType.name], `work type ${workType.name}`),
      workflowName(workType),
    );
  return { text: `Give the work type ${workType.name} its workflow`, perform };
}

// Giving the tickets of a space another workflow moves them between statuses: an administrator decides that.
function assignedOtherwise(
  { memory }: World,
  workTypes: readonly WorkType[],
  scheme: WorkflowScheme,
): Finding[] {
  return workTypes
    .filter(workType => scheme.workflows[memory.workTypes[workType.name] ?? ''] !== workflowName(workType))
    .map(workType => ({
      text: `The work type ${workType.name} has another workflow than ${workflowName(workType)}`,
      obstacle: {
        code: 'ASSIGNED_OTHERWISE',
        workType: workType.name,
        workflow: workflowName(workType),
        scheme: scheme.name,
      },
    }));
}
