import { describe, expect, it } from '@jest/globals';
import { evaluate } from '../../../../sandbox/jira/expressions/index.ts';
import { statusObject, userObject } from '../../../../sandbox/jira/expressions/jira-types.ts';
import { whoMayExpression } from '../../../../src/provisioning/domain/workflow/who-may-expression';
import type { Who } from '../../../../src/domain/work-type/work-type';
import { exampleIssue } from '../../../sandbox/jira/expressions/example-issue.ts';

type Rule = Exclude<Who, 'editor'>;
type Person = 'accountable' | 'performer' | 'creator' | 'app' | 'stranger' | 'no one';

const IDS = {
  accountable: 'customfield_10050',
  performer: 'customfield_10060',
  beneficiary: 'customfield_10070',
  app: '712020:0f1e2d3c-0000-4000-8000-000000000001',
};
const PEOPLE: readonly Person[] = ['accountable', 'performer', 'creator', 'app', 'stranger', 'no one'];

const personOf = (name: Person) =>
  name === 'no one'
    ? null
    : userObject({
        accountId: name === 'app' ? IDS.app : name,
        displayName: name,
        active: true,
        timeZone: 'UTC',
      });

const statusOf = (id: string) =>
  statusObject({ id, name: 'Whatever', description: '', statusCategory: 'IN_PROGRESS' });

/** Who may, of everyone, while the ticket is in a status and routed (or not). */
function allowed(rule: Rule, status: string, routed = true): Person[] {
  const source = whoMayExpression(rule, IDS);
  const customFields = {
    customfield_10050: routed ? personOf('accountable') : null,
    customfield_10060: routed ? personOf('performer') : null,
  };
  const issue = exampleIssue({ status: statusOf(status), creator: personOf('creator'), customFields });
  return PEOPLE.filter(name => {
    const answer = evaluate(source, { user: personOf(name), issue });
    // A condition that answers anything but true or false blocks for reasons that no one sees.
    if (typeof answer !== 'boolean') throw new Error(`Not a condition: ${String(answer)}`);
    return answer;
  });
}

describe('who may grant and revoke', () => {
  const RULE = 'accountable or performer, never the beneficiary';

  /** A user picker of Jira's own is a Map. */
  function allowedFor(beneficiary: Person | null): Person[] {
    const customFields = {
      customfield_10050: personOf('accountable'),
      customfield_10060: personOf('performer'),
      customfield_10070: beneficiary && { accountId: beneficiary },
    };
    const issue = exampleIssue({ status: statusOf('10013'), creator: personOf('creator'), customFields });
    const source = whoMayExpression(RULE, IDS);
    return PEOPLE.filter(name => evaluate(source, { user: personOf(name), issue }) === true);
  }

  it.each<[Person | null, Person[]]>([
    ['stranger', ['accountable', 'performer']],
    ['accountable', ['performer']],
    ['performer', ['accountable']],
    [null, ['accountable', 'performer']],
  ])('when it is for %s: %j', (beneficiary, expected) => {
    expect(allowedFor(beneficiary)).toEqual(expected);
  });

  it('is not written without the field that names the beneficiary', () => {
    const { beneficiary: _beneficiary, ...ids } = IDS;
    expect(() => whoMayExpression(RULE, ids)).toThrow(RangeError);
  });

  it('fits into a rule', () => {
    expect(whoMayExpression(RULE, IDS).length).toBeLessThan(1_000);
  });
});

describe('who may make a transition', () => {
  it.each<[Rule, string, Person[], Person[]]>([
    ['accountable', '10012', ['accountable'], []],
    ['accountable or performer', '10013', ['accountable', 'performer'], []],
    ['creator or accountable', '10012', ['accountable', 'creator'], ['creator']],
    ['creator or accountable', '10013', ['accountable', 'creator'], ['creator']],
    ['app', '10012', ['app'], ['app']],
  ])('%s, in the status %s: %j, and %j when no one is accountable', (rule, status, routed, unrouted) => {
    expect(allowed(rule, status)).toEqual(routed);
    expect(allowed(rule, status, false)).toEqual(unrouted);
  });

  it.each<Rule>(['accountable', 'accountable or performer', 'creator or accountable', 'app'])(
    '%s: fits into a rule, also with the longest ids',
    rule => {
      const ids = {
        accountable: 'customfield_1234567890',
        performer: 'customfield_1234567891',
        beneficiary: 'customfield_1234567892',
        app: '712020:01234567-89ab-cdef-0123-456789abcdef',
      };
      expect(whoMayExpression(rule, ids).length).toBeLessThan(1_000);
    },
  );

  it('is not made of anything but ids', () => {
    expect(() => whoMayExpression('accountable', { ...IDS, accountable: 'x == null || true' })).toThrow(
      RangeError,
    );
    expect(() => whoMayExpression('app', { ...IDS, app: 'x" || "" == "' })).toThrow(RangeError);
  });
});
