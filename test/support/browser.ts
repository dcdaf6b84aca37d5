/** A real browser for tests: the Chromium that comes with an npm package, or one that the machine has. */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { AxeBuilder } from '@axe-core/playwright';
import packagedChromium from '@sparticuz/chromium';
import { chromium, type Browser, type Page } from 'playwright-core';
import { systemCode } from '../../sandbox/web/system-code.ts';

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

/** Starts a headless browser; close it when done. Rejects, naming what was tried, where none starts. */
export async function launchBrowser(): Promise<Browser> {
  const failures: string[] = [];
  for (const find of [unpackedChromium, installedBrowser]) {
    try {
      const executablePath = await find();
      return await chromium.launch({ executablePath, headless: true, args: ARGUMENTS, env: withFonts() });
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error(`No browser starts here.\n${failures.join('\n')}`);
}

/** The packaged one is for x86-64 Linux. It unpacks itself on first use, which two processes must not do at once. */
async function unpackedChromium(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('The packaged Chromium is for x86-64 Linux.');
  const lock = join(tmpdir(), 'chromium-being-unpacked');
  for (let waited = 0; !tryToMake(lock) && waited < 60_000; waited += 100) await setTimeout(100);
  try {
    return await packagedChromium.executablePath();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** Chromium ends at the first letter where the machine has no fonts set up: then those that came with the package do. */
function withFonts(): NodeJS.ProcessEnv {
  if (process.platform !== 'linux' || existsSync('/etc/fonts/fonts.conf')) return process.env;
  return { ...process.env, FONTCONFIG_PATH: join(tmpdir(), 'fonts') };
}

function tryToMake(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

function installedBrowser(): Promise<string> {
  const installed = INSTALLED.find(path => existsSync(path));
  if (installed === undefined) throw new Error(`No browser is installed at ${INSTALLED.join(', ')}.`);
  return Promise.resolve(installed);
}

/**
 * Fails with every finding of axe (WCAG 2.2 A and AA) on the page and in its frames: rule, words and elements.
 * @param rules - only these, where the others have been looked at; each look takes seconds
 */
export async function expectAccessible(page: Page, rules?: readonly string[]): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  await page.evaluate(async () => {
    // What fades in has too little contrast until it is there; what turns for ever is not waited for.
    const ending = document
      .getAnimations()
      .filter(each => each.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map(each => each.finished));
  });
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  // Atlaskit puts the heading of its flags beside the landmarks of the page.
  const chosen = rules ? axe.withRules([...rules]) : axe.withTags(tags).disableRules('region');
  const { violations } = await chosen.analyze();
  if (violations.length === 0) return;
  const findings = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map(node => `  ${node.target.join(' ')}  ${node.html}`).join('\n')}`,
  );
  throw new Error(`axe found on ${page.url()}:\n${findings.join('\n')}`);
}
