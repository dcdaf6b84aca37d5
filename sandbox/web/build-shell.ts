import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Builds the web shell into `outFolder` (emptied first), where `startServer` serves it from. */
export async function buildShell(outFolder: string): Promise<void> {
  const root = fileURLToPath(new URL('./shell/', import.meta.url));
  const configFile = fileURLToPath(new URL('./shell/vite.config.ts', import.meta.url));
  await build({ root, configFile, logLevel: 'warn', build: { outDir: outFolder, emptyOutDir: true } });
}
