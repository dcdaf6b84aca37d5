import type { SetUpStep, StepState } from '../../../../src/contract/set-up';
import type { Run } from './run-set-up';

export interface ShownStep {
  key: string;
  title: string;
  /** What it wrote, or would write. */
  changes: string[];
  /** What set-up leaves as it is. */
  notices: string[];
  standing: StepState | 'working' | 'stopped';
}

/** The steps as they stand during a run: those it has done, and the one it is at. */
export function stepsDuring(
  steps: readonly (SetUpStep & { changes?: string[]; notices?: string[] })[],
  run: Run,
): ShownStep[] {
  const finished = new Map(
    run.state === 'not started' ? [] : run.finished.map(step => [step.key, step] as const),
  );
  const open = steps.find(({ key, state }) => state !== 'done' && !finished.has(key));
  return steps.map(({ key, title, state, changes = [], notices = [] }) => {
    const done = finished.get(key);
    const shown = { key, title, changes, notices };
    if (done) return { ...shown, changes: done.changes, standing: 'done' };
    if (key === open?.key && run.state === 'running') return { ...shown, standing: 'working' };
    if (key === open?.key && run.state === 'stopped') return { ...shown, standing: 'stopped' };
    return { ...shown, standing: state };
  });
}

/**
 * Divides the steps into those to show and those that were done before, which say nothing new. What a run
 * has done stays where it is until the run has ended, so that nothing moves away from under the reader.
 */
export function byConcern(
  steps: readonly ShownStep[],
  run: Run,
): { toShow: ShownStep[]; doneBefore: ShownStep[] } {
  const isOver = run.state === 'not started' || run.state === 'done';
  const finished = new Set(isOver ? [] : run.finished.map(({ key }) => key));
  const concerns = ({ key, standing, notices }: ShownStep) =>
    standing !== 'done' || notices.length > 0 || finished.has(key);
  return { toShow: steps.filter(concerns), doneBefore: steps.filter(step => !concerns(step)) };
}
