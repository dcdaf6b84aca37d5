import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { itNamesNoOneInEvidence } from '../acceptance/site/no-one-named.ts';
import { z } from 'zod';
import { STARTS_WITHIN_MS, type Person } from '../support/sandbox-client.ts';
import { access } from '../acceptance/site/access.ts';
import { CloudAccountRequest } from '../acceptance/site/cloud-account-request.ts';
import { COMPLETE, Governance } from '../acceptance/site/governance.ts';
import { liftLocks } from '../acceptance/site/locks.ts';
import { MatrixOffice } from '../acceptance/site/matrix-office.ts';
import { moveTo } from './site/bulk.ts';
import { idOf, letEverybodyMove, openElsewhere, placesOf, type Places } from './site/elsewhere.ts';

/** Everyone may move work items here, which set-up leaves to administrators. */
let site: Governance;
let accessSite: Governance;
let places: Places;

const CLOUD = 'Cloud account request';
const ACCESS = 'Access request';
const CHANGE = 'Responsibility change';

beforeAll(async () => {
  site = await Governance.open();
  await liftLocks(site);
  accessSite = await Governance.of(site.sandbox, 'Remit: Access request');
  places = await placesOf(site);
  await letEverybodyMove(site);
  await openElsewhere(site, places);
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());

/** Moves a ticket, which has to succeed. */
async function move(
  ticket: CloudAccountRequest,
  project: 'GOV' | 'ELSE',
  type: string,
  statuses?: Readonly<Record<string, string>>,
  person: Person = 'engineer',
): Promise<void> {
  const byId = Object.entries(statuses ?? {}).map(([from, to]) => [
    idOf(places.statuses, from),
    idOf(places.statuses, to),
  ]);
  const mapped = statuses === undefined ? undefined : (Object.fromEntries(byId) as Record<string, string>);
  const to = { project, issueTypeId: idOf(places.types, type) };
  expect(await moveTo(site, person, to, [ticket], mapped)).toEqual({ done: [ticket.id], refused: [] });
}

/** The same work item with the transitions of the work type that it has become. */
const as = (transitions: Governance, { id, key }: CloudAccountRequest) =>
  new CloudAccountRequest(transitions, id, key);

async function accessApproved(): Promise<CloudAccountRequest> {
  const request = await accessSite.submitted(await access(accessSite));
  await request.edit('engineer', { ...COMPLETE, 'Cloud service': 'GitHub' });
  await request.mustMove('iam', 'Approve');
  return request;
}

/** The way that is left: everything from the beginning, under the gates. */
async function decideAgain(request: CloudAccountRequest, accountable: Person): Promise<void> {
  const { status } = await request.now();
  if (status !== 'Requested') await request.mustMove(accountable, 'Rework');
  await request.mustMove('engineer', 'Submit');
  await request.mustMove(accountable, 'Approve');
}

const provision = (request: CloudAccountRequest, person: Person = 'cloud') =>
  request.move(person, 'Provision', { 'Account ID': request.id });

describe('an edit of the work type', () => {
  it('is refused by Jira: each work type has a workflow of its own', async () => {
    const request = await site.submitted();
    for (const type of [ACCESS, CHANGE]) {
      const fields = { issuetype: { id: idOf(places.types, type) } };
      const answer = await site.sandbox.as('engineer').put(request.path(), { fields });
      expect(answer.status).toBe(400);
    }
    expect(await request.move('cloud', 'Approve')).toMatchObject({ status: 204 });
  });
});

describe('a ticket that becomes another work type', () => {
  it('NOT_APPROVED_BY_ACCOUNTABLE: brings no approval of access along for an account', async () => {
    const request = await accessApproved();
    await move(request, 'GOV', CLOUD);
    const account = as(site, request);
    const { status, accountable } = await account.now();
    expect([status, accountable]).toEqual(['Approved', site.accountId('app')]);
    const refused = await provision(account, 'app');
    expect(refused.status).toBe(400);
    expect(refused.codes).toEqual(expect.arrayContaining(['NOT_APPROVED_BY_ACCOUNTABLE', 'CONTENT_CHANGED']));
    expect(await site.registeredAccounts()).toEqual([]);
    await decideAgain(account, 'app');
    expect(await provision(account, 'app')).toMatchObject({ status: 204 });
  });

  it('NOT_APPROVED_BY_ACCOUNTABLE: brings no approval of an account along for access', async () => {
    const request = await site.approved();
    await request.edit('engineer', { ...(await access(accessSite)), 'Cloud service': 'AWS' });
    await move(request, 'GOV', ACCESS);
    const ofAccess = as(accessSite, request);
    expect(await ofAccess.now()).toMatchObject({ status: 'Approved', accountable: site.accountId('iam') });
    const refused = await ofAccess.move('iam', 'Grant');
    expect(refused.codes).toEqual(expect.arrayContaining(['NOT_APPROVED_BY_ACCOUNTABLE']));
    await decideAgain(ofAccess, 'iam');
    expect(await ofAccess.move('iam', 'Grant')).toMatchObject({ status: 204 });
  });

  it('CONTENT_CHANGED: brings no Submit along', async () => {
    const request = await site.submitted();
    await request.edit('engineer', { ...(await access(accessSite)), 'Cloud service': 'AWS' });
    await move(request, 'GOV', ACCESS);
    const ofAccess = as(accessSite, request);
    expect(await ofAccess.move('iam', 'Approve')).toMatchObject({ codes: ['CONTENT_CHANGED'] });
    await decideAgain(ofAccess, 'iam');
  });

  it('makes no version of the matrix of an approval of something else', async () => {
    const office = await MatrixOffice.of(site);
    await office.put('gov-matrix-maintenance', { frequency: 'Monthly' });
    const request = await site.approved();
    await move(request, 'GOV', CHANGE);
    await site.sandbox.run('sweep');
    expect((await office.view()).version).toMatchObject({ number: 1 });
    expect(await office.draft()).toMatchObject({ state: 'open', ticket: null });

    const change = await office.opened();
    await change.mustMove('admin', 'Submit');
    await change.mustMove('ceo', 'Approve');
    expect((await office.view()).version).toMatchObject({ number: 2, changeTicket: change.key });
  });

  it('NOT_APPROVED_BY_ACCOUNTABLE: out of a status that the other workflow lacks, into any that it has', async () => {
    const changes = await Governance.of(site.sandbox, 'Remit: Responsibility change');
    const draft = await changes.raise({});
    await draft.edit('engineer', COMPLETE);
    await move(draft, 'GOV', CLOUD, { Draft: 'Approved' });
    const account = as(site, draft);
    expect(await account.now()).toMatchObject({ status: 'Approved', accountable: site.accountId('cloud') });
    const refused = await provision(account);
    expect(refused.codes).toEqual(expect.arrayContaining(['NOT_APPROVED_BY_ACCOUNTABLE', 'CONTENT_CHANGED']));
    await decideAgain(account, 'cloud');
    expect(await provision(account)).toMatchObject({ status: 204 });
  });

  it('registers no account for having been moved into Provisioned', async () => {
    const request = await accessApproved();
    await request.mustMove('app', 'Grant');
    await move(request, 'GOV', CLOUD, { Granted: 'Provisioned' });
    await site.sandbox.run('sweep');
    expect((await as(site, request).now()).status).toBe('Provisioned');
    const registered = await site.registeredAccounts();
    expect(registered.filter(({ ticket }) => ticket === request.key)).toEqual([]);
  });
});

const DETOURS: [where: string, there: ['GOV' | 'ELSE', string]][] = [
  ['another work type', ['GOV', ACCESS]],
  ['another space', ['ELSE', CLOUD]],
];

describe.each(DETOURS)('a ticket that was %s and came back', (_, there) => {
  const detour = async (request: CloudAccountRequest) => {
    await move(request, ...there);
    await move(request, 'GOV', CLOUD);
  };

  it('CONTENT_CHANGED: between Submit and Approve, was not submitted as what it is', async () => {
    const request = await site.submitted();
    await detour(request);
    expect(await request.now()).toMatchObject({ status: 'Awaiting approval' });
    expect(await request.move('cloud', 'Approve')).toMatchObject({ codes: ['CONTENT_CHANGED'] });
    await decideAgain(request, 'cloud');
  });

  it('NOT_APPROVED_BY_ACCOUNTABLE: between Approve and Provision, is not approved any more', async () => {
    const request = await site.approved();
    await detour(request);
    const refused = await provision(request);
    expect(refused.codes).toEqual(expect.arrayContaining(['NOT_APPROVED_BY_ACCOUNTABLE']));
    expect(await request.now()).toMatchObject({ status: 'Approved' });
    await decideAgain(request, 'cloud');
    expect(await provision(request)).toMatchObject({ status: 204 });
  });

  it('before Submit, has lost nothing', async () => {
    const request = await site.raise();
    await detour(request);
    await decideAgain(request, 'cloud');
    expect(await provision(request)).toMatchObject({ status: 204 });
  });

  it('still excludes the person who was involved before', async () => {
    const request = await site.submitted({ ...COMPLETE, 'Account owner': 'cloud' });
    await request.mustMove('ciso', 'Rework');
    await request.edit('engineer', { 'Account owner': 'engineer2' });
    await detour(request);
    await request.mustMove('engineer', 'Submit');
    expect(await request.now()).toMatchObject({ accountable: site.accountId('ciso') });
    expect(await request.move('cloud', 'Approve')).toMatchObject({ status: 400 });
    expect(await request.move('ciso', 'Approve')).toMatchObject({ status: 204 });
  });
});

describe('a ticket that is approved in a space without gates', () => {
  const transitions = z.object({ transitions: z.array(z.object({ id: z.string(), name: z.string() })) });

  async function moveElsewhere(person: Person, request: CloudAccountRequest, to: string): Promise<void> {
    const { body } = await site.sandbox.as(person).get(request.path('/transitions'));
    const known = transitions.parse(body).transitions.find(({ name }) => name === `To ${to}`);
    const made = await site.sandbox
      .as(person)
      .post(request.path('/transitions'), { transition: { id: known?.id } });
    expect(made.status).toBe(204);
    await site.sandbox.settle();
  }

  it.each(['engineer', 'cloud'] as const)(
    'NOT_APPROVED_BY_ACCOUNTABLE: by %s, is not approved when it is back',
    async person => {
      const request = await site.submitted();
      await move(request, 'ELSE', CLOUD);
      await moveElsewhere(person, request, 'Approved');
      await move(request, 'GOV', CLOUD);
      expect(await request.now()).toMatchObject({ status: 'Approved' });
      const refused = await provision(request);
      expect(refused.codes).toEqual(expect.arrayContaining(['NOT_APPROVED_BY_ACCOUNTABLE']));
      await decideAgain(request, 'cloud');
      expect(await provision(request)).toMatchObject({ status: 204 });
    },
  );

  it('NOT_APPROVED_BY_ACCOUNTABLE: nor is one that began its life there', async () => {
    const place = { project: { key: 'ELSE' }, issuetype: { name: CLOUD }, summary: 'From elsewhere' };
    const created = await site.sandbox.as('engineer').post('/rest/api/3/issue', { fields: place });
    const { id, key } = z.object({ id: z.string(), key: z.string() }).parse(created.body);
    const request = new CloudAccountRequest(site, id, key);
    await request.edit('engineer', COMPLETE);
    await moveElsewhere('cloud', request, 'Approved');
    await move(request, 'GOV', CLOUD);
    expect((await provision(request)).codes).toContain('NOT_APPROVED_BY_ACCOUNTABLE');
    await decideAgain(request, 'cloud');
    expect(await provision(request)).toMatchObject({ status: 204 });
  });

  it('is refused there what only gates of Remit allow: nothing is registered', async () => {
    const before = await site.registeredAccounts();
    const request = await site.approved();
    await move(request, 'ELSE', CLOUD);
    await moveElsewhere('engineer', request, 'Provisioned');
    await move(request, 'GOV', CLOUD);
    await site.sandbox.run('sweep');
    expect(await site.registeredAccounts()).toEqual(before);
  });
});

describe('a clone of an approved ticket', () => {
  it('is as new: neither approved nor routed by what the other was', async () => {
    const approved = await site.approved();
    const { body } = await site.sandbox.as('engineer').get(approved.path());
    const { fields } = z.object({ fields: z.record(z.string(), z.unknown()) }).parse(body);
    const copied = [
      ...Object.keys(COMPLETE),
      'Accountable',
      'Performer',
      'Accountable role',
      'Responsibility',
      'Content hash',
    ];
    const values = copied.map(name => [site.fieldId(name), fields[site.fieldId(name)]]);
    const place = { project: { key: 'GOV' }, issuetype: { name: CLOUD }, summary: 'CLONE - An account' };
    const whole = { ...place, ...(Object.fromEntries(values) as object) };
    const refused = await site.sandbox.as('engineer').post('/rest/api/3/issue', { fields: whole });
    expect(refused.status).toBe(400);

    const clone = await site.raise(COMPLETE, 'engineer2');
    expect(await clone.now()).toMatchObject({ status: 'Requested', contentHash: null });
    for (const person of ['cloud', 'engineer', 'engineer2'] as const)
      expect(await provision(clone, person)).toMatchObject({ status: 400 });
    await decideAgain(clone, 'cloud');
    expect(await provision(clone)).toMatchObject({ status: 204 });
  });
});

itNamesNoOneInEvidence(() => site);
