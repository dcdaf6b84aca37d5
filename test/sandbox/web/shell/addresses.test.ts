import { describe, expect, it } from '@jest/globals';
import { routeOf } from '../../../../sandbox/web/shell/routes.ts';
import { addressOf, addressOfSearch, jqlOf, queryOf } from '../../../../sandbox/web/shell/list/query.ts';

describe('the search box', () => {
  it.each([
    ['gov-12', '/browse/GOV-12'],
    ['new account', '/issues?text=new+account'],
    ['who is in charge', '/issues?text=who+is+in+charge'],
    ['status = Approved', '/issues?jql=status+%3D+Approved'],
    ['assignee is empty', '/issues?jql=assignee+is+empty'],
    ['status in (Approved, Requested)', '/issues?jql=status+in+%28Approved%2C+Requested%29'],
  ])('%j leads to %s', (typed, address) => {
    expect(addressOfSearch(typed)).toBe(address);
  });
});

describe('the list of work items', () => {
  const query = (address: string) => queryOf(new URL(address, 'http://jira').searchParams);

  it('is restricted to the spaces of the site, because Jira refuses a query without restriction', () => {
    expect(jqlOf(query('/issues'), ['GOV', 'OPS'])).toBe('project in ("GOV", "OPS") ORDER BY updated DESC');
  });

  it('asks for what its filters say', () => {
    expect(jqlOf(query('/issues?space=GOV&status=Approved&mine=1&text=aws'), [])).toBe(
      'project = "GOV" AND text ~ "aws" AND status = "Approved" AND assignee = currentUser() ORDER BY updated DESC',
    );
  });

  it('quotes what people type', () => {
    expect(jqlOf(query(`/issues?space=GOV&text=${encodeURIComponent('a" OR project = "X')}`), [])).toContain(
      'text ~ "a\\" OR project = \\"X"',
    );
  });

  it('has an address that says the same', () => {
    const address = '/issues?space=GOV&text=aws&status=Approved&mine=1';
    expect(addressOf(query(address))).toBe(address);
  });
});

describe('an address', () => {
  it.each([
    ['/browse/gov%2D12', { page: 'issue', key: 'GOV-12' }],
    ['/browse/%E0%A4%A', { page: 'issue', key: '%E0%A4%A' }],
    ['/%', { page: 'unknown' }],
  ])('%s is read as far as it can be', (address, route) => {
    expect(routeOf(new URL(address, 'http://jira'))).toEqual(route);
  });
});
