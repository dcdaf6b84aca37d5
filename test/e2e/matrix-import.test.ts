import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { z } from 'zod';
import { expectAccessible } from '../support/browser.ts';
import { Office } from './office.ts';
import { RemitPage, type CsvFile } from './remit-page.ts';

const PROVISIONING = 'asset-account-provisioning.aws';
const BASELINE = 'asset-configuration-baseline.aws';

const rows = z.array(z.record(z.string(), z.string()));

/** The file with some cells changed, as someone would in a spreadsheet. */
function edited({ content }: CsvFile, change: Record<string, Record<string, string>>): CsvFile {
  const read = rows.parse(parse(content, { columns: true }));
  const ids = read.map(({ id }) => id);
  for (const id of Object.keys(change)) expect(ids).toContain(id);
  const changed = read.map(row => ({ ...row, ...change[row['id'] ?? ''] }));
  return { name: 'responsibilities.csv', content: stringify(changed, { header: true }) };
}

/** The line of the file that a row begins on; cells of the sample company hold no line breaks. */
const lineOf = ({ content }: CsvFile, id: string) =>
  content.split('\n').findIndex(line => line.startsWith(id)) + 1;

/** Told in order: a matrix goes to a spreadsheet, and comes back as the draft of the next version. */
describe('the administrator who imports the responsibility matrix from a file', () => {
  let office: Office;
  let remit: RemitPage;
  let exported: CsvFile;

  beforeAll(async () => {
    office = await Office.open();
    remit = new RemitPage(await office.signIn('admin'));
    await remit.open('/matrix');
  }, 120_000);
  afterEach(() => {
    expect(remit.person.takeComplaints()).toEqual([]);
  });
  afterAll(() => office.close());

  it('exports the version in force', async () => {
    exported = await remit.download('Export as CSV');
    expect(exported.name).toBe('responsibilities-v1.csv');
    await remit.frame.getByText('212 of 212 rows').waitFor();
    expect(parse(exported.content)).toHaveLength(213);
  });

  it('has each bad line of a file named, and nothing imported', async () => {
    await remit.button('Start a draft').click();
    await remit.button('Import a file').click();
    const file = edited(exported, {
      [PROVISIONING]: { party: 'both' },
      [BASELINE]: { domain: 'Astrology' },
    });
    const broken = { ...file, content: `${file.content}one-cell-more,Governance\n` };
    await remit.dryRun(broken);
    await remit.frame.getByText('3 rows have errors. Nothing was imported.').waitFor();
    const errors = remit.frame.getByRole('table', { name: 'Rows with errors' });
    const told = await errors.locator('tbody tr').allInnerTexts();
    expect(told.map(text => text.split(/\s/)[0]).map(Number)).toEqual([
      lineOf(file, PROVISIONING),
      lineOf(file, BASELINE),
      214,
    ]);
    expect(told[0]).toMatch(/party\s+Allowed here: provider, customer, shared, third-party\./);
    expect(told[1]).toMatch(/domain\s+Allowed here: Governance, /);
    expect(told[2]).toContain('2 cells, but the header has 17.');
    expect(await remit.button('Import').isDisabled()).toBe(true);
    await expectAccessible(remit.person.page);
  });

  it('tries a good one first, then imports it', async () => {
    const good = edited(exported, {
      [PROVISIONING]: { accountable: 'ciso' },
      [BASELINE]: { evidence: '' },
    });
    await remit.dryRun(good);
    await remit.frame.getByText(/^212 lines: 0 would be added, 2 changed, 210 unchanged\./).waitFor();
    await remit.button('Import').click();
    await remit.frame.getByText(/^212 lines: 0 added, 2 changed, 210 unchanged\./).waitFor();
  });

  it('sees what is found on it, in the names that people know', async () => {
    await remit.frame.getByText('107 warnings').click();
    await remit.frame
      .getByText('Configuration baseline on AWS names no evidence. Say what you would show an auditor.')
      .first()
      .waitFor();
    await remit.frame.getByRole('combobox', { name: 'Findings' }).selectOption('With findings');
    await remit.frame.getByText('106 of 212 rows').waitFor();
  });

  it('sees which cells differ from the version in force', async () => {
    await remit.button('What changed since version 1').click();
    await remit.frame.getByText('From version 1 to the draft: 0 added, 0 removed, 2 changed.').waitFor();
    const changed = (id: string) => remit.frame.getByRole('listitem').filter({ hasText: id });
    expect(await changed(PROVISIONING).innerText()).toMatch(
      /^Cloud account provisioning[^]*AWS[^]*Accountable\s+Before:\s+Cloud Platform Owner\s+Now:\s+CISO$/,
    );
    expect(await changed(BASELINE).innerText()).toMatch(/Evidence\s+Before:[^]+Now:\s+Empty$/);
    await expectAccessible(remit.person.page);
  });

  it('submits it, and is led to its ticket, which the Executive Owner decides', async () => {
    await remit.button('Open the draft of version 2').click();
    await remit.button('Submit for approval').click();
    await remit.person.page.waitForURL('**/browse/GOV-*');
    await remit.person.panelSection('Who decides').getByText(office.site.nameOf('ceo')).first().waitFor();
  });
});
