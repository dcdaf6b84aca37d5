import { openTicket } from '../api/jira-page';
import { LinkButton } from './link-button';

/** Leads the window to a ticket. */
export function TicketLink({ ticket }: { ticket: string }) {
  return (
    <LinkButton
      onClick={() => {
        openTicket(ticket);
      }}
    >
      {ticket}
    </LinkButton>
  );
}
