import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BUILD = join(import.meta.dirname, '../../static/build.ts');

/** Builds the pages into a folder of their own, in a process of its own, as a person or a script does. */
export function buildForTest(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'remit-pages-'));
  execFileSync(process.execPath, [BUILD, folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}
