import type { StatusName, WorkType } from '../work-type/work-type';
import type { TicketStory } from './story';

/** Whether the work type has a status of that name: an administrator can bring a ticket into any other. */
export function hasStatus({ statuses }: WorkType, name: StatusName): boolean {
  return statuses.some(status => status.name === name);
}

/** Where a ticket stands, or stood last before it came into a status that its work type doesn't have. */
export function lastKnownStatus({
  ticket,
  workType,
  transitions,
}: Pick<TicketStory, 'ticket' | 'workType' | 'transitions'>): StatusName {
  const stood = [ticket.status, ...transitions.toReversed().map(({ from }) => from)];
  return stood.find(status => hasStatus(workType, status)) ?? workType.initialStatus;
}
