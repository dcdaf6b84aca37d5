import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, FrameLocator, Locator } from 'playwright-core';
import { z } from 'zod';
import { Governance } from '../acceptance/site/governance.ts';
import { editTransition, withoutGates } from '../attacks/site/administrator.ts';
import { SAMPLE_ACCOUNTS } from '../../sandbox/company/accounts.ts';
import { expectAccessible, launchBrowser } from '../support/browser.ts';
import { TestSandbox } from '../support/sandbox-client.ts';
import { PersonAtWork } from './person-at-work.ts';

const HOLDERS = join(import.meta.dirname, '../../sandbox/company/holders.csv');
const APPOINTMENTS = 10;
const ALL_DONE = /^All \d+ steps are done$/;

const nameOf = (person: string) => SAMPLE_ACCOUNTS.find(({ key }) => key === person)?.displayName ?? person;

/** The story of the administrator of a Jira in which Remit has just been installed, told in order. */
describe('an administrator who has just installed Remit', () => {
  let sandbox: TestSandbox;
  let browser: Browser;
  let administrator: PersonAtWork;
  let page: FrameLocator;

  beforeAll(async () => {
    [sandbox, browser] = await Promise.all([TestSandbox.start({ empty: true }), launchBrowser()]);
    administrator = await PersonAtWork.signedIn(browser, sandbox.url, nameOf('admin'));
    page = administrator.page.frameLocator('iframe[title="Remit"]');
  }, 120_000);
  afterEach(() => {
    expect(administrator.takeComplaints()).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await sandbox.stop();
  });

  it('finds Remit among the settings of apps', async () => {
    await settingsOfApps(administrator).getByRole('link', { name: 'Remit' }).click();
    await page.getByRole('heading', { name: 'Set up Remit' }).waitFor();
    expect(await standingOfSteps(page)).toEqual(new Set(['To do']));
  });

  it('reads what set-up would do before anything is done', async () => {
    await page.getByRole('button', { name: 'Preview changes' }).click();
    await page.getByText(/^Set-up will make \d+ changes\. This preview changed nothing\.$/).waitFor();
    const projects = await sandbox.as('admin').get('/rest/api/3/project/search');
    expect(projects.body).toMatchObject({ total: 0 });
  });

  it('sets Remit up by one button, to the end', async () => {
    await page.getByRole('button', { name: 'Set up Remit' }).click();
    await page.getByText('Remit is set up').waitFor({ timeout: 120_000 });
    await page.getByText(ALL_DONE).click();
    expect(await standingOfSteps(page)).toEqual(new Set(['Done']));
    await page.getByText(ALL_DONE).click();
  }, 150_000);

  it('appoints the role holders from a file, after a dry run', async () => {
    await page.getByRole('combobox', { name: 'Register' }).selectOption('Role holders');
    await page.getByLabel('CSV file').setInputFiles(HOLDERS);
    await page.getByRole('button', { name: 'Dry run' }).click();
    await page.getByText(`${APPOINTMENTS} lines: ${APPOINTMENTS} would be added`).waitFor();
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await page.getByText(`${APPOINTMENTS} lines: ${APPOINTMENTS} added`).waitFor();
  });

  it('has given everyone a place to raise a request, which finds its way at once', async () => {
    const engineer = await PersonAtWork.signedIn(browser, sandbox.url, nameOf('engineer'));
    await engineer.page.getByRole('button', { name: 'Create', exact: true }).click();
    await engineer.choose('Work type', 'Cloud account request');
    await engineer.dialog.getByLabel('Summary').fill('Google Cloud project for the forecast models');
    await engineer.choose('Cloud service', 'Google Cloud');
    await engineer.dialog.getByRole('button', { name: 'Create' }).click();
    await engineer.panelSection('Who decides').getByText(nameOf('cloud')).first().waitFor();
    expect(engineer.takeComplaints()).toEqual([]);
  });

  it('reads in the workflow what each rule of Remit does, though there is nothing to change', async () => {
    await administrator.page.getByRole('link', { name: 'Workflows' }).click();
    await administrator.page.getByRole('link', { name: 'Remit: Access request' }).click();
    const grant = administrator.page.getByRole('region', { name: /^Grant: / });
    await grant.getByRole('button', { name: 'Remit - who can use it' }).click();
    const who = administrator.page.frameLocator('iframe[title="Remit - who can use it"]');
    await who.getByRole('heading', { name: 'Access request: Grant' }).waitFor();
    await who.getByText('Accountable').first().waitFor();
    await who.getByText('user.accountId == issue.').waitFor();
    await grant.getByRole('button', { name: 'Remit - gate' }).click();
    const gate = administrator.page.frameLocator('iframe[title="Remit - gate"]');
    await gate.getByRole('heading', { name: 'Access request: Grant is blocked unless' }).waitFor();
    expect(await gate.getByRole('listitem').count()).toBeGreaterThan(2);
    await expectAccessible(administrator.page);
  });

  it('can hide the panel from all tickets, and then anyone who needs it adds it to theirs', async () => {
    await administrator.openWorkItem(TICKET);
    await administrator.page.getByRole('button', { name: 'Actions of Responsibility' }).click();
    await administrator.page.getByRole('menuitem', { name: 'Hide from all work items' }).click();
    const add = (person: PersonAtWork) =>
      person.page.getByRole('button', { name: 'Responsibility', exact: true });
    await add(administrator).waitFor();
    expect(await panelsOn(administrator).count()).toBe(0);
    const engineer = await PersonAtWork.signedIn(browser, sandbox.url, nameOf('engineer'));
    await engineer.page.goto(`/browse/${TICKET}`);
    await add(engineer).click();
    await engineer.panelSection('Who decides').getByText(nameOf('cloud')).first().waitFor();
    expect(engineer.takeComplaints()).toEqual([]);
  });

  it('finds what was changed in Jira by a check, in words, and repairs it by one button', async () => {
    const statuses = await sandbox.as('admin').get('/rest/api/3/statuses/search?maxResults=200');
    const { values } = z.object({ values: z.array(status) }).parse(statuses.body);
    const { id, statusCategory } = values.find(({ name }) => name === 'Provisioned') ?? {};
    const renamed = {
      statuses: [{ id, name: 'Delivered', statusCategory, description: 'Managed by Remit.' }],
    };
    expect((await sandbox.as('admin').put('/rest/api/3/statuses', renamed)).status).toBe(204);
    await settingsOfApps(administrator).getByRole('link', { name: 'Remit' }).click();
    await page.getByRole('button', { name: 'Preview changes' }).click();
    await page.getByText('Set-up will make 2 changes.').waitFor();
    await page.getByText('Rename the status Delivered to Provisioned').waitFor();
    await page.getByText('Show the panel Responsibility on every ticket of the space').waitFor();
    expect(await standingOfSteps(page)).toEqual(new Set(['Changed since']));
    await page.getByText(/^The other \d+ steps are done$/).waitFor();
    await page.getByRole('button', { name: 'Repair' }).click();
    await page.getByText('Remit is set up').waitFor();
    await administrator.openWorkItem(TICKET);
    expect(await panelsOn(administrator).count()).toBe(1);
  });

  it('is told on opening the page what the hourly check has found, and repairs it', async () => {
    const site = await Governance.of(sandbox);
    await editTransition(site, 'Approve', withoutGates);
    await sandbox.run('sweep');
    await settingsOfApps(administrator).getByRole('link', { name: 'Remit' }).click();
    await page.getByRole('heading', { name: 'Configuration was changed since Remit was set up' }).waitFor();
    await page.getByText(/^Restore the workflow Remit: Cloud account request \(Approve: gates\)/).waitFor();
    expect(await page.getByText(ALL_DONE).count()).toBe(0);
    await page.getByRole('button', { name: 'Repair' }).click();
    await page.getByText(ALL_DONE).waitFor();
    await sandbox.settle();
    await administrator.page.reload();
    await page.getByText(ALL_DONE).waitFor();
    expect((await site.evidence('configuration')).map(({ kind }) => kind).sort()).toEqual([
      'configuration-drifted',
      'configuration-restored',
    ]);
  });

  it('is the only one to be shown the settings', async () => {
    const engineer = await PersonAtWork.signedIn(browser, sandbox.url, nameOf('engineer'));
    expect(await settingsOfApps(engineer).count()).toBe(0);
    expect(await settingsOfApps(administrator).count()).toBe(1);
    expect(await engineer.page.getByRole('link', { name: 'Workflows' }).count()).toBe(0);
    await engineer.page.goto('/workflows');
    await engineer.page.getByRole('heading', { name: "We couldn't find that page" }).waitFor();
  });
});

/** The first ticket of the story. */
const TICKET = 'GOV-1';

const status = z.object({ id: z.string(), name: z.string(), statusCategory: z.string() });

/** The panel Responsibility on the ticket. */
function panelsOn({ page }: PersonAtWork): Locator {
  return page.getByRole('region', { name: 'Responsibility', exact: true });
}

/** The part of the sidebar that Jira shows to administrators only. */
function settingsOfApps({ page }: PersonAtWork): Locator {
  return page.getByRole('region', { name: 'Settings · Apps' });
}

/** Every standing that a step has, of those that are not behind the line of what is done. */
async function standingOfSteps(page: FrameLocator): Promise<Set<string | undefined>> {
  const steps = page.getByRole('region', { name: 'Set-up' }).locator('ol > li').filter({ visible: true });
  await steps.first().waitFor();
  return new Set((await steps.allInnerTexts()).map(text => text.trim().split('\n').at(-1)));
}
