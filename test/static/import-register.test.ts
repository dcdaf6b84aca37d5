import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Frame, Locator } from 'playwright-core';
import { expectInOrder } from './page-assertions.ts';
import { startPreviewSession, type PreviewSession } from './preview/open.ts';

let session: PreviewSession;
beforeAll(async () => {
  session = await startPreviewSession();
}, 120_000);
afterEach(() => session.closePages());
afterAll(() => session.end());

const text = (frame: Frame) => frame.locator('main').innerText();

/** In a page: its files are read no sooner than a test says so, as large ones on a slow machine. */
const READ_WHEN_TOLD = `
  const read = Blob.prototype.arrayBuffer;
  window.reads = {};
  Blob.prototype.arrayBuffer = function () {
    const { promise, resolve } = Promise.withResolvers();
    window.reads[this.name] = () => read.call(this).then(resolve);
    return promise;
  };
`;

/** Chooses a file that contains its name. */
const choose = (frame: Frame, name: string) =>
  frame.getByLabel('CSV file').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(name) });

describe('importing a register', () => {
  const csv = 'key,name,kind,charter\nciso,CISO,internal,Answers for security\n';

  /** A page whose content a dry run, the second one, has found good. */
  const checkedImport = async () => {
    const { frame, callsOf } = await session.open('set-up-new');
    const [importIt, dryRun] = ['Import', 'Dry run'].map(name =>
      frame.getByRole('button', { name, exact: true }),
    ) as [Locator, Locator];
    const content = frame.getByLabel('Content, from the file or pasted');
    await content.fill(csv);
    await dryRun.click();
    await frame.getByText('Nothing was imported').waitFor();
    await dryRun.click();
    await frame.getByText('The file is valid').waitFor();
    return { frame, callsOf, importIt, dryRun, content };
  };

  it('shows the lines that are wrong, then the counts, and imports what the dry run has checked', async () => {
    const open = await session.open('set-up-new');
    const { frame, callsOf } = open;
    const [dryRun, importIt] = ['Dry run', 'Import'].map(name =>
      frame.getByRole('button', { name, exact: true }),
    );
    await frame.getByLabel('Content, from the file or pasted').fill(csv);
    expect(await importIt?.isDisabled()).toBe(true);

    await dryRun?.click();
    const wrong = frame.getByRole('table', { name: 'Rows with errors' }).locator('tbody tr');
    await wrong.first().waitFor();
    expect(await wrong.first().innerText()).toMatch(
      /^2\s+kind\s+"inside" is not allowed\s+internal, provider, third-party$/,
    );
    expect(await importIt?.isDisabled()).toBe(true);
    await expectInOrder(open);

    await dryRun?.click();
    await frame
      .getByText('7 lines: 2 would be added, 1 changed, 4 unchanged. Nothing is imported yet.')
      .waitFor();
    await importIt?.click();
    await frame.getByText('7 lines: 2 added, 1 changed, 4 unchanged.').waitFor();
    expect(await callsOf('register.import')).toEqual(
      [true, true, false].map(each => ({ dataset: 'roles', csv, dryRun: each })),
    );
  });

  it('asks for a new dry run when the content or the register is another', async () => {
    const { frame, importIt, dryRun } = await checkedImport();
    expect(await importIt.isDisabled()).toBe(false);
    await frame.getByRole('combobox', { name: 'Register' }).selectOption('Role holders');
    expect(await importIt.isDisabled()).toBe(true);
    expect(await text(frame)).toContain('role, email, capacity, from, to');
    await dryRun.click();
    await frame.getByText('Imported', { exact: true }).waitFor(); // the scenario's third answer
    expect(await importIt.isDisabled()).toBe(true);
  });

  it('sends nothing of what was there before while a chosen file is read, and takes the one chosen last', async () => {
    const { frame, callsOf, importIt, dryRun, content } = await checkedImport();
    await frame.evaluate(READ_WHEN_TOLD);
    await choose(frame, 'first.csv');
    await importIt.and(frame.locator(':disabled')).waitFor();
    await dryRun.and(frame.locator(':disabled')).waitFor();
    expect(await content.inputValue()).toBe('');
    await choose(frame, 'second.csv');
    for (const name of ['second.csv', 'first.csv']) await frame.evaluate(`window.reads['${name}']()`);
    await dryRun.and(frame.locator(':enabled')).waitFor();
    expect(await content.inputValue()).toBe('second.csv');
    expect(await callsOf('register.import')).toHaveLength(2);
  });

  it('says so when a chosen file cannot be read', async () => {
    const { frame } = await session.open('set-up-new');
    await frame.evaluate(`Blob.prototype.arrayBuffer = () => Promise.reject(new Error('gone'))`);
    await choose(frame, 'gone.csv');
    await frame.getByText('This file could not be read. Choose it again.').waitFor();
  });

  it('reads a chosen file, and refuses one that is not UTF-8', async () => {
    const { frame } = await session.open('set-up-new');
    const file = frame.getByLabel('CSV file');
    const content = frame.getByLabel('Content, from the file or pasted');
    await file.setInputFiles({
      name: 'roles.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('key,name\nö,Ö\n'),
    });
    await frame.waitForFunction(() => document.querySelector('textarea')?.value === 'key,name\nö,Ö\n');
    await file.setInputFiles({
      name: 'roles.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('key\nö\n', 'latin1'),
    });
    await frame.getByText('This file is not UTF-8.').waitFor();
    expect(await content.inputValue()).toBe('');
    expect(await frame.getByRole('button', { name: 'Dry run' }).isDisabled()).toBe(true);
  });
});
