import type { AccountId } from '../../domain/shared/account';
import type { Instant } from '../../domain/shared/instant';
import { NOTHING_SET_UP, type SiteConfiguration } from '../../ports/site-configuration';

/** What set-up notes for itself; nobody else reads it. */
export interface SetUpNotes {
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

/** All that set-up remembers of the site. */
export interface SetUpMemory extends SiteConfiguration, SetUpNotes {}

export interface SetUpMemories {
  read(): Promise<SetUpMemory>;
  /** Writes all of it or nothing: a step that is noted as ended has its ids where gates read them. */
  write(memory: SetUpMemory): Promise<void>;
}

export const NOTHING_REMEMBERED: SetUpMemory = { ...NOTHING_SET_UP, made: {}, completed: {} };
