import type { JiraContext } from '../context.ts';
import type { Stored } from '../store.ts';

export interface Priority extends Stored {
  name: string;
  description: string;
  statusColor: string;
}

export interface Resolution extends Stored {
  name: string;
  description: string;
}

/** The priority of a work item that names none. */
export const DEFAULT_PRIORITY = '3';

export function priorities(context: Pick<JiraContext, 'store'>) {
  return context.store.collection<Priority>('priority');
}

export function resolutions(context: Pick<JiraContext, 'store'>) {
  return context.store.collection<Resolution>('resolution');
}

/** Jira's own priorities and resolutions, for a new site. */
export function seedPriorities(context: Pick<JiraContext, 'store'>): void {
  const levels = ['Highest', 'High', 'Medium', 'Low', 'Lowest'];
  const colours = ['#d04437', '#f15C75', '#f79232', '#707070', '#999999'];
  for (const [index, name] of levels.entries()) {
    priorities(context).put({
      id: String(index + 1),
      name,
      description: '',
      statusColor: colours[index] ?? '',
    });
  }
  for (const [index, name] of ['Done', "Won't Do", 'Duplicate', 'Cannot Reproduce'].entries()) {
    resolutions(context).put({ id: String(10_000 + index), name, description: '' });
  }
}
