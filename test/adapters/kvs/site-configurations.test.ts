import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { kvs as forgeKvs } from '@forge/kvs';
import { kvsSiteConfigurations } from '../../../src/adapters/kvs/site-configurations';
import { toInstant } from '../../../src/domain/shared/instant';
import { NOTHING_SET_UP } from '../../../src/ports/site-configuration';
import { enterKvs } from './kvs-under-test';

let kvs: ReturnType<typeof enterKvs>;
const configurations = kvsSiteConfigurations();

beforeEach(() => {
  kvs = enterKvs();
});
afterEach(() => {
  kvs.close();
});

const unrecorded = {
  step: 'statuses',
  specification: 'hash',
  at: toInstant('2026-03-01T09:00:00Z'),
  actor: 'admin',
  changes: ['Create the status Approved'],
};

describe('what set-up remembers', () => {
  it('is nothing on a site where the app was just installed', async () => {
    expect(await configurations.read()).toEqual(NOTHING_SET_UP);
  });

  it('comes back as it was written, with the changes that the ledger does not have yet', async () => {
    const written = { ...NOTHING_SET_UP, made: { 'screen x': '7' }, unrecorded };
    await configurations.write(written);
    expect(await configurations.read()).toEqual(written);
  });

  it('has the changes that version 0.1 kept as text among the ids', async () => {
    const made = { 'screen x': '7', 'changes without evidence': JSON.stringify(unrecorded) };
    await forgeKvs.set('site-configuration', { ...NOTHING_SET_UP, made });
    expect(await configurations.read()).toEqual({ ...NOTHING_SET_UP, made: { 'screen x': '7' }, unrecorded });
  });

  it('is refused in a shape that nobody wrote', async () => {
    await forgeKvs.set('site-configuration', { ...NOTHING_SET_UP, more: {} });
    await expect(configurations.read()).rejects.toThrow();
  });
});
