import type { JiraContext } from '../context.ts';
import { notModelled } from '../rest/refusals.ts';
import { parameterProblems, RULES, type RuleKind } from './rule-catalogue.ts';
import { notModelledIn } from './rule-gaps.ts';
import { error, type WorkflowFinding } from './workflow-findings.ts';
import type { ConditionGroupPayload, RulePayload, TransitionPayload } from './workflow-payload.ts';

/**
 * What is wrong with a transition.
 * @param statusReferences - the statuses of its workflow
 */
export function transitionFindings(
  context: JiraContext,
  transition: TransitionPayload,
  statusReferences: readonly string[],
): WorkflowFinding[] {
  const here = { transitionId: transition.id };
  const wrong = (code: string, message: string) =>
    error('TRANSITION', code, `${transition.name}: ${message}`, here);
  const findings: WorkflowFinding[] = [];
  if (!statusReferences.includes(transition.toStatusReference)) {
    findings.push(
      wrong('STATUS_NOT_IN_WORKFLOW', `the workflow has no status ${transition.toStatusReference}.`),
    );
  }
  const from = sourcesOf(transition);
  for (const reference of from.filter(one => !statusReferences.includes(one))) {
    findings.push(wrong('STATUS_NOT_IN_WORKFLOW', `the workflow has no status ${reference}.`));
  }
  if (transition.type === 'DIRECTED' && from.length === 0) {
    findings.push(wrong('NO_SOURCE_STATUS', 'a directed transition needs the status that it starts from.'));
  }
  if (transition.type !== 'DIRECTED' && from.length > 0) {
    findings.push(wrong('UNEXPECTED_SOURCE_STATUS', 'only directed transitions start from a status.'));
  }
  if (transition.type === 'INITIAL' && transition.conditions) {
    findings.push(wrong('INITIAL_TRANSITION_HAS_CONDITIONS', 'the initial transition takes no conditions.'));
  }
  return [...findings, ...ruleFindings(context, transition)];
}

/** The references of the statuses that the transition leaves from. */
export function sourcesOf({ links = [] }: TransitionPayload): string[] {
  return links.flatMap(({ fromStatusReference }) => (fromStatusReference ? [fromStatusReference] : []));
}

/** The rules of a group and of the groups in it. */
export function conditionsOf(group: ConditionGroupPayload | null | undefined): RulePayload[] {
  if (!group) return [];
  return [...(group.conditions ?? []), ...(group.conditionGroups ?? []).flatMap(conditionsOf)];
}

function ruleFindings(context: JiraContext, transition: TransitionPayload): WorkflowFinding[] {
  const screens = transition.transitionScreen ? [transition.transitionScreen] : [];
  const placed: [RuleKind, RulePayload[]][] = [
    ['Screen', screens],
    ['Condition', conditionsOf(transition.conditions)],
    ['Validator', transition.validators ?? []],
    ['Function', transition.actions ?? []],
  ];
  return placed.flatMap(([kind, rules]) =>
    rules.flatMap(rule => findingsOfRule(context, transition, kind, rule)),
  );
}

function findingsOfRule(
  context: JiraContext,
  transition: TransitionPayload,
  kind: RuleKind,
  rule: RulePayload,
): WorkflowFinding[] {
  const parameters = rule.parameters ?? {};
  const gap = notModelledIn(rule.ruleKey, parameters);
  if (gap !== undefined) throw notModelled(gap);
  const here = { transitionId: transition.id, ...(rule.id ? { ruleId: rule.id } : {}) };
  const wrong = (code: string, message: string) =>
    error('RULE', code, `${transition.name}: the rule ${rule.ruleKey}: ${message}.`, here);
  const known = RULES[rule.ruleKey];
  if (!known) return [wrong('UNKNOWN_RULE', 'there is no such rule')];
  if (known.kind !== kind) return [wrong('RULE_OF_ANOTHER_KIND', `it is a ${known.kind}, not a ${kind}`)];
  const misplaced = transition.type === 'INITIAL' && !known.initial;
  return [
    ...(misplaced
      ? [wrong('RULE_NOT_FOR_INITIAL_TRANSITION', 'the initial transition does not take it')]
      : []),
    ...parameterProblems(context, rule.ruleKey, parameters).map(problem =>
      wrong('INVALID_RULE_PARAMETERS', problem),
    ),
  ];
}
