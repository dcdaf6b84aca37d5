import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundledProcess, forkBundle } from '../../support/sandbox/bundled-process.ts';
import { keepStage } from './sequence.ts';

/** As words of a command line are. */
interface Asked {
  runs: string;
  seed: string;
  /** Processes at once. */
  jobs?: string | undefined;
  /** To one sequence that was found. */
  path?: string | undefined;
}

const PROCESS = join(import.meta.dirname, 'play-in-process.ts');

/** Plays sequences in several processes, each with a seed of its own. @returns whether every promise was kept */
export async function playSequences(asked: Asked): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'sequences-'));
  const began = Date.now();
  try {
    await keepStage(folder);
    const script = await bundledProcess(PROCESS, ['test/**/*.ts', 'src/**/*.ts']);
    const most = Number(asked.jobs ?? Math.min(2, availableParallelism()));
    const jobs = asked.path === undefined ? most : 1;
    const parts = await Promise.all(
      Array.from({ length: jobs }, (_, job) => partOf(script, folder, asked, { job, jobs })),
    );
    const played = parts.reduce((sum, part) => sum + part.played, 0);
    const broken = parts.filter(({ code }) => code !== 0).length;
    const seconds = Math.round((Date.now() - began) / 1000);
    process.stdout.write(
      `sequences ${String(played)}, broken promises ${String(broken)} in ${String(seconds)} s\n`,
    );
    return broken === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function partOf(
  script: string,
  folder: string,
  { runs, seed, path }: Asked,
  { job, jobs }: { job: number; jobs: number },
): Promise<{ played: number; code: number }> {
  const words = [folder, String(Math.ceil(Number(runs) / jobs)), String(Number(seed) + job)];
  const child = forkBundle(script, path === undefined ? words : [...words, path], 'inherit');
  let played = 0;
  child.on('message', () => (played += 1));
  const [code] = (await once(child, 'exit')) as [number | null];
  return { played, code: code ?? 1 };
}
