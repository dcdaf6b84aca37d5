import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { STARTS_WITHIN_MS, TestSandbox, type Person, type Reply } from '../support/sandbox-client.ts';
import { Governance } from '../acceptance/site/governance.ts';
import { MatrixOffice } from '../acceptance/site/matrix-office.ts';
import { setUp } from '../acceptance/site/set-up.ts';

/** A company that appointed everyone by hand, and approved a change of its matrix, without ever importing a file. */
let site: Governance;

beforeAll(async () => {
  const sandbox = await TestSandbox.start({ empty: true });
  await setUp(sandbox);
  site = await Governance.of(sandbox);
  for (const [role, person] of [
    ['executive-owner', 'ceo'],
    ['cloud-platform-owner', 'cloud'],
  ] as const)
    expect(await appointed(role, person)).toMatchObject({ ok: true });
  const office = await MatrixOffice.of(site);
  await office.put('gov-matrix-maintenance', { frequency: 'Monthly' });
  const change = await office.opened();
  await change.mustMove('admin', 'Submit');
  await change.mustMove('ceo', 'Approve');
  expect((await office.view()).version).toMatchObject({ number: 2 });
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());

async function appointed(role: string, person: Person): Promise<Reply> {
  const period = { capacity: 'holder', from: await site.day(), to: null };
  const appointment = { role, accountId: site.accountId(person), ...period };
  return site.sandbox.as('admin').invoke('holders.appoint', appointment);
}

const imported = (line: string): Promise<Reply> =>
  site.sandbox.as('admin').invoke('register.import', {
    dataset: 'holders',
    csv: `role,email,capacity,from,to\n${line}\n`,
  });

describe('the first file of holders after a matrix was approved', () => {
  it('SELF_APPOINTMENT: appoints no one by themselves', async () => {
    const own = `cloud-platform-owner,admin@aurora.example,holder,${await site.day()},`;
    expect(await imported(own)).toMatchObject({ ok: false, code: 'SELF_APPOINTMENT' });
    const request = await site.submitted();
    expect(await request.now()).toMatchObject({ accountable: site.accountId('cloud') });
    expect(await request.move('admin', 'Approve')).toMatchObject({ status: 400 });
  });

  it('PERIOD_IN_THE_PAST: writes no history', async () => {
    expect(await imported('cloud-platform-owner,iam@aurora.example,holder,2020-01-01,')).toMatchObject({
      ok: false,
      code: 'PERIOD_IN_THE_PAST',
    });
  });

  it('appoints others from today on', async () => {
    const today = await site.day();
    expect(await imported(`cloud-platform-owner,iam@aurora.example,deputy,${today},`)).toMatchObject({
      ok: true,
      data: { added: 1 },
    });
  });
});
