/** How a rule stands in Jira against what set-up makes; `unknown`: it can't be read, or nothing was set up yet. */
export type RuleStanding = 'as set up' | 'changed' | 'unknown';

/** A rule as someone sees it in a workflow, with all of its configuration. */
export interface SeenRule {
  kind: 'condition' | 'gate';
  config: Readonly<Record<string, string>>;
}

/** The rules of workflows in force, compared with those that set-up makes. */
export interface WorkflowRules {
  /** @param seen - a rule that is looked at, perhaps in a draft of the workflow: it counts beside the one in force */
  standingOf(
    workType: string,
    transition: { from: string; to: string },
    seen?: SeenRule,
  ): Promise<{ condition: RuleStanding; gates: RuleStanding }>;
}
