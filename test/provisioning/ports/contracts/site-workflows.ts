import { expect, it } from '@jest/globals';
import type { Resolution } from '../../../../src/domain/work-type/work-type';
import type { WorkflowDesign } from '../../../../src/provisioning/domain/workflow/workflow';
import { workflowDesign } from '../../../../src/provisioning/domain/workflow/workflow-design';
import { differences } from '../../../../src/provisioning/domain/workflow/workflow-differences';
import { houseRule } from '../../../support/builders/house-rule';
import { isRefused, useSite, type OpenSite } from './site-under-test.ts';

const WORK_TYPE = houseRule();

/** Statuses, resolutions, workflows, and the schemes that give them to work types. */
export function workflowsContract(open: OpenSite): void {
  const opened = useSite(open);

  /** What a workflow names is made first, and the workflow designed by its ids. */
  async function designed(): Promise<WorkflowDesign> {
    const { site } = opened();
    const statuses = new Map<string, string>();
    for (const { name, category } of WORK_TYPE.statuses)
      statuses.set(name, await site.createStatus({ name: `House: ${name}`, category, description: '' }));
    const people = await site.createField({ name: 'Who', description: '', type: 'user' });
    const day = await site.createField({ name: 'Effective date', description: '', type: 'date' });
    const screen = await site.createScreen({ name: 'House: Post', description: '' });
    const resolutions = new Map<Resolution, string>();
    for (const name of ['Done', "Won't Do"] as const)
      resolutions.set(name, await site.createResolution({ name: `House: ${name}`, description: '' }));
    const appAccount = await site.appAccount();
    const [appsRole] = await site.projectRoles();
    const design = workflowDesign(WORK_TYPE, {
      status: name => statuses.get(name) ?? '',
      field: name => (name === 'effectiveDate' ? day : people),
      screen: () => screen,
      resolution: name => resolutions.get(name) ?? '',
      appsRole: () => appsRole?.id ?? '',
      appAccount: () => appAccount,
    });
    const namedAsThere = design.statuses.map(one => ({ ...one, name: `House: ${one.name}` }));
    return { ...design, statuses: namedAsThere };
  }

  it('has statuses, each of its own name, in the category that they were given', async () => {
    const { site } = opened();
    const status = { name: 'Waiting', description: 'For someone.', category: 'in progress' } as const;
    const id = await site.createStatus(status);
    expect(await site.statuses()).toContainEqual({ ...status, id });
    await site.changeStatus({ ...status, id, name: 'Over', category: 'done' });
    expect(await site.statuses()).toContainEqual({ ...status, id, name: 'Over', category: 'done' });
    expect(await isRefused(site, site.createStatus({ ...status, name: 'Over' }))).toBe(true);
    expect(await site.projectsUsingStatus(id)).toEqual([]);
  });

  it('has resolutions, each of its own name', async () => {
    const { site } = opened();
    const resolution = { name: 'Lapsed', description: 'No one wanted it.' };
    const id = await site.createResolution(resolution);
    expect(await site.resolutions()).toContainEqual({ ...resolution, id });
    expect(await isRefused(site, site.createResolution(resolution))).toBe(true);
  });

  it('has a workflow as it was designed, with every rule of it', async () => {
    const { site } = opened();
    const design = await designed();
    expect(await site.problemsOfNewWorkflow(design)).toEqual([]);
    const id = await site.createWorkflow(design);
    const found = await site.workflow(design.name);
    if (!found) throw new Error('There is no workflow.');
    expect(found).toMatchObject({ id, name: design.name });
    expect(differences(found, design)).toEqual([]);
    expect(found.transitions.map(({ name, postFunctions }) => [name, postFunctions])).toEqual(
      design.transitions.map(({ name, postFunctions }) => [name, postFunctions]),
    );
  });

  it('finds a workflow by its id, whatever it is called, and else by exactly its name', async () => {
    const { site } = opened();
    const design = await designed();
    const id = await site.createWorkflow(design);
    expect(await site.workflow('Another name', id)).toMatchObject({ id });
    expect(await site.workflow(design.name.slice(0, -1))).toBeUndefined();
    expect(await site.workflow(design.name, '00000000-0000-0000-0000-000000000000')).toMatchObject({ id });
  });

  it('has a workflow changed, unless it has changed since it was read', async () => {
    const { site } = opened();
    const design = await designed();
    await site.createWorkflow(design);
    const read = await site.workflow(design.name);
    if (!read) throw new Error('There is no workflow.');
    const transitions = design.transitions.map(one => ({ ...one, conditions: [] }));
    await site.changeWorkflow(read, { ...design, transitions });
    const changed = await site.workflow(design.name);
    expect(changed?.transitions.flatMap(({ conditions }) => conditions)).toEqual([]);
    expect(await isRefused(site, site.changeWorkflow(read, design))).toBe(true);
  });

  it('says which work type has which workflow, and has that changed', async () => {
    const { site } = opened();
    const design = await designed();
    await site.createWorkflow(design);
    const [one, two] = [
      await site.createWorkType({ name: 'Wish', description: '' }),
      await site.createWorkType({ name: 'Plea', description: '' }),
    ];
    const scheme = { name: 'Ours', description: 'Of ours.', defaultWorkflow: 'jira' };
    const id = await site.createWorkflowScheme({ ...scheme, workflows: { [one]: design.name } });
    await site.setWorkflow(id, two, design.name);
    await site.nameWorkflowScheme({ id, name: 'Renamed', description: 'Of others.' });
    const [found] = (await site.workflowSchemes()).filter(other => other.id === id);
    expect(found).toEqual({
      id,
      name: 'Renamed',
      description: 'Of others.',
      defaultWorkflow: 'jira',
      workflows: { [one]: design.name, [two]: design.name },
    });
  });
}
