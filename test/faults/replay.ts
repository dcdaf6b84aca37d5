import { setTimeout as pause } from 'node:timers/promises';
import { World, type Step } from './flow.ts';
import { faultAt, type Call, type FaultKind } from './fault-kinds.ts';
import { LocalSandbox } from '../support/sandbox/local-sandbox.ts';
import { differenceOf, stateOf, type Difference } from './state.ts';

/** One fault at one call of one step. */
export interface Injection {
  kind: FaultKind;
  /** From 1. */
  call: number;
}

export interface Replayed {
  /** What the call that was met did; undefined when the step made fewer calls, so that nothing was proved. */
  met: Call | undefined;
  /** Absent when what remains is what remains without a fault. */
  difference?: Difference;
  /** Why the step could not be done at all. */
  failure?: string;
}

/** As often as someone tries again who is told to. */
const ATTEMPTS = 4;

/** Does a step without faults. @returns the calls that the app made, up to where nothing was left to do at once */
export async function observe(world: World, step: Step): Promise<Call[]> {
  await step.before?.(world);
  await world.sandbox.settle();
  const before = world.sandbox.callsMade();
  await step.act(world);
  await world.sandbox.settle();
  const calls = await world.sandbox.calls(before);
  await recover(world);
  return calls;
}

/**
 * Does a step with a fault, from a kept state, as people do who try again what they are told has failed; then lets
 * retries and the hourly sweep do their part, and compares what there is with what there is without the fault.
 */
export async function replay(
  kept: string,
  step: Step,
  { kind, call }: Injection,
  expected: readonly string[],
): Promise<Replayed> {
  const world = new World(await LocalSandbox.on(kept));
  const { sandbox } = world;
  let met: Call | undefined;
  try {
    await step.before?.(world);
    await sandbox.settle();
    const before = sandbox.callsMade();
    const seen = async () => {
      met = (await sandbox.calls(before))[call - 1];
    };
    await sandbox.fault(faultAt(kind, call));
    const end = kind === 'killed' ? new SuddenEnd(sandbox, before + call, seen) : undefined;
    const failure = await tryRepeatedly(world, step, end);
    if (kind !== 'killed') await seen();
    end?.callOff();
    // What no call met must not meet those of the recovery, which is to find a site that works.
    await sandbox.clearFaults();
    if (failure !== undefined) return { met, failure };
    await recover(world);
    const difference = differenceOf(expected, stateOf(sandbox.folder));
    return difference.missing.length + difference.unexpected.length === 0 ? { met } : { met, difference };
  } finally {
    await sandbox.stop();
  }
}

async function tryRepeatedly(
  world: World,
  step: Step,
  end: SuddenEnd | undefined,
): Promise<string | undefined> {
  let failure = '';
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    try {
      await step.act(world);
      await quiet(world, end);
      return undefined;
    } catch (fault) {
      failure = String(fault);
    }
    await end?.over();
    await world.sandbox.advance('PT1M');
    if (await step.isDone?.(world)) return undefined;
  }
  return failure;
}

/** Nothing is left to do at once, though the sandbox may have ended and begun again meanwhile. */
async function quiet({ sandbox }: World, end: SuddenEnd | undefined): Promise<void> {
  try {
    await sandbox.settle();
  } catch (fault) {
    if (!end?.hasBegun) throw fault;
  }
  await end?.over();
  await sandbox.settle();
}

/** Retries, twice over because one may start what is retried in turn, and then the hourly sweep. */
async function recover({ sandbox }: World): Promise<void> {
  await sandbox.advance('PT30S');
  await sandbox.advance('PT30S');
  await sandbox.run('sweep');
}

/** Ends the sandbox once its app has made a number of calls, and starts it again on what it kept. */
class SuddenEnd {
  hasBegun = false;
  private isCalledOff = false;
  private readonly ended: Promise<void>;

  constructor(sandbox: LocalSandbox, calls: number, beforehand: () => Promise<void>) {
    this.ended = this.watch(sandbox, calls, beforehand);
  }

  /** Resolves at once when it has not begun, else when the sandbox runs again. */
  async over(): Promise<void> {
    if (this.hasBegun) await this.ended;
  }

  callOff(): void {
    this.isCalledOff = true;
  }

  private async watch(sandbox: LocalSandbox, calls: number, beforehand: () => Promise<void>): Promise<void> {
    while (sandbox.callsMade() < calls) {
      if (this.isCalledOff) return;
      await pause(1);
    }
    if (this.isCalledOff) return;
    this.hasBegun = true;
    await beforehand();
    await sandbox.restart();
  }
}
