import { MINUTE, slotsFrom } from '../../../src/domain/shared/instant';
import type { Clock } from '../../../src/ports/clock';
import type { CreatedTicket, Creations } from '../../../src/ports/creations';
import { movableClock } from './clock-and-jobs';
import { NOW } from '../builders/company';

/** What is being created, and was, in memory. */
export function memoryCreations(clock: Clock = movableClock(NOW)): Creations {
  const created = new Map<string, CreatedTicket>();
  const locked = new Set<string>();
  return {
    begin: mark => {
      const ticket = created.get(mark);
      if (ticket) return Promise.resolve({ state: 'created', ticket });
      const slots = slotsFrom(clock.now(), MINUTE).map(slot => `${mark} ${slot}`);
      if (slots.some(slot => locked.has(slot))) return Promise.resolve({ state: 'under way' });
      for (const slot of slots) locked.add(slot);
      return Promise.resolve({
        state: 'begun',
        ended: ended => {
          if (ended) created.set(mark, ended);
          for (const slot of slots) locked.delete(slot);
          return Promise.resolve();
        },
      });
    },
  };
}
