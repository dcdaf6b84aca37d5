import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { kvsSetUpTurns } from '../../../../src/provisioning/adapters/kvs/locks';
import { enterKvs } from './kvs-under-test';

let kvs: ReturnType<typeof enterKvs>;
const turns = kvsSetUpTurns();

beforeEach(() => {
  kvs = enterKvs();
});
afterEach(() => {
  kvs.close();
});

describe('a claim in the key-value store', () => {
  it('is held by whoever came first, until it is released', async () => {
    expect(await Promise.all([turns.claim('1'), turns.claim('1')])).toEqual([true, false]);
    expect(await turns.claim('2')).toBe(true);
    await turns.release('1');
    expect(await turns.claim('1')).toBe(true);
  });

  it('is not held, and that is no fault, although whoever held it has just released it', async () => {
    await turns.claim('1');
    const late = turns.claim('1');
    await turns.release('1');
    expect(await late).toBe(false);
  });

  it('is held although the answer was lost, and by nobody else', async () => {
    kvs.losses.push('lost after');
    expect(await turns.claim('1')).toBe(true);
    expect(await turns.claim('1')).toBe(false);
  });

  it('is not held when the request was lost, and that is a fault', async () => {
    kvs.losses.push('lost before');
    await expect(turns.claim('1')).rejects.toThrow();
    expect(await turns.claim('1')).toBe(true);
  });

  it.each(['lost before', 'lost after'] as const)('is released although one request is %s', async loss => {
    await turns.claim('1');
    kvs.losses.push(loss);
    await turns.release('1');
    expect(await turns.claim('1')).toBe(true);
  });

  it('may be released by whoever does not hold it', async () => {
    await expect(turns.release('7')).resolves.toBeUndefined();
  });
});
