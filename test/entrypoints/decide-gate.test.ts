/** @jest-environment node */
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Ports } from '../../src/entrypoints/ports';
import { createDecideGate } from '../../src/entrypoints/validators/decide-gate';
import { ENGINEER } from '../support/builders/company';
import { aWorld, type World } from '../support/fakes/world';

const AFTER_DEADLINE_MS = 15_001;

let world: World;
let call: unknown;

beforeEach(async () => {
  jest.useFakeTimers();
  world = aWorld();
  const ticket = await world.raise(ENGINEER);
  call = { issue: { key: ticket.key }, transition: { to: { id: '1' }, modifiedFields: {} } };
});
afterEach(() => {
  jest.useRealTimers();
});

/** A gate of the world, where each of these is held up until it is let go. */
function gateWith(held: Partial<Ports>): () => Promise<unknown> {
  const tickets = {
    ...world.tickets,
    readForTransition: (key: string) => world.tickets.readForTransition(key, 'Awaiting approval', {}),
  };
  return () => createDecideGate({ ...world, tickets, ...held } as unknown as Ports)(call);
}

const decisions = async () => (await world.ledger.list({ kinds: ['gate-decided'], limit: 10 })).entries;

describe('a gate that answers late', () => {
  it('records nothing afterwards, though what it waited for comes at last', async () => {
    const gone = Promise.withResolvers<undefined>();
    const slow = {
      ...world.decisions,
      records: async (...asked: Parameters<World['decisions']['records']>) => {
        await gone.promise;
        return world.decisions.records(...asked);
      },
    };
    const answer = gateWith({ decisions: slow })();
    await jest.advanceTimersByTimeAsync(AFTER_DEADLINE_MS);
    expect(await answer).toMatchObject({ result: false });
    gone.resolve(undefined);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(await decisions()).toEqual([]);
    expect(world.jobs.waiting).toEqual([]);
  });

  it('waits for a decision that is being written, so that it answers as it is recorded', async () => {
    const gone = Promise.withResolvers<undefined>();
    const slow = {
      ...world.ledger,
      append: async (...entry: Parameters<World['ledger']['append']>) => {
        await gone.promise;
        return world.ledger.append(...entry);
      },
    };
    const answer = gateWith({ ledger: slow })();
    await jest.advanceTimersByTimeAsync(AFTER_DEADLINE_MS);
    gone.resolve(undefined);
    expect(await answer).toEqual({ result: true });
    expect(await decisions()).toHaveLength(1);
  });
});
