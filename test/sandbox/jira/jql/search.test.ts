import { describe, expect, it } from '@jest/globals';
import { compileJql } from '../../../../sandbox/jira/jql/index.ts';
import type { JqlOptions } from '../../../../sandbox/jira/jql/index.ts';
import { fieldOf, people, subjectOf, tickets } from './example-tickets.ts';

const options: JqlOptions = {
  currentUser: people.engineer.accountId,
  now: new Date('2026-11-20T23:30:00Z'),
  functions: { membersOf: ([group]) => (group === 'staff' ? [people.engineer, people.owner] : []) },
};

/** The numbers of the tickets that a query finds, in its order. */
function found(
  query: string,
  more: Partial<JqlOptions> = {},
  site: Partial<JqlOptions> = { field: fieldOf },
): number[] {
  const { matches, compare } = compileJql(query, { ...options, ...site, ...more });
  return tickets
    .map(subjectOf)
    .filter(matches)
    .sort(compare)
    .map(subject => {
      const [key] = subject.values('key') ?? [];
      return key?.kind === 'key' ? Number(key.key.split('-')[1]) : Number.NaN;
    });
}

describe('a query', () => {
  it.each<[string, number[]]>([
    ['', [11, 10, 2]],
    ['project = GOV', [11, 10, 2]],
    ['project = governance', [11, 10, 2]],
    ['project = 10000', [11, 10, 2]],
    ['project in ("GOV")', [11, 10, 2]],
    ['status = "Awaiting approval"', [10]],
    ["status = 'awaiting APPROVAL'", [10]],
    ['status = 10012', [10]],
    ['status = "10012"', [10]],
    ['STATUS = Approved', [11]],
    ['"status" = Approved', [11]],
    ['status != Approved', [10, 2]],
    ['status in (Approved, 10001)', [11, 2]],
    ['status not in (Approved, 10001)', [10]],
    ['statusCategory = "To Do"', [2]],
    ['statuscategory = new', [2]],
    ['statusCategory != Indeterminate', [2]],
    ['assignee = acc-owner', [10]],
    ['assignee = acc:engineer-1', [11]],
    ['assignee = "cloud owner"', [10]],
    ['assignee = "engineer@aurora.example"', [11]],
    ['assignee = engineer\\u0040aurora\\u002eexample', [11]],
    ['assignee = currentUser()', [11]],
    ['assignee = currentuser()', [11]],
    ['assignee != currentUser()', [10]],
    ['assignee is EMPTY', [2]],
    ['assignee is null', [2]],
    ['assignee = empty', [2]],
    ['assignee is not EMPTY', [11, 10]],
    ['assignee != EMPTY', [11, 10]],
    ['assignee in (currentUser(), EMPTY)', [11, 2]],
    ['assignee not in (acc-owner)', [11]],
    ['assignee not in (acc-owner, EMPTY)', [11]],
    ['assignee in membersOf("staff")', [11, 10]],
    ['assignee not in membersOf(staff)', []],
    ['assignee in membersOf(nobody)', []],
    ['NOT assignee = acc-owner', [11]],
    ['NOT assignee is EMPTY', [11, 10]],
    ['not not assignee = acc-owner', [10]],
    ['! assignee = acc-owner', [11]],
    ['NOT (assignee = acc-owner AND status = 10012)', [11, 2]],
    ['NOT (assignee = acc-owner OR labels = routed)', []],
    ['cf[10050] = acc-owner', [10]],
    ['cf[10050] != acc-owner', [11]],
    ['"Account owner" = acc:engineer-1', [10]],
    ['"account OWNER" is EMPTY', [11, 2]],
    ['labels = routed', [10, 2]],
    ['labels = ROUTED', [10, 2]],
    ['labels in (urgent)', [2]],
    ['labels != urgent', [10]],
    ['labels is EMPTY', [11]],
    ['labels != urgent OR labels is EMPTY', [11, 10]],
    ['key = GOV-10', [10]],
    ['issuekey = gov-10', [10]],
    ['id = 10011', [11]],
    ['issue in (GOV-2, GOV-11, GOV-99)', [11, 2]],
    ['key > GOV-2', [11, 10]],
    ['key >= GOV-10', [11, 10]],
    ['key < GOV-10', [2]],
    ['key <= GOV-2', [2]],
    ['key > OTHER-1', []],
    ['NOT key > GOV-2', [2]],
    ['created >= 2026-11-19', [11, 10]],
    ['created < "2026/11/19 12:01"', [10, 2]],
    ['created >= "2026-11-19 12:00"', [11, 10]],
    ['created = 2026-11-01', [2]],
    ['created > -2d', [11, 10]],
    ['created > "-1w 2d"', [11, 10]],
    ['createdDate <= -2w', [2]],
    ['created >= startOfDay()', [11]],
    ['created >= startOfDay(-1)', [11, 10]],
    ['created >= startOfDay("-1d")', [11, 10]],
    ['created <= endOfDay("-1d")', [10, 2]],
    ['created < now()', [11, 10, 2]],
    ['cf[10060] = 3', [2]],
    ['cf[10060] > 3', [11]],
    ['cf[10060] in (3, 12.5)', [11, 2]],
    ['cf[10060] != 3', [11]],
    ['cf[10061] = 2026-11-21', [10]],
    ['cf[10061] > 2026-11-21', [11]],
    ['cf[10061] <= "7d"', [10]],
    ['cf[10061] <= "2w"', [11, 10]],
    ['cf[10061] > now()', [11, 10]],
    ['cf[10061] is EMPTY', [2]],
    ['summary ~ account', [10, 2]],
    ['summary ~ "ACCOUNT data"', [2]],
    ['summary ~ "accounts"', [11]],
    ['summary ~ "acc*"', [11, 10, 2]],
    ['summary ~ "pro* account"', [10]],
    ['summary ~ "\\"cloud account\\""', [2]],
    ['summary ~ "\\"account cloud\\""', []],
    ['summary !~ account', [11]],
    ['description ~ "data team"', [10]],
    ['description !~ missing', [10]],
    ['NOT description ~ data', []],
    ['priority > Medium', [11]],
    ['priority <= 3', [10, 2]],
    ['status = Approved OR status = Requested AND labels = nothing', [11]],
    ['(status = Approved OR status = Requested) AND labels = routed', [2]],
    ['status = Approved || labels = urgent && key = GOV-2', [11, 2]],
    ['status = Approved | labels = urgent & key = GOV-2', [11, 2]],
    ['status = Approved ORDER BY key', [11]],
    ['ORDER BY key', [2, 10, 11]],
    ['ORDER BY key ASC', [2, 10, 11]],
    ['order by key desc', [11, 10, 2]],
    ['ORDER BY created ASC', [2, 10, 11]],
    ['ORDER BY assignee ASC', [11, 10, 2]],
    ['ORDER BY assignee DESC', [2, 10, 11]],
    ['ORDER BY status, key', [11, 10, 2]],
    ['ORDER BY priority DESC', [11, 2, 10]],
    ['ORDER BY cf[10060] DESC, key ASC', [10, 11, 2]],
    ['ORDER BY summary', [11, 2, 10]],
    ['project = GOV\n  AND status = Approved', [11]],
    ['project = 10000 AND (statusCategory != "To Do" OR created >= -30d) ORDER BY created ASC', [2, 10, 11]],
  ])('%s finds %j', (query, expected) => {
    expect(found(query)).toStrictEqual(expected);
    // The order of priorities is only known from the site's list; all else from the tickets alone.
    if (!query.startsWith('priority')) expect(found(query, {}, {})).toStrictEqual(expected);
  });

  it('begins its days in the time zone of who asks', () => {
    const berlin = { timeZone: 'Europe/Berlin' };
    expect(found('created >= startOfDay()', berlin)).toStrictEqual([]);
    expect(found('created >= "2026-11-20 23:30"', berlin)).toStrictEqual([11]);
    expect(found('created < 2026-11-01', berlin)).toStrictEqual([]);
    expect(found('created < "2026-11-01 01:01"', berlin)).toStrictEqual([2]);
    expect(found('cf[10061] = startOfDay()', berlin)).toStrictEqual([10]);
    expect(found('cf[10061] = startOfDay()')).toStrictEqual([]);
  });

  it('is no one for the anonymous', () => {
    expect(found('assignee = currentUser()', { currentUser: null })).toStrictEqual([]);
    expect(found('assignee != currentUser()', { currentUser: null })).toStrictEqual([11, 10]);
  });

  it('tells its fields, and whether it restricts anything', () => {
    const query = compileJql(
      'type = Bug AND (cf[10050] is EMPTY OR NOT Type = x) ORDER BY Created DESC, key',
      options,
    );
    expect(query.fields).toStrictEqual(['issuetype', 'customfield_10050', 'created', 'key']);
    expect(query.bounded).toBe(true);
    expect(compileJql('ORDER BY key', options).bounded).toBe(false);
    expect(compileJql(' ', options).bounded).toBe(false);
  });

  it('compares all at once when created together', () => {
    const same = tickets.map(ticket => subjectOf({ ...ticket, created: [{ kind: 'instant', at: 0 }] }));
    const { compare } = compileJql('', options);
    const keys = same.toSorted(compare).map(subject => subject.values('key')?.[0]);
    expect(keys).toMatchObject([{ key: 'GOV-11' }, { key: 'GOV-10' }, { key: 'GOV-2' }]);
  });
});
