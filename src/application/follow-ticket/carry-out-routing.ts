import type { EvidenceEntry } from '../../domain/evidence/evidence-entry';
import { routingEntry } from '../../domain/routing/routing-evidence';
import { commentMark } from '../../domain/routing/routing';
import { GAP_LABEL, type RoutingPlan } from '../../domain/routing/routing-plan';
import type { Instant } from '../../domain/shared/instant';
import type { CommentParagraph } from '../../domain/ticket/comment';
import type { Ticket } from '../../domain/ticket/ticket';
import type { Tickets, WriteAppFields } from '../../ports/tickets';

const NOT_ASSIGNABLE: CommentParagraph = [
  'Jira does not let this ticket be assigned to the person it is for. A Jira administrator can give them the permission "Assignable user" in this space.',
];

/**
 * Has a ticket stand as its route says.
 * @returns the routing to put on record, now that all of it is done; undefined when it is there
 */
export async function carryOutRouting(
  tickets: Tickets,
  { ticket, writeAppFields }: { ticket: Ticket; writeAppFields: WriteAppFields },
  plan: RoutingPlan,
  at: Instant,
): Promise<EvidenceEntry | undefined> {
  // The fields after the assignee: they are what tells the next run that this one was cut short.
  const outcome = plan.assignee === undefined ? 'assigned' : await tickets.assign(ticket, plan.assignee);
  if (Object.keys(plan.appFields).length > 0) await writeAppFields(plan.appFields);
  if (plan.gapLabel !== undefined) await tickets.setLabel(ticket, GAP_LABEL, plan.gapLabel);
  if (!plan.routing) return undefined;
  if (plan.comment) await tickets.commentOnce(ticket, commentMark(plan.routing), [plan.comment]);
  if (outcome === 'not assignable')
    await tickets.commentOnce(ticket, `${plan.routing.id}-unassigned`, [NOT_ASSIGNABLE]);
  return routingEntry(ticket, plan.routing, at);
}
