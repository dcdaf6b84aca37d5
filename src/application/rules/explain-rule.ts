import type { RuleExplanation } from '../../contract/rule-explain';
import { transitionBetween, WHO_IN_WORDS } from '../../domain/work-type/work-type';
import type { SeenRule, WorkflowRules } from '../../ports/workflow-rules';
import { WORK_TYPES } from '../../domain/work-types/work-types';

/**
 * What Remit's rules do at a transition, in words for anyone who looks at the workflow in Jira, and whether those that
 * stand there are the ones that do it.
 * Undefined for a transition that is none of ours. Source: the public contract, "Who may move what, and what it takes".
 */
export async function explainRule(
  rules: WorkflowRules,
  workTypeName: string,
  { from, to }: { from: string; to: string },
  seen?: SeenRule,
): Promise<RuleExplanation | undefined> {
  const workType = WORK_TYPES.find(({ name }) => name === workTypeName);
  const transition = workType && transitionBetween(workType, from, to);
  if (!transition) return undefined;
  return {
    who: WHO_IN_WORDS[transition.who],
    checks: transition.gates.map(({ checks }) => checks),
    standing: await rules.standingOf(workTypeName, { from, to }, seen),
  };
}
