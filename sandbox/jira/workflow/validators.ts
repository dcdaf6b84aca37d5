/** Validators: they refuse a transition and say why. Jira runs them in no promised order. */
import type { WorkflowRule } from '../model.ts';
import type { JiraContext } from '../context.ts';
import { JiraError, notModelled } from '../rest/refusals.ts';
import { fieldValueProblem, permissionProblem } from './built-in-validators.ts';
import type { Attempt } from './attempt.ts';
import { ruleVariables } from './expression-variables.ts';
import { modifiedFields } from './modified-fields.ts';
import { evaluateRule } from './rule-expression.ts';
import { expressionOf, forgeRule, isEnabled, type ForgeRule } from './rules.ts';

/** Jira's own words where a rule brings none. */
const REFUSED = "The transition failed because the validator of an app didn't let it pass.";

/**
 * Refuses 400 with the messages of the validators that don't let the attempt pass. They run one after another in
 * shuffled order, all of them or until the first refusal, as the site's settings say.
 */
export async function validate(context: JiraContext, attempt: Attempt): Promise<void> {
  const { validators, random } = context.settings;
  const problems: string[] = [];
  for (const rule of shuffled(attempt.transition.validators.filter(isEnabled), random)) {
    const problem = await problemOf(context, attempt, rule);
    if (problem !== undefined) problems.push(problem);
    if (problem !== undefined && validators === 'until-first-refusal') break;
  }
  if (problems.length > 0) throw new JiraError(400, problems);
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const [a, b] = [order[last], order[other]];
    if (a !== undefined && b !== undefined) [order[last], order[other]] = [b, a];
  }
  return order;
}

async function problemOf(
  context: JiraContext,
  attempt: Attempt,
  rule: WorkflowRule,
): Promise<string | undefined> {
  switch (rule.ruleKey) {
    case 'system:validate-field-value':
      return fieldValueProblem(context, attempt, rule.parameters);
    case 'system:check-permission-validator':
      return permissionProblem(context, attempt, rule.parameters);
    case 'forge:expression-validator':
      return forgeProblem(context, attempt, rule);
    default:
      throw notModelled(`the validator ${rule.ruleKey} of the transition ${attempt.transition.name}`);
  }
}

/** An app's validator: an expression, or a function. A rule whose app isn't installed lets nothing pass. */
async function forgeProblem(
  context: JiraContext,
  attempt: Attempt,
  rule: WorkflowRule,
): Promise<string | undefined> {
  const forge = forgeRule(context, rule, 'workflowValidators');
  if (!forge) return REFUSED;
  const expression = expressionOf(forge);
  if (expression === undefined) return functionProblem(context, attempt, forge);
  return expressionProblem(context, attempt, rule, forge, expression);
}

/** `true` allows; a text refuses with that text; all else refuses with the module's message. */
function expressionProblem(
  context: JiraContext,
  attempt: Attempt,
  rule: WorkflowRule,
  forge: ForgeRule,
  expression: string,
): string | undefined {
  const { originalIssue } = attempt;
  const variables = ruleVariables(context, attempt, forge.config);
  if (originalIssue) {
    variables['originalIssue'] = ruleVariables(context, { ...attempt, issue: originalIssue }, {})['issue'];
  }
  const place = { rule, subject: attempt, role: 'validatorId' as const };
  const result = evaluateRule(context, forge, expression, variables, place);
  if (result.ok && result.value === true) return undefined;
  return result.ok && typeof result.value === 'string'
    ? result.value
    : (forge.module.errorMessage ?? REFUSED);
}

/** What the function of an app answers. It is told nothing of the user. A function that fails lets nothing pass. */
async function functionProblem(
  context: JiraContext,
  attempt: Attempt,
  { app, module, config }: ForgeRule,
): Promise<string | undefined> {
  const { originalIssue, edits, transition } = attempt;
  if (!originalIssue) {
    throw notModelled(
      'a function validator on creation: what it is told of a work item without a key is not documented',
    );
  }
  const payload = {
    issue: { key: originalIssue.key },
    configuration: config,
    transition: {
      from: { id: originalIssue.statusId },
      to: { id: transition.to },
      modifiedFields: modifiedFields(context, originalIssue, edits),
    },
  };
  try {
    return answerProblem(await app.validate(module.key, payload));
  } catch {
    // Forge keeps the function's error in the app's own log; the person only learns that it refused.
    return REFUSED;
  }
}

function answerProblem(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null || !('result' in answer)) return REFUSED;
  if (answer.result === true) return undefined;
  const message = 'errorMessage' in answer ? answer.errorMessage : undefined;
  return answer.result === false && typeof message === 'string' && message !== '' ? message : REFUSED;
}
