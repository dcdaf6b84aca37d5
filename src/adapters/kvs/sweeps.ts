import { kvs } from '@forge/kvs';
import { z } from 'zod';
import { isInstant, toInstant } from '../../domain/shared/instant';
import type { Sweeps } from '../../ports/sweeps';

const KEY = 'last-sweep';

const lastSweep = z.strictObject({
  standing: z.string().optional(),
  began: z
    .string()
    .refine(isInstant)
    .transform(text => toInstant(text))
    .optional(),
});

/** The last sweep of all tickets that came to its end, in one small record of the key-value store. */
export function kvsSweeps(): Sweeps {
  return {
    last: async () => {
      const stored: unknown = await kvs.get(KEY);
      return stored === undefined ? {} : lastSweep.parse(stored);
    },
    completed: async ({ began, standing }) => {
      await kvs.set(KEY, { began, ...(standing === undefined ? {} : { standing }) });
    },
  };
}
