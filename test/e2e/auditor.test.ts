import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { CloudAccountRequest } from '../acceptance/site/cloud-account-request.ts';
import { setUp } from '../acceptance/site/set-up.ts';
import { editTransition, withoutGates } from '../attacks/site/administrator.ts';
import { expectAccessible } from '../support/browser.ts';
import { Office } from './office.ts';
import { RemitPage } from './remit-page.ts';

/** The story of an auditor who samples one ticket, and of who judges bypasses; told in order. */
describe('an auditor', () => {
  let office: Office;
  let remit: RemitPage;
  let approved: CloudAccountRequest;
  let waved: CloudAccountRequest;

  beforeAll(async () => {
    office = await Office.open();
    const { site } = office;
    approved = await site.approved();
    await approved.mustMove('cloud', 'Provision', { 'Account ID': '1234-5678-9012' });
    waved = await site.approved();
    await editTransition(site, 'Provision', withoutGates);
    await waved.mustMove('cloud', 'Provision', { 'Account ID': 'waved-through' });
    await setUp(site.sandbox);
    remit = new RemitPage(await office.signIn('auditor'));
  }, 120_000);
  afterEach(() => {
    expect(remit.person.takeComplaints()).toEqual([]);
  });
  afterAll(() => office.close());

  const entries = () => remit.frame.getByRole('list', { name: 'Entries' }).locator('> li');

  it('reads who decided what on a ticket, and by which matrix, without a command line', async () => {
    await remit.open();
    await remit.button('Evidence').click();
    expect(await remit.button('Settings').count()).toBe(0);
    await entries().first().waitFor();
    await remit.frame.getByLabel('Ticket (optional)').fill(approved.key);
    await remit.frame.getByLabel('What happened').selectOption('Gate decided');
    await entries()
      .filter({ hasText: 'Approve was permitted. Priya Raman was accountable' })
      .first()
      .waitFor();
    await expect(entries().filter({ hasText: waved.key }).count()).resolves.toBe(0);
    const told = (await entries().allInnerTexts()).join();
    expect(told).toContain(approved.key);
    await entries().first().getByText('Everything on record').click();
    expect(await entries().first().locator('pre').innerText()).toContain('"contentHash"');
    await expectAccessible(remit.person.page);
  });

  it('takes it away as a file, as it is filtered', async () => {
    const exported = await remit.download('Export as CSV');
    expect(exported.name).toBe('evidence.csv');
    const lines: Record<string, string>[] = parse(exported.content, { columns: true });
    expect(lines.map(({ ticket, kind }) => `${ticket ?? ''} ${kind ?? ''}`)).toEqual(
      Array.from({ length: 3 }, () => `${approved.key} gate-decided`),
    );
  });

  it('takes the register of cloud accounts away', async () => {
    await remit.open('/accounts');
    const exported = await remit.download('Export cloud accounts');
    expect(exported.name).toBe('cloud-accounts.csv');
    expect(exported.content).toContain(`123456789012,AWS`);
  });

  it('opens the ticket of an account beside the register, and in its place', async () => {
    const { page } = remit.person;
    const link = remit.frame.getByRole('link', { name: approved.key });
    const address = `${office.site.sandbox.url}/browse/${approved.key}`;
    await remit.frame.locator(`a[href="${address}"]`).waitFor();
    const [beside] = await Promise.all([
      page.waitForEvent('popup'),
      link.click({ modifiers: ['ControlOrMeta'] }),
    ]);
    await beside
      .getByRole('heading', { name: approved.key })
      .or(beside.getByText(approved.key))
      .first()
      .waitFor();
    expect(beside.url()).toBe(address);
    await beside.close();
    expect(page.url()).toContain('/apps/remit-page/accounts');
    await link.press('Enter');
    await page.waitForURL(address);
  });

  it('sees bypasses, and may not acknowledge it', async () => {
    await remit.open('/waiting');
    const open = remit.frame.getByRole('region', { name: 'Bypassed approval (1)' });
    await open.getByText(`used Provision, but its gate hadn’t permitted it`).waitFor();
    expect(await open.getByRole('button', { name: /Acknowledge/ }).count()).toBe(0);
    expect(await open.innerText()).toContain(`by the Executive Owner: ${office.site.nameOf('ceo')}`);
  });

  it('finds it acknowledged, with the reason, once the matrix approver has judged it', async () => {
    const ada = new RemitPage(await office.signIn('ceo'));
    await ada.open('/waiting');
    await ada.button(`Acknowledge the bypass on ${waved.key}`).click();
    await ada.person.page.keyboard.type('The account was closed on the same day.');
    await ada.button('Acknowledge').click();
    await ada.frame.getByText(`The bypass on ${waved.key} was acknowledged`).waitFor();
    expect(ada.person.takeComplaints()).toEqual([]);

    await remit.open('/waiting');
    await remit.frame.getByRole('heading', { name: 'Bypassed approval (0)' }).waitFor();
    await remit.frame.getByText('Resolved or acknowledged: 1').click();
    await remit.frame.getByText('“The account was closed on the same day.”').waitFor();
    await remit.person.openWorkItem(waved.key);
    await remit.person.panel.getByText(/Acknowledged by Ada Lindqvist, for the Executive Owner/).waitFor();
  });
});
