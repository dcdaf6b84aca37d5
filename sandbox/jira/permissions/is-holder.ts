import type { JiraContext } from '../context.ts';
import type { Issue, PermissionGrant, Project } from '../model.ts';
import { hasApplicationAccess, isInGroup } from './groups.ts';
import { isInProjectRole } from './project-roles.ts';

/** Where a permission is asked for. */
export interface PermissionPlace {
  project: Project;
  issue: Issue | undefined;
}

/** Whether the account is one of those that a grant names. @param accountId - undefined for anonymous callers */
export function isHolder(
  context: Pick<JiraContext, 'store' | 'records'>,
  holder: PermissionGrant['holder'],
  accountId: string | undefined,
  { project, issue }: PermissionPlace,
): boolean {
  if (holder.type === 'anyone') return true;
  if (accountId === undefined) return false;
  const named = holder.value ?? holder.parameter ?? '';
  switch (holder.type) {
    case 'applicationRole':
      return hasApplicationAccess(context.records, accountId, named);
    case 'group':
      return isInGroup(context, accountId, named);
    case 'user':
      return named === accountId;
    case 'projectRole':
      return isInProjectRole(context, accountId, project.id, named);
    case 'projectLead':
      return project.leadAccountId === accountId;
    case 'reporter':
    case 'assignee':
      return issue?.fields[holder.type] === accountId;
    case 'userCustomField':
      return holds(issue?.fields[named], accountId);
    default:
      throw new Error(`A holder in the space ${project.key} is not modelled: ${holder.type}`);
  }
}

function holds(value: unknown, accountId: string): boolean {
  return Array.isArray(value) ? value.includes(accountId) : value === accountId;
}
