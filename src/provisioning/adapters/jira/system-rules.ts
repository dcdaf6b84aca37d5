import type { WorkflowRule } from '../../domain/workflow/workflow';

type SystemRule = Extract<WorkflowRule, { kind: 'permission' | 'required field' | 'set resolution' }>;
type Parameters = Readonly<Record<string, string | null>>;

/** Jira's own rules that set-up puts on transitions. Source: the official description of `/workflows/capabilities`. */
const RESTRICT = 'system:restrict-issue-transition';
const VALIDATE = 'system:validate-field-value';
const UPDATE = 'system:update-field';

/** `ignoreContext` as false: a field that someone took out of its context is demanded all the same. */
const REQUIRED = { ruleType: 'fieldRequired', ignoreContext: 'false' } as const;

export function isSystemRule(rule: WorkflowRule): rule is SystemRule {
  return rule.kind === 'permission' || rule.kind === 'required field' || rule.kind === 'set resolution';
}

export function toSystemRule(rule: SystemRule): { ruleKey: string; parameters: Record<string, string> } {
  switch (rule.kind) {
    case 'permission':
      return { ruleKey: RESTRICT, parameters: { permissionKeys: rule.permission } };
    case 'required field':
      return {
        ruleKey: VALIDATE,
        parameters: { ...REQUIRED, fieldsRequired: rule.field, errorMessage: rule.message },
      };
    case 'set resolution':
      // An empty value clears the field: the description has no rule of its own for that.
      return {
        ruleKey: UPDATE,
        parameters: { field: 'resolution', value: rule.resolution ?? '', mode: 'replace' },
      };
  }
}

/** The rule, when it is one that set-up makes. */
export function fromSystemRule(ruleKey: string, parameters: Parameters): SystemRule | undefined {
  // Jira may name the other parameters of a rule too, with nothing in them.
  const set = Object.fromEntries(
    Object.entries(parameters).filter(([, value]) => value !== null && value !== ''),
  ) as Record<string, string>;
  if (ruleKey === RESTRICT) return permissionIn(set);
  if (ruleKey === VALIDATE) return requiredFieldIn(set);
  return ruleKey === UPDATE ? resolutionIn(set) : undefined;
}

function permissionIn({ permissionKeys, ...others }: Record<string, string>): SystemRule | undefined {
  if (permissionKeys === undefined || Object.keys(others).length > 0) return undefined;
  return { kind: 'permission', permission: permissionKeys };
}

function requiredFieldIn({
  ruleType,
  ignoreContext,
  fieldsRequired: field,
  errorMessage: message = '',
  ...others
}: Record<string, string>): SystemRule | undefined {
  const isOurs = ruleType === REQUIRED.ruleType && ignoreContext === REQUIRED.ignoreContext;
  if (!isOurs || field === undefined || Object.keys(others).length > 0) return undefined;
  return { kind: 'required field', field, message };
}

/** Jira reads an empty mode as `replace`. */
function resolutionIn({
  field,
  value,
  mode = 'replace',
  ...others
}: Record<string, string>): SystemRule | undefined {
  if (field !== 'resolution' || mode !== 'replace' || Object.keys(others).length > 0) return undefined;
  return { kind: 'set resolution', resolution: value ?? null };
}
