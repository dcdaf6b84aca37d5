import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { forkBundle } from '../support/sandbox/bundled-process.ts';
import type { Case } from './cases.ts';
import type { Call } from './fault-kinds.ts';
import { FLOWS } from './flows.ts';
import { replay, type Replayed } from './replay.ts';
import { expectedAfter, keptBefore, survey } from './survey.ts';

/** What a process of its own does: the machine has more than one core, and a sandbox uses one. */
export type Task = { what: 'survey'; flow: string } | ({ what: 'replay' } & Case);

export type Done<T extends Task> = T extends { what: 'survey' } ? Call[][] : Replayed;

type Answer = { done: Call[][] | Replayed } | { failed: string };

interface Worker {
  child: ChildProcess;
  /** Rejects when it ends before it is told to. */
  ended: Promise<never>;
}

function workerOf(child: ChildProcess): Worker {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`A process ended with code ${String(code)}; SANDBOX_LOGS=1 shows why.`);
  });
  ended.catch(() => undefined);
  return { child, ended };
}

/** Processes that do tasks, each one at a time. */
export class Workers {
  private readonly folder: string;
  private readonly workers: readonly Worker[];

  /** @param script - `worker-process.ts`, bundled @param folder - for what surveys keep */
  constructor(script: string, folder: string, count: number) {
    this.folder = folder;
    this.workers = Array.from({ length: count }, () => workerOf(forkBundle(script, [this.folder], 'ignore')));
  }

  /** Does the tasks, and tells of each as soon as it is done. */
  async run<T extends Task>(tasks: readonly T[], tell: (task: T, done: Done<T>) => void): Promise<void> {
    const waiting = [...tasks];
    const work = async ({ child, ended }: Worker) => {
      for (let task = waiting.shift(); task; task = waiting.shift()) {
        child.send(task);
        const [answer] = (await Promise.race([once(child, 'message'), ended])) as [Answer];
        if ('failed' in answer) throw new Error(`${JSON.stringify(task)} failed: ${answer.failed}`);
        tell(task, answer.done as Done<T>);
      }
    };
    await Promise.all(this.workers.map(work));
  }

  stop(): void {
    for (const { child } of this.workers) child.kill();
  }
}

/** Does what the parent process asks for, until that ends it. */
export function work(folder: string): void {
  process.on('message', (task: Task) => {
    perform(task, folder).then(
      done => process.send?.({ done } satisfies Answer),
      (fault: unknown) =>
        process.send?.({
          failed: fault instanceof Error ? String(fault.stack) : String(fault),
        } satisfies Answer),
    );
  });
  process.once('disconnect', () => process.exit());
}

async function perform(task: Task, folder: string): Promise<Call[][] | Replayed> {
  const flow = FLOWS.find(({ name }) => name === task.flow);
  if (!flow) throw new RangeError(`There is no flow ${task.flow}.`);
  const kept = join(folder, flow.name.replaceAll(' ', '-'));
  if (task.what === 'survey') return survey(flow, kept);
  const step = flow.steps[task.step];
  if (!step) throw new RangeError(`The flow ${task.flow} has no step ${String(task.step)}.`);
  return replay(keptBefore(kept, task.step), step, task, expectedAfter(kept, task.step));
}
