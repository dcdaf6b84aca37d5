import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { launchBrowser } from '../../support/browser.ts';
import { builtForTest } from '../build-for-test.ts';
import type { Preview } from './fake-bridge.ts';
import type { ColorMode } from './scenario.ts';
import { SCENARIOS } from './scenarios.ts';
import { startPreview } from './server.ts';

export interface OpenPage {
  /** The page around, as Jira's. */
  page: Page;
  /** The page of the app. */
  frame: Frame;
  /** What the browser complained of: faults, refusals by the content security policy. */
  complaints: string[];
  /** The calls the page has made of one function: their payloads. */
  callsOf(functionKey: string): Promise<unknown[]>;
  /** Lets the page hear an event, as if Jira had sent it, so many times at once. */
  emit(event: string, payload: unknown, times: number): Promise<void>;
}

export interface Look {
  colorMode?: ColorMode;
  width?: number;
}

export interface PreviewSession {
  /** Resolves once the page shows what it asked for first, or that there is no answer. */
  open(scenario: string, look?: Look): Promise<OpenPage>;
  /** Closes the pages that are open. */
  closePages(): Promise<void>;
  end(): Promise<void>;
}

/** What stands on a page, or a part of it, until that is loaded. */
const OUTLINE = '[role=status]:has-text("Loading ")';

/** Whether what the page asks for first is never answered. */
function staysOutlined(scenario: string): boolean {
  return Object.values(SCENARIOS[scenario]?.answers ?? {}).some(([first]) => first && 'hangs' in first);
}

/** Serves the pages as they are built, and starts a browser to open them in. */
export async function startPreviewSession(): Promise<PreviewSession> {
  const server = await startPreview(await builtForTest(), SCENARIOS);
  const browser = await launchBrowser();
  return {
    open: async (scenario, { colorMode = 'light', width = 1000 } = {}) => {
      const open = await openPage(browser, server.urlOf(scenario, colorMode), width);
      if (!staysOutlined(scenario)) await open.frame.locator(OUTLINE).first().waitFor({ state: 'detached' });
      return open;
    },
    closePages: async () => {
      await Promise.all(browser.contexts().map(context => context.close()));
    },
    end: async () => {
      await browser.close();
      await server.close();
    },
  };
}

async function openPage(browser: Browser, url: string, width: number): Promise<OpenPage> {
  const context: BrowserContext = await browser.newContext({
    viewport: { width, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', error => complaints.push(String(error)));
  await page.goto(url);
  const frame = page.frames().find(each => each.url().endsWith('.html'));
  if (!frame) throw new Error(`${url} has no frame with a page of the app`);
  await frame.waitForSelector('main > *');
  return {
    page,
    frame,
    complaints,
    callsOf: functionKey =>
      frame.evaluate(
        key =>
          (window as unknown as { preview: Preview }).preview.calls
            .filter(call => call.functionKey === key)
            .map(({ payload }) => payload),
        functionKey,
      ),
    emit: (event, payload, times) =>
      frame.evaluate(
        ([name, data, count]) => {
          for (let sent = 0; sent < count; sent += 1)
            (window as unknown as { preview: Preview }).preview.emit(name, data);
        },
        [event, payload, times] as const,
      ),
  };
}
