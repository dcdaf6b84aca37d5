import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { kvsLocks } from '../../../src/adapters/kvs/locks';
import { enterKvs } from './kvs-under-test';

let kvs: ReturnType<typeof enterKvs>;
const locks = kvsLocks();

beforeEach(() => {
  kvs = enterKvs();
});
afterEach(() => {
  kvs.close();
});

describe('a lock in the key-value store', () => {
  it('is refused without a fault although its holder releases it at that moment', async () => {
    await locks.acquire('1');
    const late = locks.acquire('1');
    await locks.release('1');
    expect(await late).toBe(false);
  });

  it('is acquired although the answer was lost, and by no one else', async () => {
    kvs.losses.push('lost after');
    expect(await locks.acquire('1')).toBe(true);
    expect(await locks.acquire('1')).toBe(false);
  });

  it('is not acquired when the request was lost, and that is a fault', async () => {
    kvs.losses.push('lost before');
    await expect(locks.acquire('1')).rejects.toThrow();
    expect(await locks.acquire('1')).toBe(true);
  });

  it.each(['lost before', 'lost after'] as const)('is released although one request is %s', async loss => {
    await locks.acquire('1');
    kvs.losses.push(loss);
    await locks.release('1');
    expect(await locks.acquire('1')).toBe(true);
  });
});
