import type { AccountId } from '../../domain/shared/account';
import type { Instant } from '../../domain/shared/instant';
import { NOTHING_SET_UP, type SiteConfiguration } from '../../ports/site-configuration';

/** What provisioning keeps of a site beside the ids that the app works with; only provisioning reads it. */
export interface AppliedState {
  /** Ids of the other managed resources, by keys of the steps' own choosing. */
  resources: Record<string, string>;
  /** The specification hash of each step that has been applied, by step key. */
  applied: Record<string, string>;
  /** Absent when the ledger has every change. */
  unrecorded?: UnrecordedChanges;
}

/**
 * Changes that have begun and are not in the ledger yet. Written before each change, so that an interruption loses no
 * evidence.
 */
export interface UnrecordedChanges {
  /** The key of the step. */
  step: string;
  specification: string;
  /** When the first of them began. */
  at: Instant;
  actor: AccountId;
  /** In words, in the order in which they began; the last may not have taken effect. */
  changes: string[];
}

/** The whole state of a site. */
export interface ProvisioningState extends SiteConfiguration, AppliedState {}

export interface StateStore {
  read(): Promise<ProvisioningState>;
  /** Writes all or nothing: when a step counts as applied, its ids are where gates read them. */
  write(state: ProvisioningState): Promise<void>;
}

/** The state of a site that nothing was created on. */
export function emptyState(): ProvisioningState {
  return { ...structuredClone(NOTHING_SET_UP), resources: {}, applied: {} };
}
