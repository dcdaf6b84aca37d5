/** The import of work items by an administrator, from a file of another system: no transition, and no validators. */
import type { JiraContext } from '../context.ts';
import type { Issue } from '../model.ts';
import { workItemSettings } from '../workflow/settings.ts';
import { statusItem } from './changelog.ts';
import { issueTypeIdOf } from './create-issue.ts';
import { isReadOnly } from './field-set.ts';
import { present } from './find-issue.ts';
import { requestedChange } from './requested-change.ts';
import { updateRequest } from './update-request.ts';

/** A work item as the file says that it was elsewhere. People by account id, statuses and work types by name. */
export interface ImportedIssue {
  project: string;
  workType: string;
  status: string;
  creator: string;
  /** When the file says it was created and changed last, in ISO 8601; now when it doesn't say. */
  created?: string;
  updated?: string;
  /** By field id, in the shapes of REST. */
  fields: Record<string, unknown>;
  /** Values that REST would refuse, put as they are: what Jira's importers check is not documented. By field id. */
  unchecked?: Record<string, unknown>;
  /** What the file says of its past: a CSV file nothing, a JSON file what anyone wrote into it. */
  history: { by: string; at: string; from: string; to: string }[];
}

/**
 * Puts it where the file says, as Jira's own import does. Whether apps are told of it is not documented: here they are
 * not, so that whatever an app makes of it, it has found by itself.
 * Refuses fields that aren't the project's, and statuses and work types that there aren't.
 * Source: Jira, "Import data from JSON", "Import data from CSV".
 */
export function importIssue(context: JiraContext, imported: ImportedIssue): Issue {
  const { records, store, clock } = context;
  const project = present(
    records.projects.find(({ key }) => key === imported.project),
    `project ${imported.project}`,
  );
  const statusId = (name: string) =>
    present(
      records.statuses.find(status => status.name === name),
      `status ${name}`,
    ).id;
  const issueTypeId = issueTypeIdOf(context, project, { name: imported.workType });
  const place = { projectId: project.id, issueTypeId, fields: {} };
  const request = updateRequest.parse({ fields: imported.fields });
  const acceptsReadOnly = workItemSettings(context).readOnlyOnCreate === 'accept';
  const { values } = requestedChange(context, place, request, field => acceptsReadOnly || !isReadOnly(field));
  const [now, id] = [clock.iso(), store.nextId('issue')];
  for (const { by, at, from, to } of imported.history) {
    const items = [statusItem(context, statusId(from), statusId(to))];
    records.histories.put({ id: store.nextId('history'), issueId: id, author: by, created: at, items });
  }
  return records.issues.put({
    id,
    key: `${project.key}-${store.nextId(`issueKey/${project.id}`, 1)}`,
    projectId: project.id,
    issueTypeId,
    statusId: statusId(imported.status),
    created: imported.created ?? now,
    updated: imported.updated ?? imported.created ?? now,
    creator: imported.creator,
    fields: { reporter: imported.creator, ...Object.fromEntries(values), ...imported.unchecked },
    properties: {},
  });
}
