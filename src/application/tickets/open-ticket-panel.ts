import type { RouteExplanation } from '../../contract/route-explain';
import type { AccountId } from '../../domain/shared/account';
import { explainRoute } from './explain-route';
import { reconcileTicket, type ReconcilePorts } from './reconcile-ticket';

/**
 * Explains one ticket to one reader, and routes it first where it is not routed yet, or was routed by what no longer
 * holds: its event can take minutes. The caller must have made sure that the reader can browse the ticket. Where routing
 * fails, the ticket is shown as it is: its event or the sweep routes it.
 * Undefined when the ticket is none of ours. Source: domain rules, "Routing".
 */
export async function openTicketPanel(
  ports: ReconcilePorts,
  ticketId: string,
  reader: AccountId,
): Promise<RouteExplanation | undefined> {
  const explanation = await explainRoute(ports, ticketId, reader);
  if (!explanation?.stale) return explanation;
  try {
    await reconcileTicket(ports, ticketId);
  } catch (fault) {
    console.error(`Ticket ${ticketId} could not be routed for its panel`, fault);
    return explanation;
  }
  return explainRoute(ports, ticketId, reader);
}
