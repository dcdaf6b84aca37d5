import type { InstalledApp } from '../../seams.ts';
import type { JiraContext } from '../context.ts';
import { extensionAri } from './app-install.ts';
import * as check from './rule-parameters.ts';
import type { ParameterCheck } from './rule-parameters.ts';

export type RuleKind = 'Condition' | 'Validator' | 'Function' | 'Screen';

interface Parameter {
  required: boolean;
  check: ParameterCheck;
}

/** A workflow rule of Jira: where it may stand and what its parameters are. */
export interface KnownRule {
  kind: RuleKind;
  name: string;
  /** Whether the transition that creates work items may have it. */
  initial: boolean;
  parameters: Readonly<Record<string, Parameter>>;
  /** Those that it has besides, by its parameter `ruleType`. */
  ofRuleType?: Readonly<Record<string, Readonly<Record<string, Parameter>>>>;
}

const must = (ofValue: ParameterCheck): Parameter => ({ required: true, check: ofValue });
const may = (ofValue: ParameterCheck): Parameter => ({ required: false, check: ofValue });

/** The rules that can be put on transitions. Source: the official description of `/workflows/capabilities`. */
export const RULES: Readonly<Record<string, KnownRule>> = {
  'system:validate-field-value': {
    kind: 'Validator',
    name: 'Validate a field',
    initial: true,
    parameters: {
      ruleType: must(check.oneOf('fieldRequired', 'fieldChanged')),
      errorMessage: may(check.anyText),
    },
    ofRuleType: {
      fieldRequired: { fieldsRequired: must(check.fields), ignoreContext: must(check.aBoolean) },
      fieldChanged: { fieldKey: must(check.aField), groupsExemptFromValidation: may(check.groups) },
    },
  },
  'system:check-permission-validator': {
    kind: 'Validator',
    name: 'Check permission',
    initial: true,
    parameters: { permissionKey: must(check.aPermission) },
  },
  'system:restrict-issue-transition': {
    kind: 'Condition',
    name: 'Restrict who can move work items',
    initial: false,
    parameters: {
      roleIds: may(check.roles),
      groupIds: may(check.groups),
      permissionKeys: may(check.permissions),
      allowUserCustomFields: may(check.userFields),
      denyUserCustomFields: may(check.userFields),
    },
  },
  'system:separation-of-duties': {
    kind: 'Condition',
    name: 'Separation of duties',
    initial: false,
    parameters: { fromStatusId: may(check.aStatus), toStatusId: may(check.aStatus) },
  },
  'system:change-assignee': {
    kind: 'Function',
    name: 'Assign a work item',
    initial: true,
    parameters: {
      type: must(check.oneOf('to-selected-user', 'to-unassigned', 'to-current-user', 'to-default-user')),
      accountId: may(check.anAccount),
    },
  },
  'system:update-field': {
    kind: 'Function',
    name: 'Update a field',
    initial: true,
    parameters: { field: must(check.aField), value: must(check.anyText), mode: must(check.oneOf('replace')) },
  },
  'system:transition-screen': {
    kind: 'Screen',
    name: 'Show a screen',
    initial: false,
    parameters: { screenId: must(check.aScreen) },
  },
  'forge:expression-condition': forgeRule('Condition', false),
  'forge:expression-validator': forgeRule('Validator', true),
  'forge:workflow-post-function': forgeRule('Function', true),
};

/** What is wrong with a rule's parameters, one text for each problem. The rule must be known. */
export function parameterProblems(
  context: JiraContext,
  ruleKey: string,
  given: Readonly<Record<string, string>>,
): string[] {
  const rule = RULES[ruleKey];
  const known = { ...rule?.parameters, ...rule?.ofRuleType?.[given['ruleType'] ?? ''] };
  const unknown = Object.keys(given).filter(name => !(name in known));
  const problems = unknown.map(name => `the parameter ${name} is not known`);
  for (const [name, parameter] of Object.entries(known)) {
    const value = given[name];
    if (value === undefined || (value === '' && !parameter.required)) {
      if (parameter.required) problems.push(`the parameter ${name} is missing`);
      continue;
    }
    const problem = parameter.check(context, value);
    if (problem !== undefined) problems.push(`the parameter ${name} ${problem}`);
  }
  const update = ruleKey === 'system:update-field' ? check.updateProblem(context, given) : undefined;
  if (update !== undefined) problems.push(`the parameter value ${update}`);
  if (given['type'] === 'to-selected-user' && !given['accountId'])
    problems.push('the parameter accountId is missing');
  return problems;
}

function forgeRule(kind: RuleKind, initial: boolean): KnownRule {
  return {
    kind,
    name: `App rule (${kind})`,
    initial,
    parameters: {
      key: must((context, value) => moduleProblem(context.app(), kind, value)),
      config: may(check.aConfiguration),
      id: may(check.anyText),
      disabled: may(check.aBoolean),
      tag: may(check.anyText),
    },
  };
}

/** Post functions are known by the app alone: the local Jira isn't told of their modules. */
function moduleProblem(app: InstalledApp | undefined, kind: RuleKind, key: string): string | undefined {
  if (!app || !key.startsWith(extensionAri(app, '')))
    return `names ${key}, which belongs to no installed app`;
  if (kind === 'Function') return undefined;
  const modules = kind === 'Condition' ? app.modules.workflowConditions : app.modules.workflowValidators;
  const known = modules.some(module => extensionAri(app, module.key) === key);
  return known ? undefined : `names ${key}, which is not a ${kind.toLowerCase()} of ${app.name}`;
}
