import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Office } from './office.ts';

/** What a colleague does while a page is still loading. */
describe('a panel that is long in coming', () => {
  let office: Office;
  beforeAll(async () => {
    office = await Office.open();
  }, 120_000);
  afterAll(() => office.close());

  it('shows what happened to the ticket between its first answer and its being there', async () => {
    const request = await office.site.submitted();
    const reader = await office.signIn('iam');
    const { page } = reader;
    const styles = Promise.withResolvers<undefined>();
    await page.context().route('**/__forge/theme.css', async route => {
      await styles.promise;
      await route.continue();
    });
    const answered = page.waitForResponse(response => response.url().includes('route.explain'));
    await page.goto(`/browse/${request.key}`);
    await answered;
    await request.mustMove('cloud', 'Approve');
    await reader.status('Approved').waitFor();
    styles.resolve(undefined);
    await reader
      .panelSection('Decisions so far')
      .getByText(/^(Approved|Approval permitted)$/)
      .waitFor();
    expect(reader.takeComplaints()).toEqual([]);
  });
});
