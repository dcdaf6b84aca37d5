import { kvs } from '@forge/kvs';
import { z } from 'zod';
import { contentHash } from '../../domain/shared/content-hash';
import { MINUTE, slotsFrom } from '../../domain/shared/instant';
import type { Clock } from '../../ports/clock';
import type { Creations } from '../../ports/creations';
import { kvsLocks } from './locks';

/** Longer than any job is tried again. */
const KEPT = { value: 30, unit: 'DAYS' } as const;

const created = z.strictObject({ id: z.string(), key: z.string() });

/** Locks and what was created in the key-value store, which has its answers at once where a search is late. */
export function kvsCreations(clock: Clock): Creations {
  const locks = kvsLocks();
  return {
    async begin(mark) {
      const name = contentHash(mark).slice(0, 32);
      const stored: unknown = await kvs.get(`created-${name}`);
      if (stored !== undefined) return { state: 'created', ticket: created.parse(stored) };
      const slots = slotsFrom(clock.now(), MINUTE).map(slot => `creation-lock-${name}-${slot}`);
      const held: string[] = [];
      for (const slot of slots) {
        if (!(await locks.acquire(slot))) break;
        held.push(slot);
      }
      const release = () => Promise.all(held.map(slot => locks.release(slot)));
      if (held.length < slots.length) {
        await release();
        return { state: 'under way' };
      }
      return {
        state: 'begun',
        ended: async ticket => {
          if (ticket) await kvs.set(`created-${name}`, ticket, { ttl: KEPT });
          await release();
        },
      };
    },
  };
}
