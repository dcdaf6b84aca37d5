import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { CloudAccountRequest } from '../acceptance/site/cloud-account-request.ts';
import { Office } from './office.ts';
import type { PersonAtWork } from './person-at-work.ts';

const REFUSED_BY_JIRA = [expect.stringContaining('status of 400')];

/** What the menu of the status says to whom it offers nothing. */
const NOTHING_OFFERED = ["You can't move this work item"];

/** The story of the accountable person, told in order, with a colleague looking on who has no part in it. */
describe('the person who is accountable for cloud accounts', () => {
  let office: Office;
  let request: CloudAccountRequest;
  let accountable: PersonAtWork;
  let colleague: PersonAtWork;

  beforeAll(async () => {
    office = await Office.open();
    request = await office.site.submitted();
    [accountable, colleague] = await Promise.all([office.signIn('cloud'), office.signIn('iam')]);
  }, 120_000);
  afterEach(() => {
    expect([...accountable.takeComplaints(), ...colleague.takeComplaints()]).toEqual([]);
  });
  afterAll(() => office.close());

  it('finds the request among the work that waits for them', async () => {
    const { page } = accountable;
    await page.getByRole('link', { name: 'For you' }).click();
    const link = page.getByRole('link', { name: request.key });
    const row = page.getByRole('row').filter({ has: link });
    await row.getByText('Awaiting approval').waitFor();
    expect(await row.innerText()).toContain(office.site.nameOf('cloud'));
    await link.click();
    await accountable.panelSection('What you can do now').waitFor();
  });

  it('reads that the decision is theirs, and what AWS does and what Aurora has to do', async () => {
    const now = accountable.panelSection('What you can do now');
    await now.getByText('You can approve this').waitFor();
    const shared = await accountable.panelSection('Shared responsibility for AWS').innerText();
    expect(shared).toMatch(/Customer tasks\s+Vend the account through Control Tower/);
    expect(shared).toMatch(/Provider tasks\s+Create the account within our organisation/);
  });

  it('is the only one to be offered the approval: a colleague reads why it is not theirs', async () => {
    await colleague.openWorkItem(request.key);
    expect(await colleague.panelSection('What you can do now').innerText()).toContain(
      `Only ${office.site.nameOf('cloud')}`,
    );
    expect(await colleague.transitionsFrom('Awaiting approval')).toEqual(NOTHING_OFFERED);
    expect(await accountable.transitionsFrom('Awaiting approval')).toEqual([
      'Approve',
      'Reject',
      'Rework',
      'Withdraw',
    ]);
  });

  it('approves, and the colleague sees it happen without being offered the next step', async () => {
    await accountable.startTransition('Awaiting approval', 'Approve');
    await accountable.status('Approved').waitFor();
    await accountable.panelSection('Decisions so far').getByText('Approve allowed').waitFor();
    await colleague.status('Approved').waitFor();
    await colleague.panelSection('What you can do now').getByText('Next step: Provision').waitFor();
    expect(await colleague.transitionsFrom('Approved')).toEqual(NOTHING_OFFERED);
  });

  it('cannot provision without the identifier that the provider gave, and is told so', async () => {
    const { dialog } = accountable;
    await accountable.startTransition('Approved', 'Provision');
    await dialog.getByRole('button', { name: 'Provision' }).click();
    await dialog.getByRole('alert').waitFor();
    expect(await dialog.getByRole('alert').innerText()).toContain(
      'In Account ID, enter the identifier that the provider gave the account.',
    );
    expect(accountable.takeComplaints()).toEqual(REFUSED_BY_JIRA);
  });

  it('provisions with it, and the account stands in the register with its owner', async () => {
    const { dialog } = accountable;
    await dialog.getByLabel('Account ID').fill('1234-5678-9012');
    await dialog.getByRole('button', { name: 'Provision' }).click();
    await accountable.status('Provisioned').waitFor();
    await office.site.sandbox.settle();
    expect(await office.site.registeredAccounts()).toEqual([
      expect.objectContaining({
        accountId: '123456789012',
        ticket: request.key,
        owner: office.site.accountId('engineer2'),
      }),
    ]);
  });

  it('reads in the end that nothing is left to do', async () => {
    const now = accountable.panelSection('What you can do now');
    await now.getByText('Nothing is left to do: it is Provisioned.').waitFor();
  });
});
