import { JiraLink } from './jira-link';

/** Leads to a ticket. */
export function TicketLink({ ticket }: { ticket: string }) {
  return <JiraLink to={{ ticket }}>{ticket}</JiraLink>;
}
