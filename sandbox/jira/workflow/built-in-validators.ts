/** Jira's own validators. Source: REST v3 `/workflows/capabilities`, "Validators". */
import type { JiraContext } from '../context.ts';
import type { Issue } from '../model.ts';
import { can, isInGroup } from '../permissions/permissions.ts';
import { notModelled } from '../rest/refusals.ts';
import { applies } from '../issues/fields/contexts.ts';
import { isEmpty } from '../issues/fields/field-type.ts';
import { isAppField } from '../issues/fields/types-by-key.ts';
import { same } from '../issues/commit.ts';
import type { RuleSubject } from './expression-variables.ts';
import type { Attempt } from './attempt.ts';

type Parameters = Readonly<Record<string, string>>;

/** `system:validate-field-value`: of its rule types, a field that is required and one that has to change. */
export function fieldValueProblem(
  context: JiraContext,
  attempt: Attempt,
  parameters: Parameters,
): string | undefined {
  const { ruleType } = parameters;
  switch (ruleType) {
    case 'fieldRequired':
      return missingProblem(context, attempt.issue, parameters);
    case 'fieldChanged':
      return unchangedProblem(context, attempt, parameters);
    default:
      throw notModelled(`system:validate-field-value with the rule type ${String(ruleType)}`);
  }
}

function missingProblem(context: JiraContext, issue: Issue, parameters: Parameters): string | undefined {
  const required = (parameters['fieldsRequired'] ?? '').split(',').map(id => id.trim());
  const missing = required.filter(
    id => id !== '' && isMissing(context, issue, id, parameters['ignoreContext'] === 'true'),
  );
  if (missing.length === 0) return undefined;
  const names = missing.map(id => context.records.fields.get(id)?.name ?? id);
  return parameters['errorMessage'] || `${names.join(', ')} ${names.length > 1 ? 'are' : 'is'} required.`;
}

function unchangedProblem(
  context: JiraContext,
  { accountId, issue, originalIssue }: Attempt,
  parameters: Parameters,
): string | undefined {
  if (!originalIssue) throw notModelled('the rule type fieldChanged on creation');
  const exempt = (parameters['groupsExemptFromValidation'] ?? '').split(',').map(id => id.trim());
  if (exempt.some(id => id !== '' && isInGroup(context, accountId, id))) return undefined;
  const fieldId = parameters['fieldKey'] ?? '';
  if (!same(originalIssue.fields[fieldId], issue.fields[fieldId])) return undefined;
  const name = context.records.fields.get(fieldId)?.name ?? fieldId;
  return parameters['errorMessage'] || `${name} must be changed.`;
}

/** @param ignoreContext - whether a field that has no place on the work item counts as given */
function isMissing(context: JiraContext, issue: Issue, fieldId: string, ignoreContext: boolean): boolean {
  const field = context.records.fields.get(fieldId);
  if (ignoreContext && (!field || !applies(context, field, issue, isAppField(field)))) return false;
  return isEmpty(issue.fields[fieldId]);
}

/** `system:check-permission-validator`. */
export function permissionProblem(
  context: JiraContext,
  { accountId, issue, project }: RuleSubject,
  parameters: Parameters,
): string | undefined {
  const permission = parameters['permissionKey'] ?? '';
  if (can(context, accountId, permission, project, issue)) return undefined;
  return `You do not have the permission ${permission}, which this transition needs.`;
}
