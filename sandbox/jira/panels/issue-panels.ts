import type { IssuePanels } from '../../seams.ts';
import type { JiraContext } from '../context.ts';
import { canBrowse, lookUp, projectOf } from '../issues/find-issue.ts';
import type { Issue } from '../model.ts';
import { can } from '../permissions/permissions.ts';
import { inProject, onIssue, pin, pinnedAt, unpin } from './panel-pins.ts';

/**
 * The app's panels on a work item, for Jira's own page, which has no public REST API for them.
 * Who may add one is not documented: here anyone who may edit the work item.
 * Source: Forge, jira:issuePanel: it is added "when a configured button is clicked".
 */
export function issuePanels(context: JiraContext): IssuePanels {
  const seen = (accountId: string, issueKey: string): Issue | undefined => {
    const issue = lookUp(context, issueKey);
    return issue && canBrowse(context, accountId, issue) ? issue : undefined;
  };
  return {
    on(accountId, issueKey) {
      const issue = seen(accountId, issueKey);
      return (
        issue &&
        (context.app()?.modules.issuePanels ?? []).map(({ key }) => ({
          moduleKey: key,
          inProject: pinnedAt(context, key, inProject(issue.projectId)) !== undefined,
          onIssue: pinnedAt(context, key, onIssue(issue.id)) !== undefined,
        }))
      );
    },
    put(accountId, issueKey, moduleKey, shown) {
      const issue = seen(accountId, issueKey);
      const known = context.app()?.modules.issuePanels.some(({ key }) => key === moduleKey);
      if (!issue || known !== true) return 'unknown';
      if (!can(context, accountId, 'EDIT_ISSUES', projectOf(context, issue), issue)) return 'refused';
      if (shown) pin(context, moduleKey, onIssue(issue.id));
      else unpin(context, moduleKey, onIssue(issue.id));
      return 'done';
    },
  };
}
