import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { STARTS_WITHIN_MS, type Person } from '../support/sandbox-client.ts';
import { AUDIENCES, harmlessPayload, MAY } from '../acceptance/site/audiences.ts';
import type { CloudAccountRequest } from '../acceptance/site/cloud-account-request.ts';
import { Governance } from '../acceptance/site/governance.ts';
import { MatrixOffice } from '../acceptance/site/matrix-office.ts';
import { changeGrants } from '../acceptance/site/permissions.ts';
import { openElsewhere, placesOf } from './site/elsewhere.ts';

/** Who may call what, with payloads that change nothing, is in acceptance/resolver-functions.test.ts. */
let site: Governance;
let office: MatrixOffice;
let request: CloudAccountRequest;

beforeAll(async () => {
  site = await Governance.open();
  office = await MatrixOffice.of(site);
  request = await site.submitted();
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());

const exported = z.object({ csv: z.string() });
const settingsOf = () => site.sandbox.as('admin').invoke('settings.get');
const holders = async () =>
  (await site.sandbox.as('auditor').ask('register.export', exported, { dataset: 'holders' })).csv;

/** People with a good reason each, and none of them a Jira administrator. */
const OTHERS: Person[] = ['engineer', 'cloud', 'ciso', 'ceo', 'auditor'];

interface Attempt {
  functionKey: string;
  payload: (attacker: Person) => Promise<unknown>;
}

const ATTEMPTS: Attempt[] = [
  {
    functionKey: 'register.import',
    payload: async attacker => ({
      dataset: 'holders',
      csv: `role,email,capacity,from,to\ncloud-platform-owner,${attacker}@aurora.example,holder,${await site.day()},\n`,
    }),
  },
  {
    functionKey: 'register.import',
    payload: async () => ({ dataset: 'responsibilities', csv: await office.exported() }),
  },
  {
    functionKey: 'holders.appoint',
    payload: async attacker => ({
      role: 'cloud-platform-owner',
      accountId: site.accountId(attacker),
      capacity: 'holder',
      from: await site.day(),
      to: null,
    }),
  },
  {
    functionKey: 'holders.transfer',
    payload: async attacker => ({
      fromAccountId: site.accountId(attacker === 'cloud' ? 'iam' : 'cloud'),
      toAccountId: site.accountId(attacker),
      from: await site.day(),
      dryRun: false,
    }),
  },
  {
    functionKey: 'settings.set',
    payload: () =>
      Promise.resolve({
        accessDays: 3650,
        privilegedAccessDays: 3650,
        reviewCadenceDays: 3650,
        matrixApproverRole: 'application-owner',
      }),
  },
  { functionKey: 'matrix.edit', payload: () => Promise.resolve({ edit: 'begin' }) },
  { functionKey: 'matrix.submit', payload: () => Promise.resolve({}) },
  { functionKey: 'setup.run', payload: () => Promise.resolve({}) },
];

describe.each(ATTEMPTS)('$functionKey', ({ functionKey, payload }) => {
  it.each(OTHERS)('NOT_ALLOWED: changes nothing for %s', async attacker => {
    const before = [await holders(), await settingsOf(), (await office.view()).versions];
    const asked = await payload(attacker);
    const reply = await site.sandbox.as(attacker).invoke(functionKey, asked);
    expect(reply).toMatchObject({ ok: false, code: 'NOT_ALLOWED' });
    await site.sandbox.settle();
    expect([await holders(), await settingsOf(), (await office.view()).versions]).toEqual(before);
    expect(await site.sandbox.as('admin').invoke('matrix.draft')).toMatchObject({ data: { draft: null } });
    expect(await request.now()).toMatchObject({ accountable: site.accountId('cloud') });
  });
});

describe('an administrator of Jira', () => {
  const appoint = (accountId: string, capacity: string, from: string) =>
    site.sandbox
      .as('admin')
      .invoke('holders.appoint', { role: 'cloud-platform-owner', accountId, capacity, from, to: null });
  const imported = (line: string) =>
    site.sandbox.as('admin').invoke('register.import', {
      dataset: 'holders',
      csv: `role,email,capacity,from,to\n${line}\n`,
    });

  it.each(['holder', 'deputy'])(
    'SELF_APPOINTMENT: becomes no %s by a file, however spelled',
    async capacity => {
      const before = await holders();
      const [own, today, later] = [site.accountId('admin'), await site.day(), await site.day(7)];
      for (const spelled of ['admin@aurora.example', 'ADMIN@Aurora.Example', ' admin@aurora.example ', own]) {
        for (const from of [today, later]) {
          const reply = await imported(`cloud-platform-owner,${spelled},${capacity},${from},`);
          expect([spelled, reply]).toMatchObject([spelled, { ok: false }]);
          expect(['SELF_APPOINTMENT', 'BAD_FILE']).toContain(reply.ok ? 'done' : reply.code);
        }
      }
      const hidden = [
        `cloud-platform-owner,iam@aurora.example,deputy,${today},`,
        `iam-lead,admin@aurora.example,${capacity},${today},`,
      ].join('\n');
      expect(await imported(hidden)).toMatchObject({ ok: false, code: 'SELF_APPOINTMENT' });
      expect(await holders()).toBe(before);
    },
  );

  it.each(['holder', 'deputy'])('SELF_APPOINTMENT: becomes no %s by hand', async capacity => {
    const before = await holders();
    for (const from of [await site.day(), await site.day(30)])
      expect(await appoint(site.accountId('admin'), capacity, from)).toMatchObject({
        code: 'SELF_APPOINTMENT',
      });
    expect(await holders()).toBe(before);
  });

  it('SELF_APPOINTMENT: takes over from no one who leaves, and someone else may', async () => {
    const transfer = (to: Person, dryRun: boolean) =>
      site.day().then(from =>
        site.sandbox.as('admin').invoke('holders.transfer', {
          fromAccountId: site.accountId('app'),
          toAccountId: site.accountId(to),
          from,
          dryRun,
        }),
      );
    const before = await holders();
    expect(await transfer('admin', false)).toMatchObject({ ok: false, code: 'SELF_APPOINTMENT' });
    expect(await transfer('admin', true)).toMatchObject({ ok: false, code: 'SELF_APPOINTMENT' });
    expect(await holders()).toBe(before);
    expect(await transfer('engineer2', true)).toMatchObject({ ok: true });
  });

  it('BAD_REQUEST: names no one else as the administrator who appoints', async () => {
    const appointment = {
      role: 'cloud-platform-owner',
      accountId: site.accountId('admin'),
      capacity: 'deputy',
      from: await site.day(),
      to: null,
    };
    const before = await holders();
    for (const smuggled of ['administrator', 'actor', 'caller', 'context', 'principal', '__proto__x']) {
      const reply = await site.sandbox
        .as('admin')
        .invoke('holders.appoint', { ...appointment, [smuggled]: site.accountId('ceo') });
      expect([smuggled, reply]).toMatchObject([smuggled, { ok: false, code: 'BAD_REQUEST' }]);
    }
    expect(await holders()).toBe(before);
  });
});

describe('someone else’s account', () => {
  const invoke = (body: unknown) =>
    site.sandbox.request('engineer', 'POST', '/sandbox/invoke/settings.get', body);

  it('in the context of a call is refused, and in its payload is no part of it', async () => {
    const admin = site.accountId('admin');
    const contexts = [{ accountId: admin }, { principal: { accountId: admin } }, { extension: {} }];
    for (const context of contexts) expect((await invoke({ payload: {}, context })).status).toBe(400);
    expect((await invoke({ payload: {}, accountId: admin })).status).toBe(400);
    for (const payload of [{ accountId: admin }, { context: { accountId: admin } }, { principal: admin }]) {
      const { status, body } = await invoke({ payload });
      expect([status, body]).toMatchObject([200, { ok: false, code: 'NOT_ALLOWED' }]);
    }
    expect(await site.sandbox.as('admin').invoke('settings.get')).toMatchObject({ ok: true });
  });

  it('is no one’s own work: each caller sees what waits for them', async () => {
    const waiting = z.object({ decide: z.array(z.object({ key: z.string() })) });
    const { decide } = await site.sandbox.as('cloud').ask('work.mine', waiting);
    expect(decide.map(({ key }) => key)).toContain(request.key);
    expect((await site.sandbox.as('engineer').ask('work.mine', waiting)).decide).toEqual([]);
    const payload = { accountId: site.accountId('cloud') };
    const asked = await site.sandbox.as('engineer').invoke('work.mine', payload);
    expect(asked).toMatchObject({ ok: false, code: 'BAD_REQUEST' });
  });
});

describe('a work item that one may not see', () => {
  it.each(
    AUDIENCES.filter(([key, audience]) => MAY[audience].includes('engineer') && key !== 'rule.explain'),
  )('%s tells nothing to someone who may not browse the space', async functionKey => {
    const asked = harmlessPayload(functionKey, request.key);
    const engineer = site.sandbox.as('engineer');
    await site.sandbox.settle();
    const open = await engineer.invoke(functionKey, asked);
    const putBack = await changeGrants(site, grants =>
      grants.filter(({ permission }) => permission !== 'BROWSE_PROJECTS'),
    );
    try {
      const hidden = await engineer.invoke(functionKey, asked);
      expect(hidden.ok).toBe(false);
      expect(['NOT_ALLOWED', 'NOT_FOUND']).toContain(hidden.ok ? 'told' : hidden.code);
      expect(JSON.stringify(hidden)).not.toContain(site.nameOf('cloud'));
    } finally {
      await putBack();
    }
    // Past the door, a bypass is judged by the matrix approver.
    const letIn = functionKey === 'bypass.acknowledge' ? { code: 'NOT_MATRIX_APPROVER' } : { ok: true };
    expect(open).toMatchObject(letIn);
    expect(await engineer.invoke(functionKey, asked)).toMatchObject(letIn);
  });

  it('of another space is none of ours, though its work type is', async () => {
    await openElsewhere(site, await placesOf(site));
    const fields = { project: { key: 'ELSE' }, issuetype: { name: 'Cloud account request' }, summary: 'x' };
    const created = await site.sandbox.as('engineer').post('/rest/api/3/issue', { fields });
    const { key } = z.object({ key: z.string() }).parse(created.body);
    const reply = await site.sandbox.as('engineer').invoke('route.explain', { issueKey: key });
    expect(reply).toMatchObject({ ok: false, code: 'NOT_OURS' });
  });

  it.each([
    ['', ' ', 'GOV', 'GOV-', 'GOV-0', 'GOV--1', '-1', '0', 'null', '../../myself', 'GOV-1/../../myself'],
    ['GOV-1/comment', 'GOV-1?fields=*all', 'GOV-1#', 'GOV-1%2Fcomment', 'GOV-1;', 'GOV-1\n', '%00', '💥-1'],
    ["GOV-1' OR '1'='1", 'G'.repeat(5_000), '__proto__', 'constructor', '{"key":"GOV-1"}', '<b>GOV-1</b>'],
  ])('is not found by garbage: %j and the like', async (...keys) => {
    for (const issueKey of keys) {
      await site.sandbox.settle();
      const reply = await site.sandbox.as('engineer').invoke('route.explain', { issueKey });
      expect([issueKey, reply]).toMatchObject([issueKey, { ok: false }]);
      expect(['NOT_FOUND', 'BAD_REQUEST']).toContain(reply.ok ? 'told' : reply.code);
    }
  });

  it.each([null, 1, true, [], {}, ['GOV-1'], { key: 'GOV-1' }])(
    'BAD_REQUEST: is not named by %j',
    async issueKey => {
      const reply = await site.sandbox.as('engineer').invoke('route.explain', { issueKey });
      expect(reply).toMatchObject({ ok: false, code: 'BAD_REQUEST' });
    },
  );
});
