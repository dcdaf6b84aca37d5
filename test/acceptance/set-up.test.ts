import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { STARTS_WITHIN_MS, TestSandbox } from '../support/sandbox-client.ts';
import { AUDIENCES, harmlessPayload, MAY } from './site/audiences.ts';
import { COMPLETE, Governance } from './site/governance.ts';
import { writes } from './site/writes.ts';

const step = z.object({ key: z.string(), state: z.enum(['done', 'pending', 'drifted']) });
const status = z.object({ complete: z.boolean(), steps: z.array(step) });
const plan = z.object({
  complete: z.boolean(),
  steps: z.array(step.extend({ changes: z.array(z.string()) })),
});
const progress = z.object({
  step: z.object({ key: z.string(), changes: z.array(z.string()) }).nullable(),
  done: z.boolean(),
  remaining: z.number(),
});

/** The step that looks for what came with the app's installation, and makes nothing. */
const FINDS_ONLY = ['app-fields', 'apps-role'];

/** Told in order, from an empty site to one that works. */
describe('setting up an empty site', () => {
  let sandbox: TestSandbox;
  beforeAll(async () => {
    sandbox = await TestSandbox.start({ empty: true });
  }, STARTS_WITHIN_MS);
  afterAll(() => sandbox.stop());

  it('is pending in every step at first', async () => {
    const { complete, steps } = await sandbox.as('admin').ask('setup.status', status);
    expect(complete).toBe(false);
    expect(new Set(steps.map(({ state }) => state))).toEqual(new Set(['pending']));
  });

  it('is planned step by step without writing anything', async () => {
    const calls = await sandbox.callsDuring(async () => {
      const { complete, steps } = await sandbox.as('admin').ask('setup.plan', plan);
      expect(complete).toBe(false);
      const idle = steps.filter(({ changes }) => changes.length === 0).map(({ key }) => key);
      expect(idle).toEqual(FINDS_ONLY);
    });
    expect(calls.length).toBeGreaterThan(10);
    expect(writes(calls)).toEqual([]);
    expect((await sandbox.as('admin').get('/rest/api/3/project/GOV')).status).toBe(404);
  });

  it.each(['engineer', 'cloud', 'auditor'] as const)('is refused to %s', async person => {
    const calls = await sandbox.callsDuring(async () => {
      for (const functionKey of ['setup.status', 'setup.plan', 'setup.run'])
        expect(await sandbox.as(person).invoke(functionKey)).toMatchObject({
          ok: false,
          code: 'NOT_ALLOWED',
        });
    });
    expect(writes(calls)).toEqual([]);
  });

  it.each(AUDIENCES.filter(([key]) => !key.startsWith('setup.')))(
    'is what %s asks for until it is done, and no fault of ours',
    async (functionKey, audience) => {
      for (const person of MAY[audience].filter(one => ['admin', 'engineer'].includes(one))) {
        const reply = await sandbox.as(person).invoke(functionKey, harmlessPayload(functionKey, 'GOV-1'));
        const code = reply.ok ? 'answered' : reply.code;
        expect(['FAULT', 'NOT_ALLOWED']).not.toContain(code);
        if (audience !== 'space reader') continue;
        expect(reply).toEqual({
          ok: false,
          code: 'NOT_SET_UP',
          message: 'Remit isn’t set up yet. A Jira administrator can do that in Settings, Apps, Remit.',
        });
      }
    },
  );

  it.each([
    ['setup.status', 'FAULT'],
    ['setup.plan', 'FAULT'],
    ['setup.run', 'FAULT'],
    ['settings.get', 'NOT_SET_UP'],
  ])('is no excuse for a fault of its own: %s, when Jira fails, says %s', async (functionKey, code) => {
    await sandbox.fault({ match: { function: 'resolver', path: '/mypermissions' }, status: 500, times: 1 });
    expect(await sandbox.as('admin').invoke(functionKey)).toMatchObject({ ok: false, code });
    await sandbox.clearFaults();
  });

  it('does one step per call, over a restart, until all are done', async () => {
    const first = await sandbox.as('admin').ask('setup.run', progress);
    expect(first.step?.changes.length).toBeGreaterThan(0);
    await sandbox.restart();
    const remaining: number[] = [];
    for (let done = false; !done;) {
      const next = await sandbox.as('admin').ask('setup.run', progress);
      remaining.push(next.remaining);
      ({ done } = next);
    }
    expect(remaining).toEqual([...remaining].sort((a, b) => b - a));
    expect(remaining.at(-1)).toBe(0);
    expect(await sandbox.as('admin').ask('setup.status', status)).toMatchObject({ complete: true });
  });

  it('has nothing left to write afterwards', async () => {
    const calls = await sandbox.callsDuring(async () => {
      expect(await sandbox.as('admin').ask('setup.run', progress)).toEqual({
        step: null,
        done: true,
        remaining: 0,
      });
      expect(await sandbox.as('admin').ask('setup.plan', plan)).toMatchObject({ complete: true });
    });
    expect(calls.length).toBeGreaterThan(10);
    expect(writes(calls)).toEqual([]);
  });

  it('left evidence of every step that made something', async () => {
    const entries = z.object({ entries: z.array(z.object({ facts: z.object({ step: z.string() }) })) });
    const page = await sandbox.as('auditor').ask('evidence.list', entries, { kind: 'configuration-applied' });
    const { steps } = await sandbox.as('admin').ask('setup.status', status);
    const recorded = new Set(page.entries.map(({ facts }) => facts.step));
    expect(steps.map(({ key }) => key).filter(key => !recorded.has(key))).toEqual(FINDS_ONLY);
  });

  it('works once the people behind the roles are named', async () => {
    const site = await Governance.of(sandbox);
    const early = await site.raise();
    expect(await early.move('engineer', 'Submit')).toMatchObject({ codes: ['ROLE_VACANT'] });
    await site.appoint('cloud-platform-owner,cloud@aurora.example,holder,2024-01-01,');
    expect(await early.move('engineer', 'Submit')).toMatchObject({ status: 204 });
    expect(await early.move('cloud', 'Approve')).toMatchObject({ status: 204 });
  });
});

describe('a site that is set up', () => {
  let site: Governance;
  beforeAll(async () => {
    site = await Governance.open();
  }, STARTS_WITHIN_MS);
  afterAll(() => site.sandbox.stop());

  it('keeps everything over a restart, and what was pending goes on', async () => {
    const request = await site.submitted();
    await site.sandbox.fault({
      match: { function: 'on-routing-job', path: '/assignee' },
      status: 500,
      times: 1,
    });
    await request.mustMove('cloud', 'Approve');
    const [before, evidence] = [await request.now(), await request.evidence()];
    await site.sandbox.restart();
    expect(await request.now()).toMatchObject({ status: 'Approved', accountable: before.accountable });
    expect((await request.evidence()).map(({ id }) => id)).toEqual(
      expect.arrayContaining(evidence.map(({ id }) => id)),
    );
    await site.sandbox.advance('PT30S');
    expect(await request.now()).toMatchObject({ assignee: site.accountId('cloud') });
    const account = { 'Account ID': 'after-the-restart' };
    expect(await request.move('cloud', 'Provision', account)).toMatchObject({ status: 204 });
    expect(await site.registeredAccounts()).toMatchObject([{ accountId: 'after-the-restart' }]);
  });

  it('is repaired where an administrator has taken something away', async () => {
    const admin = site.sandbox.as('admin');
    const contexts = z.object({ values: z.array(z.object({ id: z.string() })) });
    const path = `/rest/api/3/field/${site.fieldId('Environment')}/context`;
    const [context] = contexts.parse((await admin.get(path)).body).values;
    const options = z.object({ values: z.array(z.object({ id: z.string(), value: z.string() })) });
    const optionPath = `${path}/${context?.id ?? ''}/option`;
    const staging = options
      .parse((await admin.get(optionPath)).body)
      .values.find(({ value }) => value === 'Staging');
    expect((await admin.delete(`${optionPath}/${staging?.id ?? ''}`)).status).toBe(204);
    expect(await site.create({ ...COMPLETE, Environment: 'Staging' }, 'engineer')).toMatchObject({
      status: 400,
    });

    const { steps } = await admin.ask('setup.plan', plan);
    expect(steps.filter(({ state }) => state === 'drifted')).toHaveLength(1);
    expect((await admin.ask('setup.run', progress)).step?.changes).toEqual([
      'Add the option Staging to Environment',
      'Sort the options of Environment',
    ]);
    expect(await admin.ask('setup.run', progress)).toMatchObject({ step: null, done: true });
    expect(await site.create({ ...COMPLETE, Environment: 'Staging' }, 'engineer')).toMatchObject({
      status: 201,
    });
  });
});
