import { openTicket } from '../api/jira-page';
import styles from './ticket-link.module.css';

/** Leads the window to a ticket. A link's address would be looked for where this page comes from, which is not Jira. */
export function TicketLink({ ticket }: { ticket: string }) {
  return (
    <button
      type="button"
      className={styles.link}
      onClick={() => {
        openTicket(ticket);
      }}
    >
      {ticket}
    </button>
  );
}
