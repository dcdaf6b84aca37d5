import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { STARTS_WITHIN_MS } from '../support/sandbox-client.ts';
import { explained } from './site/access.ts';
import { COMPLETE, Governance } from './site/governance.ts';
import { liftLocks } from './site/locks.ts';
import { writes } from './site/writes.ts';

let site: Governance;

beforeAll(async () => {
  site = await Governance.open();
  await liftLocks(site);
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());

const BY_CLOUD = {
  accountableRole: 'Cloud Platform Owner',
  responsibility: 'asset-account-provisioning.aws @ v1',
};
const BY_APPLICATION_OWNER = {
  accountableRole: 'Application Owner',
  responsibility: 'asset-account-provisioning.github @ v1',
};

describe('routing', () => {
  it('follows the ticket to another service, and says what it was about until then', async () => {
    const request = await site.submitted();
    expect(await request.now()).toMatchObject({ ...BY_CLOUD, assignee: site.accountId('cloud') });
    await request.edit('engineer', { 'Cloud service': 'GitHub' });
    expect(await request.now()).toMatchObject({
      ...BY_APPLICATION_OWNER,
      accountable: site.accountId('app'),
      assignee: site.accountId('app'),
    });
    const [, again] = await request.comments();
    expect(again).toBe(
      `Routed again to @${site.nameOf('app')}, the Application Owner, who is accountable for Cloud account provisioning on GitHub in matrix v1. Until now it was about Cloud account provisioning on AWS.`,
    );
  });

  it('comments once for each route, and not again on the way back to an earlier one’s status', async () => {
    const request = await site.raise();
    await request.edit('engineer', { 'Cloud service': 'GitHub' });
    await request.edit('engineer', { 'Cloud service': 'AWS' });
    await request.edit('engineer', { summary: 'Another summary' });
    await request.mustMove('engineer', 'Submit');
    expect(await request.comments()).toHaveLength(3);
    const routed = await request.evidence('routed');
    expect(routed.map(({ facts }) => facts['status'])).toEqual([
      'Requested',
      'Requested',
      'Requested',
      'Awaiting approval',
    ]);
    expect(routed.map(({ facts }) => facts['previous'])).toEqual([
      null,
      ...routed.slice(0, 3).map(({ id }) => id),
    ]);
  });

  it('waits, without a word, for the author to name the service', async () => {
    const request = await site.raise({});
    expect(await request.now()).toMatchObject({
      accountable: null,
      assignee: site.accountId('engineer'),
      labels: [],
    });
    expect(await request.comments()).toEqual([]);
  });

  it('is put back where someone else assigned it elsewhere only when it is routed again', async () => {
    const request = await site.submitted();
    await site.sandbox
      .as('engineer')
      .put(request.path('/assignee'), { accountId: site.accountId('engineer') });
    await site.sandbox.settle();
    expect(await request.now()).toMatchObject({
      assignee: site.accountId('engineer'),
      accountable: site.accountId('cloud'),
    });
    expect(await request.move('cloud', 'Approve')).toMatchObject({ status: 204 });
    expect(await request.now()).toMatchObject({ assignee: site.accountId('cloud') });
  });

  it('writes nothing when nothing has changed, however often it looks', async () => {
    const request = await site.submitted();
    // The first finds that the locks are lifted.
    await site.sandbox.run('sweep');
    const calls = await site.sandbox.callsDuring(async () => {
      await site.sandbox.run('sweep');
      await site.sandbox.run('sweep');
    });
    const looks = calls.filter(({ path }) => path === '/rest/api/3/search/jql');
    expect(looks.length).toBeGreaterThanOrEqual(2);
    expect(writes(calls)).toEqual([]);
    await request.edit('engineer', { 'Cloud service': 'GitHub' });
    expect((await request.now()).responsibility).toContain('github');
  });

  it('is done a little later where the event could not be passed on', async () => {
    await site.sandbox.fault({ match: { function: 'on-ticket-event' }, status: 500, times: 1 });
    const request = await site.raise();
    expect(await request.now()).toMatchObject({ accountable: null });
    await site.sandbox.advance('PT30S');
    expect(await request.now()).toMatchObject(BY_CLOUD);
  });

  it('is caught up by the sweep where the event was lost', async () => {
    const request = await site.unheard(() => site.raise());
    expect(await request.now()).toMatchObject({ accountable: null });
    expect(await request.comments()).toEqual([]);
    await site.sandbox.run('sweep');
    expect(await request.now()).toMatchObject({ ...BY_CLOUD, assignee: site.accountId('engineer') });
    expect(await request.comments()).toHaveLength(1);
  });

  it('is caught up by the next sweep in time, which no one has to start', async () => {
    const request = await site.unheard(() => site.raise());
    expect(await request.now()).toMatchObject({ accountable: null });
    await site.sandbox.advance('PT1H');
    expect(await request.now()).toMatchObject(BY_CLOUD);
  });

  it('records a transition that it only heard of by the sweep', async () => {
    const request = await site.submitted();
    await site.unheard(() => request.mustMove('cloud', 'Approve'));
    expect(await request.evidence('transition-observed')).toHaveLength(1);
    await site.sandbox.run('sweep');
    expect(await request.evidence('transition-observed')).toMatchObject([
      { facts: { transition: 'Submit' } },
      { actor: site.accountId('cloud'), facts: { transition: 'Approve' } },
    ]);
    expect(await request.move('cloud', 'Provision', { 'Account ID': request.id })).toMatchObject({
      status: 204,
    });
  });

  it('leaves a ticket alone that is done', async () => {
    const request = await site.submitted({ ...COMPLETE, 'Cloud service': 'Google Cloud' });
    await request.mustMove('cloud', 'Reject');
    const before = await request.now();
    await request.edit('engineer', { 'Cloud service': 'GitHub' });
    expect(await request.now()).toEqual(before);
  });
});

describe('a ticket of whose change Remit has not heard yet', () => {
  it('is routed when its panel is opened, once, whoever opens it and whatever comes later', async () => {
    const request = await site.unheard(() => site.raise());
    expect(await request.now()).toMatchObject({ accountable: null, assignee: null });
    const shown = await explained(site, request, 'engineer');
    expect(shown.transitions.find(({ name }) => name === 'Submit')).toMatchObject({
      youMay: true,
      lacks: [],
    });
    const routed = await request.now();
    expect(routed).toMatchObject({ ...BY_CLOUD, accountable: site.accountId('cloud') });
    await explained(site, request, 'engineer2');
    await request.edit('engineer', { Environment: 'Sandbox' });
    await site.sandbox.run('sweep');
    expect(await request.now()).toEqual(routed);
    expect(await request.comments()).toHaveLength(1);
    expect(await request.evidence('routed')).toHaveLength(1);
  });

  it('is routed again when its panel is opened after it was changed', async () => {
    const request = await site.submitted();
    await site.unheard(() => request.edit('engineer', { 'Cloud service': 'GitHub' }));
    expect(await request.now()).toMatchObject(BY_CLOUD);
    await explained(site, request, 'app');
    expect(await request.now()).toMatchObject({ ...BY_APPLICATION_OWNER, assignee: site.accountId('app') });
    await site.sandbox.run('sweep');
    expect(await request.evidence('routed')).toHaveLength(3);
  });
});
