/** What each function of the resolver takes, by the contract that the pages share with it. */
import { registerHooks } from 'node:module';
import type { z } from 'zod';

// The app's sources are written for bundlers, and leave the extension of a file out.
registerHooks({
  resolve: (specifier, context, next) =>
    next(
      /\/src\/(contract|domain)\//.test(context.parentURL ?? '')
        ? specifier.replace(/^\.{1,2}\/.*/, '$&.ts')
        : specifier,
      context,
    ),
});
const { FUNCTIONS } = await import('../../src/contract/functions.ts');

/** Of every function that pages call. */
export const REQUEST_OF: readonly [functionKey: string, request: z.ZodType][] = Object.entries(FUNCTIONS).map(
  ([name, { request }]) => [name, request],
);

/** Functions that ask Jira for everything on the site: a few cases of each say as much as many. */
export const SLOW: ReadonlySet<string> = new Set(['setup.status', 'setup.plan', 'setup.run']);
