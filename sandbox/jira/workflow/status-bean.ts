/** Statuses as REST and events show them. */
import type { JiraContext } from '../context.ts';
import type { Status, StatusCategory } from '../model.ts';

type Site = Pick<JiraContext, 'settings'>;

/** Jira's three status categories, with the ids of every site. */
const CATEGORIES: Readonly<
  Record<StatusCategory, { id: number; key: string; colorName: string; name: string }>
> = {
  TODO: { id: 2, key: 'new', colorName: 'blue-gray', name: 'To Do' },
  IN_PROGRESS: { id: 4, key: 'indeterminate', colorName: 'yellow', name: 'In Progress' },
  DONE: { id: 3, key: 'done', colorName: 'green', name: 'Done' },
};

/** The `StatusDetails` of REST v3. */
export function statusBean({ settings }: Site, status: Status): Record<string, unknown> {
  const category = CATEGORIES[status.statusCategory];
  return {
    self: `${settings.baseUrl}/rest/api/3/status/${status.id}`,
    description: status.description,
    iconUrl: `${settings.baseUrl}/icons/status/${status.id}`,
    name: status.name,
    id: status.id,
    statusCategory: {
      self: `${settings.baseUrl}/rest/api/3/statuscategory/${String(category.id)}`,
      ...category,
    },
  };
}
