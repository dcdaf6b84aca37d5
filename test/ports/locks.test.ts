import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { kvsLocks } from '../../src/adapters/kvs/locks';
import { enterKvs } from '../adapters/kvs/kvs-under-test';
import { memoryLocks } from '../support/fakes/memory-locks';

let kvs: ReturnType<typeof enterKvs>;

beforeEach(() => {
  kvs = enterKvs();
});
afterEach(() => {
  kvs.close();
});

describe.each([
  ['in memory', () => memoryLocks()],
  ['in the key-value store', kvsLocks],
])('a lock %s', (_, open) => {
  it('is acquired by one caller until it is released', async () => {
    const locks = open();
    expect(await Promise.all([locks.acquire('1'), locks.acquire('1')])).toEqual([true, false]);
    await locks.release('1');
    expect(await locks.acquire('1')).toBe(true);
  });

  it('does not keep anyone from a lock of another name', async () => {
    const locks = open();
    await locks.acquire('1');
    expect(await locks.acquire('2')).toBe(true);
  });

  it('is released without harm when no one holds it', async () => {
    await expect(open().release('7')).resolves.toBeUndefined();
  });
});
