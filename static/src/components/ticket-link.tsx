import { JiraLink } from './jira-link';

/** Leads to a ticket. @param standsAlone - not among other words, as in a list */
export function TicketLink({ ticket, standsAlone = false }: { ticket: string; standsAlone?: boolean }) {
  return (
    <JiraLink to={{ ticket }} standsAlone={standsAlone}>
      {ticket}
    </JiraLink>
  );
}
