import type { RefusalCount } from '../../../src/domain/decision/refusal-count';
import type { Refusals } from '../../../src/ports/refusals';
import type { Faults } from './faults';

/** Counts of refusals. */
export function memoryRefusals(faults: Faults): Refusals & { all(): RefusalCount[] } {
  const counts = new Map<string, RefusalCount>();
  return {
    all: () => [...counts.values()],
    again: refusal =>
      faults.write('count refusal', () => {
        const times = (counts.get(refusal.refusal)?.times ?? 1) + 1;
        counts.set(refusal.refusal, { ...refusal, times });
      }),
    before: (hour, limit) =>
      faults.read('refusals', () => [...counts.values()].filter(one => one.hour < hour).slice(0, limit)),
    forget: refusals =>
      faults.write('forget refusals', () => {
        for (const refusal of refusals) counts.delete(refusal);
      }),
  };
}
