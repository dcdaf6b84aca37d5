/**
 * Properties of a status in a workflow, `jira.permission.{permission}.{type}[.suffix]`: they keep a permission that the
 * scheme grants from everyone they don't name. They never add one.
 * Source: Jira Cloud, "Use workflow properties".
 */
import type { JiraContext } from '../context.ts';
import type { Issue, PermissionGrant, Project } from '../model.ts';
import { isHolder } from './is-holder.ts';

type Context = Pick<JiraContext, 'store' | 'records'>;

const PREFIX = 'jira.permission.';

/** How the properties name permissions. */
const NAMES: Readonly<Record<string, string>> = {
  EDIT_ISSUES: 'edit',
  ASSIGN_ISSUES: 'assign',
  ASSIGNABLE_USER: 'assignable',
  CREATE_ATTACHMENTS: 'attach',
  DELETE_ALL_ATTACHMENTS: 'attachdeleteall',
  DELETE_OWN_ATTACHMENTS: 'attachdeleteown',
  ADD_COMMENTS: 'comment',
  EDIT_ALL_COMMENTS: 'commenteditall',
  EDIT_OWN_COMMENTS: 'commenteditown',
  DELETE_ALL_COMMENTS: 'commentdeleteall',
  DELETE_OWN_COMMENTS: 'commentdeleteown',
  TRANSITION_ISSUES: 'transition',
  DELETE_ISSUES: 'delete',
  LINK_ISSUES: 'link',
  MOVE_ISSUES: 'move',
  MODIFY_REPORTER: 'modifyreporter',
};

const HOLDERS: Readonly<Record<string, PermissionGrant['holder']['type']>> = {
  projectrole: 'projectRole',
  group: 'group',
  user: 'user',
  assignee: 'assignee',
  reporter: 'reporter',
  userCF: 'userCustomField',
};
/** Names no one. */
const DENIED = 'denied';

/** Whether the status lets the account use the permission, one that it is granted. */
export function statusLets(
  context: Context,
  permission: string,
  accountId: string | undefined,
  place: { project: Project; issue: Issue },
): boolean {
  const name = NAMES[permission];
  if (name === undefined) return true;
  const rules = Object.entries(statusProperties(context, place)).filter(([key]) =>
    key.startsWith(`${PREFIX}${name}.`),
  );
  return (
    rules.length === 0 ||
    rules.some(([key, value]) => {
      const holder = HOLDERS[typeOf(key)];
      return holder !== undefined && isHolder(context, { type: holder, value }, accountId, place);
    })
  );
}

/** The first of the properties that Jira acts on and the local one doesn't; others are the site's own. */
export function unmodelledProperty(properties: Readonly<Record<string, string>>): string | undefined {
  return Object.keys(properties).find(key => {
    if (!key.startsWith('jira.') || key === 'jira.issue.editable') return false;
    const [, , name = ''] = key.split('.');
    const isKnown = key.startsWith(PREFIX) && Object.values(NAMES).includes(name);
    return !isKnown || !(typeOf(key) in HOLDERS || typeOf(key) === DENIED);
  });
}

function typeOf(key: string): string {
  return key.split('.')[3] ?? '';
}

/** The properties that the work item's status has in the workflow that it follows. */
function statusProperties(
  { records }: Context,
  { project, issue }: { project: Project; issue: Issue },
): Readonly<Record<string, string>> {
  const scheme = records.workflowSchemes.get(project.workflowSchemeId);
  const name = scheme?.issueTypeMappings[issue.issueTypeId] ?? scheme?.defaultWorkflow;
  const workflow = records.workflows.find(one => one.name === name);
  return workflow?.statuses.find(({ statusId }) => statusId === issue.statusId)?.properties ?? {};
}
