import { markLabel, type NewTicket } from '../../domain/ticket/new-ticket';
import type { CreatedTicket, Creations } from '../../ports/creations';
import type { SiteConfiguration } from '../../ports/site-configuration';
import { CreationUnderWay } from '../../ports/tickets';
import { create, fieldsOf, ownTickets, placeOf, type Place } from './creation';
import { writtenFields } from './field-values';

/**
 * Creates a ticket as the app, unless it has created one for the same mark. A label finds it again, on tickets that the
 * app itself created: no one else's is taken for it, whatever labels it carries.
 * @throws CreationUnderWay
 */
export async function createOnce(
  ticket: NewTicket,
  configuration: SiteConfiguration,
  creations: Creations,
): Promise<CreatedTicket | 'refused'> {
  const place = placeOf(ticket.workType, configuration);
  const creation = await creations.begin(ticket.mark);
  if (creation.state === 'created') return creation.ticket;
  if (creation.state === 'under way') throw new CreationUnderWay(ticket.mark);
  const created =
    (await createdBefore(place, ticket)) ?? (await create(toFields(ticket, place, configuration), 'app'));
  await creation.ended(created === 'refused' ? null : created);
  return created;
}

async function createdBefore(place: Place, { mark }: NewTicket): Promise<CreatedTicket | undefined> {
  const [found] = await ownTickets(place, `labels = "${markLabel(mark)}"`, 'app', 1);
  return found && { id: found.id, key: found.key };
}

function toFields(
  { mark, summary, description, fields = {} }: NewTicket,
  place: Place,
  configuration: SiteConfiguration,
) {
  return {
    ...fieldsOf(place),
    summary,
    labels: [markLabel(mark)],
    ...(description === undefined ? {} : { description }),
    ...writtenFields(fields, configuration),
  };
}
