import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { APP, bundle, inTemporaryFolder } from '../bundle.ts';
import { ratioOf, takingTurns, type Benchmark } from '../measure.ts';

const TURNS = 30;
const LOADER = join(import.meta.dirname, 'load-once.ts');
const run = promisify(execFile);

/**
 * Loading the app in a fresh process, beside loading a bundle of the same packages. All handlers of the manifest are
 * exports of one bundle, as Forge's own bundler makes it, so that one figure stands for each of them.
 */
export const coldStart: Benchmark = {
  names: ['cold-start'],
  run: () =>
    inTemporaryFolder(async folder => {
      const packages = await bundle('bench/cold-start/same-packages.ts', join(folder, 'same-packages.cjs'));
      const { subject, baseline } = await takingTurns(TURNS, loading(APP), loading(packages));
      return [
        {
          name: 'cold-start',
          unit: 'ms to load',
          ...subject,
          baseline: { name: 'a bundle that imports the same packages', ...baseline },
          ratio: ratioOf(subject, baseline),
          goal: '≤ 2 × the packages',
          with: { kB: kilobytes(APP), kBOfPackages: kilobytes(packages) },
        },
      ];
    }),
};

function loading(file: string): () => Promise<number> {
  return async () => {
    const { stdout } = await run(process.execPath, ['--no-warnings', LOADER, file]);
    return Number(stdout);
  };
}

function kilobytes(file: string): number {
  return Math.round(statSync(file).size / 1_000);
}
