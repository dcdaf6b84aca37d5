/** Rules and rule types that Jira has and the local one hasn't. */
export const UNMODELLED_RULES: readonly string[] = [
  'system:parent-or-child-blocking-validator',
  'system:previous-status-validator',
  'system:proforma-forms-attached',
  'system:proforma-forms-submitted',
  'system:check-field-value',
  'system:previous-status-condition',
  'system:parent-or-child-blocking-condition',
  'system:restrict-from-all-users',
  'system:jsd-approvals-block-until-approved',
  'system:jsd-approvals-block-until-rejected',
  'system:block-in-progress-approval',
  'system:copy-value-from-other-field',
  'system:trigger-webhook',
  'system:trigger-agent',
  'system:remind-people-to-update-fields',
];

/** What of the rule the local Jira doesn't have though Jira does; undefined when it has all of it. */
export function notModelledIn(
  ruleKey: string,
  parameters: Readonly<Record<string, string>>,
): string | undefined {
  if (UNMODELLED_RULES.includes(ruleKey) || ruleKey.startsWith('connect:')) return `the rule ${ruleKey}`;
  const { ruleType, mode } = parameters;
  const others = [
    'fieldHasSingleValue',
    'fieldMatchesRegularExpression',
    'dateFieldComparison',
    'windowDateComparison',
  ];
  if (ruleKey === 'system:validate-field-value' && ruleType !== undefined && others.includes(ruleType)) {
    return `${ruleKey} of the type ${ruleType}`;
  }
  if (ruleKey === 'system:update-field' && mode === 'append') return `${ruleKey} that appends`;
  const { groupCustomFields } = parameters;
  if (ruleKey === 'system:restrict-issue-transition' && groupCustomFields)
    return `groupCustomFields of ${ruleKey}`;
  return undefined;
}
