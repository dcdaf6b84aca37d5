import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { scenario } from '../sandbox/company/scenario.ts';
import { startSandbox } from '../sandbox/sandbox.ts';
import { launchBrowser } from '../test/support/browser.ts';

/**
 * Takes the pictures of the documents, as an engineer sees it all: who owns something, the responsibility matrix, and a
 * ticket that waits for its approval.
 */

const ROOT = resolve(import.meta.dirname, '..');
const IMAGES = join(ROOT, 'docs', 'images');

interface Look {
  width: number;
  /** Of the window: all of the picture is in view, or the bar that stays at the top would lie over it. */
  height: number;
  colorScheme: 'light' | 'dark';
  /** Pixels of the picture to one of the page. */
  sharpness: number;
}

const DESK: Look = { width: 1280, height: 1860, colorScheme: 'light', sharpness: 1 };
const WINDOW: Look = { width: 1280, height: 560, colorScheme: 'light', sharpness: 1 };
const PHONE: Look = { width: 375, height: 820, colorScheme: 'dark', sharpness: 2 };

const dataFolder = mkdtempSync(join(tmpdir(), 'screenshots-'));
const sandbox = await startSandbox({
  appFolder: ROOT,
  bundle: join(ROOT, '.build', 'app.cjs'),
  shellFolder: join(ROOT, '.build', 'shell'),
  dataFolder,
  scenario,
  port: 0,
});
const browser = await launchBrowser();
try {
  const key = await raiseAndSubmit(browser, sandbox.url);
  mkdirSync(IMAGES, { recursive: true });
  const desk = await openTicket(browser, sandbox.url, key, DESK);
  await desk.locator('main#main').screenshot({ path: join(IMAGES, 'ticket.png') });
  const phone = await openTicket(browser, sandbox.url, key, PHONE);
  await phone.screenshot({ path: join(IMAGES, 'ticket-dark-narrow.png') });
  const owner = await whoOwns(browser, sandbox.url, 'incident on aws');
  await owner.screenshot({ path: join(IMAGES, 'who-owns-this.png') });
  const matrix = await openMatrix(browser, sandbox.url);
  await matrix.screenshot({ path: join(IMAGES, 'responsibility-matrix.png') });
} finally {
  await browser.close();
  await sandbox.stop();
  rmSync(dataFolder, { recursive: true, force: true });
}

/** @returns the key of the work item, awaiting approval */
async function raiseAndSubmit(browser: Browser, url: string): Promise<string> {
  const page = await signedIn(browser, url, DESK);
  const dialog = page.getByRole('dialog');
  const choose = async (label: string, option: string) => {
    await dialog.getByLabel(label).click();
    await page.getByRole('option', { name: option }).click();
  };
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await choose('Work type', 'Cloud account request');
  await dialog.getByLabel('Summary').fill('AWS account for the payments platform');
  await dialog
    .getByLabel('Description')
    .fill('Card payments move to their own account, apart from the shop, before the audit in March.');
  await choose('Cloud service', 'AWS');
  await choose('Environment', 'Production');
  await choose('Data classification', 'Confidential');
  await choose('Security contact', 'Noor El-Sayed');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('listitem', { name: 'Comment by Remit' }).waitFor();
  await page.getByRole('button', { name: 'Requested', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Submit' }).click();
  await dialog.getByRole('button', { name: 'Submit' }).click();
  await dialog.getByRole('alert').waitFor();
  await choose('Account owner', 'Hanna Virtanen');
  await dialog.getByRole('button', { name: 'Submit' }).click();
  await page.getByRole('button', { name: 'Awaiting approval', exact: true }).waitFor();
  const key = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await page.context().close();
  return key;
}

async function openTicket(browser: Browser, url: string, key: string, look: Look): Promise<Page> {
  const page = await signedIn(browser, url, look);
  await page.goto(`/browse/${key}`);
  const panel = page.frameLocator('iframe[title="Responsibility"]');
  await panel.getByText('Next step: Approve').waitFor();
  await page.getByRole('listitem', { name: 'Comment by Remit' }).waitFor();
  // Of all that the matrix says about AWS, the row that this ticket follows.
  const search = panel.getByLabel('Search the responsibilities');
  await search.fill('provision');
  await panel.getByText('1 of ').waitFor();
  await search.blur();
  await page.evaluate('scrollTo(0, 0)');
  return page;
}

/** The page *Who owns this?* with its answer. */
async function whoOwns(browser: Browser, url: string, question: string): Promise<Page> {
  const page = await signedIn(browser, url, WINDOW);
  await page.goto('/apps/remit-page');
  const remit = page.frameLocator('iframe[title="Remit"]');
  await remit.getByRole('combobox', { name: 'Who owns this?' }).fill(question);
  await remit.getByRole('option').first().waitFor();
  return page;
}

/** What the matrix says of backup on AWS, with one row open. */
async function openMatrix(browser: Browser, url: string): Promise<Page> {
  const page = await signedIn(browser, url, { ...WINDOW, height: 960 });
  await page.goto('/apps/remit-page/matrix');
  const remit = page.frameLocator('iframe[title="Remit"]');
  await remit.getByRole('combobox', { name: 'Cloud service' }).selectOption('AWS');
  await remit.getByRole('combobox', { name: 'Domain' }).selectOption('Backup, restore and resilience');
  await remit.getByRole('table').getByRole('button').first().click();
  await page.mouse.move(0, 0);
  await page.evaluate('scrollTo(0, 0)');
  return page;
}

async function signedIn(browser: Browser, url: string, look: Look): Promise<Page> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: look.width, height: look.height },
    colorScheme: look.colorScheme,
    deviceScaleFactor: look.sharpness,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('button', { name: 'Ravi Patel' }).click();
  await page.getByRole('heading', { name: 'All work items' }).waitFor();
  return page;
}
