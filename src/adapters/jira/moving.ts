import { route } from '@forge/api';
import { z } from 'zod';
import type { Ticket } from '../../domain/ticket/ticket';
import { callJira, JiraFault, nothing } from './rest';

const transitionsAnswer = z.object({
  transitions: z.array(z.object({ id: z.string(), to: z.object({ id: z.string() }) })),
});
const statusAnswer = z.object({ fields: z.object({ status: z.object({ id: z.string() }) }) });

/**
 * Makes the transition that leads to a status, as the app. Repeated, it does nothing more: a ticket that stands there
 * already has been moved. `not offered`: the workflow has no transition there that the app may make now.
 */
export async function moveTo(ticket: Ticket, statusId: string): Promise<'moved' | 'not offered'> {
  const { transitions } = await callJira({
    method: 'GET',
    route: route`/rest/api/3/issue/${ticket.id}/transitions`,
    answer: transitionsAnswer,
  });
  const transition = transitions.find(({ to }) => to.id === statusId);
  if (!transition) return standsAt(ticket, statusId);
  try {
    const body = { transition: { id: transition.id } };
    await callJira({
      method: 'POST',
      route: route`/rest/api/3/issue/${ticket.id}/transitions`,
      body,
      answer: nothing,
    });
    return 'moved';
  } catch (fault) {
    // Someone else may have moved it meanwhile.
    if (fault instanceof JiraFault && (fault.status === 400 || fault.status === 409))
      return standsAt(ticket, statusId);
    throw fault;
  }
}

async function standsAt(ticket: Ticket, statusId: string): Promise<'moved' | 'not offered'> {
  const { fields } = await callJira({
    method: 'GET',
    route: route`/rest/api/3/issue/${ticket.id}?fields=status`,
    answer: statusAnswer,
  });
  return fields.status.id === statusId ? 'moved' : 'not offered';
}
