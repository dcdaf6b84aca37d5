import { describe, expect, it } from '@jest/globals';
import { hasApplicationAccess } from '../../../../sandbox/jira/permissions/groups.ts';
import { provisionedSite } from '../admin/provisioned.ts';
import { siteUnderTest } from '../admin/site-under-test.ts';

interface Listed {
  values: { name: string }[];
  total: number;
  startAt: number;
  maxResults: number;
  isLast: boolean;
  self: string;
  nextPage?: string;
}

describe('a paged list', () => {
  const { ok, refused } = siteUnderTest();
  const names = ({ values }: Listed) => values.map(({ name }) => name);

  it('gives every row once, page by page, until it says that it is the last', async () => {
    const first = await ok<Listed>('GET', 'statuses/search?maxResults=2');
    expect([names(first), first.total, first.isLast]).toEqual([['To Do', 'In Progress'], 3, false]);
    const { pathname, search } = new URL(first.nextPage ?? '');
    const second = await ok<Listed>('GET', `${pathname}${search}`.replace('/rest/api/3/', ''));
    expect([names(second), second.startAt, second.isLast]).toEqual([['Done'], 2, true]);
    expect(second).not.toHaveProperty('nextPage');
  });

  it('is empty beyond its end', async () => {
    expect(await ok<Listed>('GET', 'statuses/search?startAt=9')).toMatchObject({
      values: [],
      total: 3,
      isLast: true,
    });
  });

  it('lowers a maxResults that is too high, as Jira does, and says so', async () => {
    expect(await ok<Listed>('GET', 'field/search?maxResults=1000')).toMatchObject({ maxResults: 50 });
  });

  it('refuses a start that is no number', async () => {
    expect((await refused('GET', 'statuses/search?startAt=-1')).status).toBe(400);
  });
});

describe('lists that depend on who asks', () => {
  it('of work types: administrators see all, others those of the spaces that they can browse', async () => {
    const { ok, ids } = await provisionedSite();
    const seen = async (as: 'admin' | 'engineer') =>
      (await ok<{ name: string }[]>('GET', 'issuetype', undefined, as)).map(({ name }) => name);
    expect(await seen('admin')).toEqual(['Epic', 'Sub-task', 'Task', 'Policy exception']);
    expect(await seen('engineer')).toEqual(['Policy exception']);
    await ok('PUT', `permissionscheme/${ids.permissionScheme}`, { name: 'GOV permissions', permissions: [] });
    expect(await seen('engineer')).toEqual([]);
  });

  it('of a group’s members: who left is there only when asked for', async () => {
    const { ok } = siteUnderTest();
    const members = async (query: string) =>
      (
        await ok<{ values: { accountId: string }[] }>('GET', `group/member?groupname=jira-users${query}`)
      ).values.map(({ accountId }) => accountId);
    expect(await members('')).toEqual(['admin', 'engineer']);
    expect(await members('&includeInactiveUsers=true')).toEqual(['admin', 'engineer', 'leaver']);
  });
});

it('a product gives access to its own groups alone', () => {
  const { records } = siteUnderTest().site.context;
  expect(hasApplicationAccess(records, 'engineer', 'jira-software')).toBe(true);
  expect(hasApplicationAccess(records, 'engineer', 'jira-product-discovery')).toBe(false);
  expect(hasApplicationAccess(records, '712020:app')).toBe(false);
});
