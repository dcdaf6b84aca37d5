import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { kvsCreations } from '../../src/adapters/kvs/creations';
import { MINUTE } from '../../src/domain/shared/instant';
import type { Creations } from '../../src/ports/creations';
import { enterKvs } from '../adapters/kvs/kvs-under-test';
import { NOW } from '../support/builders/company';
import { movableClock } from '../support/fakes/clock-and-jobs';
import { memoryCreations } from '../support/fakes/memory-creations';

let kvs: ReturnType<typeof enterKvs>;

beforeEach(() => {
  kvs = enterKvs();
});
afterEach(() => {
  kvs.close();
});

const TICKET = { id: '10001', key: 'GOV-1' };

describe.each([
  ['in memory', memoryCreations],
  ['in the key-value store', kvsCreations],
])('the creation of a ticket, as it is known %s', (_, open) => {
  async function begun(creations: Creations, mark = 'a mark') {
    const creation = await creations.begin(mark);
    if (creation.state !== 'begun') throw new Error(`It is ${creation.state}.`);
    return creation;
  }

  it('is begun by one of those who want it at once', async () => {
    const creations = open(movableClock(NOW));
    const both = await Promise.all([creations.begin('a mark'), creations.begin('a mark')]);
    expect(both.map(({ state }) => state).sort()).toEqual(['begun', 'under way']);
    expect(await creations.begin('another mark')).toMatchObject({ state: 'begun' });
  });

  it('is told of once it has ended well, for good', async () => {
    const clock = movableClock(NOW);
    const creations = open(clock);
    await (await begun(creations)).ended(TICKET);
    clock.advance(24 * 60 * MINUTE);
    expect(await creations.begin('a mark')).toEqual({ state: 'created', ticket: TICKET });
  });

  it('may be tried at once by someone else when nothing came of it', async () => {
    const creations = open(movableClock(NOW));
    await (await begun(creations)).ended(null);
    expect(await creations.begin('a mark')).toMatchObject({ state: 'begun' });
  });

  it('that no one heard of again is left alone for a minute, and not for more than two', async () => {
    const clock = movableClock(NOW);
    const creations = open(clock);
    await begun(creations);
    clock.advance(MINUTE);
    expect(await creations.begin('a mark')).toEqual({ state: 'under way' });
    clock.advance(MINUTE);
    expect(await creations.begin('a mark')).toMatchObject({ state: 'begun' });
  });
});
