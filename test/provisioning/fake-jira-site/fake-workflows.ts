import type { SiteWorkflows } from '../../../src/provisioning/ports/jira-site';
import { add, one, read, rename, type FakeSite, type FakeState } from './fake-state';
import { FakeRefusal } from './fake-writes';

export function workflowsOf(fake: FakeSite): SiteWorkflows {
  const { statuses, workflows, workflowSchemes } = fake.state;
  const version = (versionNumber: number) => ({ id: `version-${String(versionNumber)}`, versionNumber });
  return {
    statuses: () => read(statuses),
    createStatus: status => fake.write('createStatus', () => add(fake, statuses, status)),
    changeStatus: status =>
      fake.write('changeStatus', () => void Object.assign(one(statuses, status.id), status)),
    projectsUsingStatus: statusId =>
      read(
        fake.state.projects.map(({ id }) => id).filter(id => statusesOf(fake.state, id).includes(statusId)),
      ),
    workflow: (name, id) =>
      read(
        workflows.find(workflow => workflow.id === id) ?? workflows.find(workflow => workflow.name === name),
      ),
    problemsOfNewWorkflow: () => read([...fake.workflowProblems]),
    createWorkflow: design =>
      fake.write('createWorkflow', () => {
        for (const { id } of design.statuses) one(statuses, id);
        return add(fake, workflows, { ...design, version: version(1) });
      }),
    changeWorkflow: (workflow, design) =>
      fake.write('changeWorkflow', () => {
        const present = one(workflows, workflow.id);
        const { versionNumber } = present.version;
        if (versionNumber !== workflow.version.versionNumber)
          throw new FakeRefusal('The workflow has changed.');
        Object.assign(present, design, { version: version(versionNumber + 1) });
      }),
    workflowSchemes: () => read(workflowSchemes),
    createWorkflowScheme: scheme =>
      fake.write('createWorkflowScheme', () => {
        for (const name of Object.values(scheme.workflows)) {
          if (!workflows.some(workflow => workflow.name === name))
            throw new FakeRefusal(`No workflow ${name}.`);
        }
        return add(fake, workflowSchemes, scheme);
      }),
    nameWorkflowScheme: scheme =>
      fake.write('nameWorkflowScheme', () => {
        rename(workflowSchemes, scheme);
      }),
    setWorkflow: (schemeId, workTypeId, workflow) =>
      fake.write('setWorkflow', () => {
        if (!workflows.some(({ name }) => name === workflow))
          throw new FakeRefusal(`No workflow ${workflow}.`);
        const scheme = one(workflowSchemes, schemeId);
        scheme.workflows = { ...scheme.workflows, [workTypeId]: workflow };
      }),
  };
}

/** Ids of the statuses in the workflows of a space. */
function statusesOf({ projects, workflowSchemes, workflows }: FakeState, projectId: string): string[] {
  const scheme = projects.find(({ id }) => id === projectId)?.['workflowSchemeId'];
  const names = Object.values(workflowSchemes.find(({ id }) => id === scheme)?.workflows ?? {});
  return workflows
    .filter(({ name }) => names.includes(name))
    .flatMap(({ statuses }) => statuses.map(({ id }) => id));
}
