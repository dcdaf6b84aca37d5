import { describe, expect, it } from '@jest/globals';
import { compileJql, JqlError } from '../../../../sandbox/jira/jql/index.ts';
import type { JqlErrorKind, JqlOptions } from '../../../../sandbox/jira/jql/index.ts';
import { fieldOf, subjectOf, tickets } from './example-tickets.ts';

const options: JqlOptions = { currentUser: 'acc-owner', now: new Date('2026-11-20T23:30:00Z') };

function refusal(query: string, more: Partial<JqlOptions> = { field: fieldOf }): JqlError {
  try {
    const { matches, compare } = compileJql(query, { ...options, ...more });
    tickets.map(subjectOf).filter(matches).sort(compare);
  } catch (error) {
    if (error instanceof JqlError) return error;
    throw error;
  }
  throw new Error(`${query} was not refused`);
}

const invalidDate =
  "Date value 'soon' for field 'created' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', 'yyyy-MM-dd HH:mm', " +
  "'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.";

describe('a refusal', () => {
  it.each<[string, JqlErrorKind, string]>([
    [
      'invalid query',
      'SYNTAX',
      "Error in the JQL Query: Expecting operator but got 'query'. The valid operators are '=', '!=', '<', '>', '<=', " +
        "'>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'. (line 1, character 9)",
    ],
    ['summary = test', 'SYNTAX', "The operator '=' is not supported by the 'summary' field."],
    [
      'summary in test',
      'SYNTAX',
      `Operator 'in' does not support the non-list value '"test"' for field 'summary'.`,
    ],
    [
      'universe = 42',
      'UNKNOWN_FIELD',
      "Field 'universe' does not exist or you do not have permission to view it.",
    ],
    ['project = INVALID', 'UNKNOWN_VALUE', "The value 'INVALID' does not exist for the field 'project'."],
    [
      'project = GOV AND',
      'SYNTAX',
      'Error in the JQL Query: Expecting a field name at the end of the query.',
    ],
    [
      'project =',
      'SYNTAX',
      'Error in the JQL Query: Expecting either a value, list or function before the end of the query.',
    ],
    ['labels in (a, b', 'SYNTAX', "Error in the JQL Query: Expecting ')' before the end of the query."],
    [
      'project = GOV status = Approved',
      'SYNTAX',
      "Error in the JQL Query: Expecting either 'OR' or 'AND' but got 'status'. (line 1, character 15)",
    ],
    [
      'assignee = a@b',
      'SYNTAX',
      "Error in the JQL Query: The character '@' is a reserved JQL character. You must enclose it in a string or use " +
        "the escape '\\u0040' instead. (line 1, character 13)",
    ],
    [
      'project = AS',
      'SYNTAX',
      "Error in the JQL Query: 'AS' is a reserved JQL word. You must surround it in quotation marks to use it in a " +
        'query. (line 1, character 11)',
    ],
    ['created > soon', 'SYNTAX', invalidDate],
  ])("in Jira's words: %s", (query, kind, message) => {
    expect(refusal(query)).toMatchObject({ kind, message });
  });

  it.each<[string, JqlErrorKind, string]>([
    ['project', 'SYNTAX', 'Expecting operator before the end of the query'],
    ['= GOV', 'SYNTAX', "Expecting a field name but got '='"],
    ['()', 'SYNTAX', "Expecting a field name but got ')'"],
    ['project = "GOV', 'SYNTAX', "The quoted string 'GOV' has not been completed."],
    ['project = "G\\q"', 'SYNTAX', "'\\q' is an illegal JQL escape sequence."],
    ['project = (GOV)', 'SYNTAX', 'does not support the list value'],
    ['labels in ()', 'SYNTAX', "but got ')'"],
    ['labels in (a b)', 'SYNTAX', "Expecting ')' but got 'b'"],
    ['labels in ((a))', 'SYNTAX', "but got '('"],
    ['assignee is acc-owner', 'SYNTAX', 'only supports EMPTY'],
    ['assignee > acc-owner', 'SYNTAX', "The operator '>' is not supported by the 'assignee' field."],
    ['status ~ Approved', 'SYNTAX', "The operator '~' is not supported by the 'status' field."],
    ['cf[10060] ~ 3', 'SYNTAX', "The operator '~' is not supported by the 'cf[10060]' field."],
    ['created > EMPTY', 'SYNTAX', "does not support EMPTY for field 'created'"],
    ['created > 5', 'SYNTAX', "Date value '5'"],
    ['created > 2026-02-30', 'SYNTAX', "Date value '2026-02-30'"],
    ['created > "2026-11-01 24:00"', 'SYNTAX', 'Date value'],
    ['created > "2026-11-01T10:00:00Z"', 'SYNTAX', 'Date value'],
    ['created > 2026-11', 'SYNTAX', 'Date value'],
    ['cf[10061] > someday', 'SYNTAX', "Date value 'someday'"],
    ['cf[10060] = many', 'SYNTAX', "Value 'many' is invalid"],
    ['key > GOV', 'SYNTAX', "The issue key 'GOV'"],
    ['summary ~ ""', 'SYNTAX', 'empty string'],
    ['summary ~ currentUser()', 'SYNTAX', 'does not support functions'],
    [
      'status = currentUser()',
      'SYNTAX',
      "provided by the function 'currentUser' is invalid for the field 'status'",
    ],
    ['assignee = now()', 'SYNTAX', "provided by the function 'now' is invalid for the field 'assignee'"],
    ['assignee = currentUser(x)', 'SYNTAX', 'expected 0 arguments but received 1'],
    ['created > startOfDay(1, 2)', 'SYNTAX', 'at most 1 argument but received 2'],
    ['created > startOfDay(-', 'SYNTAX', "Expecting ')' before the end of the query"],
    ['project = GOV ORDER', 'SYNTAX', "Expecting 'by'"],
    ['project = GOV ORDER BY', 'SYNTAX', 'Expecting a field name'],
    ['project = GOV ORDER BY key UP', 'SYNTAX', "Expecting ',' but got 'UP'"],
    ['project = GOV ORDER BY universe', 'UNKNOWN_FIELD', "Field 'universe'"],
    ['customfield_10050 is EMPTY', 'UNKNOWN_FIELD', "Field 'customfield_10050'"],
    ['cf[99999] is EMPTY', 'UNKNOWN_FIELD', "Field 'cf[99999]'"],
    ['of = 1', 'SYNTAX', "'of' is a reserved JQL word"],
    [
      'status in (Approved, Gone)',
      'UNKNOWN_VALUE',
      "The value 'Gone' does not exist for the field 'status'.",
    ],
    ['status != Gone', 'UNKNOWN_VALUE', "The value 'Gone'"],
    ['priority > Urgent', 'UNKNOWN_VALUE', "The value 'Urgent'"],
    ['status WAS Approved', 'NOT_MODELLED', 'WAS'],
    ['status was not in (Approved)', 'NOT_MODELLED', 'WAS'],
    ['status CHANGED AFTER -1d', 'NOT_MODELLED', 'CHANGED'],
    ['issue.property[a].b = 1', 'SYNTAX', "'.'"],
    ['"issue.property"[a] = 1', 'NOT_MODELLED', 'issue.property[a]'],
    ['created > startOfWeek()', 'NOT_MODELLED', 'startOfWeek()'],
    ['labels in linkedIssues("GOV-1")', 'NOT_MODELLED', 'linkedIssues()'],
    ['created > startOfDay("-2w")', 'NOT_MODELLED', "'-2w'"],
    ['summary ~ "acc?unt"', 'NOT_MODELLED', 'acc?unt'],
    ['summary ~ "account~"', 'NOT_MODELLED', 'account~'],
    ['summary ~ "a*b"', 'NOT_MODELLED', 'a*b'],
    ['summary ~ "cloud && account"', 'NOT_MODELLED', '&&'],
    ['status > Approved', 'NOT_MODELLED', "order of the values of the field 'status'"],
    ['ORDER BY created', 'NOT_MODELLED', 'ORDER BY created without ASC or DESC'],
    ['ORDER BY priority', 'NOT_MODELLED', 'ORDER BY priority'],
  ])('%s: %s, %s', (query, kind, words) => {
    const { kind: actual, message } = refusal(query);
    expect({ actual, message }).toStrictEqual({ actual: kind, message: expect.stringContaining(words) });
  });

  it('names a depth that no one writes', () => {
    const query = `${'('.repeat(300)}key = GOV-1${')'.repeat(300)}`;
    expect(refusal(query)).toMatchObject({
      kind: 'NOT_MODELLED',
      message: expect.stringContaining('nested'),
    });
  });

  it.each<[string, JqlErrorKind]>([
    ['universe = 42', 'UNKNOWN_FIELD'],
    ['universe is EMPTY', 'UNKNOWN_FIELD'],
    ['ORDER BY universe', 'UNKNOWN_FIELD'],
    ['cf[99999] = 1', 'UNKNOWN_FIELD'],
    ['summary = test', 'SYNTAX'],
    ['created > soon', 'SYNTAX'],
    ['status = currentUser()', 'SYNTAX'],
    ['priority > Medium', 'NOT_MODELLED'],
    ['ORDER BY created', 'NOT_MODELLED'],
  ])('comes from the tickets where the site tells nothing of its fields: %s', (query, kind) => {
    expect(refusal(query, {}).kind).toBe(kind);
  });
});
