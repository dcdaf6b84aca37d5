import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { CloudAccountRequest } from '../acceptance/site/cloud-account-request.ts';
import { Governance } from '../acceptance/site/governance.ts';
import { MatrixOffice } from '../acceptance/site/matrix-office.ts';
import { STARTS_WITHIN_MS, type Person } from '../support/sandbox-client.ts';
import { forEach, moveWhenTold, raiseMany } from './crowd.ts';

const PAIRS = 20;

let site: Governance;
let requests: CloudAccountRequest[];

beforeAll(async () => {
  site = await Governance.open();
  requests = await raiseMany(site, 2 * PAIRS + 5);
  await site.sandbox.settle();
  await forEach(requests, request => moveWhenTold(request, 'engineer', 'Submit'));
  await site.sandbox.settle();
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());

const changelog = z.object({
  values: z.array(
    z.object({ items: z.array(z.object({ field: z.string(), toString: z.string().nullable() })) }),
  ),
});

async function movesTo(request: CloudAccountRequest, status: string): Promise<number> {
  const { body } = await site.sandbox.as('admin').get(request.path('/changelog'));
  const items = changelog.parse(body).values.flatMap(({ items: changed }) => changed);
  return items.filter(item => item.field === 'status' && item.toString === status).length;
}

describe('two approvals of one ticket at the same instant', () => {
  it('are one: the other finds it approved, and the evidence tells of one', async () => {
    for (const request of requests.slice(2 * PAIRS)) {
      const moves = await Promise.all([
        moveWhenTold(request, 'cloud', 'Approve'),
        moveWhenTold(request, 'cloud', 'Approve'),
      ]);
      await site.sandbox.settle();
      // Jira answers a transition that someone else has just made with 400 or, in the middle of it, with 409.
      expect(moves.map(({ status }) => status === 204).sort()).toEqual([false, true]);
      expect(await movesTo(request, 'Approved')).toBe(1);
      const decided = (await request.evidence('gate-decided')).filter(
        ({ facts }) => facts['transition'] === 'Approve',
      );
      expect(decided).toHaveLength(1);
      expect(await request.evidence('transition-observed')).toHaveLength(2);
    }
  });

  it('are one where the other is looked at only when the first is made, and it is told to look again', async () => {
    const request = await site.submitted();
    const match = { function: 'decide-gate', type: 'jira' as const };
    await site.sandbox.fault({ match, after: 1, delayMs: 1_000, times: 1 });
    const moves = await Promise.all([request.move('cloud', 'Approve'), request.move('cloud', 'Approve')]);
    expect(moves.find(({ status }) => status !== 204)).toMatchObject({
      codes: ['TRANSITION_UNKNOWN'],
      messages: [expect.stringContaining('If someone else has moved the ticket, reload it')],
    });
    expect(await movesTo(request, 'Approved')).toBe(1);
  });
});

describe('two tickets that provision one account at the same instant', () => {
  it(`register it once, however often it is tried (${String(PAIRS)} times)`, async () => {
    const paired = requests.slice(0, 2 * PAIRS);
    await forEach(paired, request => moveWhenTold(request, 'cloud', 'Approve'));
    await site.sandbox.settle();
    for (let pair = 0; pair < PAIRS; pair += 1) {
      const values = { 'Account ID': `4444-0000-${String(pair).padStart(4, '0')}` };
      const both = paired.slice(2 * pair, 2 * pair + 2);
      const moves = await Promise.all(
        both.map(request => moveWhenTold(request, 'cloud', 'Provision', values)),
      );
      expect(moves.map(({ status }) => status).sort()).toEqual([204, 400]);
      expect(moves.flatMap(({ codes }) => codes)).toEqual(['ACCOUNT_ALREADY_REGISTERED']);
    }
    await site.sandbox.settle();
    const registered = (await site.registeredAccounts()).map(({ accountId }) => accountId);
    expect(registered).toHaveLength(PAIRS);
    expect(new Set(registered).size).toBe(PAIRS);
    const recorded = await forEach(paired, request => request.evidence('cloud-account-registered'));
    expect(recorded.flat()).toHaveLength(PAIRS);
  }, 120_000);
});

describe('two transfers of one person’s roles at the same instant', () => {
  const held = z.object({
    roles: z.array(
      z.object({
        key: z.string(),
        periods: z.array(
          z.object({ capacity: z.string(), from: z.string(), to: z.string().nullable() }).loose(),
        ),
      }),
    ),
  });

  it('leave each role with one holder at a time', async () => {
    const from = await site.day(1);
    for (const leaver of ['iam', 'cloud', 'secops', 'app'] as const) {
      const transfer = (successor: Person) => {
        const people = { fromAccountId: site.accountId(leaver), toAccountId: site.accountId(successor) };
        return site.sandbox.as('admin').invoke('holders.transfer', { ...people, from, dryRun: false });
      };
      // In step: each reads before the other writes.
      await site.sandbox.fault({ match: { function: 'resolver', type: 'sql' }, delayMs: 50, times: 20 });
      const replies = await Promise.all([transfer('engineer'), transfer('engineer2')]);
      expect(replies.some(({ ok }) => ok)).toBe(true);
    }
    await site.sandbox.settle();
    await site.sandbox.run('sweep');
    const { roles } = await site.sandbox.as('admin').ask('holders.list', held);
    const at = `${await site.day(2)}T12:00:00.000Z`;
    const holders = roles.map(({ key, periods }) => ({
      key,
      count: periods.filter(
        period => period.capacity === 'holder' && period.from <= at && (period.to === null || period.to > at),
      ).length,
    }));
    expect(holders.filter(({ count }) => count > 1)).toEqual([]);
    expect(holders.filter(({ count }) => count === 1).length).toBeGreaterThanOrEqual(6);
  });
});

describe('two edits of the draft at the same instant', () => {
  it('are one: the other is told that the draft has changed', async () => {
    const office = await MatrixOffice.of(site);
    expect(await office.edit({ edit: 'begin' })).toMatchObject({ ok: true });
    for (let turn = 0; turn < 5; turn += 1) {
      const { revision, rows } = await office.draft();
      const [row] = rows;
      const edits = [`Daily ${String(turn)}`, `Weekly ${String(turn)}`].map(frequency =>
        office.edit({ edit: 'put row', revision, row: { ...row, frequency } }),
      );
      const replies = await Promise.all(edits);
      expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
      expect(replies.find(({ ok }) => !ok)).toMatchObject({ code: 'DRAFT_CHANGED' });
      expect((await office.draft()).revision).toBe(revision + 1);
    }
  });
});
