import { describe, expect, it } from '@jest/globals';
import { governanceSite } from '../issues/governance-site.ts';

type Users = { accountId: string; active: boolean }[];
const ids = (users: Users) => users.map(({ accountId }) => accountId);

describe('people', () => {
  it('are known to themselves, the app too', async () => {
    const gov = governanceSite();
    expect(await gov.ok('engineer', 'GET', 'myself')).toMatchObject({
      accountId: 'engineer',
      accountType: 'atlassian',
      displayName: 'Eve Engineer',
      active: true,
    });
    expect(await gov.ok('app', 'GET', 'myself')).toMatchObject({
      accountId: '712020:app',
      accountType: 'app',
    });
  });

  it('are told with their groups when these are asked for', async () => {
    const gov = governanceSite();
    const { groups } = await gov.ok<{ groups: { items: { name: string }[] } }>(
      'engineer',
      'GET',
      'myself?expand=groups',
    );
    expect(groups.items.map(({ name }) => name).sort()).toEqual(['jira-users', 'staff']);
  });

  it('are found by id, also those who left', async () => {
    const gov = governanceSite();
    expect(await gov.ok('engineer', 'GET', 'user?accountId=leaver')).toMatchObject({ active: false });
    expect((await gov.refused('engineer', 'GET', 'user?accountId=ghost')).status).toBe(404);
    const page = await gov.ok<{ values: Users; total: number }>(
      'engineer',
      'GET',
      'user/bulk?accountId=leaver&accountId=ghost&accountId=admin',
    );
    expect(ids(page.values)).toEqual(['leaver', 'admin']);
    expect((await gov.refused('engineer', 'GET', 'user/bulk')).status).toBe(400);
  });

  it('are listed with those who left, and searched without them', async () => {
    const gov = governanceSite();
    const everyone = await gov.ok<Users>('app', 'GET', 'users/search?maxResults=100');
    expect(everyone.find(({ accountId }) => accountId === 'leaver')).toMatchObject({ active: false });
    expect(ids(await gov.ok<Users>('engineer', 'GET', 'user/search?query=e'))).toEqual(['engineer']);
    expect(ids(await gov.ok<Users>('engineer', 'GET', 'user/search?query=approver@'))).toEqual(['approver']);
    expect(ids(await gov.ok<Users>('engineer', 'GET', 'user/search?query=lee'))).toEqual([]);
    expect((await gov.refused('engineer', 'GET', 'user/search')).status).toBe(400);
    const next = await gov.ok<Users>('app', 'GET', 'users/search?startAt=1&maxResults=2');
    expect(ids(next)).toEqual(ids(everyone).slice(1, 3));
  });

  it.each([
    ['null', null],
    ['empty', ''],
    ['absent', undefined],
  ] as const)('can keep their address to themselves: it is then %s', async (hiddenEmail, shown) => {
    const gov = governanceSite();
    gov.site.createUser({
      accountId: 'private',
      displayName: 'Pia Private',
      email: 'pia@aurora.example',
      hiddenEmail,
    });
    const { body } = await gov.site.handle({
      method: 'GET',
      path: '/rest/api/3/user?accountId=private',
      identity: { kind: 'user', accountId: 'engineer' },
    });
    const user = body as { emailAddress?: string | null };
    expect('emailAddress' in user).toBe(hiddenEmail !== 'absent');
    expect(user.emailAddress).toBe(shown);
    const found = async (query: string) => {
      const answer = await gov.site.handle({
        method: 'GET',
        path: `/rest/api/3/user/search?query=${query}`,
        identity: { kind: 'user', accountId: 'engineer' },
      });
      return ids(answer.body as Users);
    };
    expect(await found('pia@')).toEqual([]);
    expect(await found('pia')).toEqual(['private']);
    const jql = { jql: 'project = GOV AND reporter = "pia@aurora.example"', fields: ['key'] };
    await gov.create({}, 'engineer');
    expect(await gov.ok('engineer', 'POST', 'search/jql', jql)).toMatchObject({ issues: [] });
  });

  it('can be assigned when they have the permission and are active', async () => {
    const gov = governanceSite();
    const key = await gov.create();
    const assignable = ids(
      await gov.ok<Users>('engineer', 'GET', `user/assignable/search?issueKey=${key}&query=`),
    );
    expect(assignable).toEqual(expect.arrayContaining(['admin', 'engineer', 'approver']));
    expect(assignable).not.toEqual(expect.arrayContaining(['leaver']));
    expect(assignable).not.toContain('reader');
    expect(
      ids(await gov.ok<Users>('engineer', 'GET', 'user/assignable/search?project=GOV&query=ari')),
    ).toEqual(['approver']);
    expect((await gov.refused('outsider', 'GET', 'user/assignable/search?project=GOV&query=')).status).toBe(
      404,
    );
    expect((await gov.refused('engineer', 'GET', 'user/assignable/search?query=')).status).toBe(400);
  });

  it('are offered by the picker, without apps', async () => {
    const gov = governanceSite();
    const found = await gov.ok<{ users: Users; total: number }>('engineer', 'GET', 'user/picker?query=a');
    expect(ids(found.users)).toEqual(['admin', 'approver']);
    expect(found.total).toBe(2);
    const apps = await gov.ok<{ users: Users }>('engineer', 'GET', 'user/picker?query=remit');
    expect(apps.users).toEqual([]);
  });
});
