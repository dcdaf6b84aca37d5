import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hash } from 'node:crypto';
import { STARTS_WITHIN_MS } from '../support/sandbox-client.ts';
import { access } from '../acceptance/site/access.ts';
import type { CloudAccountRequest } from '../acceptance/site/cloud-account-request.ts';
import { Governance, type Values } from '../acceptance/site/governance.ts';
import { liftLocks } from '../acceptance/site/locks.ts';
import { MatrixOffice } from '../acceptance/site/matrix-office.ts';

/** What people read to decide is changed after it was submitted, by who got past the lock of the status. */
let site: Governance;
let accessSite: Governance;
let office: MatrixOffice;

beforeAll(async () => {
  site = await Governance.open();
  accessSite = await Governance.of(site.sandbox, 'Remit: Access request');
  office = await MatrixOffice.of(site);
  await liftLocks(site);
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());

const described = (text: string) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});
const write = async (request: CloudAccountRequest, fields: object) => {
  const answer = await site.sandbox.as('admin').put(request.path(), { fields });
  await site.sandbox.settle();
  return answer.status;
};
const read = async (request: CloudAccountRequest) => {
  const { body } = await site.sandbox.as('admin').get(`${request.path()}?fields=summary,description`);
  return (body as { fields: { summary: string; description: object | null } }).fields;
};
const found = async (request: CloudAccountRequest) =>
  (await request.evidence('gate-bypassed')).map(({ actor, facts }) => [actor, facts['changed']]);
const codesOf = async (request: CloudAccountRequest) => {
  const reply = await site.sandbox.as('cloud').invoke('route.explain', { issueKey: request.key });
  return (reply as { data: { findings: { code: string }[] } }).data.findings.map(({ code }) => code);
};

/** A ticket before each transition that refuses what was rewritten, and who makes it. */
const BEFORE: [string, () => Promise<CloudAccountRequest>, Parameters<CloudAccountRequest['move']>][] = [
  ['Approve of a cloud account', () => site.submitted(), ['cloud', 'Approve']],
  ['Provision', () => site.approved(), ['cloud', 'Provision', { 'Account ID': '210987654321' }]],
  ['Approve of access', async () => accessSite.submitted(await access(accessSite)), ['iam', 'Approve']],
  [
    'Grant',
    async () => {
      const request = await accessSite.submitted(await access(accessSite));
      await request.mustMove('iam', 'Approve');
      return request;
    },
    ['app', 'Grant'],
  ],
];

describe('summary and description', () => {
  it.each(BEFORE)('CONTENT_CHANGED: rewritten before %s; changed back, it passes', async (_, make, next) => {
    const request = await make();
    const before = await read(request);
    expect(await write(request, { summary: 'Root for everyone', description: described('Really.') })).toBe(
      204,
    );
    const refused = await request.move(...next);
    expect(refused).toMatchObject({ status: 400, codes: ['CONTENT_CHANGED'] });
    expect(refused.messages[0]).toMatch(/^Summary and Description changed after the ticket was submitted\./);
    expect(await found(request)).toEqual([[site.accountId('admin'), ['Summary', 'Description']]]);
    expect(await codesOf(request)).toContain('GATE_BYPASSED');
    await write(request, before);
    expect(await codesOf(request)).not.toContain('GATE_BYPASSED');
    expect(await request.evidence('bypass-resolved')).toHaveLength(2);
    expect(await request.move(...next)).toMatchObject({ status: 204 });
  });

  it('CONTENT_CHANGED: one letter, a mark, or a node that no one reads yet', async () => {
    const request = await site.raise();
    await write(request, { description: described('For the shop.') });
    await request.mustMove('engineer', 'Submit');
    const text = { type: 'text', text: 'For the shop.', marks: [{ type: 'strike' }] };
    for (const description of [
      described('For the shop'),
      { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [text] }] },
      null,
    ]) {
      await write(request, { description });
      expect(await request.move('cloud', 'Approve')).toMatchObject({ codes: ['CONTENT_CHANGED'] });
    }
    await write(request, { description: described('For the shop.') });
    expect(await request.move('cloud', 'Approve')).toMatchObject({ status: 204 });
  });

  it('are submitted anew after Rework, and frozen as they are then', async () => {
    const request = await site.submitted();
    await write(request, { summary: 'Other' });
    const before = (await request.now()).contentHash;
    await request.mustMove('cloud', 'Rework');
    await request.mustMove('engineer', 'Submit');
    const { contentHash } = await request.now();
    expect(contentHash).not.toBe(before);
    const submit = (await request.evidence('gate-decided')).at(-1)?.facts['snapshot'];
    expect(submit).toMatchObject({ contentHash });
    expect(await request.move('cloud', 'Approve')).toMatchObject({ status: 204 });
    expect(await codesOf(request)).not.toContain('GATE_BYPASSED');
  });

  it('of what is granted: nothing refuses any more, and it is found by the sweep when its event is lost', async () => {
    const request = await accessSite.submitted(await access(accessSite));
    await request.mustMove('iam', 'Approve');
    await request.mustMove('app', 'Grant');
    await site.unheard(() => write(request, { summary: 'Root for everyone' }));
    expect(await found(request)).toEqual([]);
    await site.sandbox.advance('PT1H');
    expect(await found(request)).toEqual([[site.accountId('admin'), ['Summary']]]);
    expect((await request.comments()).at(-1)).toMatch(/^Changed after it was submitted\. /);
  });

  it('CONTENT_CHANGED: of a change of the matrix, before it is approved and before it takes effect', async () => {
    await office.put('gov-matrix-maintenance', { frequency: 'Monthly' });
    const change = await office.opened();
    await change.mustMove('admin', 'Submit');
    const before = await read(change);
    await write(change, { summary: 'Nothing to see' });
    expect(await change.move('ceo', 'Approve')).toMatchObject({ codes: ['CONTENT_CHANGED'] });
    await write(change, before);
    // the event of the approval is lost, and the ticket is rewritten before anyone follows it
    await site.unheard(() => change.moveAtOnce('ceo', 'Approve'));
    await site.unheard(() => write(change, { description: described('Something else.') }));
    await site.sandbox.advance('PT1H');
    expect((await office.view()).version).toMatchObject({ number: 1 });
    expect((await change.comments()).join('\n')).toContain('The matrix wasn’t changed.');
    const again = await office.opened();
    await again.mustMove('admin', 'Submit');
    await again.mustMove('ceo', 'Approve');
    expect((await office.view()).version).toMatchObject({ number: 2 });
  });
});

describe('files', () => {
  const PLAN = 'What is to be built.';
  const withPlan = async (values?: Values) => {
    const request = await site.raise(values);
    const plan = await request.attach('engineer', 'plan.pdf', PLAN);
    await request.mustMove('engineer', 'Submit');
    return { request, plan: plan ?? 'none' };
  };

  it('are decided on by their bytes, read once at Submit', async () => {
    const calls = await site.sandbox.callsDuring(async () => {
      const { request, plan } = await withPlan();
      await request.mustMove('cloud', 'Approve');
      await request.mustMove('cloud', 'Provision', { 'Account ID': request.id });
      const [submit] = await request.evidence('gate-decided');
      expect(submit?.facts['snapshot']).toMatchObject({
        files: [{ id: plan, filename: 'plan.pdf', sha256: hash('sha256', PLAN) }],
      });
    });
    const reads = calls.filter(({ path }) => path.includes('/attachment/'));
    expect(reads.map(({ function: name, status }) => [name, status])).toEqual([['decide-gate', 200]]);
  });

  it.each<[string, (request: CloudAccountRequest) => Promise<unknown>, RegExp]>([
    ['removed', () => Promise.resolve(), /plan\.pdf was removed/],
    [
      'replaced',
      request => request.attach('engineer', 'plan.pdf', 'Something else.'),
      /plan\.pdf was replaced/,
    ],
    ['attached anew', request => request.attach('engineer', 'plan (1).pdf', PLAN), /plan\.pdf was removed/],
  ])('CONTENT_CHANGED: %s between Submit and Approve', async (_, then, message) => {
    const { request, plan } = await withPlan();
    expect(await request.detach('admin', plan)).toMatchObject({ status: 204 });
    await then(request);
    const refused = await request.move('cloud', 'Approve');
    expect(refused).toMatchObject({ status: 400, codes: ['CONTENT_CHANGED'] });
    expect(refused.messages[0]).toMatch(message);
    expect(await found(request)).toEqual([[site.accountId('admin'), ['plan.pdf']]]);
    await request.mustMove('cloud', 'Rework');
    await request.mustMove('engineer', 'Submit');
    expect(await request.move('cloud', 'Approve')).toMatchObject({ status: 204 });
  });

  it('that are added later are no part of it, and the panel says so', async () => {
    const { request } = await withPlan();
    await request.attach('engineer', 'late.pdf', 'Root for everyone');
    expect(await codesOf(request)).toContain('FILE_ADDED_LATER');
    expect(await found(request)).toEqual([]);
    expect(await request.move('cloud', 'Approve')).toMatchObject({ status: 204 });
  });

  it('ATTACHMENT_UNREADABLE: that Jira doesn’t give, or that are too large, are not submitted', async () => {
    const request = await site.raise();
    await request.attach('engineer', 'plan.pdf', PLAN);
    await site.sandbox.fault({ match: { path: '/attachment/content' }, status: 503, times: 10 });
    const refused = await request.move('engineer', 'Submit');
    expect(refused).toMatchObject({ status: 400, codes: ['ATTACHMENT_UNREADABLE'] });
    expect(refused.messages[0]).toMatch(/couldn’t read plan\.pdf\. Try again in a minute\./);
    await site.sandbox.clearFaults();
    const large = (await request.attach('engineer', 'film.mov', new Uint8Array(10_000_001))) ?? '';
    const tooLarge = await request.move('engineer', 'Submit');
    expect(tooLarge).toMatchObject({ codes: ['ATTACHMENT_UNREADABLE'] });
    expect(tooLarge.messages[0]).toMatch(/files this large: film\.mov\./);
    await request.detach('admin', large);
    expect(await request.move('engineer', 'Submit')).toMatchObject({ status: 204 });
  });

  it('that Jira gives too slowly: the gate refuses in time, and nothing is on record as allowed', async () => {
    const request = await site.raise();
    await request.attach('engineer', 'plan.pdf', PLAN);
    await site.sandbox.fault({ match: { path: '/attachment/content' }, delayMs: 16_000, times: 1 });
    const refused = await request.move('engineer', 'Submit');
    expect(refused.status).toBe(400);
    expect(await request.evidence('gate-decided')).toEqual([]);
    expect(await request.move('engineer', 'Submit')).toMatchObject({ status: 204 });
  }, 60_000);
});
