import { describe, expect, it } from '@jest/globals';
import { evaluate, ExpressionError } from '../../../../sandbox/jira/expressions/index.ts';
import type { ExpressionObject } from '../../../../sandbox/jira/expressions/index.ts';
import { transitionObject, workflowObject } from '../../../../sandbox/jira/expressions/jira-types.ts';
import { whoMayExpression } from '../../../../src/provisioning/domain/workflow/who-may-expression';
import { approved, awaitingApproval, exampleIssue, owner, requester, stranger } from './example-issue.ts';

const isAccountable =
  'user != null && issue.customfield_10050 != null && user.accountId == issue.customfield_10050.accountId';
/** Rework: the accountable person, and from Approved (10013) the creator too. */
const mayRework =
  'user != null && (user.accountId == issue.customfield_10050?.accountId || ' +
  'issue.status.id == 10013 && user.accountId == issue.creator?.accountId)';
const mayWithdraw =
  'user != null && (user.accountId == issue.creator?.accountId || ' +
  'user.accountId == issue.customfield_10050?.accountId)';
/** Grant, Revoke: never the beneficiary (10053). */
const mayGrant = `${isAccountable} && user.accountId != issue.customfield_10053?.accountId`;

interface Situation {
  user: ExpressionObject | null;
  issue: ExpressionObject;
}

const holds = (source: string, { user, issue }: Situation): unknown => evaluate(source, { user, issue });
const waiting = (changes = {}) => exampleIssue({ status: awaitingApproval(), ...changes });
const routedToNobody = { customFields: { customfield_10050: null, customfield_10053: null } };

describe('the condition of Approve', () => {
  it.each<[string, Situation, boolean]>([
    ['the accountable person', { user: owner(), issue: waiting() }, true],
    ['the creator', { user: requester(), issue: waiting() }, false],
    ['someone else', { user: stranger(), issue: waiting() }, false],
    ['no one signed in', { user: null, issue: waiting() }, false],
    ['anyone while it is routed to no one', { user: owner(), issue: waiting(routedToNobody) }, false],
  ])('for %s', (_, situation, expected) => {
    expect(holds(isAccountable, situation)).toBe(expected);
  });
});

describe('the condition of Rework', () => {
  it.each<[string, Situation, boolean]>([
    ['the accountable person while it waits', { user: owner(), issue: waiting() }, true],
    ['the creator while it waits', { user: requester(), issue: waiting() }, false],
    ['the creator once approved', { user: requester(), issue: waiting({ status: approved() }) }, true],
    ['someone else once approved', { user: stranger(), issue: waiting({ status: approved() }) }, false],
    ['no one signed in', { user: null, issue: waiting({ status: approved() }) }, false],
  ])('for %s', (_, situation, expected) => {
    expect(holds(mayRework, situation)).toBe(expected);
  });
});

describe('the condition of Withdraw', () => {
  it.each<[string, Situation, boolean]>([
    ['the creator', { user: requester(), issue: waiting() }, true],
    ['the accountable person', { user: owner(), issue: waiting() }, true],
    ['someone else', { user: stranger(), issue: waiting() }, false],
    [
      'someone else, creator and route unknown',
      { user: stranger(), issue: waiting({ creator: null, ...routedToNobody }) },
      false,
    ],
  ])('for %s', (_, situation, expected) => {
    expect(holds(mayWithdraw, situation)).toBe(expected);
  });
});

describe('the condition of Grant', () => {
  it('refuses the accountable person who is the beneficiary, and allows one who is not', () => {
    const forOther = { customFields: { customfield_10050: owner(), customfield_10053: requester() } };
    expect(holds(mayGrant, { user: owner(), issue: waiting() })).toBe(false);
    expect(holds(mayGrant, { user: owner(), issue: waiting(forOther) })).toBe(true);
  });
});

describe("the app's own conditions", () => {
  const ids = { accountable: 'customfield_10050', performer: 'customfield_10052' };
  const performedBy = (performer: ExpressionObject) =>
    exampleIssue({
      status: approved(),
      customFields: { customfield_10050: owner(), customfield_10052: performer },
    });

  it.each<[Parameters<typeof whoMayExpression>[0], Situation, boolean]>([
    ['accountable', { user: owner(), issue: waiting() }, true],
    ['accountable', { user: requester(), issue: waiting() }, false],
    ['accountable', { user: null, issue: waiting() }, false],
    ['accountable or performer', { user: stranger(), issue: performedBy(stranger()) }, true],
    ['accountable or performer', { user: owner(), issue: performedBy(stranger()) }, true],
    ['accountable or performer', { user: requester(), issue: performedBy(stranger()) }, false],
    ['accountable or performer', { user: requester(), issue: waiting() }, false],
    ['creator or accountable', { user: requester(), issue: waiting() }, true],
    ['creator or accountable', { user: stranger(), issue: waiting({ creator: null }) }, false],
    ['creator or accountable', { user: owner(), issue: waiting({ status: approved() }) }, true],
    ['creator or accountable', { user: requester(), issue: waiting({ status: approved() }) }, true],
    ['creator or accountable', { user: stranger(), issue: waiting({ status: approved() }) }, false],
  ])('for %s decides each person (case %#)', (who, situation, expected) => {
    expect(holds(whoMayExpression(who, ids), situation)).toBe(expected);
  });
});

describe('a condition that is written carelessly', () => {
  it.each([
    'user.accountId == issue.assignee.accountId',
    'issue.status.id == "10012"',
    'issue.customfield_99999 == null',
    'user == issue.customfield_10053',
  ])('%s fails, which Jira takes for a refusal', source => {
    expect(() => holds(source, { user: owner(), issue: waiting() })).toThrow(ExpressionError);
  });
});

describe('the expression of a validator', () => {
  const transition = transitionObject({
    id: '21',
    name: 'Approve',
    from: awaitingApproval(),
    to: approved(),
    hasScreen: false,
  });
  const workflow = workflowObject({ id: 'a-workflow', name: 'Cloud account request' });
  const evaluateWith = (source: string) =>
    evaluate(source, {
      ...{ user: owner(), issue: waiting(), originalIssue: waiting(), project: waiting().read('project') },
      ...{ transition, workflow, config: { until: '10013' } },
    });

  it.each<[string, unknown]>([
    ['transition.id == 21 && transition.to.id == 10013', true],
    ['transition.from == issue.status && transition.to != issue.status', true],
    ['transition.to.id == Number(config.until)', true],
    ['transition.hasScreen', false],
    ['workflow.id == "a-workflow" && workflow.name.includes("account")', true],
    ['project.id == issue.project.id && project == issue.project', true],
    ['config.missing == null', true],
    ['issue.customfield_10050 == originalIssue.customfield_10050', true],
    [
      'issue.customfield_10052 != null ? true : `Name a billing owner for ${issue.key}.`',
      'Name a billing owner for GOV-7.',
    ],
    [
      'let named = [issue.customfield_10052, issue.customfield_10053].filter(x => x != null); named.length >= 1',
      true,
    ],
  ])('%s gives %j', (source, expected) => {
    expect(evaluateWith(source)).toBe(expected);
  });
});
