/** Finding work items and what surrounds them; what the caller may not see doesn't exist for them. */
import type { Identity } from '../../seams.ts';
import type { JiraContext } from '../context.ts';
import type { Issue, IssueType, Project, Status } from '../model.ts';
import { can } from '../permissions/permissions.ts';
import { JiraError } from '../rest/refusals.ts';
import type { Stored } from '../store.ts';

type Site = Pick<JiraContext, 'records' | 'store'>;

/** The work item of that id or key, in any case, be it a key from before a move; undefined when there is none. */
export function lookUp(site: Site, idOrKey: string): Issue | undefined {
  const key = idOrKey.toUpperCase();
  const { issues } = site.records;
  const found = issues.get(idOrKey) ?? issues.find(issue => issue.key === key);
  return found ?? issues.get(formerKeys(site).get(key)?.issueId ?? '');
}

/** A key that a work item had before it was moved; Jira keeps it for that work item. */
interface FormerKey extends Stored {
  issueId: string;
}

/** The keys that work items had before they were moved, by key. */
export function formerKeys(site: Pick<JiraContext, 'store'>) {
  return site.store.collection<FormerKey>('formerKey');
}

export function canBrowse(site: Site, identity: Identity | string, issue: Issue): boolean {
  return can(site, identity, 'BROWSE_PROJECTS', projectOf(site, issue), issue);
}

/** The work item, if the caller may see it. Refuses 404 otherwise. */
export function issueOf(site: Site, identity: Identity, idOrKey: string): Issue {
  const issue = lookUp(site, idOrKey);
  if (!issue || !canBrowse(site, identity, issue)) {
    throw new JiraError(404, 'Issue does not exist or you do not have permission to see it.');
  }
  return issue;
}

/** The project of that id or key, if the caller may see it. Refuses 404 otherwise. */
export function projectNamed(site: Site, identity: Identity, idOrKey: string): Project {
  const project = site.records.projects.find(one => one.id === idOrKey || one.key === idOrKey);
  if (!project || !can(site, identity, 'BROWSE_PROJECTS', project)) {
    throw new JiraError(404, `No project could be found with key '${idOrKey}'.`);
  }
  return project;
}

export function projectOf(site: Pick<JiraContext, 'records'>, issue: Issue): Project {
  return present(site.records.projects.get(issue.projectId), `project ${issue.projectId} of ${issue.key}`);
}

export function statusOf(site: Pick<JiraContext, 'records'>, statusId: string): Status {
  return present(site.records.statuses.get(statusId), `status ${statusId}`);
}

export function issueTypeOf(site: Pick<JiraContext, 'records'>, issueTypeId: string): IssueType {
  return present(site.records.issueTypes.get(issueTypeId), `work type ${issueTypeId}`);
}

/** Refuses 422 what the site's own configuration should have but hasn't. */
export function present<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new JiraError(422, `The configuration of this site lacks the ${what}.`);
  return value;
}
