import { kvs } from '@forge/kvs';
import { z } from 'zod';
import type { Sweeps } from '../../ports/sweeps';

const KEY = 'last-sweep';

const lastSweep = z.strictObject({ standing: z.string() });

/** The last sweep of all tickets, in one small record of the key-value store. */
export function kvsSweeps(): Sweeps {
  return {
    lastStanding: async () => {
      const stored: unknown = await kvs.get(KEY);
      return stored === undefined ? undefined : lastSweep.parse(stored).standing;
    },
    completed: async standing => {
      await kvs.set(KEY, { standing });
    },
  };
}
