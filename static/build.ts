import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';

/**
 * Builds the pages of the app for production: an HTML file each, `remit.svg` and their assets.
 * @param folder - where they go, emptied first; by default the folder that the manifest names
 * @returns that folder
 */
export async function buildPages(folder = join(import.meta.dirname, 'dist')): Promise<string> {
  const environment = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production'; // else a test run would build React's development version
  try {
    await build({
      configFile: join(import.meta.dirname, 'vite.config.ts'),
      configLoader: 'runner',
      mode: 'production',
      logLevel: 'warn',
      build: { outDir: folder, emptyOutDir: true },
    });
  } finally {
    if (environment === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = environment;
  }
  return folder;
}

if (import.meta.main) {
  const { positionals } = parseArgs({ allowPositionals: true });
  console.log(await buildPages(positionals[0]));
}
