import { keepsFromBeneficiary, type WorkType } from '../../../domain/work-type/work-type';
import type { Workflow, WorkflowDesign } from '../../ports/jira-site';
import { isOurs } from '../../domain/mark';
import { noted, type Finding, type Notice, type SetUpStep, type World } from '../set-up-step';
import { keepingWhatIsThere, postFunctionsInWords } from '../../domain/workflow/post-functions';
import { workflowDesign, workflowName, workflowSpecification } from '../../domain/workflow/workflow-design';
import { differences } from '../../domain/workflow/workflow-differences';
import { screenKey, screenName } from './screens-step';

/** The workflow of one work type, with the condition and the validator of every transition. */
export function workflowStep(workType: WorkType): SetUpStep {
  return {
    key: `workflow: ${workType.name}`,
    title: `Workflow of ${workType.name}`,
    specification: ({ app }) => [workflowSpecification(workType), app],
    async inspect(world) {
      const workflow = await findWorkflow(world, workType);
      return workflow ? inspectWorkflow(world, workType, workflow) : creation(world, workType);
    },
  };
}

/** What the workflow of a work type is called on this site: Jira lets administrators rename it, and nobody by REST. */
export async function currentWorkflowName(world: World, workType: WorkType): Promise<string> {
  return (await findWorkflow(world, workType))?.name ?? workflowName(workType);
}

function findWorkflow({ site, memory }: World, workType: WorkType): Promise<Workflow | undefined> {
  return site.workflow(workflowName(workType), memory.made[workflowKey(workType)]);
}

/** The place in set-up's memory of a work type's workflow. */
export function workflowKey({ name }: WorkType): string {
  return `workflow ${name}`;
}

async function creation({ site, ...world }: World, workType: WorkType): Promise<Finding[]> {
  const name = workflowName(workType);
  const design = () => designOf({ site, ...world }, workType);
  const problems = isKnown({ site, ...world }, workType) ? await site.problemsOfNewWorkflow(design()) : [];
  if (problems.length > 0) {
    const text = `Jira does not accept the workflow ${name}: ${problems.join('; ')}`;
    return [{ text, obstacle: { code: 'WORKFLOW_NOT_ACCEPTED', name, problems } }];
  }
  const perform = async () => {
    world.memory.made[workflowKey(workType)] = await site.createWorkflow(design());
  };
  return [{ text: `Create the workflow ${name}`, perform }];
}

function inspectWorkflow(world: World, workType: WorkType, workflow: Workflow): Finding[] {
  const { name } = workflow;
  if (!isOurs(workflow) && workflow.id !== world.memory.made[workflowKey(workType)]) {
    const text = `The name ${name} is taken by a workflow that Remit did not make`;
    return [{ text, obstacle: { code: 'NAME_TAKEN', what: 'workflow', name } }];
  }
  world.memory.made[workflowKey(workType)] = workflow.id;
  const different = isKnown(world, workType) ? differences(workflow, designOf(world, workType)) : ['ids'];
  const notices = noticesOf(workType, workflow);
  if (different.length === 0) return notices;
  const perform = () =>
    world.site.changeWorkflow(workflow, keepingWhatIsThere(designOf(world, workType), workflow));
  return [
    ...notices,
    { text: `Put the workflow ${name} back as specified (${different.join('; ')})`, perform },
  ];
}

function noticesOf(workType: WorkType, workflow: Workflow): Notice[] {
  const { name } = workflow;
  const specified = workflowName(workType);
  const renamed = `The workflow ${specified} is called ${name} now; Remit knows it by its id`;
  const texts = [...(name === specified ? [] : [renamed]), ...postFunctionsInWords(workflow)];
  return texts.map(text => ({ text, leftAsItIs: true }));
}

function designOf({ memory }: World, workType: WorkType): WorkflowDesign {
  return workflowDesign(workType, {
    status: name => noted(memory.statuses[name], `status ${name}`),
    field: name => noted(memory.fields[name], `field ${name}`),
    screen: name => noted(memory.made[screenKey(name)], `screen ${name}`),
  });
}

/** Whether everything that the workflow refers to is there: on an empty site a plan comes before it is. */
function isKnown({ memory }: World, workType: WorkType): boolean {
  const screens = workType.transitions.filter(({ screenFields }) => screenFields.length > 0);
  return (
    workType.statuses.every(({ name }) => memory.statuses[name] !== undefined) &&
    screens.every(({ name }) => memory.made[screenKey(screenName(workType, name))] !== undefined) &&
    memory.fields.accountable !== undefined &&
    memory.fields.performer !== undefined &&
    (!keepsFromBeneficiary(workType) || memory.fields.beneficiary !== undefined)
  );
}
