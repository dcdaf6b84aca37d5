import { plus, type Instant } from '../../../src/domain/shared/instant';
import type { Clock } from '../../../src/ports/clock';
import type { Job, Jobs } from '../../../src/ports/jobs';
import type { LastSweep, Sweeps } from '../../../src/ports/sweeps';
import type { Faults } from './faults';

export interface MovableClock extends Clock {
  /** Moves the time on. @param ms - milliseconds */
  advance(ms: number): void;
}

export function movableClock(start: Instant): MovableClock {
  let now = start;
  return {
    now: () => now,
    advance: ms => {
      now = plus(now, ms);
    },
  };
}

export function memorySweeps(faults: Faults): Sweeps {
  let last: LastSweep = {};
  return {
    last: () => faults.read('last sweep', () => last),
    completed: sweep =>
      faults.write('complete sweep', () => {
        last = sweep;
      }),
  };
}

export interface MemoryJobs extends Jobs {
  readonly waiting: readonly Job[];
  /** Takes the oldest job out of the queue. */
  take(): Job | undefined;
}

export function memoryJobs(faults: Faults): MemoryJobs {
  const waiting: Job[] = [];
  return {
    waiting,
    take: () => waiting.shift(),
    push: jobs =>
      faults.write('push jobs', () => {
        waiting.push(...jobs);
      }),
  };
}
