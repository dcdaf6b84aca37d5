import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { Office } from './office.ts';
import type { PersonAtWork } from './person-at-work.ts';
import { RemitPage } from './remit-page.ts';

const REFUSED_BY_JIRA = [expect.stringContaining('status of 400')];

/** The story of an engineer, told in order: each step begins where the one before ended. */
describe('an engineer who needs a cloud account', () => {
  let office: Office;
  let engineer: PersonAtWork;

  beforeAll(async () => {
    office = await Office.open();
    engineer = await office.signIn('engineer');
  }, 120_000);
  afterEach(() => {
    expect(engineer.takeComplaints()).toEqual([]);
  });
  afterAll(() => office.close());

  it('raises a request, without knowing yet who will own the account', async () => {
    const { page, dialog } = engineer;
    await page.getByRole('button', { name: 'Create', exact: true }).click();
    await engineer.choose('Work type', 'Cloud account request');
    await dialog.getByLabel('Summary').fill('AWS account for the payments platform');
    await engineer.choose('Cloud service', 'AWS');
    await engineer.choose('Environment', 'Production');
    await engineer.choose('Data classification', 'Confidential');
    await engineer.choose('Security contact', office.site.nameOf('secops'));
    await dialog.getByRole('button', { name: 'Create' }).click();
    await page.getByRole('heading', { name: 'AWS account for the payments platform' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/browse/GOV-1');
  });

  it('sees, without reloading, to whom it was routed and why', async () => {
    const priya = office.site.nameOf('cloud');
    await engineer.panelSection('Who decides').getByText('Cloud Platform Owner', { exact: true }).waitFor();
    expect(await engineer.panelSection('Who decides').innerText()).toContain(priya);
    await engineer.page
      .getByRole('listitem', { name: 'Comment by Remit' })
      .getByText(`Routed to @${priya}, the Cloud Platform Owner`)
      .waitFor();
    await engineer.detail('Accountable').getByText(priya).waitFor();
    await engineer.detail('Assignee').getByText(office.site.nameOf('engineer')).waitFor();
  });

  it('is told in the panel what is missing before submitting', async () => {
    const now = engineer.panelSection('What you can do now');
    await now.getByText('Complete 1 item before you submit this').waitFor();
    expect(await now.getByRole('listitem').first().innerText()).toMatch(/^This account has no owner yet\./);
  });

  it('is refused on submitting all the same, told what to do, and keeps what was typed', async () => {
    const { dialog } = engineer;
    await engineer.startTransition('Requested', 'Submit');
    await engineer.choose('Environment', 'Staging');
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await dialog.getByRole('alert').waitFor();
    expect(await dialog.getByRole('alert').innerText()).toContain(
      'Name the person responsible for it in Account owner, on this screen or on the ticket.',
    );
    expect(await dialog.getByText('Staging').isVisible()).toBe(true);
    expect(await engineer.detail('Environment').innerText()).toContain('Production');
    expect(engineer.takeComplaints()).toEqual(REFUSED_BY_JIRA);
  });

  it('names the owner on the same screen, and submits', async () => {
    const { dialog } = engineer;
    await engineer.choose('Account owner', office.site.nameOf('engineer2'));
    await dialog.getByRole('button', { name: 'Submit' }).click();
    await engineer.status('Awaiting approval').waitFor();
    await dialog.waitFor({ state: 'detached' });
    await engineer.detail('Assignee').getByText(office.site.nameOf('cloud')).waitFor();
    expect(await engineer.detail('Account owner').innerText()).toContain(office.site.nameOf('engineer2'));
    expect(await engineer.detail('Environment').innerText()).toContain('Staging');
  });

  it('sees who alone can approve, and why no one who asked for it can', async () => {
    const now = engineer.panelSection('What you can do now');
    await now.getByText('Next step: Approve').waitFor();
    expect(await now.innerText()).toContain(
      `so you can’t decide it. Waiting for ${office.site.nameOf('cloud')}.`,
    );
    const excluded = await engineer.panelSection(/can’t decide/).innerText();
    expect(excluded).toContain(office.site.nameOf('engineer'));
    expect(excluded).toContain(office.site.nameOf('engineer2'));
    expect(await engineer.transitionsFrom('Awaiting approval')).toEqual(['Withdraw']);
  });

  it('finds both attempts in the decisions so far', async () => {
    const decisions = engineer.panelSection('Decisions so far').getByRole('listitem');
    await decisions.nth(1).waitFor();
    expect(await decisions.allInnerTexts()).toEqual([
      expect.stringMatching(/^Submitted/),
      expect.stringMatching(/^Submission blocked\s+Because the account owner was not named\./),
    ]);
  });

  it('can do all of it by keyboard alone', async () => {
    const request = await office.site.raise({
      'Cloud service': 'AWS',
      Environment: 'Production',
      'Data classification': 'Internal',
      'Security contact': 'secops',
    });
    const { page, dialog } = engineer;
    await engineer.openWorkItem(request.key);
    await tabTo(engineer, engineer.status('Requested'));
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem').first().waitFor();
    await tabTo(engineer, page.getByRole('menuitem', { name: 'Submit' }), 'ArrowDown');
    await page.keyboard.press('Enter');
    await dialog.waitFor();
    await tabTo(engineer, dialog.getByLabel('Account owner'));
    await page.keyboard.type(office.site.nameOf('engineer2').slice(0, 4));
    await page.getByRole('option', { name: office.site.nameOf('engineer2') }).waitFor();
    await page.keyboard.press('Enter');
    await tabTo(engineer, dialog.getByRole('button', { name: 'Submit' }));
    await page.keyboard.press('Enter');
    await engineer.status('Awaiting approval').waitFor();
    await dialog.waitFor({ state: 'detached' });
    expect(await request.now()).toMatchObject({ status: 'Awaiting approval' });
  });

  it('is offered what is his on Remit’s page, without a call of the app, and told the rest is for', async () => {
    const remit = new RemitPage(engineer);
    const parts = remit.frame.getByRole('navigation', { name: 'Parts of Remit' }).getByRole('button');
    const offered = ['Who owns this?', 'Responsibility matrix', 'Waiting for me', 'Role holders'];
    // The panel of the ticket that is being left may still be asking.
    await engineer.page.waitForLoadState('networkidle');
    const calls = await office.site.sandbox.callsDuring(async () => {
      const asked = ['mypermissions', 'myself'].map(path =>
        engineer.page.waitForResponse(response => response.url().includes(`/rest/api/3/${path}?`)),
      );
      await remit.open();
      await Promise.all(asked);
      await parts.nth(3).waitFor();
    });
    expect(calls).toEqual([]);
    expect(await parts.allInnerTexts()).toEqual(offered);
    await remit.open('/evidence');
    await remit.frame.getByText('ask a Jira administrator to add you to that group').waitFor();
    expect(await parts.allInnerTexts()).toEqual([...offered, 'Evidence']);
  });
});

/** No control of these screens is further away than this. */
const MOST_KEYS = 60;

/** Moves the focus by one key until it is on this element. */
async function tabTo({ page }: PersonAtWork, target: Locator, key = 'Tab'): Promise<void> {
  for (let pressed = 0; pressed < MOST_KEYS; pressed += 1) {
    if (await target.evaluate(element => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${String(MOST_KEYS)} times ${key} did not lead to ${String(target)}.`);
}
