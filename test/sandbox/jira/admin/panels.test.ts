import { beforeEach, describe, expect, it } from '@jest/globals';
import { provisionedSite, type ProvisionedSite } from './provisioned.ts';

let site: ProvisionedSite;
let issue: string;

beforeEach(async () => {
  site = await provisionedSite();
  // The default scheme, by which everyone who is signed in works on tickets.
  await site.ok('PUT', 'project/GOV/permissionscheme', { id: 0 });
  const fields = { project: { key: 'GOV' }, issuetype: { id: site.ids.issueType }, summary: 'An account' };
  issue = (await site.ok<{ key: string }>('POST', 'issue', { fields })).key;
});

const placed = (person = 'admin') => site.site.panels.on(person, issue);

async function pin(action: 'PIN' | 'UNPIN'): Promise<{ id: string; status: string }> {
  const { panel, project } = site.ids;
  const projectList = [{ projectIdOrKey: project, action }];
  const { taskId } = await site.ok<{ taskId: string }>('POST', 'forge/panel/action/bulk/async', {
    moduleId: panel,
    projectList,
  });
  const { status } = await site.ok<{ status: string }>('GET', `task/${taskId}`);
  return { id: taskId, status };
}

describe('an issue panel of the app', () => {
  it('shows on no work item at first', () => {
    expect(placed()).toEqual([{ moduleKey: 'panel', inProject: false, onIssue: false }]);
  });

  it('shows on every work item once the task of pinning it has ended, and no longer once it is unpinned', async () => {
    const begun = await pin('PIN');
    expect(begun.status).toBe('ENQUEUED');
    expect(placed()).toMatchObject([{ inProject: false }]);
    await site.site.idle();
    expect(await site.ok('GET', `task/${begun.id}`)).toMatchObject({ status: 'COMPLETE' });
    expect(placed()).toMatchObject([{ inProject: true, onIssue: false }]);
    await pin('UNPIN');
    await site.site.idle();
    expect(placed()).toMatchObject([{ inProject: false }]);
  });

  it('is under way for anyone who looks at its task first, though it has long ended', async () => {
    const { panel, project } = site.ids;
    const { taskId } = await site.ok<{ taskId: string }>('POST', 'forge/panel/action/bulk/async', {
      moduleId: panel,
      projectList: [{ projectIdOrKey: project, action: 'UNPIN' }],
    });
    await site.site.idle();
    expect(await site.ok('GET', `task/${taskId}`)).toMatchObject({ status: 'ENQUEUED', progress: 0 });
    expect(await site.ok('GET', `task/${taskId}`)).toMatchObject({ status: 'COMPLETE', progress: 100 });
  });

  it('shows on the one work item that someone adds it to, until it is taken off', () => {
    expect(site.site.panels.put('admin', issue, 'panel', true)).toBe('done');
    expect(placed()).toMatchObject([{ inProject: false, onIssue: true }]);
    expect(site.site.panels.put('admin', issue, 'panel', false)).toBe('done');
    expect(placed()).toMatchObject([{ onIssue: false }]);
  });

  it('is no panel of the app’s, or on no work item: unknown', () => {
    expect(site.site.panels.put('admin', issue, 'other', true)).toBe('unknown');
    expect(site.site.panels.put('admin', 'GOV-99', 'panel', true)).toBe('unknown');
    expect(site.site.panels.on('admin', 'GOV-99')).toBeUndefined();
  });

  it('is pinned by administrators only, and only where there is a project', async () => {
    const path = 'forge/panel/action/bulk/async';
    const projectList = [{ projectIdOrKey: 'GOV', action: 'PIN' }];
    const body = { moduleId: site.ids.panel, projectList };
    expect(await site.call('POST', path, body, 'engineer')).toMatchObject({ status: 403 });
    expect(await site.call('POST', path, { ...body, moduleId: 'ari:other' })).toMatchObject({ status: 400 });
    const nowhere = { ...body, projectList: [{ projectIdOrKey: 'NONE', action: 'PIN' }] };
    const identity = { kind: 'user', accountId: 'admin' } as const;
    const request = { method: 'POST', path: `/rest/api/3/${path}`, body: nowhere, identity };
    expect(await site.site.handle(request)).toMatchObject({ status: 501 });
  });
});
