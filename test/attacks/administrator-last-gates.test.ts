import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { STARTS_WITHIN_MS } from '../support/sandbox-client.ts';
import { access } from '../acceptance/site/access.ts';
import { Governance } from '../acceptance/site/governance.ts';
import { MatrixOffice } from '../acceptance/site/matrix-office.ts';
import { setUp } from '../acceptance/site/set-up.ts';
import { changeWorkflow } from '../acceptance/site/workflow.ts';
import {
  addingAWay,
  bypassesOn,
  editTransition,
  waveThrough,
  withoutConditions,
  withoutGates,
} from './site/administrator.ts';

const ACCESS = 'Remit: Access request';
const CHANGE = 'Remit: Responsibility change';

let site: Governance;
let accessSite: Governance;

beforeAll(async () => {
  site = await Governance.open();
  accessSite = await Governance.of(site.sandbox, ACCESS);
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());
afterEach(() => setUp(site.sandbox));

describe('an account that was provisioned', () => {
  it('past the gate of Provision is not in the register, which the ticket says; its twin is', async () => {
    const request = await site.approved();
    await editTransition(site, 'Provision', withoutGates);
    await request.mustMove('cloud', 'Provision', { 'Account ID': 'past-the-gate' });
    await setUp(site.sandbox);
    expect(await site.registeredAccounts()).toEqual([]);
    const { evidence, findings } = await bypassesOn(site, request);
    expect(evidence).toMatchObject([
      { facts: { bypass: 'not permitted by its gate', gates: expect.arrayContaining(['approved']) } },
    ]);
    expect(findings).toEqual([
      expect.stringMatching(
        /doesn’t count as the provisioning of an account\. The account is not in the register\. Priya Raman: no transition leads back from here: have a new ticket created/,
      ),
    ]);
    const again = await site.approved();
    await again.mustMove('cloud', 'Provision', { 'Account ID': 'past-the-gate' });
    expect(await site.registeredAccounts()).toMatchObject([{ ticket: again.key }]);
  });

  it('without ever having been approved is found too when its event was lost', async () => {
    const request = await site.submitted();
    await changeWorkflow(site, addingAWay('Provision', null));
    await site.unheard(async () => {
      const body = { transition: { id: '901' } };
      const made = await site.sandbox.as('admin').post(request.path('/transitions'), body);
      expect(made.status).toBe(204);
    });
    await setUp(site.sandbox);
    expect((await bypassesOn(site, request)).evidence).toEqual([]);
    await site.sandbox.run('sweep');
    const { evidence, findings, said } = await bypassesOn(site, request);
    expect(evidence).toMatchObject([
      { actor: site.accountId('admin'), facts: { bypass: 'not in the workflow', to: 'Provisioned' } },
    ]);
    expect([findings.length, said.length]).toEqual([1, 1]);
    expect(await site.registeredAccounts()).not.toContainEqual(
      expect.objectContaining({ ticket: request.key }),
    );
  });

  it('by someone who may not, with the gate’s permission, is registered and found', async () => {
    const request = await site.approved();
    await editTransition(site, 'Provision', withoutConditions);
    await request.mustMove('engineer2', 'Provision', { 'Account ID': request.id });
    expect(await site.registeredAccounts()).toContainEqual(expect.objectContaining({ ticket: request.key }));
    expect((await bypassesOn(site, request)).findings).toEqual([
      expect.stringMatching(
        /used Provision, which only Priya Raman could\. The account is in the register.*check that what was done is what was approved/,
      ),
    ]);
  });
});

describe('a decision by someone who may not, its condition removed', () => {
  it.each([
    ['Reject', 'Rejected', 'a rejection'],
    ['Rework', 'Requested', 'a request for rework'],
    ['Withdraw', 'Withdrawn', 'a withdrawal'],
  ])('%s is found; by the people who may it is none', async (transition, status, counts) => {
    const request = await site.submitted();
    await editTransition(site, transition, withoutConditions);
    await request.mustMove('engineer2', transition);
    expect(await request.now()).toMatchObject({ status });
    const { evidence, findings } = await bypassesOn(site, request);
    expect(evidence).toMatchObject([
      {
        actor: site.accountId('engineer2'),
        facts: {
          bypass: 'made by someone else',
          transition,
          expected: expect.arrayContaining([site.accountId('cloud')]),
        },
      },
    ]);
    expect(findings).toEqual([expect.stringContaining(`This doesn’t count as ${counts}.`)]);

    const twin = await site.submitted();
    await twin.mustMove('cloud', transition);
    expect(await bypassesOn(site, twin)).toEqual({ evidence: [], resolved: [], findings: [], said: [] });
  });
});

describe('access that was granted', () => {
  it('to themselves by its beneficiary, the condition removed, is found', async () => {
    const request = await accessSite.submitted(await access(accessSite));
    await request.mustMove('iam', 'Approve');
    await editTransition(accessSite, 'Grant', withoutConditions, ACCESS);
    await request.mustMove('engineer2', 'Grant');
    const { evidence, findings } = await bypassesOn(accessSite, request);
    expect(evidence).toMatchObject([{ facts: { bypass: 'made by someone else', transition: 'Grant' } }]);
    expect(findings).toEqual([
      expect.stringMatching(/This doesn’t count as a grant of access\..*remove the access and use Revoke/),
    ]);
  });

  it('by a transition that was added is found; its next step is to take it away, and another is granted', async () => {
    const values = await access(accessSite);
    const request = await accessSite.raise(values);
    await changeWorkflow(accessSite, addingAWay('Grant', 'Submit'), ACCESS);
    await waveThrough(accessSite, request, 'engineer');
    await setUp(site.sandbox);
    const { findings } = await bypassesOn(accessSite, request);
    expect(findings).toEqual([
      expect.stringMatching(
        /moved this from Requested to Granted.*use Revoke; anyone who still needs it can create a new/,
      ),
    ]);
    await request.mustMove('iam', 'Revoke');
    const twin = await accessSite.submitted(values);
    await twin.mustMove('iam', 'Approve');
    await twin.mustMove('app', 'Grant');
    expect((await bypassesOn(accessSite, twin)).evidence).toEqual([]);
  });
});

describe('a change of the matrix', () => {
  it('that was approved past its gate changes nothing, and the ticket says so; its twin does', async () => {
    const office = await MatrixOffice.of(site);
    const versions = async () => (await office.view()).versions;
    const before = await versions();
    await office.put('gov-matrix-maintenance', { procedure: 'https://wiki.example/past-the-gate' });
    const change = await office.opened();
    await change.mustMove('admin', 'Submit');
    await editTransition(site, 'Approve', withoutGates, CHANGE);
    await change.mustMove('ceo', 'Approve');
    expect(await versions()).toEqual(before);
    const { findings, said } = await bypassesOn(site, change);
    expect(findings).toEqual([expect.stringContaining('the matrix wasn’t changed. Its draft is open again')]);
    expect(said).toHaveLength(1);

    await setUp(site.sandbox);
    const twin = await office.opened();
    await twin.mustMove('admin', 'Submit');
    await twin.mustMove('ceo', 'Approve');
    expect(await versions()).toHaveLength(before.length + 1);
    expect((await bypassesOn(site, twin)).evidence).toEqual([]);
  });
});
