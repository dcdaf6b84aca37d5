/** Post functions of Jira's own: what a transition changes besides the status. */
import type { JiraContext } from '../context.ts';
import type { Field, Issue, WorkflowRule } from '../model.ts';
import { JiraError, notModelled } from '../rest/refusals.ts';
import { projectOf } from '../issues/find-issue.ts';
import { fieldOf } from '../issues/field-set.ts';
import { FieldRefusal } from '../issues/fields/field-type.ts';
import { typeOf } from '../issues/fields/types-by-key.ts';
import { isEnabled } from './rules.ts';

/** The values that the actions set, by field id, in their order. Refuses 422 an action that doesn't fit its field. */
export function actionValues(
  context: JiraContext,
  issue: Issue,
  accountId: string,
  actions: readonly WorkflowRule[],
): Map<string, unknown> {
  const values = new Map<string, unknown>();
  for (const rule of actions.filter(isEnabled)) {
    const [fieldId, value] = actionValue(context, issue, accountId, rule);
    values.set(fieldId, value);
  }
  return values;
}

function actionValue(
  context: JiraContext,
  issue: Issue,
  accountId: string,
  rule: WorkflowRule,
): [string, unknown] {
  switch (rule.ruleKey) {
    case 'system:change-assignee':
      return ['assignee', newAssignee(context, issue, accountId, rule.parameters)];
    case 'system:update-field':
      return updatedField(context, issue, rule.parameters);
    default:
      throw notModelled(`the action ${rule.ruleKey}`);
  }
}

function newAssignee(
  context: JiraContext,
  issue: Issue,
  accountId: string,
  parameters: Readonly<Record<string, string>>,
): string | null {
  switch (parameters['type']) {
    case 'to-selected-user':
      return parameters['accountId'] ?? null;
    case 'to-unassigned':
      return null;
    case 'to-current-user':
      return accountId;
    case 'to-default-user': {
      const project = projectOf(context, issue);
      return project.assigneeType === 'PROJECT_LEAD' ? project.leadAccountId : null;
    }
    default:
      throw notModelled(`system:change-assignee of type ${String(parameters['type'])}`);
  }
}

function updatedField(
  context: JiraContext,
  issue: Issue,
  parameters: Readonly<Record<string, string>>,
): [string, unknown] {
  const { field: named = '', value = '', mode } = parameters;
  const field = fieldOf(context, named);
  if (!field) throw new JiraError(422, `An action updates the field ${named}, which doesn't exist.`);
  if (mode !== 'replace') throw notModelled(`system:update-field in the mode ${String(mode)}`);
  if (value === '') return [field.id, null];
  try {
    return [field.id, typeOf(field).read(inputOf(field, value), field, context, issue)];
  } catch (error) {
    if (error instanceof FieldRefusal) throw new JiraError(422, [], { [field.id]: error.message });
    throw error;
  }
}

/** The parameter's text in the shape that the field takes. */
function inputOf(field: Field, value: string): unknown {
  switch (field.schema.type) {
    case 'number':
      return Number(value);
    case 'user':
      return { accountId: value };
    case 'option':
    case 'priority':
    case 'resolution':
      return { id: value };
    case 'array':
      return value.split(',').map(one => (field.schema.items === 'string' ? one.trim() : { id: one.trim() }));
    default:
      return value;
  }
}
