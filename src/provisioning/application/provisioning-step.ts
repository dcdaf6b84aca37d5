import { contentHash } from '../../domain/shared/content-hash';
import type { AccountId } from '../../domain/shared/account';
import type { SetUpBlocker } from '../domain/set-up-refusal';
import type { AppIdentity } from '../ports/app-identity';
import type { JiraSite } from '../ports/jira-site';
import type { ProvisioningState } from '../ports/state-store';

/** A group of managed resources. Its specification is data; its plan is how the site differs from it. */
export interface ProvisioningStep {
  key: string;
  /** What it creates, e.g. `Work types`. */
  title: string;
  /** Everything that the step makes true, as JSON: when it changes, the step is applied again. */
  specification(context: StepContext): unknown;
  /** How the site differs from the specification, in the order in which changes are applied. Writes nothing. */
  plan(context: StepContext): Promise<PlanEntry[]>;
}

/** What a step works with. */
export interface StepContext {
  site: JiraSite;
  app: AppIdentity;
  /** The Jira administrator who applies; null while nothing is written. */
  administrator: AccountId | null;
  /** A working copy of the state, in which steps keep every id as soon as they see it. */
  state: ProvisioningState;
  /** Names of the cloud services in the register; null before there is a register. */
  services: readonly string[] | null;
}

/** One difference between the site and the specification. */
export type PlanEntry = PlannedChange | Blocker | Notice;

/** One write, in plain words. Applied again after an interruption it creates nothing twice. */
export interface PlannedChange {
  text: string;
  apply(): Promise<void>;
}

/** A difference that only an administrator can resolve. */
export interface Blocker {
  text: string;
  blocker: SetUpBlocker;
}

/** A difference that stays, and that an administrator should know of. */
export interface Notice {
  text: string;
  leftAsItIs: true;
}

export function isChange(entry: PlanEntry): entry is PlannedChange {
  return 'apply' in entry;
}

export function isNotice(entry: PlanEntry): entry is Notice {
  return 'leftAsItIs' in entry;
}

export function isBlocker(entry: PlanEntry): entry is Blocker {
  return 'blocker' in entry;
}

/** The hash under which the state keeps that a step was applied. */
export function specificationHash(step: ProvisioningStep, context: StepContext): string {
  return contentHash({ step: step.key, specification: step.specification(context) });
}

/** The id of a resource that an earlier change created. @throws when none did, which is our fault */
export function required(id: string | undefined, what: string): string {
  if (id === undefined) throw new Error(`Set-up needs the ${what} before it exists.`);
  return id;
}
