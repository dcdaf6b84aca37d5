/** One thing wrong with a workflow, as `/workflows/create/validation` reports it. */
export interface WorkflowFinding {
  code: string;
  level: 'ERROR' | 'WARNING';
  message: string;
  type: 'RULE' | 'STATUS' | 'STATUS_LAYOUT' | 'WORKFLOW' | 'TRANSITION';
  elementReference?: { statusReference?: string; transitionId?: string; ruleId?: string };
}

/** An error. The codes are the local Jira's own where Atlassian publishes none. */
export function error(
  type: WorkflowFinding['type'],
  code: string,
  message: string,
  elementReference?: WorkflowFinding['elementReference'],
): WorkflowFinding {
  return { code, level: 'ERROR', message, type, ...(elementReference ? { elementReference } : {}) };
}

/** The values that occur more than once. */
export function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
