import { describe, expect, it } from '@jest/globals';
import { provisionedSite, workflowPayload, type ProvisionedSite } from './provisioned.ts';

const SPACE = { key: 'SEC', name: 'Security', projectTypeKey: 'business', leadAccountId: 'admin' };

describe('who may create spaces and workflows', () => {
  const workflows = (site: ProvisionedSite) => {
    const payload = workflowPayload(site.ids);
    return { ...payload, workflows: payload.workflows.map(workflow => ({ ...workflow, name: 'Another' })) };
  };

  it('the app may, as itself, where the site lets it', async () => {
    const site = await provisionedSite();
    expect((await site.call('POST', 'project', SPACE, 'app')).status).toBe(201);
    expect((await site.call('POST', 'workflows/create', workflows(site), 'app')).status).toBe(200);
  });

  it('the app may not where the site does not let it, but an administrator still may', async () => {
    const site = await provisionedSite({ appMayCreateProjectsAndWorkflows: false });
    expect((await site.call('POST', 'project', SPACE, 'app')).status).toBe(403);
    expect((await site.call('POST', 'workflows/create', workflows(site), 'app')).status).toBe(401);
    expect((await site.call('POST', 'issuetype', { name: 'Review' }, 'app')).status).toBe(201);
    expect((await site.call('POST', 'project', SPACE)).status).toBe(201);
    expect((await site.call('POST', 'workflows/create', workflows(site))).status).toBe(200);
  });
});

describe('a space', () => {
  it('has the schemes that it was made with', async () => {
    const { site, ids } = await provisionedSite();
    expect(site.context.records.projects.get(ids.project)).toMatchObject({
      issueTypeSchemeId: ids.issueTypeScheme,
      issueTypeScreenSchemeId: ids.issueTypeScreenScheme,
      workflowSchemeId: ids.workflowScheme,
      permissionSchemeId: ids.permissionScheme,
    });
  });

  it('is shown to who may browse it and to no one else', async () => {
    const { call, ok, ids } = await provisionedSite();
    expect((await call('GET', 'project/GOV', undefined, 'engineer')).status).toBe(200);
    await ok('PUT', `permissionscheme/${ids.permissionScheme}`, { name: 'GOV permissions', permissions: [] });
    expect((await call('GET', 'project/GOV', undefined, 'engineer')).status).toBe(404);
    expect(await call('GET', 'project/search', undefined, 'engineer')).toMatchObject({ body: { total: 0 } });
    expect(await call('GET', 'project/search')).toMatchObject({ body: { total: 1 } });
  });

  it('is found by its id and its key, exactly', async () => {
    const { call, ids } = await provisionedSite();
    expect((await call('GET', `project/${ids.project}`)).status).toBe(200);
    expect((await call('GET', 'project/gov')).status).toBe(404);
    expect(await call('GET', 'project/search?keys=GO')).toMatchObject({ body: { total: 0 } });
    expect(await call('GET', 'project/search?query=go')).toMatchObject({ body: { total: 1 } });
  });

  it('takes its work items with it when it goes', async () => {
    const { call, site, ids } = await provisionedSite();
    const { records } = site.context;
    records.issues.put(ticket(ids));
    records.comments.put({
      id: '1',
      issueId: '1',
      author: 'admin',
      body: {},
      created: '',
      updated: '',
      properties: [],
    });
    expect((await call('DELETE', 'project/GOV')).status).toBe(204);
    expect([records.issues.all(), records.comments.all(), records.projects.all()]).toEqual([[], [], []]);
  });
});

describe('the workflow scheme of a space', () => {
  it('changes at once while the space is empty', async () => {
    const { call, ids } = await provisionedSite();
    const body = { projectId: ids.project, workflowSchemeId: '10000' };
    expect((await call('PUT', 'workflowscheme/project', body)).status).toBe(204);
    expect(await call('GET', `workflowscheme/project?projectId=${ids.project}`)).toMatchObject({
      body: { values: [{ workflowScheme: { id: 10000 }, projectIds: [ids.project] }] },
    });
  });

  it('changes by a task once there are work items, which keep their statuses', async () => {
    const { call, ok, site, ids } = await provisionedSite();
    site.context.records.issues.put(ticket(ids));
    const body = { projectId: ids.project, workflowSchemeId: ids.workflowScheme };
    expect((await call('PUT', 'workflowscheme/project', body)).status).toBe(400);

    const { id } = await ok<{ id: number }>('POST', 'workflowscheme', {
      name: 'New',
      issueTypeMappings: { [ids.issueType]: ids.workflow.name },
    });
    const started = await call('POST', 'workflowscheme/project/switch', {
      projectId: ids.project,
      targetSchemeId: String(id),
    });
    expect(started).toMatchObject({
      status: 303,
      headers: { location: expect.stringContaining('/rest/api/3/task/') },
    });
    const task = (started.body as { id: string }).id;
    expect(site.context.records.projects.get(ids.project)?.workflowSchemeId).toBe(ids.workflowScheme);
    expect(await call('GET', `task/${task}`)).toMatchObject({ body: { status: 'ENQUEUED', progress: 0 } });
    await site.idle();
    expect(await call('GET', `task/${task}`)).toMatchObject({ body: { status: 'COMPLETE', progress: 100 } });
    expect(site.context.records.projects.get(ids.project)?.workflowSchemeId).toBe(String(id));
    expect((await call('GET', `task/${task}`, undefined, 'engineer')).status).toBe(403);
  });

  it('refuses without mappings to leave work items in statuses that the new workflow lacks', async () => {
    const { site, ids } = await provisionedSite();
    site.context.records.issues.put(ticket(ids));
    const answer = await site.handle({
      method: 'POST',
      path: '/rest/api/3/workflowscheme/project/switch',
      body: { projectId: ids.project, targetSchemeId: '10000' },
      identity: { kind: 'user', accountId: 'admin' },
    });
    expect(answer).toMatchObject({
      status: 400,
      body: { errorMessages: [expect.stringContaining('GOV-1')] },
    });
  });

  it('cannot be edited or deleted while the space has it', async () => {
    const { call, ok, ids } = await provisionedSite();
    expect((await call('PUT', `workflowscheme/${ids.workflowScheme}`, { description: 'd' })).status).toBe(
      400,
    );
    expect((await call('DELETE', `workflowscheme/${ids.workflowScheme}`)).status).toBe(400);
    await ok('PUT', 'workflowscheme/project', { projectId: ids.project });
    expect((await call('PUT', `workflowscheme/${ids.workflowScheme}`, { description: 'd' })).status).toBe(
      200,
    );
    expect((await call('DELETE', `workflowscheme/${ids.workflowScheme}`)).status).toBe(204);
  });
});

describe('the work type scheme of a space', () => {
  it('keeps the types of the work items in it', async () => {
    const { refused, call, site, ids } = await provisionedSite();
    const body = { projectId: ids.project, issueTypeSchemeId: '10000' };
    const { id } = (await call('POST', 'issuetypescheme', { name: 'Without', issueTypeIds: ['10002'] }))
      .body as Record<string, string>;
    expect(id).toBeUndefined();
    const without = site.context.records.issueTypeSchemes.find(({ name }) => name === 'Without')?.id;
    site.context.records.issues.put(ticket(ids));
    expect(
      (await refused('PUT', 'issuetypescheme/project', { ...body, issueTypeSchemeId: without })).status,
    ).toBe(400);
    expect((await call('PUT', 'issuetypescheme/project', body)).status).toBe(204);
  });
});

function ticket(ids: ProvisionedSite['ids']) {
  return {
    id: '1',
    key: 'GOV-1',
    projectId: ids.project,
    issueTypeId: ids.issueType,
    statusId: ids.statuses.requested,
    created: '2026-11-01T00:00:00.000Z',
    updated: '2026-11-01T00:00:00.000Z',
    creator: 'admin',
    fields: {},
    properties: {},
  };
}
