/** A real browser for tests: the Chromium that comes with an npm package, or one that the machine has. */
import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import packagedChromium from '@sparticuz/chromium';
import { chromium, type Browser, type Page } from 'playwright-core';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Nothing but the page under test may use the network, and a container's root user has no sandbox. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts a headless browser; close it when done. Rejects, naming what was tried, where there is none. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await findBrowser();
  return chromium.launch({ executablePath, headless: true, args: ARGUMENTS });
}

/** The packaged one is built for x86-64 Linux only. */
async function findBrowser(): Promise<string> {
  if (process.platform === 'linux' && process.arch === 'x64') return packagedChromium.executablePath();
  const installed = INSTALLED.find(existsSync);
  if (installed === undefined)
    throw new Error(`There is no browser here; looked for ${INSTALLED.join(', ')}.`);
  return installed;
}

/** Fails with every finding of axe (WCAG 2.2 A and AA) on the page and in its frames: rule, words and elements. */
export async function expectAccessible(page: Page): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  // Atlaskit puts the heading of its flags beside the landmarks of the page.
  const { violations } = await new AxeBuilder({ page }).withTags(tags).disableRules('region').analyze();
  if (violations.length === 0) return;
  const findings = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map(node => `  ${node.target.join(' ')}  ${node.html}`).join('\n')}`,
  );
  throw new Error(`axe found on ${page.url()}:\n${findings.join('\n')}`);
}
