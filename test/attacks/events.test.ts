import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { STARTS_WITHIN_MS } from '../support/sandbox-client.ts';
import { access } from '../acceptance/site/access.ts';
import type { CloudAccountRequest } from '../acceptance/site/cloud-account-request.ts';
import { Governance, type Evidence } from '../acceptance/site/governance.ts';
import { liftLocks } from '../acceptance/site/locks.ts';
import { AttackedSandbox } from './site/attacked-sandbox.ts';

let attacked: AttackedSandbox;
let site: Governance;
let accessSite: Governance;

beforeAll(async () => {
  attacked = await AttackedSandbox.start();
  site = await Governance.of(attacked.sandbox);
  await liftLocks(site);
  accessSite = await Governance.of(attacked.sandbox, 'Remit: Access request');
}, STARTS_WITHIN_MS);
afterAll(() => attacked.sandbox.stop());

/**
 * What the ledger says of a ticket, without what differs from ticket to ticket and from hour to hour, and in an order
 * of its own: what is found late is recorded late. Each entry stands there as often as it was made. Routings
 * and assignments are left out: they are what the app did, once for each status in which it found the ticket.
 */
async function told(request: CloudAccountRequest): Promise<string[]> {
  const entries = await request.evidence();
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  return entries
    .filter(({ kind }) => kind !== 'routed' && kind !== 'assignment-made')
    .map(entryInWords)
    .sort();
}

function entryInWords({ kind, actor, facts }: Evidence): string {
  const { transition, verdict, accountable } = facts;
  return [kind, actor, transition, verdict, accountable].map(part => JSON.stringify(part ?? null)).join(' ');
}

/** A ticket that is done is assigned to no one again: who it was assigned to last depends on what was heard in time. */
async function standing(request: CloudAccountRequest) {
  const { contentHash, assignee, ...rest } = await request.now();
  const followed = { hasContentHash: contentHash !== null, comments: await request.comments() };
  return { ...rest, ...followed, ...(rest.status === 'Provisioned' ? {} : { assignee }) };
}

type Until = 'Approved' | 'Provisioned';

/** Makes every transition that leads there, and a fourth change, an edit that decides nothing. */
async function carryOn(request: CloudAccountRequest, until: Until): Promise<CloudAccountRequest> {
  await request.mustMove('engineer', 'Submit');
  await request.mustMove('cloud', 'Approve');
  if (until === 'Provisioned') await request.mustMove('cloud', 'Provision', { 'Account ID': request.id });
  else await request.edit('engineer', { 'Account ID': request.id });
  return request;
}

/** A request whose events from Submit on are heard at once. */
const heard = async (until: Until) => carryOn(await site.raise(), until);

/** The same request, whose events wait on their way. */
async function unheard(until: Until): Promise<CloudAccountRequest> {
  const request = await site.raise();
  await attacked.holdEvents();
  return carryOn(request, until);
}

const ORDERS: [how: string, order: number[]][] = [
  ['in order', [0, 1, 2]],
  ['twice each', [0, 0, 1, 1, 2, 2]],
  ['in reverse', [2, 1, 0]],
  ['the newest first, and the oldest again at the end', [2, 0, 1, 0]],
  ['the oldest only, ten times', Array.from({ length: 10 }, () => 0)],
];

describe.each(['Approved', 'Provisioned'] as const)('the events of a ticket that has become %s', until => {
  it.each(ORDERS)('%s leave the same ticket, evidence and register', async (_, order) => {
    const honest = await heard(until);
    const request = await unheard(until);
    expect(await attacked.deliverEvents(order)).toEqual(Array(3).fill('avi:jira:updated:issue'));
    expect(await standing(request)).toEqual(await standing(honest));
    expect(await told(request)).toEqual(await told(honest));
    const registered = await site.registeredAccounts();
    const own = registered.filter(({ ticket }) => ticket === request.key);
    expect(own).toHaveLength(until === 'Provisioned' ? 1 : 0);
  });

  it('are made up for by the sweep when they never come', async () => {
    const honest = await heard(until);
    const request = await unheard(until);
    await attacked.deliverEvents([]);
    expect(await request.evidence('transition-observed')).toEqual([]);
    await site.sandbox.run('sweep');
    expect(await standing(request)).toEqual(await standing(honest));
    expect(await told(request)).toEqual(await told(honest));
    const before = await request.evidence();
    await site.sandbox.run('sweep');
    expect(await request.evidence()).toEqual(before);
  });
});

describe('events that come', () => {
  it('long after, do not bring back what has changed since', async () => {
    const request = await site.raise();
    await attacked.holdEvents();
    await request.editAtOnce('engineer', { 'Cloud service': 'GitHub' });
    await request.editAtOnce('engineer', { 'Cloud service': 'AWS' });
    await attacked.deliverEvents([1]);
    const now = await standing(request);
    expect(now).toMatchObject({
      accountable: site.accountId('cloud'),
      accountableRole: 'Cloud Platform Owner',
    });
    await attacked.holdEvents();
    await request.editAtOnce('engineer', { 'Cloud service': 'GitHub' });
    await request.editAtOnce('engineer', { 'Cloud service': 'AWS' });
    await attacked.deliverEvents([1, 0, 0]);
    expect(await standing(request)).toEqual(now);
  });
});

describe('a decision that is asked for while the app has not heard', () => {
  it('of the approval: provisions what the history says was approved', async () => {
    const request = await site.submitted();
    await attacked.holdEvents();
    await request.mustMove('cloud', 'Approve');
    expect(await request.move('engineer2', 'Provision', { 'Account ID': request.id })).toMatchObject({
      status: 400,
    });
    expect(await request.move('cloud', 'Provision', { 'Account ID': request.id })).toMatchObject({
      status: 204,
    });
    await attacked.deliverEvents([1, 0]);
    expect(await request.evidence('transition-observed')).toHaveLength(3);
  });

  it('CONTENT_CHANGED: of an edit: reads the ticket, and not what it was told', async () => {
    const request = await site.submitted();
    await attacked.holdEvents();
    await request.edit('engineer', { Environment: 'Sandbox' });
    expect(await request.move('cloud', 'Approve')).toMatchObject({ codes: ['CONTENT_CHANGED'] });
    await request.edit('engineer', { Environment: 'Production' });
    expect(await request.move('cloud', 'Approve')).toMatchObject({ status: 204 });
    await attacked.deliverEvents([]);
  });

  it('ROUTE_STALE: of a reporter who came: they decide nothing, and decide again once they went', async () => {
    const request = await accessSite.submitted(await access(accessSite));
    await attacked.holdEvents();
    await request.edit('admin', { reporter: 'iam' });
    expect(await request.now()).toMatchObject({ accountable: site.accountId('iam') });
    expect(await request.move('iam', 'Approve')).toMatchObject({ status: 400, codes: ['ROUTE_STALE'] });
    await attacked.deliverEvents([]);
    expect(await request.move('iam', 'Approve')).toMatchObject({ status: 400 });
    await request.edit('admin', { reporter: 'engineer' });
    expect(await request.move('iam', 'Approve')).toMatchObject({ status: 204 });
  });
});
