import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { inAppFolder } from './tooling/app-process.ts';

const bundled = z.object({ folder: z.string() });

/**
 * Bundles the app as `forge deploy` does (webpack, ts-loader and the tsconfig.json of the app), without a network.
 * Resolves to the bundle, `index.cjs` in `outFolder`.
 */
export async function forgeBundle(appFolder: string, outFolder: string): Promise<string> {
  // The bundler writes into the temporary folder of the system: give it one that goes away again.
  const temporary = await mkdtemp(join(tmpdir(), 'forge-bundle-'));
  try {
    const { folder } = bundled.parse(
      await inAppFolder('bundle-process', resolve(appFolder), [], { TMPDIR: temporary }),
    );
    await cp(folder, resolve(outFolder), { recursive: true });
    return join(resolve(outFolder), 'index.cjs');
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
