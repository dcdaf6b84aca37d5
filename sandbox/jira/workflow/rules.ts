/** The rules of a transition: which are in force, and what an app's rule is made of. */
import { extensionAri } from '../admin/app-install.ts';
import type { JiraContext } from '../context.ts';
import type { WorkflowConditionGroup, WorkflowRule, WorkflowTransition } from '../model.ts';
import { JiraError, notModelled } from '../rest/refusals.ts';
import type { AppWorkflowRule, InstalledApp } from '../../seams.ts';

/** Rules that the local Jira carries out; a transition with any other is refused by name. */
export const CONDITION_RULES = [
  'forge:expression-condition',
  'system:restrict-issue-transition',
  'system:separation-of-duties',
] as const;
export const VALIDATOR_RULES = [
  'forge:expression-validator',
  'system:validate-field-value',
  'system:check-permission-validator',
] as const;
export const ACTION_RULES = ['system:update-field', 'system:change-assignee'] as const;

/** Whether the rule counts: an editor may have switched it off. */
export function isEnabled(rule: WorkflowRule): boolean {
  return rule.parameters['disabled'] !== 'true';
}

/** Refuses 501 a transition with a rule that isn't carried out here, before anything of it is done. */
export function refuseUnmodelledRules(transition: WorkflowTransition): void {
  const conditions = transition.conditions ? flatten(transition.conditions) : [];
  refuseOthers('condition', conditions, CONDITION_RULES, transition);
  refuseOthers('validator', transition.validators, VALIDATOR_RULES, transition);
  refuseOthers('action', transition.actions, ACTION_RULES, transition);
}

function refuseOthers(
  kind: string,
  rules: readonly WorkflowRule[],
  modelled: readonly string[],
  transition: WorkflowTransition,
): void {
  const other = rules.find(rule => isEnabled(rule) && !modelled.includes(rule.ruleKey));
  if (other) throw notModelled(`the ${kind} ${other.ruleKey} of the transition ${transition.name}`);
}

function flatten(group: WorkflowConditionGroup): WorkflowRule[] {
  return [...group.conditions, ...group.conditionGroups.flatMap(flatten)];
}

/** An app's rule on a transition, with the module that the manifest declares for it. */
export interface ForgeRule {
  app: InstalledApp;
  module: AppWorkflowRule;
  /** The configuration that was saved for this rule. */
  config: Record<string, unknown>;
  /** The module's identifier, as the rule names it. */
  extensionId: string;
}

/** The app's part of a rule; undefined when the app that provides it isn't installed. Refuses 422 a broken configuration. */
export function forgeRule(
  context: Pick<JiraContext, 'app'>,
  rule: WorkflowRule,
  kind: 'workflowConditions' | 'workflowValidators',
): ForgeRule | undefined {
  const app = context.app();
  const extensionId = rule.parameters['key'] ?? '';
  const module = app?.modules[kind].find(one => extensionAri(app, one.key) === extensionId);
  return app && module ? { app, module, config: configOf(rule), extensionId } : undefined;
}

/** The expression in force: a configuration's own replaces the manifest's. */
export function expressionOf({ module, config }: ForgeRule): string | undefined {
  const own = config['expression'];
  return typeof own === 'string' && own !== '' ? own : module.expression;
}

function configOf(rule: WorkflowRule): Record<string, unknown> {
  const text = rule.parameters['config'];
  if (text === undefined || text === '') return {};
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) {
      return parsed as Record<string, unknown>;
    }
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
  }
  throw new JiraError(422, `The configuration of the rule ${rule.id} is not a JSON object.`);
}
