import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { Frame } from 'playwright-core';
import { expectInOrder } from './page-assertions.ts';
import { startPreviewSession, type PreviewSession } from './preview/open.ts';

let session: PreviewSession;
beforeAll(async () => {
  session = await startPreviewSession();
}, 120_000);
afterEach(() => session.closePages());
afterAll(() => session.end());

const rows = (frame: Frame) =>
  frame.getByRole('table', { name: 'Responsibility matrix' }).locator('tbody tr');
const text = (frame: Frame) => frame.locator('main').innerText();

describe('the responsibility matrix', () => {
  it('shows the version in force, who approved it, and its rows with who acts', async () => {
    const { frame } = await session.open('matrix-reader');
    await rows(frame).first().waitFor();
    expect(await text(frame)).toMatch(
      /Version 2 has been in force since 1 Sept 2026; approved by Eva Lindqvist/,
    );
    expect(await rows(frame).first().innerText()).toMatch(
      /Baseline configuration[^]*AWS\s+Cloud Platform Owner\s+Clara Cloudwell/,
    );
    expect(await frame.getByRole('button', { name: /draft|row/i }).count()).toBe(0);
  });

  it('leads from a finding to its row, errors first', async () => {
    const { frame } = await session.open('matrix-reader');
    await frame.getByText('1 error').click();
    const first = frame.getByRole('listitem').filter({ hasText: 'no one holds that role' });
    expect(await frame.locator('details li').first().innerText()).toContain('no one holds that role');
    await first.getByRole('button', { name: 'log-retention-aws' }).click();
    const toggle = frame.getByRole('button', { name: 'Log retention' });
    expect(await toggle.getAttribute('aria-expanded')).toBe('true');
    expect(await text(frame)).toContain('System of record');
  });

  it('is filtered, and tells how many rows are left', async () => {
    const { frame } = await session.open('matrix-reader');
    await frame.getByRole('combobox', { name: 'Role' }).selectOption('IAM Lead');
    await frame.getByText('4 of 21 rows').waitFor();
    await frame.getByRole('textbox', { name: 'Search the matrix' }).fill('nothing of the kind');
    await frame.getByText('No rows match your search.').waitFor();
  });

  it('has 2,000 rows of 20 services in pages, and finds one of them as it is typed', async () => {
    const { frame, callsOf } = await session.open('matrix-large');
    await frame.getByText('2,000 of 2,000 rows').waitFor();
    expect(await callsOf('matrix.view')).toEqual([{}, { cursor: 'second' }]);
    expect(await rows(frame).count()).toBe(25);
    expect(await frame.getByRole('combobox', { name: 'Cloud service' }).locator('option').count()).toBe(21);
    await frame.getByRole('button', { name: 'Next' }).click();
    await frame.getByText('Page 2 of 80').waitFor();
    await frame.getByRole('textbox', { name: 'Search the matrix' }).pressSequentially('Activity 1999');
    await frame.getByText('1 of 2,000 rows').waitFor();
    expect(await rows(frame).innerText()).toContain('Activity 1999');
  });

  it('tells how two versions differ, cell by cell', async () => {
    const { frame, callsOf } = await session.open('matrix-difference');
    await frame.getByText('From version 1 to version 2: 1 added, 1 removed, 1 changed.').waitFor();
    expect(await text(frame)).toMatch(
      /iam-sso\s+Accountable\s+Before:\s+Cloud Platform Owner\s+Now:\s+IAM Lead/,
    );
    expect(await callsOf('matrix.diff')).toEqual([{ from: 1, to: 2 }]);
  });

  it('is compared with any version that is chosen', async () => {
    const { frame, callsOf } = await session.open('matrix-difference');
    await frame.getByText('Baseline configuration').first().waitFor();
    const other = frame.getByRole('combobox', { name: 'Compared with' });
    expect(await other.locator('option').allInnerTexts()).toEqual(['Version 1']);
    expect(await callsOf('matrix.diff')).toEqual([{ from: 1, to: 2 }]);
  });

  it('is shown as it was on a day, with who acted then, and again as it is', async () => {
    const { frame, callsOf } = await session.open('matrix-past');
    const day = frame.getByLabel('In force on (optional)');
    await day.fill('2026-08-15');
    await frame.getByText(/^On 15 Aug 2026, at the end of the day in UTC, version 1 was in force/).waitFor();
    expect(await day.evaluate(field => field === document.activeElement)).toBe(true);
    expect(await frame.getByRole('combobox', { name: 'Version' }).inputValue()).toBe('1');
    expect(await rows(frame).first().innerText()).toContain('Lee Verne');
    await day.fill('');
    await frame.getByText(/^Version 2 has been in force since/).waitFor();
    expect(await rows(frame).first().innerText()).toContain('Clara Cloudwell');
    expect(await callsOf('matrix.view')).toEqual([{}, { at: '2026-08-15T23:59:59.999Z' }, {}]);
    expect(await callsOf('history')).toEqual(['/matrix?at=2026-08-15', '/matrix']);
  });

  it('keeps the day in reach when none was in force on it', async () => {
    const { frame } = await session.open('matrix-before');
    await frame.getByText('No matrix was in force on that day').waitFor();
    await frame.getByLabel('In force on (optional)').fill('2026-09-15');
    await rows(frame).first().waitFor();
  });

  it('is exported whole', async () => {
    const { frame, page } = await session.open('matrix-editor');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      frame.getByRole('button', { name: 'Export as CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('responsibilities-v2.csv');
    expect(readFileSync(await download.path(), 'utf8')).toBe('id,domain\r\na,A\r\nb,B\r\n');
  });

  it('says so when none is in force, and lets a failure be tried again', async () => {
    const none = await session.open('matrix-none');
    await none.frame.getByText('No matrix is in force yet').waitFor();
    const failed = await session.open('matrix-failed');
    await failed.frame.getByRole('button', { name: 'Try again' }).click();
    await rows(failed.frame).first().waitFor();
  });
});

describe('the draft of the matrix', () => {
  it('is begun by an administrator', async () => {
    const { frame, callsOf } = await session.open('matrix-editor');
    await frame.getByRole('button', { name: 'Start a draft' }).click();
    await frame.getByText('Draft of version 3, edited by Marcus Okafor.').waitFor();
    expect(await callsOf('matrix.edit')).toEqual([{ edit: 'begin' }]);
  });

  it('is edited in place on top of what was seen, and its findings are asked again', async () => {
    const open = await session.open('draft-open');
    const { frame, callsOf } = open;
    await frame.getByRole('button', { name: 'Baseline configuration' }).click();
    await frame.getByRole('button', { name: 'Edit' }).click();
    const form = frame.getByRole('form', { name: 'Row asset-baseline-aws' });
    await form.getByLabel('Activity').fill('Baseline');
    await form.getByRole('button', { name: 'Remove Cloud Platform Owner from Accountable' }).click();
    await form.getByRole('combobox', { name: 'Add to Accountable' }).selectOption('IAM Lead');
    await expectInOrder(open);
    await form.getByRole('button', { name: 'Save in the draft' }).click();
    await frame.getByText('No gaps or contradictions were found.').waitFor();
    expect(await frame.getByRole('row', { name: /^Baseline Shared/ }).innerText()).toContain('IAM Lead');

    await frame.getByRole('button', { name: 'Remove' }).click();
    await frame.getByRole('button', { name: 'Remove' }).click();
    await frame.getByText('20 of 20 rows').waitFor();
    expect(await callsOf('matrix.edit')).toMatchObject([
      {
        edit: 'put row',
        revision: 4,
        row: { id: 'asset-baseline-aws', activity: 'Baseline', accountable: ['iam-lead'] },
      },
      { edit: 'remove row', revision: 5, id: 'asset-baseline-aws' },
    ]);
  });

  it('gets a new row, never one with the name of another', async () => {
    const { frame, callsOf } = await session.open('draft-open');
    await frame.getByRole('button', { name: 'Add a row' }).click();
    const form = frame.getByRole('form', { name: 'A new row' });
    await form.getByLabel('Row', { exact: true }).fill('iam-sso');
    await form.getByLabel('Domain').fill('Governance');
    await form.getByText('Another row has this name already.').waitFor();
    await form.getByRole('button', { name: 'Save in the draft' }).click();
    expect(await callsOf('matrix.edit')).toEqual([]);
    await form.getByLabel('Row', { exact: true }).fill('gov-new');
    await form.getByRole('button', { name: 'Save in the draft' }).click();
    await frame.getByText('22 of 22 rows').waitFor();
  });

  it('is loaded again when someone else has edited it', async () => {
    const { frame } = await session.open('draft-behind');
    await frame.getByRole('button', { name: 'Baseline configuration' }).click();
    await frame.getByRole('button', { name: 'Remove' }).click();
    await frame.getByRole('button', { name: 'Remove' }).click();
    await frame.getByText('Someone else has edited the draft').waitFor();
    await frame.getByRole('button', { name: 'Reload the draft' }).click();
    await frame.getByText('3 of 3 rows').waitFor();
  });

  it('is put up for approval on a ticket of its own, to which it leads', async () => {
    const { frame, callsOf } = await session.open('draft-with-ticket');
    await frame.getByRole('button', { name: 'Submit for approval' }).click();
    await frame.getByText('Its Responsibility change is open').waitFor();
    expect(await callsOf('matrix.submit')).toHaveLength(1);
    expect(await callsOf('navigate')).toEqual([{ target: 'issue', issueKey: 'GOV-31', type: 'same-tab' }]);
  });

  it('says why no ticket was opened', async () => {
    const { frame } = await session.open('draft-open');
    await frame.getByRole('button', { name: 'Submit for approval' }).click();
    await frame.getByText('Jira did not let you create a Responsibility change.').waitFor();
  });

  it('cannot be edited while it waits, and leads to its ticket', async () => {
    const { frame, callsOf } = await session.open('draft-submitted');
    await frame.getByRole('link', { name: 'GOV-31' }).click();
    expect(await callsOf('navigate')).toEqual([{ target: 'issue', issueKey: 'GOV-31', type: 'same-tab' }]);
    await frame.getByRole('button', { name: 'Baseline configuration' }).click();
    expect(await frame.getByRole('button', { name: /Edit|Remove|Add a row|Submit/ }).count()).toBe(0);
  });

  it('is replaced by a file, which goes in parts where it is large', async () => {
    const { frame, callsOf } = await session.open('draft-none');
    const csv = `id,domain\n${'row,Identity and access management\n'.repeat(15_000)}`;
    await frame
      .getByLabel('CSV file')
      .setInputFiles({ name: 'rows.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await frame.getByRole('button', { name: 'Dry run' }).click();
    await frame.getByText('9 lines: 9 would be added').waitFor();
    const sent = (await callsOf('register.import')) as {
      csv: string;
      part: { number: number; of: number };
    }[];
    expect(sent.map(({ part }) => [part.number, part.of])).toEqual([
      [1, 2],
      [2, 2],
    ]);
    expect(sent.map(part => part.csv).join('')).toBe(csv);
  });
});
