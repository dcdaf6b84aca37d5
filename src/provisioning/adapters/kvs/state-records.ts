import { z } from 'zod';
import { toInstant } from '../../../domain/shared/instant';
import type { SetUpNotes } from '../../ports/provisioning-state';
import type { SiteConfiguration } from '../../../ports/site-configuration';

/**
 * The two records of the key-value store about what set-up made: what every gate, job and page reads, and set-up's own
 * notes, which are three times as long. Until set-up writes for the first time since they are two, all is in the first.
 */
export const CONFIGURATION_KEY = 'site-configuration';
export const NOTES_KEY = 'set-up-notes';

const ids = z.record(z.string(), z.string());

const unrecorded = z.strictObject({
  step: z.string(),
  specification: z.string(),
  at: z.string().transform(toInstant),
  actor: z.string(),
  changes: z.array(z.string()),
});

const notes = z.strictObject({ made: ids, completed: ids, unrecorded: unrecorded.optional() });

const configuration = z.strictObject({
  projectId: z.string().optional(),
  projectKey: z.string().optional(),
  workTypes: ids,
  statuses: ids,
  fields: ids,
});

const firstRecord = z.union([configuration, configuration.extend(notes.shape)]);

/** Where version 0.1 kept what is unrecorded: among the ids, as text. */
const KEPT_AS_TEXT = 'changes without evidence';

/** What the first record holds; `notes` only where set-up has not written since they are in a record of their own. */
export function firstRecordOf(stored: unknown): { configuration: SiteConfiguration; notes?: SetUpNotes } {
  const parsed = firstRecord.parse(stored);
  if (!('made' in parsed)) return { configuration: parsed as SiteConfiguration };
  const { made, completed, unrecorded: changes, ...others } = parsed;
  const { [KEPT_AS_TEXT]: text, ...things } = made;
  const begun = text === undefined ? changes : unrecorded.parse(JSON.parse(text));
  return {
    configuration: others as SiteConfiguration,
    notes: { made: things, completed, ...(begun ? { unrecorded: begun } : {}) },
  };
}

export function notesOf(stored: unknown): SetUpNotes {
  const { unrecorded: begun, ...others } = notes.parse(stored);
  return { ...others, ...(begun ? { unrecorded: begun } : {}) };
}
