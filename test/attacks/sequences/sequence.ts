/** Sequences of acts against the promise, each on a site of its own. */
import { join } from 'node:path';
import fc from 'fast-check';
import { Governance } from '../../acceptance/site/governance.ts';
import { keepBeginning, LocalSandbox } from '../../support/sandbox/local-sandbox.ts';
import { openElsewhere, placesOf } from '../site/elsewhere.ts';
import { act, type Act } from './acts.ts';
import { perform } from './perform.ts';
import { brokenPromises, type Broken } from './promise.ts';
import { Stage } from './stage.ts';

/** With these every sequence begins: one ticket of each kind. */
const BEGINNING: readonly Act[] = [
  { does: 'raise', workType: 'Access request', by: 'engineer', on: 'GitHub', for: 'engineer2' },
  { does: 'raise', workType: 'Cloud account request', by: 'engineer', on: 'AWS', for: 'engineer2' },
];

const LONGEST = 24;

/** How often a sequence that breaks a promise is tried with acts left out. */
const SHORTER_AT_MOST = 60;

/** Does one act; fast-check leaves those out, one after another, without which the promise is broken all the same. */
class Attempt implements fc.AsyncCommand<object, Stage> {
  private readonly act: Act;

  constructor(act: Act) {
    this.act = act;
  }

  check(): boolean {
    return true;
  }

  run(_: object, stage: Stage): Promise<void> {
    return perform(stage, this.act);
  }

  toString(): string {
    return JSON.stringify(this.act);
  }
}

/** Keeps the state from which all sequences start: the sample company, and a space of others where anything goes. */
export async function keepStage(folder: string): Promise<void> {
  const company = join(folder, 'company');
  await keepBeginning('company', company);
  const sandbox = await LocalSandbox.on(company);
  const site = await Governance.of(sandbox);
  await openElsewhere(site, await placesOf(site));
  await sandbox.settle();
  await sandbox.keep(stageIn(folder));
  await sandbox.stop();
}

/**
 * Plays random sequences, and makes the first that breaks the promise as short as it goes.
 * @param folder - of `keepStage`
 * @param one - a sequence that was found, by its seed and the path to it
 * @returns what fast-check says of it; undefined when every promise was kept
 */
export async function playMany(
  folder: string,
  { runs, seed, path }: { runs: number; seed: number; path?: string },
  tell: () => void,
): Promise<string | undefined> {
  const commands = fc.commands([act.map(one => new Attempt(one))], { maxCommands: LONGEST, size: 'max' });
  let isFound = false;
  let shorter = 0;
  const property = fc.asyncProperty(commands, async sequence => {
    if (isFound) shorter += 1;
    if (shorter > SHORTER_AT_MOST) return;
    const broken = await play(folder, sequence);
    tell();
    if (broken.length === 0) return;
    isFound = true;
    throw new Error(broken.join('\n'));
  });
  const details = await fc.check(property, {
    numRuns: runs,
    seed,
    ...(path === undefined ? {} : { path }),
  });
  return details.failed ? fc.defaultReportMessage(details) : undefined;
}

async function play(folder: string, sequence: Iterable<fc.AsyncCommand<object, Stage>>): Promise<Broken[]> {
  const sandbox = await LocalSandbox.on(stageIn(folder));
  try {
    const stage = await Stage.on(sandbox);
    for (const beginning of BEGINNING) await perform(stage, beginning);
    await fc.asyncModelRun(() => ({ model: {}, real: stage }), sequence);
    return await brokenPromises(stage);
  } finally {
    await sandbox.stop();
  }
}

function stageIn(folder: string): string {
  return join(folder, 'stage');
}
