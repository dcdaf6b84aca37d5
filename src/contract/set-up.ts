import { z } from 'zod';
import { answers } from './function-entry';

/** `setup.status`, `setup.plan`, `setup.run`: for Jira administrators. They take no payload. */
export const setUpRequest = z.strictObject({});

export type StepState = 'done' | 'pending' | 'drifted';

export interface SetUpStep {
  key: string;
  /** What it makes, e.g. `Work type "Cloud account request"`. */
  title: string;
  state: StepState;
}

/** `setup.status`: cheap, from what set-up remembers; only for `people` Jira is asked, once everything is done. */
export interface SetUpStatus {
  complete: boolean;
  steps: SetUpStep[];
  people: PersonLacking[];
  /** What the hourly check has found changed in Jira, and when; null when all was as set-up made it. */
  found: { at: string; repairs: string[] } | null;
}

/** Someone who holds a role and cannot do in the space what it asks of them. */
export interface PersonLacking {
  /** Their name in Jira. */
  person: string;
  /** The role's name. */
  role: string;
  /** Jira's names of the permissions, e.g. `Transition Issues`. */
  lacks: string[];
}

/** `setup.plan`: what a run would write, read from Jira as it is. Nothing is written. */
export interface SetUpPlan {
  complete: boolean;
  /** `notices`: what set-up leaves as it is, and an administrator should know of. */
  steps: (SetUpStep & { changes: string[]; notices: string[] })[];
  people: PersonLacking[];
}

/** `setup.run`: does the next step. Call it until `done`. */
export interface SetUpProgress {
  /** The step that this call did; null when nothing was left to do. */
  step: { key: string; title: string; changes: string[] } | null;
  done: boolean;
  remaining: number;
}

export const setUpFunctions = {
  'setup.status': {
    about: 'Shows which steps of set-up are done.',
    audience: 'administrator',
    effect: 'reads',
    beforeSetUp: true,
    request: setUpRequest,
    answer: answers<SetUpStatus>(),
  },
  'setup.plan': {
    about: 'Shows what a run of set-up would change in Jira.',
    audience: 'administrator',
    effect: 'reads',
    beforeSetUp: true,
    request: setUpRequest,
    answer: answers<SetUpPlan>(),
  },
  'setup.run': {
    about: 'Runs the next step of set-up.',
    audience: 'administrator',
    effect: 'changes',
    beforeSetUp: true,
    request: setUpRequest,
    answer: answers<SetUpProgress>(),
  },
} as const;
