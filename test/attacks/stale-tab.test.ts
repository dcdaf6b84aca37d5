import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { STARTS_WITHIN_MS, type Person } from '../support/sandbox-client.ts';
import type { CloudAccountRequest } from '../acceptance/site/cloud-account-request.ts';
import { COMPLETE, Governance, type Values } from '../acceptance/site/governance.ts';
import { MatrixOffice } from '../acceptance/site/matrix-office.ts';

/** A tab that was opened some time ago sends what it showed then. */
let site: Governance;

beforeAll(async () => {
  site = await Governance.open();
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());

describe('a screen of Submit that was opened before someone edited the ticket', () => {
  it('is decided on what it saves, and the approval on what is there then', async () => {
    const request = await site.raise();
    await request.edit('engineer2', { 'Cloud service': 'GitHub', 'Data classification': 'Public' });
    expect(await request.now()).toMatchObject({ accountable: site.accountId('app') });
    await request.mustMove('engineer', 'Submit', COMPLETE);
    expect(await request.now()).toMatchObject({ accountable: site.accountId('cloud') });
    expect(await request.move('app', 'Approve')).toMatchObject({ status: 400 });
    const decided = (await request.evidence('gate-decided')).at(-1);
    expect(decided?.facts['snapshot']).toMatchObject({
      decidingFields: { cloudService: 'AWS', dataClassification: 'Confidential' },
    });
    expect(await request.move('cloud', 'Approve')).toMatchObject({ status: 204 });
  });

  it('names no one who left meanwhile', async () => {
    const request = await site.raise();
    await site.sandbox.setActive(site.accountId('secops'), false);
    const refused = await request.move('engineer', 'Submit', COMPLETE);
    expect(refused).toMatchObject({ status: 400, codes: ['ACCOUNT_INACTIVE'] });
    await site.sandbox.setActive(site.accountId('secops'), true);
    expect(await request.move('engineer', 'Submit', COMPLETE)).toMatchObject({ status: 204 });
  });
});

describe('a button that was shown before the ticket went on', () => {
  const account = (request: CloudAccountRequest): Values => ({ 'Account ID': request.id });

  it.each<[string, (request: CloudAccountRequest) => Promise<unknown>, Person, string]>([
    ['Approve, after it was approved', one => one.mustMove('cloud', 'Approve'), 'cloud', 'Approve'],
    ['Approve, after Rework', one => one.mustMove('cloud', 'Rework'), 'cloud', 'Approve'],
    ['Approve, after it was withdrawn', one => one.mustMove('engineer', 'Withdraw'), 'cloud', 'Approve'],
    ['Withdraw, after it was rejected', one => one.mustMove('cloud', 'Reject'), 'engineer', 'Withdraw'],
  ])('%s, is refused and changes nothing', async (_, meanwhile, person, transition) => {
    const request = await site.submitted();
    expect(await request.offered(person)).toContain(transition);
    await meanwhile(request);
    const before = await request.now();
    expect(await request.move(person, transition)).toMatchObject({ status: 400 });
    expect(await request.now()).toEqual(before);
  });

  it('Provision, after Rework and a new Submit, is refused until it is approved again', async () => {
    const request = await site.approved();
    await request.mustMove('engineer', 'Rework');
    await request.mustMove('engineer', 'Submit');
    expect(await request.move('cloud', 'Provision', account(request))).toMatchObject({ status: 400 });
    await request.mustMove('cloud', 'Approve');
    expect(await request.move('cloud', 'Provision', account(request))).toMatchObject({ status: 204 });
  });

  it.each([
    ['Approve twice', ['Approve', 'Approve']],
    ['Approve and Reject', ['Approve', 'Reject']],
    ['Reject and Rework', ['Reject', 'Rework']],
  ])('%s, at one and the same time, happens once', async (_, transitions) => {
    const request = await site.submitted();
    const answers = await Promise.all(transitions.map(name => request.moveAtOnce('cloud', name)));
    await site.sandbox.settle();
    expect(answers.map(({ status }) => status).filter(status => status === 204)).toHaveLength(1);
    expect(await request.evidence('transition-observed')).toHaveLength(2);
  });

  it('Submit twice, with two owners: what Jira kept is what can be approved, or nothing is', async () => {
    const request = await site.raise({ ...COMPLETE, 'Account owner': null });
    const owners = ['engineer2', 'iam'] as const;
    const answers = await Promise.all(
      owners.map(owner => request.moveAtOnce('engineer', 'Submit', { 'Account owner': owner })),
    );
    await site.sandbox.settle();
    expect(answers.map(({ status }) => status).filter(status => status === 204)).toHaveLength(1);
    const approved = await request.move('cloud', 'Approve');
    if (approved.status === 204) {
      const kept = owners[answers.findIndex(({ status }) => status === 204)] ?? 'no one';
      const decided = (await request.evidence('gate-decided')).at(-1)?.facts['snapshot'];
      expect(decided).toMatchObject({ decidingFields: { accountOwner: site.accountId(kept as Person) } });
    } else {
      expect(approved.codes).toEqual(['CONTENT_CHANGED']);
      await request.mustMove('cloud', 'Rework');
      await request.mustMove('engineer', 'Submit');
      expect(await request.move('cloud', 'Approve')).toMatchObject({ status: 204 });
    }
  });

  it('Provision twice, with two identifiers, registers the one that Jira kept', async () => {
    const request = await site.approved();
    const ids = [`${request.id}-a`, `${request.id}-b`];
    const answers = await Promise.all(
      ids.map(id => request.moveAtOnce('cloud', 'Provision', { 'Account ID': id })),
    );
    await site.sandbox.settle();
    const kept = ids.filter((_, index) => answers[index]?.status === 204);
    expect(kept).toHaveLength(1);
    const registered = await site.registeredAccounts();
    const own = registered.filter(({ ticket }) => ticket === request.key);
    expect(own.map(({ accountId }) => accountId)).toEqual(kept);
  });
});

describe('a ticket whose route changed while its tab was open', () => {
  it('ROUTE_STALE: by a new version of the matrix that the ticket has not followed yet', async () => {
    const office = await MatrixOffice.of(site);
    const request = await site.submitted();
    expect(await request.offered('cloud')).toContain('Approve');
    await office.put('asset-account-provisioning.aws', { accountable: ['iam-lead'] });
    const change = await office.opened();
    await change.mustMove('admin', 'Submit');
    const sweep = { function: 'on-upkeep-job', path: '/search/jql' };
    await site.sandbox.fault({ match: sweep, status: 500, times: 1 });
    await change.mustMove('ceo', 'Approve');
    expect((await office.view()).version).toMatchObject({ number: 2, inForce: true });
    expect(await request.now()).toMatchObject({ accountable: site.accountId('cloud') });
    expect(await request.move('cloud', 'Approve')).toMatchObject({ status: 400, codes: ['ROUTE_STALE'] });
    expect(await request.now()).toMatchObject({ accountable: site.accountId('iam') });
    expect(await request.move('cloud', 'Approve')).toMatchObject({ status: 400 });
    expect(await request.move('iam', 'Approve')).toMatchObject({ status: 204 });
  });
});

describe('a page of the matrix that was opened before the draft went on', () => {
  it('DRAFT_CHANGED and DRAFT_SUBMITTED: changes neither the newer draft nor the submitted one', async () => {
    const office = await MatrixOffice.of(site);
    await office.put('gov-matrix-maintenance', { frequency: 'Monthly' });
    const { revision, rows } = await office.draft();
    const row = rows.find(({ id }) => id === 'gov-matrix-maintenance');
    const fromTab = { edit: 'put row', revision, row: { ...row, accountable: ['iam-lead'] } };
    await office.put('gov-matrix-maintenance', { frequency: 'Weekly' });
    expect(await office.edit(fromTab)).toMatchObject({ ok: false, code: 'DRAFT_CHANGED' });
    const change = await office.opened();
    await change.mustMove('admin', 'Submit');
    const newest = (await office.draft()).revision;
    expect(await office.edit({ ...fromTab, revision: newest })).toMatchObject({ code: 'DRAFT_SUBMITTED' });
    expect(await change.move('ceo', 'Approve')).toMatchObject({ status: 204 });
    const approved = (await office.view({ domain: 'Governance' })).rows;
    expect(approved.find(({ id }) => id === 'gov-matrix-maintenance')).toMatchObject({
      accountable: ['ciso'],
      frequency: 'Weekly',
    });
  });
});
