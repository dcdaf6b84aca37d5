import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { itNamesNoOneInEvidence } from './site/no-one-named.ts';
import { STARTS_WITHIN_MS } from '../support/sandbox-client.ts';
import type { CloudAccountRequest } from './site/cloud-account-request.ts';
import { COMPLETE, Governance } from './site/governance.ts';

/** The story of one request, told in order: each step begins where the one before ended. */
describe('a cloud account request, from the engineer to the register', () => {
  let site: Governance;
  let request: CloudAccountRequest;

  beforeAll(async () => {
    site = await Governance.open();
    request = await site.raise({ ...COMPLETE, 'Account owner': null });
  }, STARTS_WITHIN_MS);
  afterAll(() => site.sandbox.stop());

  it('is routed by the matrix as soon as it is raised, and waits with its creator', async () => {
    expect(await request.now()).toEqual({
      status: 'Requested',
      assignee: site.accountId('engineer'),
      accountable: site.accountId('cloud'),
      performer: site.accountId('cloud'),
      accountableRole: 'Cloud Platform Owner',
      responsibility: 'asset-account-provisioning.aws @ v1',
      contentHash: null,
      labels: [],
    });
    expect(await request.comments()).toEqual([
      `Routed to @${site.nameOf('cloud')}, the Cloud Platform Owner, who is accountable for Cloud account provisioning on AWS in matrix v1.`,
    ]);
  });

  it('stays where it is until its owner is named, and says what to do about it', async () => {
    expect(await request.move('engineer', 'Submit')).toEqual({
      status: 400,
      codes: ['OWNER_NOT_NAMED'],
      messages: [
        'This account has no owner yet. Name the person responsible for it in Account owner, on this screen or on the ticket. (OWNER_NOT_NAMED)',
      ],
    });
    expect(await request.now()).toMatchObject({ status: 'Requested' });
  });

  it('can be submitted once the owner is named on the screen, and goes to the person who is accountable', async () => {
    const move = await request.move('engineer', 'Submit', { 'Account owner': 'engineer2' });
    expect(move.status).toBe(204);
    expect(await request.now()).toMatchObject({
      status: 'Awaiting approval',
      assignee: site.accountId('cloud'),
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
    });
  });

  it('shows and lets the engineer do nothing that decides it', async () => {
    expect(await request.offered('engineer')).toEqual(['Withdraw']);
    for (const transition of ['Approve', 'Reject', 'Rework'])
      expect(await request.move('engineer', transition)).toMatchObject({ status: 400 });
    expect(await request.now()).toMatchObject({ status: 'Awaiting approval' });
  });

  it('is approved by the accountable person, and then waits for the person who performs it', async () => {
    expect((await request.offered('cloud')).sort()).toEqual(['Approve', 'Reject', 'Rework', 'Withdraw']);
    expect(await request.move('cloud', 'Approve')).toMatchObject({ status: 204 });
    expect(await request.now()).toMatchObject({ status: 'Approved', assignee: site.accountId('cloud') });
  });

  it('is provisioned only with the identifier that the provider gave', async () => {
    expect(await request.move('cloud', 'Provision')).toMatchObject({
      status: 400,
      codes: ['ACCOUNT_ID_MISSING'],
      messages: [
        'In Account ID, enter the identifier that the provider gave the account. (ACCOUNT_ID_MISSING)',
      ],
    });
    const move = await request.move('cloud', 'Provision', { 'Account ID': '1234-5678-9012' });
    expect(move.status).toBe(204);
    expect(await request.now()).toMatchObject({ status: 'Provisioned' });
  });

  it('ends in the register of cloud accounts, with its owner', async () => {
    expect(await site.registeredAccounts()).toEqual([
      {
        provider: 'Amazon Web Services EMEA SARL',
        accountId: '123456789012',
        ticket: request.key,
        owner: site.accountId('engineer2'),
      },
    ]);
  });

  it('was commented once', async () => {
    expect(await request.comments()).toHaveLength(1);
  });

  it('left each decision in the ledger, and linked every transition to the decision that permitted it', async () => {
    const decisions = await request.evidence('gate-decided');
    expect(decisions.map(({ facts }) => [facts['transition'], facts['verdict']])).toEqual([
      ['Submit', 'refuse'],
      ['Submit', 'allow'],
      ['Approve', 'allow'],
      ['Provision', 'refuse'],
      ['Provision', 'allow'],
    ]);
    expect(new Set(decisions.map(({ actor }) => actor))).toEqual(new Set([null]));
    const allowed = decisions.filter(({ facts }) => facts['verdict'] === 'allow').map(({ id }) => id);
    const observed = await request.evidence('transition-observed');
    expect(observed.map(({ actor, facts }) => [facts['transition'], actor, facts['decision']])).toEqual([
      ['Submit', site.accountId('engineer'), allowed[0]],
      ['Approve', site.accountId('cloud'), allowed[1]],
      ['Provision', site.accountId('cloud'), allowed[2]],
    ]);
    expect(await request.evidence('cloud-account-registered')).toMatchObject([
      { actor: site.accountId('cloud'), facts: { decision: allowed[2] } },
    ]);
  });

  it('names in the permission to approve who alone could use it, and by which row of which matrix', async () => {
    const [, , approve] = await request.evidence('gate-decided');
    expect(approve?.facts['snapshot']).toMatchObject({
      contentHash: (await request.now()).contentHash,
      matrixVersion: 1,
      responsibility: 'asset-account-provisioning.aws',
      role: 'cloud-platform-owner',
      holder: site.accountId('cloud'),
      decidedBy: 'holder',
    });
  });

  itNamesNoOneInEvidence(() => site);
});
