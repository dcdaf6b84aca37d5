import { slotsFrom } from '../../domain/shared/instant';
import { refuse, type Result } from '../../domain/shared/result';
import type { SetUpRefusal } from '../domain/set-up-refusal';
import type { ProvisioningPorts } from '../ports/provisioning-ports';

/** Longer than the 25 s that a function has, with some room for clocks that differ. */
const SLOT_MS = 30_000;

/**
 * Does the work of one call while no one else does: Jira accepts two fields of one name, and two people who run set-up
 * at once would create them. The lock is taken for this slot of time and for the next, so that a call that begins
 * while another runs finds one of them taken. The lock of a call that was killed ends with its slots.
 * Refuses SET_UP_UNDER_WAY.
 */
export async function withLock<Done>(
  { locks, clock }: Pick<ProvisioningPorts, 'locks' | 'clock'>,
  work: () => Promise<Result<Done, SetUpRefusal>>,
): Promise<Result<Done, SetUpRefusal>> {
  const held: string[] = [];
  try {
    for (const slot of slotsFrom(clock.now(), SLOT_MS)) {
      const name = `set-up-lock-${slot}`;
      if (!(await locks.acquire(name))) return refuse({ code: 'SET_UP_UNDER_WAY' });
      held.push(name);
    }
    return await work();
  } finally {
    // A lock that can't be released ends by itself; the result of the work must reach the caller all the same.
    await Promise.allSettled(held.map(name => locks.release(name)));
  }
}
