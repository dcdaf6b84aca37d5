import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { access } from '../acceptance/site/access.ts';
import { COMPLETE, Governance } from '../acceptance/site/governance.ts';
import { STARTS_WITHIN_MS, type Person } from '../support/sandbox-client.ts';

/** People who approve each other's requests: each approval is allowed, and who oversees them sees what they are together. */
let site: Governance;
let accesses: Governance;

beforeAll(async () => {
  site = await Governance.open();
  accesses = await Governance.of(site.sandbox, 'Remit: Access request');
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());

const listed = z.object({
  overseen: z
    .object({
      mutual: z.array(
        z.object({
          people: z.array(z.string()),
          count: z.number(),
          approvals: z.array(z.object({ ticketKey: z.string(), by: z.string() })),
        }),
      ),
    })
    .nullable(),
});
const seenBy = async (person: Person) =>
  (await site.sandbox.as(person).ask('bypass.list', listed)).overseen?.mutual;
const names = (...people: Person[]) => people.map(person => site.nameOf(person)).sort();
const pairs = async () => (await seenBy('auditor'))?.map(({ people, count }) => [people.toSorted(), count]);

/** Access for someone, which the IAM Lead approves. */
async function accessFor(beneficiary: Person): Promise<string> {
  const request = await accesses.submitted(await access(accesses, { Beneficiary: beneficiary }));
  await request.mustMove('iam', 'Approve');
  return request.key;
}

/** A cloud account for someone: the Cloud Platform Owner approves it on AWS, the Application Owner on GitHub. */
async function accountFor(
  owner: Person,
  service: 'AWS' | 'GitHub',
  asker: Person = 'engineer',
): Promise<string> {
  const values = { ...COMPLETE, 'Account owner': owner, 'Cloud service': service };
  const request = await site.submitted(values, asker);
  await request.mustMove(service === 'AWS' ? 'cloud' : 'app', 'Approve');
  return request.key;
}

describe('people who approve for each other', () => {
  it('are none where one approves another’s, who never approves theirs', async () => {
    for (const beneficiary of ['cloud', 'engineer2', 'cloud'] as const) await accessFor(beneficiary);
    await accountFor('engineer2', 'AWS');
    expect(await pairs()).toEqual([]);
  });

  it('are three in a circle, each for the next', async () => {
    await accountFor('app', 'AWS');
    await accountFor('iam', 'GitHub');
    expect(await pairs()).toEqual([[names('iam', 'cloud', 'app'), 4]]);
  });

  it('are two, in several rounds, as owner, beneficiary or requester, with every ticket', async () => {
    const keys = [
      await accountFor('iam', 'AWS'),
      await accessFor('cloud'),
      await accountFor('engineer2', 'AWS', 'iam'),
      await accessFor('cloud'),
    ];
    const [found, ...others] = (await seenBy('ceo')) ?? [];
    expect(others).toEqual([]);
    expect(found?.people.toSorted()).toEqual(names('iam', 'cloud'));
    expect(found?.count).toBe(6);
    expect(found?.approvals.map(({ ticketKey }) => ticketKey).slice(0, 4)).toEqual(keys.toReversed());
    expect(new Set(found?.approvals.map(({ by }) => by))).toEqual(new Set(names('iam', 'cloud')));
  });

  it('are shown to those who oversee approvals, and to no one else', async () => {
    for (const person of ['admin', 'auditor', 'ceo'] as const) expect(await seenBy(person)).toHaveLength(1);
    for (const person of ['iam', 'cloud', 'engineer'] as const) expect(await seenBy(person)).toBeUndefined();
  });

  it('approve on, since nothing of it is refused', async () => {
    expect(await accessFor('cloud')).toMatch(/^GOV-/);
    expect(await pairs()).toEqual([[names('iam', 'cloud'), 7]]);
  });

  it('are no more once a year has passed', async () => {
    await site.sandbox.advance('P366D');
    expect(await pairs()).toEqual([]);
  });
});
