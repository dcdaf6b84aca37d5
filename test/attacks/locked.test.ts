import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PEOPLE, STARTS_WITHIN_MS, type Person } from '../support/sandbox-client.ts';
import { access, granted } from '../acceptance/site/access.ts';
import type { CloudAccountRequest } from '../acceptance/site/cloud-account-request.ts';
import { COMPLETE, Governance } from '../acceptance/site/governance.ts';
import { MatrixOffice } from '../acceptance/site/matrix-office.ts';
import { setPeopleInBulk } from './site/bulk.ts';

/** Gates refuse behind any lock, too: edited-in-between.test.ts and people-changed.test.ts have the locks lifted. */
let site: Governance;
let accessSite: Governance;
let office: MatrixOffice;

beforeAll(async () => {
  site = await Governance.open();
  accessSite = await Governance.of(site.sandbox, 'Remit: Access request');
  office = await MatrixOffice.of(site);
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());

/** Who of the company Jira lets edit a ticket over REST. */
async function editors(request: CloudAccountRequest): Promise<Person[]> {
  const able: Person[] = [];
  for (const person of PEOPLE)
    if ((await request.tryToEdit(person, { summary: `By ${person}` })).status === 204) able.push(person);
  return able;
}

/** The ids of the fields that Jira's view offers a person to edit. */
async function offered(request: CloudAccountRequest, person: Person): Promise<string[]> {
  const { body } = await site.sandbox.as(person).get(request.path('/editmeta'));
  return Object.keys((body as { fields: object }).fields);
}

const awaiting = () => site.submitted();
const approved = () => site.approved();
const accessAwaiting = async () => accessSite.submitted(await access(accessSite));
const accessGranted = async () => granted(accessSite, await access(accessSite));
const changeAwaiting = async () => {
  await office.put('gov-matrix-maintenance', { frequency: 'Monthly' });
  const change = await office.opened();
  await change.mustMove('admin', 'Submit');
  return change;
};

describe('what waits for a decision, or rests on one', () => {
  it.each<[string, () => Promise<CloudAccountRequest>]>([
    ['a cloud account request that waits for approval', awaiting],
    ['a cloud account request that is approved', approved],
    ['an access request that waits for approval', accessAwaiting],
    ['access that is granted', accessGranted],
    ['a change of the matrix that waits for approval', changeAwaiting],
  ])('is edited by no one: %s', async (_, make) => {
    const request = await make();
    expect(await editors(request)).toEqual([]);
    for (const person of ['engineer', 'engineer2', 'cloud', 'admin'] as const)
      expect(await offered(request, person)).toEqual([]);
  });

  it('is assigned by no one, and nobody becomes its reporter, one by one or in bulk', async () => {
    const request = await awaiting();
    const before = await request.now();
    for (const person of PEOPLE) {
      const accountId = site.accountId(person);
      const assigned = await site.sandbox.as(person).put(request.path('/assignee'), { accountId });
      expect(assigned.status).toBe(403);
      expect(await request.tryToEdit(person, { reporter: person })).toMatchObject({ status: 400 });
      expect((await setPeopleInBulk(site, person, { reporter: person }, [request])).done).toEqual([]);
    }
    expect(await request.now()).toEqual(before);
  });

  it('takes what the screen of its transition asks for, and is unlocked by Rework', async () => {
    const request = await approved();
    const twin = await awaiting();
    await request.mustMove('cloud', 'Provision', { 'Account ID': '111122223333' });
    await twin.mustMove('cloud', 'Rework');
    expect(await editors(twin)).toEqual(['engineer', 'engineer2']);
  });
});

describe('a ticket that is still its reporter’s', () => {
  it('is edited by reporter, assignee and account owner, and by no one else', async () => {
    const request = await site.raise();
    expect(await editors(request)).toEqual(['engineer', 'engineer2']);
    expect(await offered(request, 'secops')).toEqual([]);
    expect(await offered(request, 'engineer')).toContain(site.fieldId('Environment'));
  });

  it('is not taken over: neither its beneficiary nor its owner is named by a stranger', async () => {
    const request = await accessSite.raise(await access(accessSite));
    expect(await request.tryToEdit('secops', { Beneficiary: 'iam' })).toMatchObject({ status: 400 });
    expect(await request.tryToEdit('engineer2', { Beneficiary: 'iam' })).toMatchObject({ status: 400 });
    await request.edit('engineer', { Beneficiary: 'engineer' });
    const account = await site.raise({ ...COMPLETE, 'Account owner': null });
    expect(await account.tryToEdit('secops', { 'Account owner': 'secops' })).toMatchObject({ status: 400 });
    await account.edit('engineer', { 'Account owner': 'secops' });
    expect(await editors(account)).toEqual(['secops', 'engineer']);
  });

  it('is created, seen and commented on by everyone signed in', async () => {
    const request = await site.raise(COMPLETE, 'auditor');
    const body = { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [] }] };
    for (const person of PEOPLE) {
      expect((await site.sandbox.as(person).get(request.path())).status).toBe(200);
      const commented = await site.sandbox.as(person).post(request.path('/comment'), { body });
      expect(commented.status).toBe(201);
    }
  });
});

describe('an account that is provisioned', () => {
  it('is edited by its owner and its assignee, no longer by who asked for it', async () => {
    const request = await site.approved();
    await request.mustMove('cloud', 'Provision', { 'Account ID': '111122224444' });
    expect(await editors(request)).toEqual(['cloud', 'engineer2']);
  });
});
