import { describe, expect, it } from '@jest/globals';
import { evaluate, ExpressionError, ExpressionObject } from '../../../../sandbox/jira/expressions/index.ts';
import { exampleIssue, owner, requester } from './example-issue.ts';

const variables = { user: requester(), issue: exampleIssue(), ...{ other: exampleIssue() } };
const run = (source: string) => evaluate(source, variables);

describe('Jira objects', () => {
  it.each<[string, unknown]>([
    ['typeof issue', 'Issue'],
    ['typeof issue.status', 'IssueStatus'],
    ['typeof issue.created', 'Date'],
    ['typeof issue.dueDate', 'CalendarDate'],
    ['typeof issue.customfield_10051', 'Map'],
    ['typeof issue.customfield_10050', 'User'],
    ['issue.id', 10007],
    ['issue.key', 'GOV-7'],
    ['issue.status.id', 10012],
    ['issue.status.name', 'Awaiting approval'],
    ['issue.status.category.key', 'indeterminate'],
    ['issue.status.category.id', 4],
    ['issue.issueType.name', 'Cloud account request'],
    ['issue.issueType.id == 10001', true],
    ['issue.project.key', 'GOV'],
    ['issue.project.style', 'classic'],
    ['issue.project.lead.displayName', 'Cloud Owner'],
    ['issue.description.plainText', 'For the data team.'],
    ['issue.assignee', null],
    ['issue.assignee?.accountId', null],
    ['!!issue.assignee', false],
    ['issue.creator.accountId == user.accountId', true],
    ['issue.creator == user', true],
    ['issue.customfield_10050 == user', false],
    ['issue.reporter != null', true],
    ['issue == other', true],
    ['issue.status == issue.status', true],
    ['issue.labels.includes("routed")', true],
    ['issue.customfield_10051.value', 'Production'],
    ['issue["customfield_10051"].value', 'Production'],
    ["issue['customfield_' + 10052]", null],
    ['issue.customfield_10053.accountId', 'account-owner'],
    ['issue.customfield_10054 == "2026-12-31"', true],
    ['issue?.customfield_19999', null],
    ["issue?.['customfield_19999']", null],
    ['issue.created < issue.updated', true],
    ['issue.dueDate > issue.created.toCalendarDateUTC()', true],
    ['issue.resolutionDate', null],
  ])('%s is %j', (source, expected) => {
    expect(run(source)).toStrictEqual(expected);
  });

  it.each<[string, ExpressionError['kind'], string]>([
    [
      "issue['a' + 'b']",
      'TYPE',
      'Unrecognized property of `Issue`: "ab". Available properties of type \'Issue\' are:',
    ],
    ['issue.customfield_19999', 'TYPE', '"customfield_19999"'],
    ['issue.issuetype', 'TYPE', '"issuetype"'],
    ['issue.status.statusCategory', 'TYPE', "'category', 'description', 'id', 'name'"],
    ['issue.assignee.accountId', 'TYPE', 'Type null does not have any properties'],
    ['issue.id == "10007"', 'TYPE', "Can't compare Number to String."],
    ['issue.status == user', 'TYPE', "Can't compare IssueStatus to User."],
    ['issue.customfield_10053 == user', 'TYPE', "Can't compare Map to User."],
    ['issue.comments.length', 'NOT_MODELLED', 'Issue.comments'],
    ['issue?.changelogs', 'NOT_MODELLED', 'Issue.changelogs'],
    ['user.permissions', 'NOT_MODELLED', 'User.permissions'],
    ['user.emailAddress', 'TYPE', '"emailAddress"'],
    ['"by " + user', 'NOT_MODELLED', 'Writing a User'],
  ])('%s fails: %s, %s', (source, kind, words) => {
    expect(() => run(source)).toThrow(
      expect.objectContaining({ kind, message: expect.stringContaining(words) }),
    );
  });

  it('without identity equal only themselves', () => {
    const [one, other] = [new ExpressionObject('Thing', {}), new ExpressionObject('Thing', {})];
    expect(evaluate('[one == one, one == other]', { one, other })).toStrictEqual([true, false]);
  });

  it('compute a property only when it is read', () => {
    let reads = 0;
    const thing = new ExpressionObject('Thing', { cheap: () => 1, dear: () => (reads += 1) });
    evaluate('thing.cheap', { thing });
    expect(reads).toBe(0);
    expect(evaluate('thing.dear', { thing })).toBe(1);
  });

  it('refuses variables that no expression can hold', () => {
    expect(() => evaluate('a', { a: () => 1 })).toThrow(TypeError);
    expect(() => evaluate('a', { a: new Map() })).toThrow(TypeError);
  });

  it('gives objects back as they came', () => {
    expect(run('issue.customfield_10050')).toStrictEqual(
      expect.objectContaining({ identity: owner().identity }),
    );
  });
});
