/** Conditions: they hide a transition, and refuse it all the same when it is asked for by its id. */
import type { WorkflowConditionGroup, WorkflowRule } from '../model.ts';
import type { JiraContext } from '../context.ts';
import { can, isInGroup, isInProjectRole } from '../permissions/permissions.ts';
import { notModelled } from '../rest/refusals.ts';
import { ruleVariables, type RuleSubject } from './expression-variables.ts';
import { evaluateRule } from './rule-expression.ts';
import { expressionOf, forgeRule, isEnabled } from './rules.ts';

/** Whether the conditions let the user of `subject` see and make the transition. They read the ticket as it is kept. */
export function holds(
  context: JiraContext,
  subject: RuleSubject,
  group: WorkflowConditionGroup | undefined,
): boolean {
  if (!group) return true;
  const rules = group.conditions.filter(isEnabled);
  const parts = [
    ...rules.map(rule => () => ruleHolds(context, subject, rule, operatorOf(group, rules))),
    ...group.conditionGroups.map(inner => () => holds(context, subject, inner)),
  ];
  if (parts.length === 0) return true;
  return group.operation === 'ALL' ? parts.every(part => part()) : parts.some(part => part());
}

/** What the variable `groupOperator` says: null when the condition is alone. */
function operatorOf(group: WorkflowConditionGroup, rules: readonly WorkflowRule[]): 'AND' | 'OR' | null {
  if (rules.length + group.conditionGroups.length < 2) return null;
  return group.operation === 'ALL' ? 'AND' : 'OR';
}

function ruleHolds(
  context: JiraContext,
  subject: RuleSubject,
  rule: WorkflowRule,
  groupOperator: 'AND' | 'OR' | null,
): boolean {
  switch (rule.ruleKey) {
    case 'forge:expression-condition':
      return expressionHolds(context, subject, rule, groupOperator);
    case 'system:restrict-issue-transition':
      return isNamed(context, subject, rule.parameters);
    case 'system:separation-of-duties':
      return !hasMoved(context, subject, rule.parameters);
    default:
      throw notModelled(`the condition ${rule.ruleKey} of the transition ${subject.transition.name}`);
  }
}

/** True only when the expression is; errors, other types and a missing app are false. */
function expressionHolds(
  context: JiraContext,
  subject: RuleSubject,
  rule: WorkflowRule,
  groupOperator: 'AND' | 'OR' | null,
): boolean {
  const forge = forgeRule(context, rule, 'workflowConditions');
  const expression = forge && expressionOf(forge);
  if (!forge || expression === undefined) return false;
  const variables = { ...ruleVariables(context, subject, forge.config), groupOperator };
  const place = { rule, subject, role: 'conditionId' as const };
  const result = evaluateRule(context, forge, expression, variables, place);
  return result.ok && result.value === true;
}

/** Any of the criteria that the rule names. Source: REST v3 `/workflows/capabilities`, "Restrict issue transition". */
function isNamed(context: JiraContext, subject: RuleSubject, parameters: Record<string, string>): boolean {
  if (listed(parameters['accountIds']).length > 0) {
    throw notModelled('accountIds of system:restrict-issue-transition, which is for team-managed projects');
  }
  if (listed(parameters['groupCustomFields']).length > 0) {
    throw notModelled('groupCustomFields of system:restrict-issue-transition');
  }
  const { accountId, issue, project } = subject;
  const inField = (fieldId: string) => [issue.fields[fieldId]].flat().includes(accountId);
  const denying = listed(parameters['denyUserCustomFields']);
  return (
    listed(parameters['roleIds']).some(id => isInProjectRole(context, accountId, project.id, id)) ||
    listed(parameters['groupIds']).some(id => isInGroup(context, accountId, id)) ||
    listed(parameters['permissionKeys']).some(key => can(context, accountId, key, project, issue)) ||
    listed(parameters['allowUserCustomFields']).some(inField) ||
    (denying.length > 0 && !denying.some(inField))
  );
}

/** Whether the user made the move that the rule keeps apart from this one, ever before. */
function hasMoved(context: JiraContext, subject: RuleSubject, parameters: Record<string, string>): boolean {
  const { fromStatusId, toStatusId } = parameters;
  const mine = context.records.histories.filter(
    history => history.issueId === subject.issue.id && history.author === subject.accountId,
  );
  return mine.some(history =>
    history.items.some(
      item =>
        item.fieldId === 'status' &&
        (isUnset(fromStatusId) || item.from === fromStatusId) &&
        (isUnset(toStatusId) || item.to === toStatusId),
    ),
  );
}

function listed(parameter: string | undefined): string[] {
  return (parameter ?? '')
    .split(',')
    .map(one => one.trim())
    .filter(one => one !== '');
}

function isUnset(parameter: string | undefined): boolean {
  return parameter === undefined || parameter === '';
}
