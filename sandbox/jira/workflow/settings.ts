/** How the local Jira treats work items where the platform leaves it open. */
import type { JiraContext } from '../context.ts';

export interface WorkItemSettings {
  /** Whether a transition that carries an app's read-only field is refused. Atlassian documents neither. */
  readOnlyOnTransition: 'refuse' | 'accept';
  /** The same for creation. */
  readOnlyOnCreate: 'refuse' | 'accept';
  /** Whether an edit over REST may only set fields of the edit screen. The official description says it isn't checked. */
  editScreens: 'unchecked' | 'checked';
  /** How many comments a work item takes. Source: Jira, "Per-issue limits". */
  commentsPerWorkItem: number;
  /** Whether the changelog tells of fields that an app declares. Atlassian documents neither. */
  appFieldsInChangelog: 'told' | 'left out';
  /** How late the search index is, in milliseconds of the site's clock. */
  searchLag: number;
}

const DEFAULTS: WorkItemSettings = {
  readOnlyOnTransition: 'refuse',
  readOnlyOnCreate: 'refuse',
  editScreens: 'unchecked',
  commentsPerWorkItem: 5_000,
  appFieldsInChangelog: 'told',
  searchLag: 0,
};

/** The site's settings, as they are now; what it leaves out has its default. */
export function workItemSettings(context: Pick<JiraContext, 'settings'>): WorkItemSettings {
  return { ...DEFAULTS, ...(context.settings as Partial<WorkItemSettings>) };
}
