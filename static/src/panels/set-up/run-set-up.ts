import type { Reply } from '../../../../src/contract/reply';
import type { SetUpProgress } from '../../../../src/contract/set-up';

/** A step that this run has done, and what it wrote. */
export interface FinishedStep {
  key: string;
  title: string;
  changes: string[];
}

/** Where a run of set-up stands. `remaining` is null until the server has said so. */
export type Run =
  | { state: 'not started' }
  | { state: 'running'; finished: FinishedStep[]; remaining: number | null }
  | { state: 'stopped'; finished: FinishedStep[]; remaining: number | null; message: string }
  | { state: 'done'; finished: FinishedStep[] };

const NO_ANSWER = 'Remit didn’t answer. What was done is kept. Choose Continue to go on.';
const NO_PROGRESS = 'Set-up stopped before it was complete. Preview the changes, then continue.';
const NO_EFFECT =
  'Set-up stopped because its changes had no effect in Jira. Preview the changes, and check whether someone else is changing the same things.';

/**
 * Runs set-up step by step until it is done, refused or fails, because a step has only 25 seconds.
 * @param step - does the next step
 * @param tell - hears of every progress
 * @param before - what an earlier run that stopped has done
 */
export async function runSetUp(
  step: () => Promise<Reply<SetUpProgress>>,
  tell: (run: Run) => void,
  before: Run,
): Promise<void> {
  let finished = before.state === 'not started' ? [] : before.finished;
  let remaining = before.state === 'stopped' ? before.remaining : null;
  let last = '';
  for (;;) {
    tell({ state: 'running', finished, remaining });
    const progress = await attempt(step);
    if (typeof progress === 'string') {
      tell({ state: 'stopped', finished, remaining, message: progress });
      return;
    }
    if (progress.step) finished = [...finished, progress.step];
    const written = JSON.stringify(progress.step?.changes ?? []);
    remaining = progress.remaining;
    if (progress.done) {
      tell({ state: 'done', finished });
      return;
    }
    if (!progress.step) {
      tell({ state: 'stopped', finished, remaining, message: NO_PROGRESS });
      return;
    }
    if (progress.step.changes.length > 0 && written === last) {
      tell({ state: 'stopped', finished, remaining, message: NO_EFFECT });
      return;
    }
    last = written;
  }
}

/** One step; or, in words, why it was not done. */
async function attempt(step: () => Promise<Reply<SetUpProgress>>): Promise<SetUpProgress | string> {
  try {
    const reply = await step();
    return reply.ok ? reply.data : reply.message;
  } catch {
    return NO_ANSWER;
  }
}

/** How far a run is, from 0 to 1. */
export function progressOf(run: Run): number {
  if (run.state === 'done') return 1;
  if (run.state === 'not started' || run.remaining === null) return 0;
  const all = run.finished.length + run.remaining;
  return all === 0 ? 0 : run.finished.length / all;
}
