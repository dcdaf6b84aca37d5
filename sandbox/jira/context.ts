import type { SandboxClock } from '../clock.ts';
import type { InstalledApp } from '../seams.ts';
import type { Collections } from './model.ts';
import type { JiraStore } from './store.ts';

/** What the local Jira does where the platform leaves it open, or differs between sites. */
export interface JiraSettings {
  /** Where the site answers, without a trailing slash; the beginning of every `self`. */
  baseUrl: string;
  /** When false, `POST /project` and `/workflows/create` refuse the app as itself. */
  appMayCreateProjectsAndWorkflows: boolean;
  /** Whether the validators after a refusal still run: Jira promises neither. */
  validators: 'all' | 'until-first-refusal';
  /** A number in [0, 1); shuffles the validators. */
  random: () => number;
}

/** What every route of the local Jira works with. */
export interface JiraContext {
  readonly store: JiraStore;
  readonly records: Collections;
  readonly clock: SandboxClock;
  readonly settings: JiraSettings;
  /** The installed app, once there is one. */
  app(): InstalledApp | undefined;
  /** Work that goes on after an answer was sent; the site is idle when none of it is left. */
  track(work: Promise<unknown>): void;
}
