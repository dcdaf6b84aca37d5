import type { Obligation } from '../../../src/domain/obligation/obligation';
import type { Instant } from '../../../src/domain/shared/instant';
import type { Obligations } from '../../../src/ports/obligations';
import type { Faults } from './faults';
import { asStored } from './stored-json';

export interface MemoryObligations extends Obligations {
  all(): Obligation[];
}

/** The index of tickets under obligation, by the ids of their tickets. */
export function memoryObligations(faults: Faults): MemoryObligations {
  const stored = new Map<string, { obligation: Obligation; checkedAt: Instant }>();
  const all = () =>
    [...stored.values()].map(({ obligation }) => obligation).sort((a, b) => (a.ticket < b.ticket ? -1 : 1));
  return {
    all,
    keep: (obligation, at) =>
      faults.write('keep obligation', () => {
        stored.set(obligation.ticket, { obligation: asStored(obligation) as Obligation, checkedAt: at });
      }),
    drop: ticket =>
      faults.write('drop obligation', () => {
        stored.delete(ticket);
      }),
    ofTickets: tickets =>
      faults.read('obligations', () => all().filter(({ ticket }) => tickets.includes(ticket))),
    toCheck: ({ before, after = '', limit }) =>
      faults.read('obligations', () =>
        all()
          .filter(({ ticket }) => ticket > after && (stored.get(ticket)?.checkedAt ?? before) < before)
          .slice(0, limit),
      ),
    checked: (tickets, at) =>
      faults.write('check obligations', () => {
        for (const ticket of tickets) {
          const known = stored.get(ticket);
          if (known) stored.set(ticket, { ...known, checkedAt: at });
        }
      }),
    inTrouble: limit =>
      faults.read('obligations', () =>
        all()
          .filter(({ trouble }) => trouble)
          .slice(0, limit),
      ),
  };
}
