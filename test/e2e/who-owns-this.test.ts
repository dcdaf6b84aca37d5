import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { MatrixOffice } from '../acceptance/site/matrix-office.ts';
import { COMPLETE } from '../acceptance/site/governance.ts';
import { expectAccessible } from '../support/browser.ts';
import type { Person } from '../support/sandbox-client.ts';
import { Office } from './office.ts';
import { RemitPage } from './remit-page.ts';

const BASELINE = 'asset-configuration-baseline.aws';

let office: Office;
/** On which the first version was in force, with the Cloud Platform Owner accountable for the baseline of AWS. */
let before: string;

beforeAll(async () => {
  office = await Office.open();
  const { site } = office;
  const account = await site.approved({ ...COMPLETE, 'Account owner': 'app' });
  await account.mustMove('cloud', 'Provision', { 'Account ID': '1234-5678-9012' });
  await account.edit('app', { 'Account owner': 'engineer2' });
  await site.sandbox.advance('P5D');
  before = await site.day();
  await site.sandbox.advance('P5D');
  const matrix = await MatrixOffice.of(site);
  await matrix.put(BASELINE, { accountable: ['ciso'] });
  const change = await matrix.opened();
  await change.mustMove('admin', 'Submit');
  await change.mustMove('ceo', 'Approve');
}, 120_000);
afterAll(() => office.close());

const nameOf = (person: Person) => office.site.nameOf(person);

describe('an engineer who wants to know who owns something', () => {
  let remit: RemitPage;
  beforeAll(async () => {
    remit = new RemitPage(await office.signIn('engineer'));
    await remit.open();
  });
  afterEach(() => {
    expect(remit.person.takeComplaints()).toEqual([]);
  });
  afterAll(() => remit.person.leave());

  const chosen = () => remit.frame.getByRole('option', { selected: true });

  it('types a few words and reads one line: who, as what, for what, with which runbook, and who else', async () => {
    await remit.frame.locator('[role=combobox]:focus').waitFor();
    await remit.person.page.keyboard.type('configuration aws');
    // While it was typed, what was typed so far may have been answered.
    await remit.frame.locator('[aria-busy=false]').getByRole('option').nth(1).waitFor();
    const first = await chosen().innerText();
    await remit.person.page.keyboard.press('ArrowDown');
    expect(await chosen().innerText()).not.toBe(first);
    for (let moves = 0; !(await chosen().innerText()).includes('Configuration baseline'); moves += 1) {
      expect(moves).toBeLessThan(10);
      await remit.person.page.keyboard.press('ArrowDown');
    }
    expect(await chosen().innerText()).toMatch(
      new RegExp(
        `${nameOf('ciso')}\\s+CISO\\s+Configuration baseline · AWS\\s+Runbook: .*\\s+Recorded in .*\\s+If unavailable: ${nameOf('secops')}`,
      ),
    );
    await expectAccessible(remit.person.page);
  });

  it('asks who it was on a day before the matrix changed', async () => {
    await remit.person.page.keyboard.press('Tab');
    const day = remit.frame.getByLabel('As of (optional)');
    expect(await day.evaluate(field => field === document.activeElement)).toBe(true);
    await day.fill(before);
    await remit.frame.getByText(/^From version 1 of the responsibility matrix, in force on/).waitFor();
    const lines = await remit.frame.getByRole('option').allInnerTexts();
    expect(lines.find(line => line.includes('Configuration baseline · AWS'))).toMatch(
      new RegExp(`${nameOf('cloud')}\\s+Cloud Platform Owner\\s+Configuration baseline · AWS`),
    );
  });

  it('is led by Enter to the row, in the matrix as it was on that day', async () => {
    await remit.frame.getByRole('combobox', { name: 'Who owns this?' }).fill('configuration baseline aws');
    const best = remit.frame.getByRole('option').first();
    await best.filter({ hasText: 'Configuration baseline · AWS' }).waitFor();
    await remit.person.page.keyboard.press('Enter');
    await remit.frame.getByText(/version 1 (was|is the one) in force/).waitFor();
    expect(await remit.frame.getByLabel('In force on (optional)').inputValue()).toBe(before);
    expect(await remit.frame.getByLabel('Version', { exact: true }).inputValue()).toBe('1');
    await remit.frame.locator('dd').filter({ hasText: BASELINE }).waitFor();
    expect(await baseline().innerText()).toMatch(new RegExp(`Cloud Platform Owner\\s+${nameOf('cloud')}`));
    await expectAccessible(remit.person.page);
  });

  it('sees from there who it is now', async () => {
    await remit.frame.getByLabel('In force on (optional)').fill('');
    await remit.frame.getByText(/^Version 2 has been in force since/).waitFor();
    await remit.frame.getByRole('textbox', { name: 'Search the matrix' }).fill('Configuration baseline');
    expect(await baseline().innerText()).toMatch(new RegExp(`CISO\\s+${nameOf('ciso')}`));
  });

  it('is not offered the register of accounts, and told in friendly words it is for by a link to it', async () => {
    await remit.button('Role holders').waitFor();
    expect(await remit.button('Cloud accounts').count()).toBe(0);
    await remit.open('/accounts');
    await remit.frame.getByText('You can’t see the cloud accounts').waitFor();
    await remit.frame.getByText(/Jira administrators and .*group auditors can/).waitFor();
    expect(await remit.frame.getByText('123456789012').count()).toBe(0);
    await expectAccessible(remit.person.page);
  });

  const baseline = () =>
    remit.frame
      .getByRole('table', { name: 'Responsibility matrix' })
      .getByRole('row')
      .filter({ has: remit.frame.getByRole('cell', { name: 'AWS', exact: true }) })
      .filter({ hasText: 'Configuration baseline' });
});

describe.each<Person>(['admin', 'auditor'])('the register of cloud accounts, for the %s', person => {
  it('lists the accounts with their people, and what needs attention', async () => {
    const remit = new RemitPage(await office.signIn(person));
    await remit.open('/accounts');
    const account = remit.frame.getByRole('listitem').filter({ hasText: '123456789012' });
    await account.waitFor();
    expect(await account.innerText()).toMatch(
      new RegExp(`Owner\\s+${nameOf('app')}\\s+Security contact\\s+${nameOf('secops')}`),
    );
    await remit.frame.getByText('1 account needs attention.').waitFor();
    expect(await account.innerText()).toContain(
      `names ${nameOf('engineer2')} as its owner, but the register wasn’t changed`,
    );
    expect((await remit.download('Export cloud services')).content).toContain('aws,AWS,');
    await expectAccessible(remit.person.page);
    expect(remit.person.takeComplaints()).toEqual([]);
    await remit.person.leave();
  });
});
