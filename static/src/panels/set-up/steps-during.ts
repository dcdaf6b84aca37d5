import type { SetUpStep, StepState } from '../../../../src/contract/set-up';
import type { Run } from './run-set-up';

export interface ShownStep {
  key: string;
  title: string;
  /** What it wrote, or would write. */
  changes: string[];
  standing: StepState | 'working' | 'stopped';
}

/** The steps as they stand during a run: those it has done, and the one it is at. */
export function stepsDuring(steps: readonly (SetUpStep & { changes?: string[] })[], run: Run): ShownStep[] {
  const finished = new Map(
    run.state === 'not started' ? [] : run.finished.map(step => [step.key, step] as const),
  );
  const open = steps.find(({ key, state }) => state !== 'done' && !finished.has(key));
  return steps.map(({ key, title, state, changes = [] }) => {
    const done = finished.get(key);
    if (done) return { key, title, changes: done.changes, standing: 'done' };
    if (key === open?.key && run.state === 'running') return { key, title, changes, standing: 'working' };
    if (key === open?.key && run.state === 'stopped') return { key, title, changes, standing: 'stopped' };
    return { key, title, changes, standing: state };
  });
}
