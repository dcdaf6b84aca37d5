import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { toInstant } from '../../../src/domain/shared/instant';
import { kvsStateStore } from '../../../src/provisioning/adapters/kvs/state-store';
import { emptyState, type ProvisioningState } from '../../../src/provisioning/ports/state-store';
import { enterKvs } from '../../adapters/kvs/kvs-under-test';
import { memoryStateStore } from '../fakes/memory-state-store';

let kvs: ReturnType<typeof enterKvs>;

beforeEach(() => {
  kvs = enterKvs();
});
afterEach(() => {
  kvs.close();
});

const STATE: ProvisioningState = {
  projectId: '10000',
  projectKey: 'GOV',
  workTypes: { 'Access request': '10001' },
  statuses: { Requested: '3' },
  fields: { environment: 'customfield_10010' },
  resources: { 'screen x': '7' },
  applied: { 'work-types': 'hash' },
  unrecorded: {
    step: 'statuses',
    specification: 'hash',
    at: toInstant('2026-03-01T09:00:00Z'),
    actor: 'admin',
    changes: ['Create the status Approved'],
  },
};

describe.each([
  ['in memory', () => memoryStateStore()],
  ['in the key-value store', kvsStateStore],
])('the state %s', (_, open) => {
  it('is empty on a site where the app was just installed', async () => {
    expect(await open().read()).toEqual(emptyState());
  });

  it('comes back as it was written, with the changes that the ledger does not have yet', async () => {
    const store = open();
    await store.write(STATE);
    expect(await store.read()).toEqual(STATE);
  });

  it('keeps nothing of what was written before', async () => {
    const store = open();
    await store.write(STATE);
    const { unrecorded: _unrecorded, ...recorded } = STATE;
    await store.write({ ...recorded, resources: {} });
    expect(await store.read()).toEqual({ ...recorded, resources: {} });
  });

  it('is not changed by what a reader does with it', async () => {
    const store = open();
    await store.write(STATE);
    (await store.read()).resources['screen y'] = '8';
    (await store.read()).applied = {};
    expect(await store.read()).toEqual(STATE);
  });
});
