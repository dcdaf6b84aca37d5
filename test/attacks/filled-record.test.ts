import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { access, explained } from '../acceptance/site/access.ts';
import type { CloudAccountRequest } from '../acceptance/site/cloud-account-request.ts';
import { COMPLETE, Governance, type Evidence } from '../acceptance/site/governance.ts';
import { STARTS_WITHIN_MS } from '../support/sandbox-client.ts';
import { AttackedSandbox, type Filled } from './site/attacked-sandbox.ts';

/** What was tried on one ticket, so that nothing of it could be read any more. */
const MANY = 4_900;

/** As much as one statement about one ticket may answer; Forge allows 4 MiB. */
const MOST_BYTES = 400_000;

let attacked: AttackedSandbox;
let site: Governance;
let accessSite: Governance;

beforeAll(async () => {
  attacked = await AttackedSandbox.start();
  site = await Governance.of(attacked.sandbox);
  accessSite = await Governance.of(attacked.sandbox, 'Remit: Access request');
}, STARTS_WITHIN_MS);
afterAll(() => attacked.sandbox.stop());

const idOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** One refused Submit, as often as there are, with ever other values: the oldest an hour ago. */
async function fillWithRefusals(request: CloudAccountRequest): Promise<void> {
  const [refused] = await request.evidence('gate-decided');
  if (!refused) throw new Error('Nothing was refused yet.');
  const { facts, at } = refused;
  await attacked.fill(
    request,
    many(at, nth => ({
      kind: 'gate-decided',
      facts: { ...facts, inputsHash: idOf(`inputs ${String(nth)}`) },
    })),
  );
}

function many(before: string, of: (nth: number) => Pick<Filled, 'kind' | 'facts'>): Filled[] {
  return Array.from({ length: MANY }, (_, nth) => {
    const at = new Date(Date.parse(before) - (MANY - nth) * 700).toISOString();
    return { id: idOf(`${before} ${String(nth)}`), at, ...of(nth) };
  });
}

/** The most that a statement answered meanwhile. */
async function mostBytes(act: () => Promise<unknown>): Promise<number> {
  const calls = await site.sandbox.callsDuring(act);
  return Math.max(...calls.filter(({ type }) => type === 'sql').map(({ bytes }) => bytes));
}

const withoutOwner = { ...COMPLETE, 'Account owner': null };

async function refusedOnce(): Promise<CloudAccountRequest> {
  const request = await site.raise(withoutOwner);
  expect(await request.move('engineer', 'Submit')).toMatchObject({ status: 400 });
  return request;
}

describe('a ticket on which a Submit was refused 4,900 times with varying values, and which was edited then', () => {
  it('is explained, submitted, approved and provisioned, within bounds', async () => {
    const request = await refusedOnce();
    await fillWithRefusals(request);
    const bytes = await mostBytes(async () => {
      await explained(site, request, 'engineer');
      for (const owner of ['secops', 'engineer2'] as const)
        await request.edit('engineer', { 'Account owner': owner });
      await request.mustMove('engineer', 'Submit');
      await explained(site, request, 'cloud');
      await request.mustMove('cloud', 'Approve');
      await request.mustMove('cloud', 'Provision', { 'Account ID': '987654321098' });
    });
    expect(bytes).toBeLessThan(MOST_BYTES);
    expect(await request.evidence('cloud-account-registered')).toHaveLength(1);
    expect(await request.evidence('gate-bypassed')).toEqual([]);
    const honest = await site.approved();
    expect(await honest.evidence('gate-bypassed')).toEqual([]);
  }, 120_000);

  it('has its access asked back at its end', async () => {
    const values = await access(accessSite, {}, 2);
    const request = await accessSite.raise({ ...values, Entitlement: null });
    expect(await request.move('engineer', 'Submit')).toMatchObject({ status: 400 });
    await fillWithRefusals(request);
    await request.edit('engineer', { Entitlement: 'maintain' });
    await request.mustMove('engineer', 'Submit');
    await request.mustMove('iam', 'Approve');
    await request.mustMove('app', 'Grant');
    const bytes = await mostBytes(async () => {
      await site.sandbox.advance('P3D');
      await site.sandbox.run('sweep');
    });
    expect(bytes).toBeLessThan(MOST_BYTES);
    expect((await request.now()).labels).toEqual(['revocation-due']);
    expect(await request.evidence('revocation-due')).toHaveLength(1);
  }, 120_000);
});

describe('a ticket that was routed, and told of it, 4,900 times because its editor would have it so', () => {
  it('is routed and decided as any other, and nothing is told twice', async () => {
    const request = await site.raise();
    const [routed] = await request.evidence('routed');
    if (!routed) throw new Error('It was not routed.');
    const { pages, facts } = await storedAs(request, routed);
    let previous: string | null = null;
    await attacked.fill(
      request,
      many(routed.at, nth => {
        const entry = { kind: 'routed', facts: { ...facts, previous } };
        previous = idOf(`${routed.at} ${String(nth)}`);
        return entry;
      }),
    );
    await attacked.fill(
      request,
      many(new Date(Date.parse(routed.at) - 1).toISOString(), nth => ({
        kind: 'notice-given',
        facts: { ticketKey: request.key, mark: String(nth) },
      })),
    );
    expect(pages).toBeGreaterThan(0);
    const comments = (await request.comments()).length;
    const bytes = await mostBytes(async () => {
      await request.edit('engineer', { 'Cloud service': 'Google Cloud' });
      await explained(site, request, 'engineer');
      await request.mustMove('engineer', 'Submit');
      await request.mustMove('cloud', 'Approve');
      await site.sandbox.run('sweep');
    });
    expect(bytes).toBeLessThan(MOST_BYTES);
    expect(await request.now()).toMatchObject({ status: 'Approved', accountable: site.accountId('cloud') });
    expect((await request.comments()).length).toBeLessThanOrEqual(comments + 1);
    expect(await request.evidence('gate-bypassed')).toEqual([]);
  }, 120_000);
});

/** The facts of an entry as they are stored, under pseudonyms. */
async function storedAs(request: CloudAccountRequest, { id }: Evidence) {
  const pages = await site.evidencePages({ subject: `ticket:${request.id}` });
  const entry = pages.flatMap(({ entries }) => entries).find(one => one.id === id);
  if (!entry) throw new Error(`There is no entry ${id}.`);
  return { pages: pages.length, facts: entry.facts };
}

describe('a Submit that is refused over and over within an hour', () => {
  it('is one entry for each reason, counted, whatever values are tried', async () => {
    const request = await refusedOnce();
    for (let attempt = 0; attempt < 6; attempt += 1) {
      const value = attempt % 2 === 0 ? 'Staging' : 'Production';
      expect(await request.move('engineer', 'Submit', { Environment: value })).toMatchObject({ status: 400 });
    }
    const refusals = async () =>
      (await request.evidence('gate-decided')).filter(({ facts }) => facts['verdict'] === 'refuse');
    expect(await refusals()).toHaveLength(1);
    await request.edit('engineer', { 'Security contact': null });
    expect(await request.move('engineer', 'Submit')).toMatchObject({ status: 400 });
    expect(await refusals()).toHaveLength(2);

    await site.sandbox.advance('PT1H');
    await site.sandbox.run('sweep');
    const counted = await request.evidence('gate-refusals-counted');
    expect(counted.map(({ facts }) => facts['times'])).toEqual([7]);
    expect(await request.move('engineer', 'Submit')).toMatchObject({ status: 400 });
    expect(await refusals()).toHaveLength(3);
    await request.edit('engineer', { 'Account owner': 'engineer2', 'Security contact': 'secops' });
    await request.mustMove('engineer', 'Submit');
  });
});
