import type { AccountId } from '../domain/shared/account';
import type { Instant } from '../domain/shared/instant';
import type { AppFieldName, FieldName } from '../domain/work-type/fields';

/** What set-up made on this site, by the ids that Jira gave. Grows step by step; absent parts are not there yet. */
export interface SiteConfiguration {
  projectId?: string;
  projectKey?: string;
  /** By work type name. */
  workTypes: Record<string, string>;
  /** By status name: statuses are shared by our work types. */
  statuses: Record<string, string>;
  fields: Partial<Record<FieldName | AppFieldName, string>>;
  /** Ids of the other things that set-up made, by the name of the step's own choosing. */
  made: Record<string, string>;
  /** The specification hash of each step that ended, by step key. */
  completed: Record<string, string>;
  /** Absent while the evidence ledger has everything that set-up changed. */
  unrecorded?: UnrecordedChanges;
}

/**
 * The changes that set-up has begun and the evidence ledger does not have yet. Written down before each change, so
 * that evidence of it outlives an interruption.
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

export interface SiteConfigurations {
  read(): Promise<SiteConfiguration>;
  write(configuration: SiteConfiguration): Promise<void>;
}

export const NOTHING_SET_UP: SiteConfiguration = {
  workTypes: {},
  statuses: {},
  fields: {},
  made: {},
  completed: {},
};
