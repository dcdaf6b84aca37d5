import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { kvs as forgeKvs } from '@forge/kvs';
import { kvsSetUpMemories } from '../../../../src/provisioning/adapters/kvs/provisioning-state';
import { kvsSiteConfigurations } from '../../../../src/provisioning/adapters/kvs/site-configurations';
import { toInstant } from '../../../../src/domain/shared/instant';
import { NOTHING_REMEMBERED, type SetUpMemory } from '../../../../src/provisioning/ports/provisioning-state';
import { NOTHING_SET_UP, type SiteConfiguration } from '../../../../src/ports/site-configuration';
import { enterKvs } from './kvs-under-test';

let kvs: ReturnType<typeof enterKvs>;
const memories = kvsSetUpMemories();
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

const memory: SetUpMemory = {
  ...configuration,
  made: { 'screen x': '7' },
  completed: { 'work-types': 'hash' },
  unrecorded,
};

/** As the key-value store has it. */
const stored = (key: string) => forgeKvs.get<object>(key);

describe('what set-up remembers', () => {
  it('is nothing on a site where the app was just installed', async () => {
    expect(await memories.read()).toEqual(NOTHING_REMEMBERED);
    expect(await configurations.read()).toEqual(NOTHING_SET_UP);
  });

  it('comes back as it was written, with the changes that the ledger does not have yet', async () => {
    await memories.write(memory);
    expect(await memories.read()).toEqual(memory);
  });

  it('is read by gates without its notes, which cost three times as much to read', async () => {
    await memories.write(memory);
    expect(await configurations.read()).toEqual(configuration);
    expect(await stored('site-configuration')).toEqual(configuration);
  });

  it.each([
    ['whole, when the answer was lost', 'lost after' as const, memory],
    ['not at all, when it was never heard', 'lost before' as const, NOTHING_REMEMBERED],
  ])('is written %s', async (_, loss, remembered) => {
    kvs.losses.push(loss);
    await expect(memories.write(memory)).rejects.toThrow();
    expect(await memories.read()).toEqual(remembered);
  });

  it('is refused in a shape that nobody wrote', async () => {
    await forgeKvs.set('site-configuration', { ...memory, more: {} });
    await expect(memories.read()).rejects.toThrow();
    await expect(configurations.read()).rejects.toThrow();
  });
});

describe('what an earlier version remembered, in one record', () => {
  const asText = {
    ...configuration,
    made: { 'screen x': '7', 'changes without evidence': JSON.stringify(unrecorded) },
    completed: { 'work-types': 'hash' },
  };

  it.each([
    ['as it was', memory],
    ['with the changes that version 0.1 kept as text among the ids', asText],
  ])('is read %s', async (_, kept) => {
    await forgeKvs.set('site-configuration', kept);
    expect(await memories.read()).toEqual(memory);
    expect(await configurations.read()).toEqual(configuration);
  });

  it('is two records once set-up writes, and nothing of it is lost', async () => {
    await forgeKvs.set('site-configuration', asText);
    const read = await memories.read();
    await memories.write({ ...read, completed: { ...read.completed, statuses: 'hash' } });
    expect(await stored('site-configuration')).toEqual(configuration);
    expect(await memories.read()).toEqual({
      ...memory,
      completed: { 'work-types': 'hash', statuses: 'hash' },
    });
  });

  it.each(['lost before', 'lost after'] as const)(
    'is whole when the write that splits it is %s',
    async loss => {
      await forgeKvs.set('site-configuration', asText);
      const read = await memories.read();
      kvs.losses.push(loss);
      await expect(memories.write(read)).rejects.toThrow();
      expect(await memories.read()).toEqual(memory);
    },
  );
});

describe('what set-up remembers, read while another call of set-up writes it', () => {
  it('is never a step that has ended without its ids', async () => {
    await memories.write({ ...NOTHING_REMEMBERED, ...configuration, workTypes: {} });
    const reading = memories.read();
    const writing = memories.write(memory);
    const { completed, workTypes } = await reading;
    await writing;
    expect(Object.keys(completed).length).toBeLessThanOrEqual(Object.keys(workTypes).length);
  });

  it('is whole when it is split meanwhile', async () => {
    await forgeKvs.set('site-configuration', memory);
    const reading = memories.read();
    const writing = memories.write(memory);
    expect(await reading).toEqual(memory);
    await writing;
  });
});
