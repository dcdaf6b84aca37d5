import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CloudAccountRequest } from '../acceptance/site/cloud-account-request.ts';
import { expectAccessible } from '../support/browser.ts';
import { Office } from './office.ts';
import { PersonAtWork, type Look } from './person-at-work.ts';

const LOOKS: [string, Required<Look>][] = [
  ['in light on a desk', { colorScheme: 'light', width: 1280 }],
  ['in the dark on a phone', { colorScheme: 'dark', width: 375 }],
];

let office: Office;
let request: CloudAccountRequest;
beforeAll(async () => {
  office = await Office.open();
  request = await office.site.raise({ 'Cloud service': 'AWS', 'Security contact': 'secops' });
}, 120_000);
afterAll(() => office.close());

describe.each(LOOKS)('the screens, %s', (_, look) => {
  let person: PersonAtWork;
  beforeAll(async () => {
    person = await PersonAtWork.arrive(office.browser, office.site.sandbox.url, look);
  });
  afterAll(() => person.leave());

  it('to sign in', async () => {
    await expectInOrder(person, look);
    await person.signIn(office.site.nameOf('engineer'));
  });

  it('with the list of work items', async () => {
    await person.page.getByRole('link', { name: request.key }).waitFor();
    await expectInOrder(person, look);
  });

  it('to create a work item', async () => {
    await person.page.getByRole('button', { name: 'Create', exact: true }).click();
    await person.choose('Work type', 'Cloud account request');
    await person.dialog.getByLabel('Security contact').waitFor();
    await expectInOrder(person, look);
    await person.dialog.getByRole('button', { name: 'Cancel' }).click();
  });

  it('of a work item with its panel', async () => {
    await person.openWorkItem(request.key);
    await expectInOrder(person, look);
  });

  it('of a transition that was refused', async () => {
    await person.startTransition('Requested', 'Submit');
    await person.dialog.getByRole('button', { name: 'Submit' }).click();
    await person.dialog.getByRole('alert').waitFor();
    expect(person.takeComplaints()).toEqual([expect.stringContaining('status of 400')]);
    await expectInOrder(person, look);
  });

  it('of Remit’s own page', async () => {
    await person.page.goto('/apps/remit-page');
    await person.page.frameLocator('iframe[title="Remit"]').getByText('Who owns this?').first().waitFor();
    await expectInOrder(person, look);
  });

  it('to set Remit up', async () => {
    const administrator = await office.signIn('admin', look);
    await administrator.page.goto('/apps/set-up-page');
    const page = administrator.page.frameLocator('iframe[title="Remit"]');
    await page.getByText(/^All \d+ steps are done$/).waitFor();
    await expectInOrder(administrator, look);
    await administrator.leave();
  });
});

/** Nothing for axe or the browser to complain of, nothing cut off at the side, and in the colours asked for. */
async function expectInOrder(person: PersonAtWork, { colorScheme }: Required<Look>): Promise<void> {
  await expectAccessible(person.page);
  const { overflow, background } = await person.page.evaluate(() => ({
    overflow: document.documentElement.scrollWidth - window.innerWidth,
    background: getComputedStyle(document.body).backgroundColor,
  }));
  expect(overflow).toBeLessThanOrEqual(0);
  const [red = 0] = background.match(/\d+/g)?.map(Number) ?? [];
  expect(red < 128 ? 'dark' : 'light').toBe(colorScheme);
  expect(person.takeComplaints()).toEqual([]);
}
