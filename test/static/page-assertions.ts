import { expect } from '@jest/globals';
import { expectAccessible } from '../support/browser.ts';
import type { OpenPage } from './preview/open.ts';

/** What holds of every page in every state: nothing to complain of for the browser, axe, or a narrow screen. */
export async function expectInOrder(open: OpenPage): Promise<void> {
  await expectAccessible(open.page);
  await expectToFit(open);
}

/** Nothing to complain of for the browser, or a narrow screen. */
export async function expectToFit({ frame, complaints }: OpenPage): Promise<void> {
  const overflow = await frame.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  expect(complaints).toEqual([]);
}
