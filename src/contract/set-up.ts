import { z } from 'zod';

/** `setup.status`, `setup.plan`, `setup.run`: for Jira administrators. They take no payload. */
export const setUpRequest = z.strictObject({});

export type StepState = 'done' | 'pending' | 'drifted';

export interface SetUpStep {
  key: string;
  /** What it makes, e.g. `Work type "Cloud account request"`. */
  title: string;
  state: StepState;
}

/** `setup.status`: cheap, from what set-up remembers. */
export interface SetUpStatus {
  complete: boolean;
  steps: SetUpStep[];
}

/** `setup.plan`: what a run would write, read from Jira as it is. Nothing is written. */
export interface SetUpPlan {
  complete: boolean;
  /** `notices`: what set-up leaves as it is, and an administrator should know of. */
  steps: (SetUpStep & { changes: string[]; notices: string[] })[];
}

/** `setup.run`: does the next step. Call it until `done`. */
export interface SetUpProgress {
  /** The step that this call did; null when nothing was left to do. */
  step: { key: string; title: string; changes: string[] } | null;
  done: boolean;
  remaining: number;
}
