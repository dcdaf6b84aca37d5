import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { FrameLocator, Locator } from 'playwright-core';
import type { CloudAccountRequest } from '../acceptance/site/cloud-account-request.ts';
import { expectAccessible } from '../support/browser.ts';
import { Office } from './office.ts';
import type { PersonAtWork } from './person-at-work.ts';

const PROVISIONING = 'asset-account-provisioning.aws';

/** The story of a change of who decides, told in order, from the matrix to a ticket that was waiting. */
describe('the administrator who keeps the responsibility matrix', () => {
  let office: Office;
  let waiting: CloudAccountRequest;
  let owner: PersonAtWork;
  let approver: PersonAtWork;
  let remit: FrameLocator;
  let change: string;

  beforeAll(async () => {
    office = await Office.open();
    waiting = await office.site.submitted();
    expect(await waiting.now()).toMatchObject({ accountable: office.site.accountId('cloud') });
    [owner, approver] = await Promise.all([office.signIn('admin'), office.signIn('ceo')]);
    remit = pageOfRemit(owner);
  }, 120_000);
  afterEach(() => {
    expect([...owner.takeComplaints(), ...approver.takeComplaints()]).toEqual([]);
  });
  afterAll(() => office.close());

  it('finds the matrix on Remit’s page, and who is accountable for cloud accounts of AWS', async () => {
    const apps = owner.page.getByRole('region', { name: 'Apps', exact: true });
    await apps.getByRole('link', { name: 'Remit' }).click();
    await remit.getByRole('button', { name: 'Responsibility matrix' }).click();
    await remit.getByText(/^Version 1 has been in force since/).waitFor();
    await remit.getByRole('textbox', { name: 'Search the matrix' }).fill('Cloud account provisioning');
    await provisioning(remit).waitFor();
    expect(await provisioning(remit).innerText()).toContain(office.site.nameOf('cloud'));
    await expectAccessible(owner.page);
  });

  it('starts a draft, in which a row with no one accountable is found at once', async () => {
    await remit.getByRole('button', { name: 'Start a draft' }).click();
    await remit.getByText(`Draft of version 2, edited by ${office.site.nameOf('admin')}.`).waitFor();
    await remit.getByRole('textbox', { name: 'Search the matrix' }).fill('Cloud account provisioning');
    await provisioning(remit).getByRole('button').click();
    await remit.getByRole('button', { name: 'Edit', exact: true }).click();
    const form = rowForm(remit);
    await form.getByRole('button', { name: 'Remove Cloud Platform Owner from Accountable' }).click();
    await form.getByRole('button', { name: 'Save in the draft' }).click();
    await remit.getByText('1 error').waitFor();
    expect(await provisioning(remit).innerText()).toContain('No one accountable');
  });

  it('is led from the finding to its row', async () => {
    await remit.getByRole('textbox', { name: 'Search the matrix' }).fill('nothing of the kind');
    await remit.getByText('No rows match your search.').waitFor();
    await remit.getByText('1 error').click();
    const finding = remit.getByRole('listitem').filter({ hasText: 'No one is accountable for' }).first();
    await finding.getByRole('button', { name: PROVISIONING, exact: true }).click();
    await remit.getByRole('button', { name: 'Edit', exact: true }).waitFor();
    expect(await provisioning(remit).getByRole('button').getAttribute('aria-expanded')).toBe('true');
    await expectAccessible(owner.page);
  });

  it('makes the CISO accountable, and no error is left', async () => {
    await remit.getByRole('button', { name: 'Edit', exact: true }).click();
    const form = rowForm(remit);
    await form.getByRole('combobox', { name: 'Add to Accountable' }).selectOption({ value: 'ciso' });
    await form.getByRole('button', { name: 'Save in the draft' }).click();
    await form.waitFor({ state: 'detached' });
    await provisioning(remit).getByText(office.site.nameOf('ciso')).waitFor();
    await remit.getByText('1 error').waitFor({ state: 'detached' });
    await remit.getByText('106 warnings', { exact: true }).waitFor(); // clauses that only the company can name
  });

  it('sees that one cell differs from the version in force', async () => {
    await remit.getByRole('button', { name: 'What changed since version 1' }).click();
    await remit.getByText('From version 1 to the draft: 0 added, 0 removed, 1 changed.').waitFor();
    const changed = remit.getByRole('listitem').filter({ hasText: PROVISIONING });
    expect(await changed.getByRole('term').allInnerTexts()).toEqual(['Accountable']);
    expect(await changed.innerText()).toMatch(/Before:\s+Cloud Platform Owner\s+Now:\s+CISO$/);
    await expectAccessible(owner.page);
  });

  it('puts the draft up for approval, which leads to its Responsibility change', async () => {
    await remit.getByRole('button', { name: 'Open the draft of version 2' }).click();
    await remit.getByRole('button', { name: 'Submit for approval' }).click();
    await owner.page.waitForURL('**/browse/GOV-*');
    change = new URL(owner.page.url()).pathname.replace('/browse/', '');
    expect(change).not.toBe(waiting.key);
    await owner.panelSection('Who decides').getByText(office.site.nameOf('ceo')).first().waitFor();
  });

  it('submits it there, and cannot approve it', async () => {
    await owner.startTransition('Draft', 'Submit');
    await owner.dialog.getByRole('button', { name: 'Submit' }).click();
    await owner.status('Awaiting approval').waitFor();
    await owner.dialog.waitFor({ state: 'detached' });
    await owner.detail('Assignee').getByText(office.site.nameOf('ceo')).waitFor();
    expect(await owner.transitionsFrom('Awaiting approval')).not.toContain('Approve');
  });

  it('has it approved by the Executive Owner, who did not write it', async () => {
    await approver.openWorkItem(change);
    await approver.startTransition('Awaiting approval', 'Approve');
    await approver.status('Approved').waitFor();
    await approver
      .panelSection('Decisions so far')
      .getByText(/^(Approved|Approval permitted)$/)
      .waitFor();
    await office.site.sandbox.settle();
  });

  it('finds the request that waited with the CISO now, with one comment that says why', async () => {
    const tomas = office.site.nameOf('ciso');
    await owner.openWorkItem(waiting.key);
    await owner.detail('Accountable').getByText(tomas).waitFor();
    await owner.detail('Assignee').getByText(tomas).waitFor();
    const comments = owner.page.getByRole('listitem', { name: 'Comment by Remit' });
    await comments.nth(1).waitFor();
    const again = (await comments.allInnerTexts()).filter(text => text.includes('Routed again to'));
    expect(again).toEqual([expect.stringContaining(`Routed again to @${tomas}`)]);
    expect(again[0]).toContain('The matrix has changed since v1.');
    expect(await comments.count()).toBe(2);
  });

  it('is answered with the CISO, when asked who owns it', async () => {
    await owner.page.goto('/apps/remit-page');
    await remit.getByRole('combobox', { name: 'Who owns this?' }).fill('cloud account provisioning aws');
    const best = remit.getByRole('option').first();
    await best.waitFor();
    expect(await best.innerText()).toMatch(
      new RegExp(`${office.site.nameOf('ciso')}\\s+CISO\\s+Cloud account provisioning · AWS`),
    );
    await remit.getByText('From version 2 of the responsibility matrix.').waitFor();
  });
});

function pageOfRemit({ page }: PersonAtWork): FrameLocator {
  return page.frameLocator('iframe[title="Remit"]');
}

/** The line of the row in the table; others have the same activity for other services. */
function provisioning(remit: FrameLocator): Locator {
  return remit
    .getByRole('table', { name: 'Responsibility matrix' })
    .getByRole('row')
    .filter({ has: remit.getByRole('cell', { name: 'AWS', exact: true }) })
    .filter({ hasText: 'Cloud account provisioning' });
}

function rowForm(remit: FrameLocator): Locator {
  return remit.getByRole('form', { name: `Row ${PROVISIONING}` });
}
