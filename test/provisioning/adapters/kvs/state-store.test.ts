import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { kvs as forgeKvs } from '@forge/kvs';
import { kvsStateStore } from '../../../../src/provisioning/adapters/kvs/state-store';
import { kvsSiteConfigurations } from '../../../../src/adapters/kvs/site-configurations';
import { toInstant } from '../../../../src/domain/shared/instant';
import { emptyState, type ProvisioningState } from '../../../../src/provisioning/ports/state-store';
import type { SiteConfiguration } from '../../../../src/ports/site-configuration';
import { enterKvs } from '../../../adapters/kvs/kvs-under-test';

let kvs: ReturnType<typeof enterKvs>;
const store = kvsStateStore();
const configurations = kvsSiteConfigurations();

beforeEach(() => {
  kvs = enterKvs();
});
afterEach(() => {
  kvs.close();
});

const configuration: SiteConfiguration = {
  projectId: '10000',
  projectKey: 'GOV',
  workTypes: { 'Access request': '10001' },
  statuses: { Requested: '3' },
  fields: { environment: 'customfield_10010' },
};

const unrecorded = {
  step: 'statuses',
  specification: 'hash',
  at: toInstant('2026-03-01T09:00:00Z'),
  actor: 'admin',
  changes: ['Create the status Approved'],
};

const state: ProvisioningState = {
  ...configuration,
  resources: { 'screen x': '7' },
  applied: { 'work-types': 'hash' },
  unrecorded,
};

/** As the key-value store has it. */
const stored = (key: string) => forgeKvs.get<object>(key);

describe('the state in the key-value store', () => {
  it('is read by gates without what only provisioning needs, which costs three times as much to read', async () => {
    await store.write(state);
    expect(await configurations.read()).toEqual(configuration);
    expect(await stored('site-configuration')).toEqual(configuration);
  });

  it.each([
    ['whole, when the answer was lost', 'lost after' as const, state],
    ['not at all, when it was never heard', 'lost before' as const, emptyState()],
  ])('is written %s', async (_, loss, kept) => {
    kvs.losses.push(loss);
    await expect(store.write(state)).rejects.toThrow();
    expect(await store.read()).toEqual(kept);
  });

  it('is refused in a shape that Remit did not write', async () => {
    await forgeKvs.set('site-configuration', { ...state, more: {} });
    await expect(store.read()).rejects.toThrow();
    await expect(configurations.read()).rejects.toThrow();
  });
});

describe('the state, read while another call writes it', () => {
  it('never has a step that was applied without its ids', async () => {
    await store.write({ ...emptyState(), ...configuration, workTypes: {} });
    const reading = store.read();
    const writing = store.write(state);
    const { applied, workTypes } = await reading;
    await writing;
    expect(Object.keys(applied).length).toBeLessThanOrEqual(Object.keys(workTypes).length);
  });

  it('is whole when it is written for the first time meanwhile', async () => {
    const reading = store.read();
    const writing = store.write(state);
    expect([emptyState(), state]).toContainEqual(await reading);
    await writing;
  });
});
