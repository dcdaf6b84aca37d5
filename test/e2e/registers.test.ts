import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { dayInWords } from '../acceptance/site/day-in-words.ts';
import { expectAccessible } from '../support/browser.ts';
import type { Person } from '../support/sandbox-client.ts';
import { Office } from './office.ts';
import { RemitPage } from './remit-page.ts';

/** Told in order: what an administrator does to keep the registers and settings of a running company. */
describe('the administrator who keeps the registers', () => {
  let office: Office;
  let remit: RemitPage;
  const nameOf = (person: Person) => office.site.nameOf(person);
  const role = (name: string): Locator =>
    remit.frame
      .getByRole('listitem')
      .filter({ has: remit.frame.getByRole('heading', { name, exact: true }) });

  beforeAll(async () => {
    office = await Office.open();
    remit = new RemitPage(await office.signIn('admin'));
  }, 120_000);
  afterEach(() => {
    expect(remit.person.takeComplaints()).toEqual([]);
  });
  afterAll(() => office.close());

  it.each([
    [
      'Roles',
      'roles.csv',
      'key,name,kind,charter',
      'backup-service,Backup service,third-party,Keeps copies elsewhere',
    ],
    [
      'Cloud services',
      'services.csv',
      'key,name,provider,model,viewpoint,material,contract',
      'okta,Okta,Okta Inc.,SaaS,customer,no,MSA-2026-1',
    ],
    [
      'Role holders',
      'holders.csv',
      'role,email,capacity,from,to',
      'application-owner,engineer2@aurora.example,deputy,2036-01-01,',
    ],
  ])(
    'imports %s after a dry run, and exports the whole register with them',
    async (name, file, header, line) => {
      await remit.person.page.goto('/apps/set-up-page');
      await remit.frame.getByRole('combobox', { name: 'Register' }).selectOption(name);
      await remit.dryRun({ name: file, content: `${header}\n${line}\n` });
      await remit.frame.getByText('1 line: 1 would be added').waitFor();
      await remit.button('Import').click();
      await remit.frame.getByText('1 line: 1 added').waitFor();
      const exported = await remit.download('Export current data');
      expect(exported.name).toBe(file);
      expect(exported.content.split(/\r?\n/)[0]).toBe(header);
      expect(exported.content).toContain(line.split(',')[0]);
      expect(exported.content.trim().split('\n').length).toBeGreaterThan(5);
      await remit.dryRun(exported);
      await remit.frame.getByText(/ 0 would be added, 0 changed, \d+ unchanged\./).waitFor();
    },
  );

  it('may not appoint themselves, and reads why', async () => {
    await remit.open('/holders');
    await remit.button('Appoint someone as CISO').click();
    await remit.pick('Person', nameOf('admin'));
    await remit.button('Appoint').click();
    await remit.frame.getByText('No one was appointed').waitFor();
    expect(await role('CISO').innerText()).toMatch(
      /No one was appointed\s+You can’t appoint yourself\. Ask another Jira administrator\./,
    );
    await expectAccessible(remit.person.page);
    await remit.button('Appoint someone as CISO').click();
  });

  it('sees what someone who leaves holds, and hands all of it over at once', async () => {
    const [leaver, successor] = [nameOf('secops'), nameOf('engineer2')];
    await remit.button('Someone is leaving').click();
    await remit.pick('Who is leaving', leaver);
    await remit.pick('Who takes over', successor);
    const shown = remit.frame.getByRole('group', { name: 'Someone is leaving' });
    await shown.getByLabel('From').fill(await office.site.day());
    await remit.button('Preview transfer').click();
    await shown.getByText('Security Operations Lead, as holder').waitFor();
    await shown.getByText('CISO, as deputy').waitFor();
    expect(await role('Security Operations Lead').innerText()).toContain(leaver);
    await remit.button('Transfer').click();
    await remit.frame.getByText('Transferred', { exact: true }).waitFor();
    await role('Security Operations Lead').getByText(successor).first().waitFor();
    await expectAccessible(remit.person.page);
  });

  it('finds who held the roles before and who does now in their history', async () => {
    const history = role('Security Operations Lead').locator('details');
    await history.getByText(/^History: \d periods$/).click();
    const [newest, before] = await history.getByRole('listitem').allInnerTexts();
    const today = dayInWords(await office.site.day());
    expect(newest).toBe(`${nameOf('engineer2')}, holder, from ${today}`);
    expect(before).toBe(`${nameOf('secops')}, holder, from 1 Jan 2024 to ${today}`);
    const { content } = await remit.download('Export holders');
    const ended = `${office.site.accountId('secops')},holder,2024-01-01,${await office.site.day()}`;
    expect(content).toContain(`security-operations-lead,${ended}`);
  });

  it('settles how long access lasts and how often the matrix is reviewed', async () => {
    await remit.open('/settings');
    await remit.frame.getByLabel('Access ends after, days', { exact: true }).fill('180');
    await remit.frame.getByLabel('The matrix is reviewed every, days').fill('90');
    await remit.button('Save').click();
    await remit.frame.getByText('Saved', { exact: true }).waitFor();
    await remit.person.page.reload();
    await expectSettings({ access: '180', cadence: '90', approver: 'executive-owner' });
  });

  it('gives the matrix no other approver without the present one', async () => {
    await remit.frame.getByLabel('Matrix approver').selectOption('CISO');
    await remit.button('Save').click();
    await remit.frame.getByText('The settings weren’t saved', { exact: true }).waitFor();
    await remit.person.page.reload();
    await expectSettings({ access: '180', cadence: '90', approver: 'executive-owner' });
  });

  it('is told why a value is refused, and keeps what was there', async () => {
    const access = remit.frame.getByLabel('Access ends after, days', { exact: true });
    await access.fill('400');
    await remit.button('Save').click();
    expect(await access.evaluate(field => (field as HTMLInputElement).validationMessage)).toMatch(/365/);
    await expectAccessible(remit.person.page);
    await remit.person.page.reload();
    await expectSettings({ access: '180', cadence: '90', approver: 'executive-owner' });
  });

  async function expectSettings(wanted: { access: string; cadence: string; approver: string }) {
    const access = remit.frame.getByLabel('Access ends after, days', { exact: true });
    await access.waitFor();
    expect({
      access: await access.inputValue(),
      cadence: await remit.frame.getByLabel('The matrix is reviewed every, days').inputValue(),
      approver: await remit.frame.getByLabel('Matrix approver').inputValue(),
    }).toEqual(wanted);
  }
});
