/** Moving a work item to another project or work type: no transition, so neither conditions nor validators run. */
import type { Identity } from '../../seams.ts';
import type { Issue, Project } from '../model.ts';
import { can } from '../permissions/permissions.ts';
import { JiraError } from '../rest/refusals.ts';
import { workflowOf } from '../workflow/workflow-of.ts';
import { commit } from './commit.ts';
import { applies } from './fields/contexts.ts';
import { isEmpty } from './fields/field-type.ts';
import { isAppField } from './fields/types-by-key.ts';
import { formerKeys, present, projectOf } from './find-issue.ts';
import type { WorkItemSite } from './work-item-site.ts';

export interface Destination {
  project: Project;
  issueTypeId: string;
  /** What becomes of statuses that the workflow there doesn't have; undefined: its initial one. */
  statuses: ReadonlyMap<string, string> | undefined;
}

/**
 * Moves it with its history, its comments and the values of fields that exist there. A status that the workflow there
 * has stays as it is, whatever is asked for.
 * Refuses callers without Move Issues here and Create Issues there, and a status that is given none of the workflow's.
 * Source: the official description, "Bulk move issues".
 */
export function moveIssue(
  site: WorkItemSite,
  identity: Identity & { accountId: string },
  issue: Issue,
  destination: Destination,
): Issue {
  const { project, issueTypeId } = destination;
  if (!can(site, identity, 'MOVE_ISSUES', projectOf(site, issue), issue)) {
    throw new JiraError(403, `You do not have permission to move ${issue.key}.`);
  }
  if (!can(site, identity, 'CREATE_ISSUES', project)) {
    throw new JiraError(403, `You do not have permission to create issues in ${project.key}.`);
  }
  const place = { projectId: project.id, issueTypeId };
  const statusId = statusThere(site, issue, destination);
  const moved = { ...place, key: keyThere(site, issue, project) };
  const change = {
    actor: identity.accountId,
    place: moved,
    statusId,
    values: valuesLost(site, issue, place),
  };
  return commit(site, issue.id, change);
}

function statusThere(
  site: WorkItemSite,
  issue: Issue,
  { project, issueTypeId, statuses }: Destination,
): string {
  const workflow = workflowOf(site, project, issueTypeId);
  const has = (statusId: string | undefined) =>
    workflow.statuses.some(status => status.statusId === statusId);
  if (has(issue.statusId)) return issue.statusId;
  const asked = statuses?.get(issue.statusId);
  if (asked !== undefined && has(asked)) return asked;
  if (statuses)
    throw new JiraError(400, `The status of ${issue.key} is given none of the workflow ${workflow.name}.`);
  const initial = workflow.transitions.find(({ type }) => type === 'INITIAL');
  return present(initial, `initial transition of the workflow ${workflow.name}`).to;
}

/** Jira keeps a key for the work item that had it, and gives it back. */
function keyThere(site: WorkItemSite, issue: Issue, project: Project): string {
  if (issue.projectId === project.id) return issue.key;
  formerKeys(site).put({ id: issue.key, issueId: issue.id });
  const own = formerKeys(site).find(
    ({ id, issueId }) => issueId === issue.id && id.startsWith(`${project.key}-`),
  );
  return own?.id ?? `${project.key}-${site.store.nextId(`issueKey/${project.id}`, 1)}`;
}

/** The values of fields that have no place there are gone. */
function valuesLost(
  site: WorkItemSite,
  issue: Issue,
  place: { projectId: string; issueTypeId: string },
): Map<string, null> {
  const lost = site.records.fields.filter(
    field => !isEmpty(issue.fields[field.id]) && !applies(site, field, place, isAppField(field)),
  );
  return new Map(lost.map(({ id }) => [id, null]));
}
