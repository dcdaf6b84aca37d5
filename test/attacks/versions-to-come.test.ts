import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { STARTS_WITHIN_MS } from '../support/sandbox-client.ts';
import type { CloudAccountRequest } from '../acceptance/site/cloud-account-request.ts';
import { Governance } from '../acceptance/site/governance.ts';
import { MatrixOffice } from '../acceptance/site/matrix-office.ts';

/** Several versions of the matrix are approved, each for a day of its own. The clock only goes on. */
let site: Governance;
let office: MatrixOffice;

beforeAll(async () => {
  site = await Governance.open();
  office = await MatrixOffice.of(site);
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());

const ROW = 'gov-matrix-maintenance';

/** Opens a change, and submits it for a day; for at once, when none is given. */
async function submitted(frequency: string, inDays?: number): Promise<CloudAccountRequest> {
  await office.put(ROW, { frequency });
  const change = await office.opened();
  await change.mustMove(
    'admin',
    'Submit',
    inDays === undefined ? {} : { 'Effective date': await site.day(inDays) },
  );
  return change;
}
const approved = async (...asked: Parameters<typeof submitted>) => {
  const change = await submitted(...asked);
  await change.mustMove('ceo', 'Approve');
  return change;
};
const inForce = async () => (await office.view()).version.number;
const said = async (change: CloudAccountRequest) => (await change.comments()).join('\n');
const findings = async (change: CloudAccountRequest) => {
  const reply = await site.sandbox.as('ceo').invoke('route.explain', { issueKey: change.key });
  const { data } = reply as { data: { findings: { code: string; message: string }[] } };
  return data.findings.filter(({ code }) => code === 'SUPERSEDES_VERSION').map(({ message }) => message);
};

describe('a change of the matrix while an earlier version is still to come', () => {
  it('is submitted without a word where none is', async () => {
    const change = await submitted('Monthly', 60);
    expect(await said(change)).not.toContain('will be in force');
    expect(await findings(change)).toEqual([]);
    await change.mustMove('ceo', 'Approve');
    expect(await inForce()).toBe(1);
    expect(await said(change)).not.toContain('will never');
  });

  it('says so when it is opened, and at Submit what its approval would end', async () => {
    await office.put(ROW, { frequency: 'Weekly' });
    const reply = await site.sandbox.as('admin').invoke('matrix.submit');
    const never =
      /^Matrix v2 is approved and will be in force from .*\. If this change is approved, v2 will never be in force\.$/;
    expect(reply).toMatchObject({ ok: true, data: { notice: expect.stringMatching(never) as unknown } });
    await site.sandbox.settle();
    const change = await office.opened();
    expect(await findings(change)).toEqual([expect.stringMatching(never)]);
    await change.mustMove('admin', 'Submit');
    expect((await change.comments()).at(-1)).toMatch(never);
    // nothing is ended by the submission
    await change.mustMove('admin', 'Withdraw');
    expect((await office.view()).versions.map(({ number }) => number)).toEqual([1, 2]);
  });

  it('says how long the earlier one will be in force, where it begins only after that', async () => {
    const change = await submitted('Weekly', 90);
    expect((await change.comments()).at(-1)).toMatch(
      /If this change is approved, v2 will be in force only until /,
    );
    await change.mustMove('admin', 'Withdraw');
  });

  it('supersedes the earlier one by its approval: that never comes into force, on its day or later', async () => {
    const change = await approved('Daily');
    expect(await inForce()).toBe(3);
    expect(await said(change)).toContain(
      'Because of it, matrix v2, which was still to come, will never be in force.',
    );
    expect(await site.evidence('matrix:3')).toMatchObject([{ facts: { number: 3, supersedes: [2] } }]);
    await site.sandbox.advance('P61D');
    expect(await inForce()).toBe(3);
    const [row] = (await office.view({ domain: 'Governance' })).rows.filter(({ id }) => id === ROW);
    expect(row).toMatchObject({ frequency: 'Daily' });
    const request = await site.submitted();
    expect((await request.now()).responsibility).toContain('@ v3');
  });

  it('is told of no version that will never come anyway', async () => {
    await approved('Weekly', 60);
    await approved('Monthly', 30);
    const change = await submitted('Daily');
    const notice = (await change.comments()).at(-1);
    expect(notice).toContain('Matrix v5 is approved');
    expect(notice).not.toContain('v4');
    await change.mustMove('ceo', 'Approve');
    expect(await site.evidence('matrix:6')).toMatchObject([{ facts: { supersedes: [5] } }]);
  });
});
