import { accessOver } from '../access/access-period';
import { withScreen } from '../ticket/ticket';
import type { Gate } from './gate';

/**
 * Refuses to grant access whose last day has passed.
 * Refuses: DATE_IN_PAST.
 * Source: domain rules, "Access": nothing is effective past its end.
 */
export const notOver: Gate = {
  name: 'not over',
  checks: 'The day on which the access ends has not passed.',
  refusals({ ticket, screen, at }) {
    return accessOver(withScreen(ticket, screen).accessUntil, at);
  },
};
