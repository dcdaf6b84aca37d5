import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { itNamesNoOneInEvidence } from './site/no-one-named.ts';
import { STARTS_WITHIN_MS } from '../support/sandbox-client.ts';
import { access, explained, openAccess } from './site/access.ts';
import { dayInWords } from './site/day-in-words.ts';
import type { CloudAccountRequest } from './site/cloud-account-request.ts';
import type { Governance } from './site/governance.ts';
import { liftLocks } from './site/locks.ts';

let site: Governance;

beforeAll(async () => {
  site = await openAccess();
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());

/** The starter matrix asks for the company's own clauses: told once, however many rows lack one. */
const NO_CLAUSES = {
  code: 'NO_CONTRACT_CLAUSE',
  message: expect.stringMatching(/ The same goes for \d+ more rows on GitHub\.$/) as unknown,
};

describe('an access request, from the wish for access to its revocation', () => {
  let request: CloudAccountRequest;
  const end = () => site.day(1);

  beforeAll(async () => {
    request = await site.raise(await access(site, {}, 1));
  });

  it('is routed to the person who is accountable for access to the service, and performed by another', async () => {
    expect(await request.now()).toEqual({
      status: 'Requested',
      assignee: site.accountId('engineer'),
      accountable: site.accountId('iam'),
      performer: site.accountId('app'),
      accountableRole: 'IAM Lead',
      responsibility: 'iam-access-approval.github @ v1',
      contentHash: null,
      labels: [],
    });
    expect(await request.comments()).toEqual([
      `Routed to @${site.nameOf('iam')}, the IAM Lead, who is accountable for Access approval on GitHub in matrix v1.`,
    ]);
  });

  it('waits for the accountable person once it is submitted', async () => {
    expect(await request.move('engineer', 'Submit')).toMatchObject({ status: 204 });
    expect(await request.now()).toMatchObject({
      status: 'Awaiting approval',
      assignee: site.accountId('iam'),
      contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
    });
    expect(await request.offered('engineer')).toEqual(['Withdraw']);
    expect(await request.offered('app')).toEqual([]);
  });

  it('is not granted before it is approved', async () => {
    expect(await request.move('app', 'Grant')).toMatchObject({ status: 400 });
    expect(await request.now()).toMatchObject({ status: 'Awaiting approval' });
  });

  it('is approved by the IAM Lead, and then waits for the Application Owner', async () => {
    expect(await request.move('iam', 'Approve')).toMatchObject({ status: 204 });
    expect(await request.now()).toMatchObject({ status: 'Approved', assignee: site.accountId('app') });
  });

  it('is granted by the performer, and not by its beneficiary', async () => {
    expect(await request.offered('engineer2')).toEqual([]);
    expect(await request.move('engineer2', 'Grant')).toMatchObject({ status: 400 });
    expect(await request.move('app', 'Grant')).toMatchObject({ status: 204 });
    expect(await request.now()).toMatchObject({ status: 'Granted', assignee: site.accountId('app') });
  });

  it('goes on being followed while it is granted: nothing is final about it', async () => {
    expect(await explained(site, request, 'engineer')).toMatchObject({
      final: false,
      findings: [NO_CLAUSES],
    });
  });

  it('is left alone on its last day', async () => {
    await site.sandbox.advance('P1D');
    await site.sandbox.run('sweep');
    expect(await request.now()).toMatchObject({ status: 'Granted', labels: [] });
    expect(await request.evidence('revocation-due')).toEqual([]);
  });

  it('is due to be revoked on the day after, and the performer is told once', async () => {
    const lastDay = await end().then(() => site.day(0));
    await liftLocks(site);
    await request.edit('engineer', { summary: 'Access for the shop' });
    await site.sandbox.as('admin').put(request.path('/assignee'), { accountId: null });
    await site.sandbox.advance('P1D');
    await site.sandbox.run('sweep');
    expect(await request.now()).toMatchObject({
      status: 'Granted',
      assignee: site.accountId('app'),
      labels: ['revocation-due'],
    });
    // the edit that got past the lock is told as well
    const [, , said, ...more] = await request.comments();
    expect(said).toBe(
      `@${site.nameOf('app')}, this access is due to be revoked: it ended on ${dayInWords(lastDay)}. Remove maintain on the repository shop from ${site.nameOf('engineer2')} on GitHub, then use Revoke.`,
    );
    expect(more).toEqual([]);
    expect(await request.evidence('revocation-due')).toMatchObject([
      { actor: null, facts: { ticketKey: request.key, lastDay, performer: site.accountId('app') } },
    ]);
    expect((await explained(site, request, 'app')).findings).toMatchObject([
      { code: 'GATE_BYPASSED' },
      { code: 'REVOCATION_DUE' },
      NO_CLAUSES,
    ]);
  });

  it('is not told again by later sweeps, which write nothing', async () => {
    await site.sandbox.run('sweep');
    const calls = await site.sandbox.callsDuring(() => site.sandbox.run('sweep'));
    const writes = calls.filter(
      ({ type, method, path }) => type === 'jira' && method !== 'GET' && /\/issue\//.test(path),
    );
    expect(writes).toEqual([]);
    expect(await request.comments()).toHaveLength(3);
    expect(await request.evidence('revocation-due')).toHaveLength(1);
  });

  it('has its label back when someone takes it off', async () => {
    const body = { update: { labels: [{ remove: 'revocation-due' }] } };
    await site.sandbox.as('engineer').put(request.path(), body);
    await site.sandbox.settle();
    expect(await request.now()).toMatchObject({ labels: ['revocation-due'] });
  });

  it('is revoked by the performer, never by its beneficiary, and then the label goes', async () => {
    expect(await request.offered('engineer2')).toEqual([]);
    expect(await request.move('engineer2', 'Revoke')).toMatchObject({ status: 400 });
    expect(await request.move('app', 'Revoke')).toMatchObject({ status: 204 });
    expect(await request.now()).toMatchObject({ status: 'Revoked', labels: [] });
    expect(await explained(site, request, 'app')).toMatchObject({
      final: true,
      findings: [NO_CLAUSES],
    });
  });

  it('left each decision in the ledger, and linked every transition to the decision that permitted it', async () => {
    const decisions = await request.evidence('gate-decided');
    expect(decisions.map(({ facts }) => [facts['transition'], facts['verdict']])).toEqual([
      ['Submit', 'allow'],
      ['Approve', 'allow'],
      ['Grant', 'allow'],
    ]);
    const [submit, approve, grant] = decisions.map(({ id }) => id);
    const observed = await request.evidence('transition-observed');
    expect(observed.map(({ actor, facts }) => [facts['transition'], actor, facts['decision']])).toEqual([
      ['Submit', site.accountId('engineer'), submit],
      ['Approve', site.accountId('iam'), approve],
      ['Grant', site.accountId('app'), grant],
      ['Revoke', site.accountId('app'), null],
    ]);
  });
});

itNamesNoOneInEvidence(() => site);
