import type { Browser } from 'playwright-core';

/** So long without work of more than 50 ms, and the page answers anyone who acts. */
const QUIET_MS = 500;

interface Watched {
  appeared: number;
  longTaskEnded: number;
}

/**
 * Milliseconds from the start of the page's loading, in a browser that has seen nothing yet, until that is there which
 * `there` selects, and no long task (over 50 ms) is under way.
 */
export async function interactiveAfter(browser: Browser, url: string, there: string): Promise<number> {
  const context = await browser.newContext({
    viewport: { width: 1000, height: 900 },
    reducedMotion: 'reduce',
  });
  try {
    const page = await context.newPage();
    await page.addInitScript(watch, there);
    await page.goto(url);
    const frame = page.frames().find(each => each.url().endsWith('.html'));
    if (!frame) throw new Error(`${url} has no frame with a page of the app.`);
    await frame.waitForFunction(quietFor, QUIET_MS);
    return await frame.evaluate(readyAt);
  } finally {
    await context.close();
  }
}

/* The following run in the page, and are sent as text: they refer to nothing outside themselves. */

function quietFor(quiet: number): boolean {
  const { appeared, longTaskEnded } = (window as unknown as { watched: Watched }).watched;
  return appeared > 0 && performance.now() - Math.max(appeared, longTaskEnded) > quiet;
}

function readyAt(): number {
  const { appeared, longTaskEnded } = (window as unknown as { watched: Watched }).watched;
  return Math.max(appeared, longTaskEnded);
}

/** Runs in each frame before its own scripts. */
function watch(control: string): void {
  const watched: Watched = { appeared: 0, longTaskEnded: 0 };
  Object.assign(window, { watched });
  new PerformanceObserver(list => {
    for (const { startTime, duration } of list.getEntries()) watched.longTaskEnded = startTime + duration;
  }).observe({ type: 'longtask', buffered: true });
  const look = new MutationObserver(() => {
    if (!document.querySelector(control)) return;
    watched.appeared = performance.now();
    look.disconnect();
  });
  look.observe(document, { childList: true, subtree: true });
}
