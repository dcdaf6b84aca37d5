/** Who may be assigned, and who is by default. */
import type { Issue, Project } from '../model.ts';
import { can } from '../permissions/permissions.ts';
import { JiraError } from '../rest/refusals.ts';
import type { FieldSite } from './fields/field-type.ts';
import { accountOf } from './fields/people-types.ts';

/** Refuses 400 an assignee who may not be one, inactive accounts among them. @param assignee - undefined when not set */
export function refuseUnassignable(
  site: FieldSite,
  project: Project,
  assignee: unknown,
  issue?: Issue,
): void {
  if (typeof assignee !== 'string' || can(site, assignee, 'ASSIGNABLE_USER', project, issue)) return;
  const { displayName } = accountOf(assignee, site);
  throw new JiraError(400, [], { assignee: `User '${displayName}' cannot be assigned issues.` });
}

/** The assignee of a new work item that names none. */
export function defaultAssignee(project: Project): string | null {
  return project.assigneeType === 'PROJECT_LEAD' ? project.leadAccountId : null;
}
