import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { STARTS_WITHIN_MS } from '../support/sandbox-client.ts';
import { access } from '../acceptance/site/access.ts';
import type { CloudAccountRequest } from '../acceptance/site/cloud-account-request.ts';
import { COMPLETE, Governance } from '../acceptance/site/governance.ts';
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

const comments = z.object({
  comments: z.array(
    z.object({
      author: z.object({ accountId: z.string(), accountType: z.string() }),
      properties: z.array(z.object({ key: z.string(), value: z.unknown() })).optional(),
    }),
  ),
});

const documentOf = (text: string) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

describe('entity properties', () => {
  /** Names by which an app might keep what it knows on the ticket itself. */
  const FORGED = ['remit', 'remit-mark', 'approval', 'decision', 'route', 'contentHash', 'content-hash'];
  const value = { approved: true, by: 'cloud', decision: '0'.repeat(64), verdict: 'allow' };

  it('of any name, written by anyone who can edit, decide nothing and are not even read', async () => {
    const request = await site.submitted();
    for (const key of FORGED) {
      const written = await site.sandbox.as('engineer').put(request.path(`/properties/${key}`), value);
      expect(written.status).toBe(201);
      await site.sandbox.settle();
    }
    const before = await request.now();
    expect(await request.move('engineer', 'Approve')).toMatchObject({ status: 400 });
    expect(await request.move('cloud', 'Provision', { 'Account ID': request.key })).toMatchObject({
      status: 400,
    });
    expect(await request.now()).toEqual(before);
    const calls = await site.sandbox.callsDuring(async () => {
      await request.mustMove('cloud', 'Approve');
      await request.mustMove('cloud', 'Provision', { 'Account ID': request.key });
    });
    expect(calls.length).toBeGreaterThan(0);
    expect(calls.filter(({ path }) => /\/properties|[?&]properties=/.test(path))).toEqual([]);
  });

  it('that a creation or a transition brings along decide nothing', async () => {
    const properties = FORGED.map(key => ({ key, value }));
    const request = await site.raise();
    const transition = { id: site.transitionId('Submit') };
    const sent = await site.sandbox
      .as('engineer')
      .post(request.path('/transitions'), { transition, properties });
    expect(sent.status).toBe(204);
    await site.sandbox.settle();
    expect(await request.now()).toMatchObject({ accountable: site.accountId('cloud') });
    expect(await request.move('engineer', 'Approve')).toMatchObject({ status: 400 });
    expect(await request.move('cloud', 'Approve')).toMatchObject({ status: 204 });
  });
});

describe('labels', () => {
  it('that say there is a gap, where there is none, go again and stop nothing', async () => {
    const request = await site.submitted();
    const label = { update: { labels: [{ add: 'responsibility-gap' }, { add: 'mine' }] } };
    expect((await site.sandbox.as('engineer').put(request.path(), label)).status).toBe(204);
    await site.sandbox.settle();
    expect(await request.now()).toMatchObject({ labels: ['mine'], status: 'Awaiting approval' });
    expect(await request.move('cloud', 'Approve')).toMatchObject({ status: 204 });
  });

  it('that say access has ended, where it has not, go again and let no one revoke it', async () => {
    const request = await accessSite.submitted(await access(accessSite));
    await request.mustMove('iam', 'Approve');
    await request.mustMove('app', 'Grant');
    const label = { update: { labels: [{ add: 'revocation-due' }] } };
    await site.sandbox.as('engineer').put(request.path(), label);
    await site.sandbox.settle();
    expect(await request.now()).toMatchObject({ labels: [], status: 'Granted' });
    expect(await request.evidence('revocation-due')).toEqual([]);
    expect(await request.move('engineer', 'Revoke')).toMatchObject({ status: 400 });
    expect(await request.move('app', 'Revoke')).toMatchObject({ status: 204 });
  });

  it('of a gap that is there come back when someone takes them off, and the gate stays closed', async () => {
    const gap = { ...COMPLETE, 'Account owner': 'ciso' };
    const request = await site.raise(gap, 'cloud');
    await request.edit('admin', { reporter: 'ceo' });
    expect(await request.now()).toMatchObject({ labels: ['responsibility-gap'] });
    const label = { update: { labels: [{ remove: 'responsibility-gap' }] } };
    await site.sandbox.as('engineer').put(request.path(), label);
    await site.sandbox.settle();
    expect(await request.now()).toMatchObject({ labels: ['responsibility-gap'] });
    expect(await request.move('cloud', 'Submit')).toMatchObject({ codes: ['NO_INDEPENDENT_APPROVER'] });
  });
});

describe('comments', () => {
  /** The mark that the app's comment on a ticket carries: anyone may read it. */
  async function markOf(request: CloudAccountRequest): Promise<unknown> {
    const { body } = await site.sandbox.as('engineer').get(request.path('/comment?expand=properties'));
    const own = comments.parse(body).comments.find(({ author }) => author.accountType === 'app');
    const mark = own?.properties?.find(({ key }) => key === 'remit-mark');
    if (!mark) throw new Error(`The app has said nothing on ${request.key}.`);
    return mark.value;
  }

  it('with the app’s own mark, copied by someone, keep the app from saying nothing', async () => {
    const mark = await markOf(await site.raise());
    await attacked.holdEvents();
    const request = await site.raise();
    const forged = {
      body: documentOf('Routed to no one.'),
      properties: [{ key: 'remit-mark', value: mark }],
    };
    const said = await site.sandbox.as('engineer').post(request.path('/comment'), forged);
    expect(said.status).toBe(201);
    await attacked.deliverEvents([0]);
    expect(await markOf(request)).toEqual(mark);
    expect(await request.comments()).toEqual([
      expect.stringMatching(/^Routed to @.* the Cloud Platform Owner/) as unknown,
    ]);
  });

  it('that say it was approved approve nothing', async () => {
    const request = await site.submitted();
    const forged = { body: documentOf('Approved by the Cloud Platform Owner.') };
    await site.sandbox.as('engineer').post(request.path('/comment'), forged);
    await site.sandbox.settle();
    expect(await request.move('cloud', 'Provision', { 'Account ID': '1' })).toMatchObject({ status: 400 });
    expect(await request.move('cloud', 'Approve')).toMatchObject({ status: 204 });
  });
});
