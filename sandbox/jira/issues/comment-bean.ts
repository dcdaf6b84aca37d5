/** Comments as REST shows them. */
import type { Comment, Issue } from '../model.ts';
import { userBean } from '../users/user-bean.ts';
import type { FieldSite } from './fields/field-type.ts';
import { accountOf } from './fields/people-types.ts';
import { jiraTimestamp } from './fields/timestamp.ts';

/** A comment, with who changed it last when that isn't its author. */
export interface EditedComment extends Comment {
  updateAuthor?: string;
}

/** The work item's comments, oldest first. */
export function commentsOf(site: FieldSite, issue: Issue): Comment[] {
  return site.records.comments
    .filter(comment => comment.issueId === issue.id)
    .sort((a, b) => a.created.localeCompare(b.created) || Number(a.id) - Number(b.id));
}

/** A page of comments, as the field `comment` holds it too. */
export function commentPage(
  site: FieldSite,
  issue: Issue,
  comments: readonly Comment[],
  startAt: number,
  maxResults: number,
  withProperties = false,
): Record<string, unknown> {
  return {
    startAt,
    maxResults,
    total: comments.length,
    comments: comments
      .slice(startAt, startAt + maxResults)
      .map(comment => commentBean(site, issue, comment, withProperties)),
  };
}

export function commentBean(
  site: FieldSite,
  issue: Issue,
  comment: EditedComment,
  withProperties: boolean,
): Record<string, unknown> {
  const { author, updateAuthor = author } = comment;
  const shown = (accountId: string) => userBean(accountOf(accountId, site), site);
  return {
    self: `${site.settings.baseUrl}/rest/api/3/issue/${issue.id}/comment/${comment.id}`,
    id: comment.id,
    author: shown(author),
    body: comment.body,
    updateAuthor: shown(updateAuthor),
    created: jiraTimestamp(comment.created),
    updated: jiraTimestamp(comment.updated),
    jsdPublic: true,
    ...(withProperties ? { properties: comment.properties } : {}),
  };
}
