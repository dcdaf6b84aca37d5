import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from '@jest/globals';

const ROOT = join(import.meta.dirname, '..', '..', '..', 'shared');

/** The absolute path of a file or folder beside the repository, in `../shared`; undefined where it is missing. */
export function sharedPath(...parts: string[]): string | undefined {
  const path = join(ROOT, ...parts);
  return existsSync(path) ? path : undefined;
}

/**
 * A `describe` whose tests need something of `../shared`: they get its path. Where it is missing they are
 * skipped, counted as skipped, and the title says why.
 */
export function describeWithShared(title: string, file: string, tests: (path: string) => void): void {
  const path = sharedPath(file);
  if (path !== undefined) {
    describe(title, () => {
      tests(path);
    });
    return;
  }
  describe(title, () => {
    skipWithout(file);
  });
}

/** Registers one skipped test that names what is missing, so that the gap is counted and never silent. */
export function skipWithout(file: string): void {
  it.skip(`needs ../shared/${file}, which is not here`, () => undefined);
}
