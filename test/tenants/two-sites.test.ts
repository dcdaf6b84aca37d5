import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { access } from '../acceptance/site/access.ts';
import type { CloudAccountRequest } from '../acceptance/site/cloud-account-request.ts';
import { COMPLETE, Governance } from '../acceptance/site/governance.ts';
import { MatrixOffice } from '../acceptance/site/matrix-office.ts';
import { itNamesNoOneInEvidence } from '../acceptance/site/no-one-named.ts';
import { STARTS_WITHIN_MS, type Person } from '../support/sandbox-client.ts';
import { openTwoSites, type TwoSites } from './two-sites.ts';

const OPENS_WITHIN_MS = 3 * STARTS_WITHIN_MS;

/** One company's part in a story that both live through, step by step. */
interface Tenant {
  accounts: Governance;
  accesses: Governance;
  matrix: MatrixOffice;
  /** Who holds the role of the Cloud Platform Owner, and of the IAM Lead. */
  platform: Person;
  iam: Person;
}

let sites: TwoSites;
let aurora: Tenant;
let borealis: Tenant;

async function tenantOf(
  sandbox: TwoSites['aurora'],
  people: Pick<Tenant, 'platform' | 'iam'>,
): Promise<Tenant> {
  const accounts = await Governance.of(sandbox);
  return {
    ...people,
    accounts,
    accesses: await Governance.of(sandbox, 'Remit: Access request'),
    matrix: await MatrixOffice.of(accounts),
  };
}

beforeAll(async () => {
  sites = await openTwoSites();
  aurora = await tenantOf(sites.aurora, { platform: 'cloud', iam: 'iam' });
  borealis = await tenantOf(sites.borealis, { platform: 'iam', iam: 'cloud' });
}, OPENS_WITHIN_MS);
afterAll(() => sites.stop());

/** The same step at one company, at once followed by the other. */
async function onBoth<T>(step: (tenant: Tenant) => Promise<T>): Promise<[T, T]> {
  return [await step(aurora), await step(borealis)];
}

describe('two companies that one worker serves', () => {
  it('have no field, space or ticket under the same id', async () => {
    const ids = async ({ accounts }: Tenant) => {
      const { body } = await accounts.sandbox.as('admin').get('/rest/api/3/project/GOV');
      const { id } = z.object({ id: z.string() }).parse(body);
      return [accounts.fieldId('Account owner'), id, (await accounts.raise()).id];
    };
    const [ours, theirs] = await onBoth(ids);
    expect(ours.filter(id => theirs.includes(id))).toEqual([]);
  });

  describe('each with a cloud account request', () => {
    const requests = new Map<Tenant, CloudAccountRequest>();
    const of = (tenant: Tenant): CloudAccountRequest => {
      const request = requests.get(tenant);
      if (!request) throw new Error('It is not raised.');
      return request;
    };

    it('have it routed to their own platform owner', async () => {
      await onBoth(async tenant => {
        requests.set(tenant, await tenant.accounts.raise({ ...COMPLETE, 'Account owner': null }));
      });
      await onBoth(async tenant => {
        const platform = tenant.accounts.accountId(tenant.platform);
        expect(await of(tenant).now()).toMatchObject({ accountable: platform, status: 'Requested' });
      });
    });

    it('see their own edits followed: a quiet one here hides no decisive one there', async () => {
      await of(aurora).editAtOnce('engineer', { Environment: 'Staging' });
      await of(borealis).edit('engineer', { 'Cloud service': 'GitHub' });
      expect((await of(borealis).now()).responsibility).toBe('asset-account-provisioning.github @ v1');
      await of(borealis).editAtOnce('engineer', { Environment: 'Staging' });
      await of(aurora).edit('engineer', { 'Cloud service': 'GitHub' });
      expect((await of(aurora).now()).responsibility).toBe('asset-account-provisioning.github @ v1');
      await onBoth(tenant => of(tenant).edit('engineer', { 'Cloud service': 'AWS' }));
    });

    it('explain it to its readers by their own matrix and people', async () => {
      await onBoth(async tenant => {
        const explained = await tenant.accounts.sandbox
          .as('engineer')
          .invoke('route.explain', { issueKey: of(tenant).key });
        expect(explained).toMatchObject({
          ok: true,
          data: { route: { accountable: { accountId: tenant.accounts.accountId(tenant.platform) } } },
        });
      });
    });

    it('have it submitted and approved by their own people only', async () => {
      await onBoth(tenant => of(tenant).mustMove('engineer', 'Submit', { 'Account owner': 'engineer2' }));
      await onBoth(async tenant => {
        expect(await of(tenant).move(tenant.iam, 'Approve')).toMatchObject({ status: 400 });
      });
      await onBoth(tenant => of(tenant).mustMove(tenant.platform, 'Approve'));
    });

    it('register one account each, though it has the same identifier', async () => {
      await onBoth(tenant =>
        of(tenant).mustMove(tenant.platform, 'Provision', { 'Account ID': '1234-5678-9012' }),
      );
      const [ours, theirs] = await onBoth(({ accounts }) => accounts.registeredAccounts());
      expect([ours, theirs].map(accounts => accounts.map(({ ticket }) => ticket))).toEqual([
        [of(aurora).key],
        [of(borealis).key],
      ]);
    });

    it('keep the evidence of their own decisions', async () => {
      await onBoth(async tenant => {
        const decided = await of(tenant).evidence('gate-decided');
        const allowed = decided.filter(({ facts }) => facts['verdict'] === 'allow');
        expect(allowed.map(({ facts }) => facts['transition'])).toEqual(['Submit', 'Approve', 'Provision']);
        expect(allowed[1]?.facts['snapshot']).toMatchObject({
          holder: tenant.accounts.accountId(tenant.platform),
        });
        const observed = await of(tenant).evidence('transition-observed');
        expect(observed.map(({ facts }) => facts['decision'])).toEqual(allowed.map(({ id }) => id));
        expect(await of(tenant).evidence('gate-bypassed')).toEqual([]);
      });
    });
  });

  describe('each with a change of the matrix', () => {
    it('have a version of their own, and route by it', async () => {
      const { matrix, accounts } = borealis;
      await matrix.put('asset-account-provisioning.aws', { accountable: ['iam-lead'] });
      const change = await matrix.opened();
      await change.mustMove('admin', 'Submit');
      const untouched = await aurora.accounts.raise();
      await change.mustMove('ceo', 'Approve');
      const theirs = await accounts.raise();
      expect(await theirs.now()).toMatchObject({
        accountable: accounts.accountId('cloud'),
        responsibility: 'asset-account-provisioning.aws @ v2',
      });
      expect(await untouched.now()).toMatchObject({ responsibility: 'asset-account-provisioning.aws @ v1' });
      const [ours, changed] = await onBoth(tenant => tenant.matrix.view());
      expect([ours.versions.length, changed.versions.length]).toEqual([1, 2]);
      const another = await aurora.accounts.raise();
      expect(await another.now()).toMatchObject({ responsibility: 'asset-account-provisioning.aws @ v1' });
    });
  });

  describe('each with an access request', () => {
    it('decide it by their own people, and follow its end by a sweep of their own', async () => {
      const [ours, theirs] = await onBoth(async ({ accesses }) =>
        accesses.raise(await access(accesses, {}, 1)),
      );
      const both = [
        [aurora, ours],
        [borealis, theirs],
      ] as const;
      for (const [, request] of both) await request.mustMove('engineer', 'Submit');
      for (const [{ iam }, request] of both) await request.mustMove(iam, 'Approve');
      for (const [, request] of both) await request.mustMove('app', 'Grant');
      await sites.aurora.advance('P2D');
      await sites.borealis.settle();
      for (const [{ accesses }] of both) await accesses.sandbox.run('sweep');
      for (const [{ accesses }, request] of both) {
        expect(await request.now()).toMatchObject({ status: 'Granted', labels: ['revocation-due'] });
        expect(await request.evidence('revocation-due')).toMatchObject([
          { facts: { performer: accesses.accountId('app') } },
        ]);
      }
    });
  });

  it('find nothing to repair in what set-up made of either', async () => {
    await onBoth(async ({ accounts }) => {
      const plan = await accounts.sandbox.as('admin').invoke('setup.plan');
      expect(plan).toMatchObject({ ok: true, data: { complete: true } });
    });
  });

  describe.each(['aurora', 'borealis'] as const)('%s', name => {
    itNamesNoOneInEvidence(() => (name === 'aurora' ? aurora : borealis).accounts);
  });
});
