import { randomUUID } from 'node:crypto';
import { ForgeKvsAPIError, kvs } from '@forge/kvs';
import type { Locks } from '../../ports/locks';

/** Long after a lock has ended by itself, so that those of calls that were killed do not pile up. */
const KEPT = { value: 1, unit: 'HOURS' } as const;

/** Locks as keys that only one caller can write, in the key-value store: there may be no database yet. */
export function kvsLocks(): Locks {
  return {
    async acquire(name) {
      const mine = randomUUID();
      try {
        await kvs.set(name, mine, { keyPolicy: 'FAIL_IF_EXISTS', ttl: KEPT });
        return true;
      } catch (fault) {
        if (fault instanceof ForgeKvsAPIError && fault.code === 'KEY_CONFLICT') return false;
        // The key may have been written, and only the answer lost.
        const holder: unknown = await kvs.get(name);
        if (holder === undefined) throw fault;
        return holder === mine;
      }
    },

    async release(name) {
      try {
        await kvs.delete(name);
      } catch {
        // Retried once: a lock that stays keeps everyone waiting.
        await kvs.delete(name);
      }
    },
  };
}
