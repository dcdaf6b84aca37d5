import { openTicketPanel } from '../../application/tickets/open-ticket-panel';
import { explainRule } from '../../application/rules/explain-rule';
import type { Reply } from '../../contract/reply';
import type { RouteExplanation } from '../../contract/route-explain';
import type { Ports } from '../ports';
import { answered, refused, type Caller, type Handlers } from './functions';
import { say } from '../../domain/shared/sentence';

/** What pages show of one ticket, and of one rule of its workflow. */
export function ticketHandlers(ports: Ports): Handlers<'route.explain' | 'rule.explain'> {
  return {
    'route.explain': ({ issueKey }, caller) => explain(ports, issueKey, caller),
    'rule.explain': async ({ workType, from, to, seen }) => {
      const rule = await explainRule(ports.provisioning, workType, { from, to }, seen);
      return rule ? answered(rule) : refused('NOT_OURS', 'Remit’s set-up didn’t create this rule.');
    },
  };
}

async function explain(
  ports: Ports,
  issueKey: string | undefined,
  caller: Caller,
): Promise<Reply<RouteExplanation>> {
  const asked = issueKey ?? caller.issueKey;
  if (asked === undefined) return refused('BAD_REQUEST', 'No ticket was given.');
  const ticket = await ports.permissions.browsableTicket(asked);
  if (!ticket)
    return refused('NOT_FOUND', say`There is no ticket ${asked.slice(0, 40)}, or you can’t see it.`);
  const explanation = await openTicketPanel(ports, ticket.id, caller.accountId);
  return explanation
    ? answered(explanation)
    : refused('NOT_OURS', say`${ticket.key} has a work type that the responsibility matrix doesn’t route.`);
}
