/** Routes that evaluate and check Jira expressions. */
import * as z from 'zod';
import {
  analyse,
  evaluate,
  ExpressionDate,
  ExpressionError,
  ExpressionObject,
} from '../expressions/index.ts';
import { isRecord } from '../issues/fields/field-type.ts';
import { accountOf } from '../issues/fields/people-types.ts';
import { issueOf, projectNamed } from '../issues/find-issue.ts';
import type { WorkItemSite } from '../issues/work-item-site.ts';
import { JiraError, notModelled, route, type RestCall, type Route } from '../rest/router.ts';
import { issueVariable, projectVariable, userVariable } from './expression-variables.ts';

const SCOPES = ['read:jira-work', 'read:jira-user'];
const idOrKey = z.strictObject({ id: z.number().int().optional(), key: z.string().optional() });

const evaluation = z.strictObject({
  expression: z.string(),
  context: z
    .object({ issue: idOrKey.optional(), project: idOrKey.optional() })
    .catchall(z.unknown())
    .default({}),
});
const analysis = z.strictObject({
  expressions: z.array(z.string()).min(1),
  contextVariables: z.record(z.string(), z.string()).optional(),
});

export function expressionRoutes(site: WorkItemSite): Route[] {
  return [
    route({
      method: 'POST',
      path: '/rest/api/3/expression/evaluate',
      scopes: SCOPES,
      body: evaluation,
      handle: call => ({ status: 200, body: { value: evaluated(site, call) } }),
    }),
    route({
      method: 'POST',
      path: '/rest/api/3/expression/analyse',
      scopes: SCOPES,
      query: ['check'],
      body: analysis,
      handle: call => {
        const check = call.query.get('check') ?? 'syntax';
        if (check !== 'syntax') throw notModelled(`the analysis of an expression's ${check}`);
        return { status: 200, body: { results: call.body.expressions.map(analysed) } };
      },
    }),
  ];
}

function evaluated(site: WorkItemSite, call: RestCall<z.infer<typeof evaluation>>): unknown {
  const { expression, context } = call.body;
  const { issue, project, ...others } = context;
  const [other] = Object.keys(others);
  if (other !== undefined) throw notModelled(`the variable ${other} in the context of an expression`);
  const accountId = call.accountId();
  const variables = {
    user: userVariable(site, accountId),
    ...(issue ? { issue: issueVariable(site, issueOf(site, call.identity, nameOf(issue))) } : {}),
    ...(project
      ? { project: projectVariable(site, projectNamed(site, call.identity, nameOf(project))) }
      : {}),
  };
  try {
    const { timeZone } = accountOf(accountId, site);
    return told(evaluate(expression, variables, { now: site.clock.now(), timeZone }));
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    throw error.kind === 'NOT_MODELLED' ? notModelled(error.message) : new JiraError(400, error.message);
  }
}

function nameOf({ id, key }: z.infer<typeof idOrKey>): string {
  const named = id === undefined ? key : String(id);
  if (named === undefined) throw new JiraError(400, 'Either an id or a key is needed.');
  return named;
}

/** The value as JSON; what Jira writes for its own objects isn't modelled. */
function told(value: unknown): unknown {
  if (value instanceof ExpressionObject) throw notModelled(`an expression that results in ${value.type}`);
  if (value instanceof ExpressionDate) return value.toISOString();
  if (Array.isArray(value)) return value.map(told);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, told(entry)]));
}

function analysed(expression: string): Record<string, unknown> {
  const { valid, errors } = analyse(expression);
  const told = errors.map(({ kind, message, line, column }) => ({
    type: kind === 'NOT_MODELLED' ? 'other' : kind.toLowerCase(),
    message: kind === 'NOT_MODELLED' ? `NOT_MODELLED: ${message}` : message,
    line,
    column,
  }));
  return { expression, valid, ...(valid ? {} : { errors: told }) };
}
