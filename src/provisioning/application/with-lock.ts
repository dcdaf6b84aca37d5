import { refuse, type Result } from '../../domain/shared/result';
import type { SetUpDependencies } from './dependencies';
import type { SetUpRefusal } from '../domain/set-up-refusal';

/** Longer than the 25 s that a function has, with some room for clocks that differ. */
const SLOT_MS = 30_000;

/**
 * Does the work of one call of set-up while nobody else does one: Jira takes two fields of one name, and two people
 * who set up at once would make them. A turn is a claim to this slot of time and to the next, so that whoever begins
 * within a call's time meets one of them; claims of a call that was killed lapse with their slots.
 * Refuses SET_UP_UNDER_WAY.
 */
export async function inTurn<Done>(
  { turns, clock }: Pick<SetUpDependencies, 'turns' | 'clock'>,
  work: () => Promise<Result<Done, SetUpRefusal>>,
): Promise<Result<Done, SetUpRefusal>> {
  const slot = Math.floor(Date.parse(clock.now()) / SLOT_MS);
  const held: string[] = [];
  try {
    for (const name of [String(slot), String(slot + 1)]) {
      if (!(await turns.claim(name))) return refuse({ code: 'SET_UP_UNDER_WAY' });
      held.push(name);
    }
    return await work();
  } finally {
    // A claim that cannot be given back lapses; what was done stays done, and is to be said.
    await Promise.allSettled(held.map(name => turns.release(name)));
  }
}
