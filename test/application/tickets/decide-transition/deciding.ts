import { expect } from '@jest/globals';
import type { GateDecision } from '../../../../src/domain/decision/decision';
import { CLOUD, ENGINEER } from '../../../support/builders/company';
import type { World } from '../../../support/fakes/world';

/** The decisions on record, oldest first. */
export const decisionsIn = (world: World) =>
  world.ledger
    .entries()
    .filter(({ kind }) => kind === 'gate-decided')
    .map(({ facts }) => facts as GateDecision);

/** The id of a ticket that waits for its approval. */
export async function submitted(world: World): Promise<string> {
  const { id } = await world.raise(ENGINEER);
  await world.act(ENGINEER, id, 'Submit');
  return id;
}

/** The id of a ticket that was approved. */
export async function approvedIn(world: World): Promise<string> {
  const id = await submitted(world);
  await world.act(CLOUD, id, 'Approve');
  return id;
}

/** An attempt that was refused with one message. */
export const told = (pattern: RegExp) => ({ made: false, told: [expect.stringMatching(pattern)] });
