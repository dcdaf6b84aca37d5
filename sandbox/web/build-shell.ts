import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';

/** Builds the web shell into `outFolder` (emptied first), where `startServer` serves it from. */
export async function buildShell(outFolder: string): Promise<void> {
  const root = fileURLToPath(new URL('./shell/', import.meta.url));
  const configFile = fileURLToPath(new URL('./shell/vite.config.ts', import.meta.url));
  const environment = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production'; // else a test run would build React's development version
  try {
    await build({
      root,
      configFile,
      configLoader: 'runner', // writes no file beside the configuration, so that two builds can run at once
      mode: 'production',
      logLevel: 'warn',
      build: { outDir: outFolder, emptyOutDir: true },
    });
  } finally {
    if (environment === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = environment;
  }
}

if (import.meta.main) {
  const [outFolder] = parseArgs({ allowPositionals: true }).positionals;
  if (outFolder === undefined)
    throw new Error('Say where the shell goes: node sandbox/web/build-shell.ts FOLDER');
  await buildShell(outFolder);
}
