/** Evaluating the expression of an app's rule, and telling the app when it fails. */
import type { JiraContext } from '../context.ts';
import { evaluate, ExpressionError } from '../expressions/index.ts';
import type { WorkflowRule } from '../model.ts';
import { notModelled } from '../rest/refusals.ts';
import type { RuleSubject } from './expression-variables.ts';
import { accountOf } from '../issues/fields/people-types.ts';
import type { ForgeRule } from './rules.ts';

export type Evaluated = { ok: true; value: unknown } | { ok: false };

type Site = Pick<JiraContext, 'records' | 'settings' | 'store' | 'clock'>;

/**
 * Evaluates to a value of one of the accepted types, or fails and publishes `avi:jira:failed:expression`.
 * Refuses 501 an expression beyond what is modelled: what Jira would answer isn't known.
 * @param role - the rule's name in the event
 */
export function evaluateRule(
  site: Site,
  forge: ForgeRule,
  source: string,
  variables: Record<string, unknown>,
  place: { rule: WorkflowRule; subject: RuleSubject; role: 'conditionId' | 'validatorId' },
): Evaluated {
  const accepted = place.role === 'conditionId' ? ['boolean'] : ['boolean', 'string'];
  try {
    const { timeZone } = accountOf(place.subject.accountId, site);
    const value = evaluate(source, variables, { now: site.clock.now(), timeZone });
    if (accepted.includes(typeof value)) return { ok: true, value };
    const problem = `Evaluation should result in: ${accepted.join(' or ')}, but was: ${typeof value}`;
    publishFailure(site, forge, source, [problem], place);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    if (error.kind === 'NOT_MODELLED') throw notModelled(`in the expression ${source}: ${error.message}`);
    publishFailure(site, forge, source, [error.message], place);
  }
  return { ok: false };
}

/** Source: Forge, events reference, Jira, "Expression evaluation failed". */
function publishFailure(
  site: Site,
  { app, extensionId }: ForgeRule,
  expression: string,
  errorMessages: string[],
  { rule, subject, role }: Parameters<typeof evaluateRule>[4],
): void {
  const { accountId, issue, project, workflow, transition } = subject;
  app.publish({
    eventType: 'avi:jira:failed:expression',
    atlassianId: accountId,
    payload: {
      timestamp: String(site.clock.now()),
      extensionId,
      workflowId: workflow.id,
      workflowName: workflow.name,
      [role]: rule.id,
      expression,
      errorMessages,
      context: {
        user: { accountId },
        issue: { id: issue.id, key: issue.key },
        project: { id: project.id, key: project.key },
        transition: { id: transition.id, name: transition.name },
      },
    },
  });
}
