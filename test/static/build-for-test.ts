import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { madeOnce, ROOT, stateOf } from '../support/sandbox/made-once.ts';

const BUILD = join(ROOT, 'static', 'build.ts');

/** All that the pages are made from. */
const SOURCES = [
  'static/*.{ts,html}',
  'static/{src,public}/**/*.*',
  'src/contract/**/*.*',
  'package-lock.json',
];

/**
 * The folder of the pages, built once for each state of their sources, in a process of its own as a person or a script
 * does.
 */
export function builtForTest(): Promise<string> {
  return madeOnce('pages', stateOf(SOURCES), folder => {
    execFileSync(process.execPath, [BUILD, folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  });
}
