import type { JiraContext } from '../context.ts';
import type { Project } from '../model.ts';
import { projectRoleActors } from '../permissions/project-roles.ts';

/** Removes a space for good, with its work items, their changelogs and comments, and who held roles in it. */
export function deleteProject(context: JiraContext, { id }: Project): void {
  const { records } = context;
  const gone = new Set(records.issues.filter(({ projectId }) => projectId === id).map(issue => issue.id));
  for (const history of records.histories.filter(({ issueId }) => gone.has(issueId)))
    records.histories.remove(history.id);
  for (const comment of records.comments.filter(({ issueId }) => gone.has(issueId)))
    records.comments.remove(comment.id);
  for (const issueId of gone) records.issues.remove(issueId);
  const roles = projectRoleActors(context);
  for (const actors of roles.filter(one => one.id.startsWith(`${id}/`))) roles.remove(actors.id);
  records.projects.remove(id);
}
