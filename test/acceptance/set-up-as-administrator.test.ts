import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { RecordedCall } from '../../sandbox/seams.ts';
import { STARTS_WITHIN_MS, TestSandbox } from '../support/sandbox-client.ts';
import { Governance } from './site/governance.ts';
import { appointEveryone, planOf, setUp } from './site/set-up.ts';
import { writes } from './site/writes.ts';

/** What Jira may keep from apps, and keeps from no one who administers it. */
const KEPT_FROM_APPS = ['/rest/api/3/workflows/create', '/rest/api/3/project'];

describe.each([
  ['lets apps create workflows and spaces', true],
  ['keeps that from apps', false],
])('on a site that %s', (_, appMayCreateProjectsAndWorkflows) => {
  let sandbox: TestSandbox;
  let creations: RecordedCall[];

  beforeAll(async () => {
    sandbox = await TestSandbox.start({ empty: true, settings: { appMayCreateProjectsAndWorkflows } });
    const calls = await sandbox.callsDuring(() => setUp(sandbox));
    creations = calls.filter(({ method, path }) => method === 'POST' && KEPT_FROM_APPS.includes(path));
  }, STARTS_WITHIN_MS);
  afterAll(() => sandbox.stop());

  it('set-up comes to its end', async () => {
    expect(await planOf(sandbox)).toEqual({ complete: true, changes: [], notices: [], people: [] });
  });

  it('what was created was created once, by the app where it may and else by the administrator', () => {
    const done = creations.filter(({ status }) => status < 300);
    expect(done.map(({ provider }) => provider)).toEqual(
      done.map(() => (appMayCreateProjectsAndWorkflows ? 'app' : 'user')),
    );
    expect(new Set(done.map(({ path }) => path))).toEqual(new Set(KEPT_FROM_APPS));
    const refused = creations.filter(({ status }) => status === 401 || status === 403);
    expect(refused.length > 0).toBe(!appMayCreateProjectsAndWorkflows);
    expect(refused.every(({ provider }) => provider === 'app')).toBe(true);
    expect(done.filter(({ path }) => path === '/rest/api/3/project')).toHaveLength(1);
  });

  it('a second run writes nothing', async () => {
    const calls = await sandbox.callsDuring(() => setUp(sandbox));
    expect(writes(calls)).toEqual([]);
  });

  it('a request is routed, approved and provisioned', async () => {
    const site = await Governance.of(sandbox);
    await appointEveryone(site);
    const request = await site.approved();
    await request.mustMove('cloud', 'Provision', { 'Account ID': '111122223333' });
    expect(await request.now()).toMatchObject({ status: 'Provisioned' });
  });

  it('gives the space its workflows back although it has tickets, since none of them has to move', async () => {
    const admin = sandbox.as('admin');
    const { values } = workflowSchemes.parse((await admin.get('/rest/api/3/workflowscheme')).body);
    const ours = values.find(({ name }) => name.startsWith('Remit'));
    const copy = { name: 'Copy', description: '', issueTypeMappings: ours?.issueTypeMappings };
    const made = await admin.post('/rest/api/3/workflowscheme', { ...copy, defaultWorkflow: 'jira' });
    const { id: targetSchemeId } = withId.parse(made.body);
    const { id: projectId } = withId.parse((await admin.get('/rest/api/3/project/GOV')).body);
    await admin.post('/rest/api/3/workflowscheme/project/switch', { projectId, targetSchemeId });
    await sandbox.settle();
    expect((await planOf(sandbox)).changes).toEqual([
      'Restore the scheme of the space Governance that defines which workflows its work types have',
    ]);
    await setUp(sandbox);
    expect(await planOf(sandbox)).toMatchObject({ complete: true, changes: [] });
  });

  it('names who holds a role and may not do what it asks', async () => {
    const admin = sandbox.as('admin');
    const { permissionSchemes } = schemes.parse((await admin.get('/rest/api/3/permissionscheme')).body);
    const id = String(permissionSchemes.find(({ name }) => name === 'Remit: permissions')?.id);
    const at = `/rest/api/3/permissionscheme/${id}/permission`;
    const grants = await admin.get(at);
    const found = granted.parse(grants.body).permissions.find(isForEveryone);
    expect((await admin.delete(`${at}/${String(found?.id)}`)).status).toBe(204);
    const plan = await planOf(sandbox);
    expect(plan.changes).toEqual(['Grant TRANSITION_ISSUES again to anyone signed in']);
    expect(plan.people).toContainEqual({
      person: (await Governance.of(sandbox)).nameOf('cloud'),
      role: 'Cloud Platform Owner',
      lacks: ['Transition Issues'],
    });
    await setUp(sandbox);
    expect(await planOf(sandbox)).toMatchObject({ complete: true, changes: [], people: [] });
  });
});

const withId = z.object({ id: z.union([z.string(), z.number()]).transform(String) });
const workflowSchemes = z.object({
  values: z.array(z.object({ name: z.string(), issueTypeMappings: z.record(z.string(), z.string()) })),
});
const schemes = z.object({ permissionSchemes: z.array(z.object({ id: z.number(), name: z.string() })) });
const grant = z.object({ id: z.number(), permission: z.string(), holder: z.object({ type: z.string() }) });
const granted = z.object({ permissions: z.array(grant) });

function isForEveryone({ permission, holder }: z.infer<typeof grant>): boolean {
  return permission === 'TRANSITION_ISSUES' && holder.type === 'applicationRole';
}
