import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { itNamesNoOneInEvidence } from '../acceptance/site/no-one-named.ts';
import { STARTS_WITHIN_MS, type Person } from '../support/sandbox-client.ts';
import type { CloudAccountRequest } from '../acceptance/site/cloud-account-request.ts';
import { COMPLETE, Governance } from '../acceptance/site/governance.ts';
import { planOf, setUp } from '../acceptance/site/set-up.ts';
import { changeWorkflow } from '../acceptance/site/workflow.ts';
import {
  addingAWay,
  bypassesOn,
  driftOnRecord,
  editTransition,
  letsEverybody,
  switchedOff,
  waveThrough,
  withoutConditions,
  withoutGates,
} from './site/administrator.ts';

let site: Governance;

beforeAll(async () => {
  site = await Governance.open();
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());
afterEach(() => setUp(site.sandbox));

interface Attack {
  what: string;
  /** What the administrator does to the workflow. */
  edit: () => Promise<void>;
  /** What becomes possible then; it brings a new request there and returns it. */
  use: () => Promise<CloudAccountRequest>;
  by: Person;
  found: { bypass: string; transition: string | null };
  says: RegExp;
  /** The next gate, which is still there once set-up has repaired the workflow. */
  next: { by: Person; transition: string; refuses: string[] };
}

const NOT_APPROVED: Attack['next'] = {
  by: 'cloud',
  transition: 'Provision',
  refuses: ['NOT_APPROVED_BY_ACCOUNTABLE'],
} as const;

async function used(by: Person, transition: string, request: CloudAccountRequest) {
  await request.mustMove(by, transition);
  return request;
}

const ATTACKS: Attack[] = [
  {
    what: 'the gate of Submit removed',
    edit: () => editTransition(site, 'Submit', withoutGates),
    use: async () => used('engineer', 'Submit', await site.raise({ 'Cloud service': 'AWS' })),
    by: 'engineer',
    found: { bypass: 'not permitted by its gate', transition: 'Submit' },
    says: /Ravi Patel used Submit, but its gate hadn’t permitted it\. This doesn’t count as a submission\./,
    next: { by: 'cloud', transition: 'Approve', refuses: ['CONTENT_CHANGED'] },
  },
  {
    what: 'the gate of Approve removed',
    edit: () => editTransition(site, 'Approve', withoutGates),
    use: async () => used('cloud', 'Approve', await site.submitted()),
    by: 'cloud',
    found: { bypass: 'not permitted by its gate', transition: 'Approve' },
    says: /Priya Raman used Approve, but its gate hadn’t permitted it\. This doesn’t count as an approval\./,
    next: NOT_APPROVED,
  },
  {
    what: 'the gate of Approve switched off',
    edit: () => editTransition(site, 'Approve', switchedOff),
    use: async () => used('cloud', 'Approve', await site.submitted()),
    by: 'cloud',
    found: { bypass: 'not permitted by its gate', transition: 'Approve' },
    says: /its gate hadn’t permitted it/,
    next: NOT_APPROVED,
  },
  {
    what: 'the condition of Approve removed',
    edit: () => editTransition(site, 'Approve', withoutConditions),
    use: async () => used('engineer2', 'Approve', await site.submitted()),
    by: 'engineer2',
    found: { bypass: 'made by someone else', transition: 'Approve' },
    says: /used Approve, which only Priya Raman could\. This doesn’t count as an approval\./,
    next: NOT_APPROVED,
  },
  {
    what: 'the condition of Approve edited to true, for the requester',
    edit: () => editTransition(site, 'Approve', letsEverybody),
    use: async () => used('engineer', 'Approve', await site.submitted()),
    by: 'engineer',
    found: { bypass: 'made by someone else', transition: 'Approve' },
    says: /Ravi Patel used Approve, which only Priya Raman could/,
    next: NOT_APPROVED,
  },
  {
    what: 'a transition from Requested to Approved added',
    edit: () => changeWorkflow(site, addingAWay('Approve', 'Submit')),
    use: async () => {
      const request = await site.raise();
      await waveThrough(site, request, 'engineer');
      return request;
    },
    by: 'engineer',
    found: { bypass: 'not in the workflow', transition: null },
    says: /moved this from Requested to Approved, but the workflow of a Cloud account request has no such transition/,
    next: { ...NOT_APPROVED, refuses: ['NOT_APPROVED_BY_ACCOUNTABLE', 'CONTENT_CHANGED'] },
  },
  {
    what: 'a transition to Approved from everywhere added',
    edit: () => changeWorkflow(site, addingAWay('Approve', null)),
    use: async () => {
      const request = await site.submitted();
      await waveThrough(site, request, 'admin');
      return request;
    },
    by: 'admin',
    found: { bypass: 'not permitted by its gate', transition: 'Approve' },
    says: /Mats Ekholm used Approve, but its gate hadn’t permitted it/,
    next: NOT_APPROVED,
  },
];

describe.each(ATTACKS)('$what', ({ edit, use, by, found, says, next }) => {
  it('is found on the ticket and in the workflow, opens no other gate, and is fixed the proper way', async () => {
    await edit();
    const request = await use();
    const { complete, changes } = await planOf(site.sandbox);
    expect(complete).toBe(false);
    expect(changes).toEqual([expect.stringMatching(/^Put the workflow Remit: Cloud account request back/)]);
    expect((await driftOnRecord(site)).at(-1)).toMatchObject({
      kind: 'configuration-drifted',
      facts: { drift: [{ workType: 'Cloud account request', repair: changes[0] }] },
    });

    const { evidence, findings, said } = await bypassesOn(site, request);
    expect(evidence).toMatchObject([
      { actor: site.accountId(by), facts: { ...found, by: site.accountId(by), ticketKey: request.key } },
    ]);
    expect(findings).toEqual([expect.stringMatching(says)]);
    expect(findings[0]).toMatch(/Priya Raman: use Rework, have it submitted again, then decide\.$/);
    expect(said).toEqual([expect.stringMatching(says)]);
    expect(said[0]).toContain('@Priya Raman');

    await setUp(site.sandbox);
    expect((await driftOnRecord(site)).at(-1)).toMatchObject({ kind: 'configuration-restored' });
    const account = next.transition === 'Provision' ? { 'Account ID': request.id } : {};
    expect(await request.move(next.by, next.transition, account)).toMatchObject({
      status: 400,
      codes: next.refuses,
    });
    expect((await bypassesOn(site, request)).evidence).toHaveLength(1);

    await request.mustMove('cloud', 'Rework');
    await request.mustMove('engineer', 'Submit', COMPLETE);
    await request.mustMove('cloud', 'Approve');
    await request.mustMove('cloud', 'Provision', { 'Account ID': request.id });
    expect(await site.registeredAccounts()).toContainEqual(
      expect.objectContaining({ accountId: request.id, ticket: request.key }),
    );
    const after = await bypassesOn(site, request);
    expect(after).toMatchObject({ findings: [], resolved: evidence.map(({ id }) => id) });
    expect(after.said).toHaveLength(1);
  });
});

itNamesNoOneInEvidence(() => site);
