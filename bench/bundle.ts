import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

export const ROOT = resolve(import.meta.dirname, '..');

/** The app as the sandbox and the tests run it. */
export const APP = join(ROOT, '.build', 'app.cjs');

/** Bundles a file, with the packages it names, as the app is bundled. @param outFile - ends in .cjs or .mjs */
export async function bundle(entry: string, outFile: string): Promise<string> {
  await build({
    entryPoints: [join(ROOT, entry)],
    outfile: outFile,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: outFile.endsWith('.cjs') ? 'cjs' : 'esm',
    logLevel: 'error',
  });
  return outFile;
}

/** Something that needs a folder for as long as it runs. */
export async function inTemporaryFolder<T>(act: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    return await act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
