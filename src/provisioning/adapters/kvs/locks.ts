import { randomUUID } from 'node:crypto';
import { ForgeKvsAPIError, kvs } from '@forge/kvs';
import type { SetUpTurns } from '../../ports/locks';

/** Long after a claim has lapsed, so that those of calls that were killed do not pile up. */
const KEPT = { value: 1, unit: 'HOURS' } as const;

/** Claims as keys that only one can write, in the key-value store: there may be no database yet. */
export function kvsSetUpTurns(): SetUpTurns {
  return {
    async claim(name) {
      const mine = randomUUID();
      try {
        await kvs.set(keyOf(name), mine, { keyPolicy: 'FAIL_IF_EXISTS', ttl: KEPT });
        return true;
      } catch (fault) {
        if (fault instanceof ForgeKvsAPIError && fault.code === 'KEY_CONFLICT') return false;
        // Perhaps it was written, and only the answer was lost.
        const holder: unknown = await kvs.get(keyOf(name));
        if (holder === undefined) throw fault;
        return holder === mine;
      }
    },

    async release(name) {
      try {
        await kvs.delete(keyOf(name));
      } catch {
        // Once more, since everybody has to wait for a claim that stays.
        await kvs.delete(keyOf(name));
      }
    },
  };
}

function keyOf(name: string): string {
  return `set-up-turn-${name}`;
}
