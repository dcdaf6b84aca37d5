import type { GateFacts } from '../domain/gate/gate';
import { NOT_ROUTED, storedForm } from '../domain/routing/stored-route';
import type { TicketAllocation } from './allocation';

/** Everything the gates of one transition look at. */
export function gateFacts(
  asked: Pick<GateFacts, 'ticket' | 'workType' | 'transition' | 'screen' | 'matrixChange' | 'at'>,
  { records, allocation, route, accounts }: TicketAllocation,
): GateFacts {
  const lastRoute = records.routings.at(-1)?.route;
  return {
    ...asked,
    allocation,
    route,
    accounts,
    decisions: records.decisions,
    lastRouted: lastRoute ? storedForm(lastRoute) : NOT_ROUTED,
    cloudAccount: records.cloudAccount,
    settings: records.settings,
    provider: records.service?.provider ?? null,
  };
}
