import {
  isMovedByApp,
  keepsFromBeneficiary,
  resolutionsOf,
  type WorkType,
} from '../../../domain/work-type/work-type';
import type { Workflow, WorkflowDesign } from '../../domain/workflow/workflow';
import { isManaged } from '../../domain/managed-mark';
import {
  required,
  type PlanEntry,
  type Notice,
  type ProvisioningStep,
  type StepContext,
} from '../provisioning-step';
import {
  keepingWhatIsThere,
  managedPostFunctions,
  postFunctionsInWords,
} from '../../domain/workflow/post-functions';
import { workflowDesign, workflowName, workflowSpecification } from '../../domain/workflow/workflow-design';
import { differences } from '../../domain/workflow/workflow-differences';
import { screenName } from '../../domain/screen-design';
import { APP_ACCOUNT } from './app-account-step';
import { APPS_ROLE } from './apps-role-step';
import { resolutionKey } from './resolutions-step';
import { screenKey } from './screens-step';
import { say } from '../../../domain/shared/sentence';

/** The workflow of one work type, with the condition and the validator of every transition. */
export function workflowStep(workType: WorkType): ProvisioningStep {
  return {
    key: `workflow: ${workType.name}`,
    title: say`Workflow of ${workType.name}`,
    specification: ({ app }) => [workflowSpecification(workType), app],
    async plan(context) {
      const workflow = await findWorkflow(context, workType);
      return workflow ? planWorkflow(context, workType, workflow) : creation(context, workType);
    },
  };
}

/** What the workflow of a work type is called on this site: Jira lets administrators rename it, and no one by REST. */
export async function currentWorkflowName(context: StepContext, workType: WorkType): Promise<string> {
  return (await findWorkflow(context, workType))?.name ?? workflowName(workType);
}

function findWorkflow({ site, state }: StepContext, workType: WorkType): Promise<Workflow | undefined> {
  return site.workflow(workflowName(workType), state.resources[workflowKey(workType)]);
}

/** The key in the state of a work type's workflow. */
export function workflowKey({ name }: WorkType): string {
  return `workflow ${name}`;
}

async function creation({ site, ...context }: StepContext, workType: WorkType): Promise<PlanEntry[]> {
  const name = workflowName(workType);
  const design = () => designOf({ site, ...context }, workType);
  const problems = isKnown({ site, ...context }, workType) ? await site.problemsOfNewWorkflow(design()) : [];
  if (problems.length > 0) {
    const text = say`Jira does not accept the workflow ${name}: ${problems.join('; ')}`;
    return [{ text, blocker: { code: 'WORKFLOW_NOT_ACCEPTED', name, problems } }];
  }
  const apply = async () => {
    context.state.resources[workflowKey(workType)] = await site.createWorkflow(design());
  };
  return [{ text: say`Create the workflow ${name}`, apply }];
}

function planWorkflow(context: StepContext, workType: WorkType, workflow: Workflow): PlanEntry[] {
  const { name } = workflow;
  if (!isManaged(workflow) && workflow.id !== context.state.resources[workflowKey(workType)]) {
    const text = say`The name ${name} is taken by a workflow that Remit did not create`;
    return [{ text, blocker: { code: 'NAME_TAKEN', what: 'workflow', name } }];
  }
  context.state.resources[workflowKey(workType)] = workflow.id;
  const different = isKnown(context, workType) ? differences(workflow, designOf(context, workType)) : ['ids'];
  const notices = noticesOf(workType, workflow);
  if (different.length === 0) return notices;
  const apply = () =>
    context.site.changeWorkflow(workflow, keepingWhatIsThere(designOf(context, workType), workflow));
  return [...notices, { text: say`Restore the workflow ${name} (${different.join('; ')})`, apply }];
}

function noticesOf(workType: WorkType, workflow: Workflow): Notice[] {
  const { name } = workflow;
  const specified = workflowName(workType);
  const renamed = say`The workflow ${specified} is called ${name} now; Remit uses its id`;
  const isManaged = managedPostFunctions(workflowSpecification(workType));
  const texts = [...(name === specified ? [] : [renamed]), ...postFunctionsInWords(workflow, isManaged)];
  return texts.map(text => ({ text, leftAsItIs: true }));
}

/** The workflow as set-up makes it on this site; undefined until all that it refers to is there. */
export function knownDesign(context: StepContext, workType: WorkType): WorkflowDesign | undefined {
  return isKnown(context, workType) ? designOf(context, workType) : undefined;
}

function designOf({ state }: StepContext, workType: WorkType): WorkflowDesign {
  return workflowDesign(workType, {
    status: name => required(state.statuses[name], `status ${name}`),
    field: name => required(state.fields[name], `field ${name}`),
    screen: name => required(state.resources[screenKey(name)], `screen ${name}`),
    resolution: name => required(state.resources[resolutionKey(name)], `resolution ${name}`),
    appsRole: () => required(state.resources[APPS_ROLE], APPS_ROLE),
    appAccount: () => required(state.resources[APP_ACCOUNT], APP_ACCOUNT),
  });
}

/** Whether everything that the workflow refers to is there: on an empty site a plan comes before it is. */
function isKnown({ state }: StepContext, workType: WorkType): boolean {
  const { statuses, transitions } = workType;
  const editors = statuses.flatMap(status => status.editors ?? []);
  const screens = transitions.filter(({ screenFields }) => screenFields.length > 0);
  const fields = [
    'accountable',
    'performer',
    ...(keepsFromBeneficiary(workType) ? (['beneficiary'] as const) : []),
    ...transitions.flatMap(({ requiredFields = [] }) => requiredFields),
    ...editors.filter(editor => editor !== 'assignee'),
  ] as const;
  const resources = [
    ...screens.map(({ name }) => screenKey(screenName(workType, name))),
    ...resolutionsOf([workType]).map(resolutionKey),
    ...(isMovedByApp(workType) ? [APP_ACCOUNT] : []),
    ...(statuses.some(status => status.editors) ? [APPS_ROLE] : []),
  ];
  return (
    statuses.every(({ name }) => state.statuses[name] !== undefined) &&
    fields.every(name => state.fields[name] !== undefined) &&
    resources.every(key => state.resources[key] !== undefined)
  );
}
