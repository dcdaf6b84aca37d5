import { kvs } from '@forge/kvs';
import { z } from 'zod';
import { CONFIGURATION_KEY, siteConfigurationOf } from '../../../adapters/kvs/site-configurations';
import { toInstant } from '../../../domain/shared/instant';
import { emptyState, type AppliedState, type StateStore } from '../../ports/state-store';

/** Beside the site configuration, which gates read: this record is three times as long. */
const APPLIED_KEY = 'provisioning-state';

const ids = z.record(z.string(), z.string());

const applied = z.strictObject({
  resources: ids,
  applied: ids,
  unrecorded: z
    .strictObject({
      step: z.string(),
      specification: z.string(),
      at: z.string().transform(toInstant),
      actor: z.string(),
      changes: z.array(z.string()),
    })
    .optional(),
});

/**
 * The state in two records, written in one transaction: a run that is cut leaves neither ids without the change that
 * created them, nor a step that counts as applied without its ids.
 * Source: Forge, "Executing KVS transactions".
 */
export function kvsStateStore(): StateStore {
  return {
    read: async () => {
      // This one first: a run that writes in between may then have created more than counts as applied, never less.
      const first: unknown = await kvs.get(APPLIED_KEY);
      const configuration: unknown = await kvs.get(CONFIGURATION_KEY);
      if (configuration === undefined) return emptyState();
      return {
        ...siteConfigurationOf(configuration),
        ...appliedState(first ?? (await kvs.get(APPLIED_KEY))),
      };
    },
    write: async ({ resources, applied, unrecorded, ...configuration }) => {
      const state = { resources, applied, ...(unrecorded ? { unrecorded } : {}) };
      await kvs.transact().set(CONFIGURATION_KEY, configuration).set(APPLIED_KEY, state).execute();
    },
  };
}

function appliedState(stored: unknown): AppliedState {
  const { unrecorded, ...state } = applied.parse(stored);
  return { ...state, ...(unrecorded ? { unrecorded } : {}) };
}
