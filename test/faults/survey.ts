import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Call } from './fault-kinds.ts';
import { World, type Flow } from './flow.ts';
import { keepBeginning, LocalSandbox } from '../support/sandbox/local-sandbox.ts';
import { observe } from './replay.ts';
import { stateOf } from './state.ts';

/**
 * Does a flow once without faults, and keeps the state before each of its steps and the one after it.
 * @param folder - an empty one for what is kept
 * @returns for each step the calls that the app makes in it
 */
export async function survey(flow: Flow, folder: string): Promise<Call[][]> {
  await keepBeginning(flow.beginning, keptBefore(folder, 0));
  const world = new World(await LocalSandbox.on(keptBefore(folder, 0)));
  const calls: Call[][] = [];
  try {
    await world.sandbox.settle();
    for (const [number, step] of flow.steps.entries()) {
      if (number > 0) await world.sandbox.keep(keptBefore(folder, number));
      calls.push(await observe(world, step));
      writeFileSync(expectedFile(folder, number), JSON.stringify(stateOf(world.sandbox.folder)));
    }
    return calls;
  } finally {
    await world.sandbox.stop();
  }
}

export function keptBefore(folder: string, step: number): string {
  return join(folder, `before-${String(step)}`);
}

/** What there is after a step without faults. */
export function expectedAfter(folder: string, step: number): string[] {
  return JSON.parse(readFileSync(expectedFile(folder, step), 'utf8')) as string[];
}

function expectedFile(folder: string, step: number): string {
  return join(folder, `after-${String(step)}.json`);
}
