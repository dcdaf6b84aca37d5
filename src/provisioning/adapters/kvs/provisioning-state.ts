import { kvs } from '@forge/kvs';
import { NOTHING_REMEMBERED, type SetUpMemories } from '../../ports/provisioning-state';
import { CONFIGURATION_KEY, firstRecordOf, NOTES_KEY, notesOf } from './state-records';

/**
 * All that set-up remembers. Both records are written in one transaction, so that a run that is cut leaves neither ids
 * without the note of what was begun, nor a note that a step has ended without its ids.
 * Source: Forge, "Executing KVS transactions".
 */
export function kvsSetUpMemories(): SetUpMemories {
  return {
    read: async () => {
      // The notes first: whoever writes meanwhile may have made more than is noted as ended, and never less.
      const noted: unknown = await kvs.get(NOTES_KEY);
      const stored: unknown = await kvs.get(CONFIGURATION_KEY);
      if (stored === undefined) return NOTHING_REMEMBERED;
      const { configuration, notes } = firstRecordOf(stored);
      return { ...configuration, ...(notes ?? notesOf(noted ?? (await kvs.get(NOTES_KEY)))) };
    },
    write: async ({ made, completed, unrecorded, ...configuration }) => {
      const notes = { made, completed, ...(unrecorded ? { unrecorded } : {}) };
      await kvs.transact().set(CONFIGURATION_KEY, configuration).set(NOTES_KEY, notes).execute();
    },
  };
}
