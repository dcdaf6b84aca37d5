import type { WorkType } from '../../../domain/work-type/work-type';
import type { WorkflowScheme } from '../../ports/site-workflows';
import { marked } from '../../domain/managed-mark';
import { findManaged, stateEntry } from '../managed-resource';
import { required, type PlannedChange, type ProvisioningStep, type StepContext } from '../provisioning-step';
import { workflowName } from '../../domain/workflow/workflow-design';
import { currentWorkflowName } from './workflow-step';
import { say } from '../../../domain/shared/sentence';

export const WORKFLOW_SCHEME = 'workflow scheme';

const WANTED = {
  name: 'Remit: workflows by work type',
  description: marked('Which workflow each work type has.'),
};

/** Jira's own workflow, for work types that the space does not have. */
const DEFAULT_WORKFLOW = 'jira';

/** Which workflow each work type has. */
export function workflowSchemeStep(workTypes: readonly WorkType[]): ProvisioningStep {
  return {
    key: 'workflow-scheme',
    title: 'Workflows by work type',
    specification: () => [WANTED, workTypes.map(workType => [workType.name, workflowName(workType)])],
    async plan(context) {
      const { site, state } = context;
      const create = async () => site.createWorkflowScheme(await schemeOf(context, workTypes));
      const restore = (id: string) => site.nameWorkflowScheme({ ...WANTED, id });
      const entry = stateEntry(state.resources, WORKFLOW_SCHEME);
      const candidates = await site.workflowSchemes();
      const { found, plan } = findManaged(
        { ...WANTED, what: 'workflow scheme', create, restore },
        candidates,
        entry,
      );
      return found ? [...plan, ...(await assignments(context, workTypes, found))] : plan;
    },
  };
}

async function schemeOf(
  context: StepContext,
  workTypes: readonly WorkType[],
): Promise<Omit<WorkflowScheme, 'id'>> {
  const entries = workTypes.map(
    async workType => [idOf(context, workType), await currentWorkflowName(context, workType)] as const,
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
  context: StepContext,
  workTypes: readonly WorkType[],
  scheme: WorkflowScheme,
): Promise<PlannedChange[]> {
  const changes: PlannedChange[] = [];
  for (const workType of workTypes) {
    const present = scheme.workflows[context.state.workTypes[workType.name] ?? ''];
    const wanted = await currentWorkflowName(context, workType);
    if (present !== wanted) changes.push(assignment(context, workType, scheme, present));
  }
  return changes;
}

function assignment(
  context: StepContext,
  workType: WorkType,
  scheme: WorkflowScheme,
  present: string | undefined,
): PlannedChange {
  const instead = present === undefined ? '' : say` in place of ${present}`;
  return {
    text: say`Assign its workflow to the work type ${workType.name}${instead}`,
    apply: async () => {
      const workflow = await currentWorkflowName(context, workType);
      await context.site.setWorkflow(scheme.id, idOf(context, workType), workflow);
    },
  };
}

function idOf({ state }: StepContext, { name }: WorkType): string {
  return required(state.workTypes[name], `work type ${name}`);
}
