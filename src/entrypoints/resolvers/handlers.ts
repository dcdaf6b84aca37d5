import type { Ports } from '../ports';
import { bypassHandlers } from './bypass-functions';
import { evidenceHandlers } from './evidence-functions';
import type { Handlers } from './functions';
import { matrixHandlers } from './matrix-functions';
import { peopleHandlers } from './people-functions';
import { registerHandlers } from './register-functions';
import { setUpHandlers } from './set-up-functions';
import { ticketHandlers } from './ticket-functions';

/** What answers every function of the contract: one without a handler does not compile. */
export function handlersOf(ports: Ports): Handlers {
  return {
    ...ticketHandlers(ports),
    ...setUpHandlers(ports),
    ...peopleHandlers(ports),
    ...bypassHandlers(ports),
    ...evidenceHandlers(ports),
    ...registerHandlers(ports),
    ...matrixHandlers(ports),
  };
}
