import { describe, expect, it } from '@jest/globals';
import {
  doc,
  FIELD,
  governanceSite,
  PRODUCTION,
  STAGING,
  TRANSITION,
  type Caller,
  type GovernanceSite,
} from './governance-site.ts';

interface Page {
  issues: { id: string; key: string; fields?: Record<string, unknown> }[];
  isLast: boolean;
  nextPageToken?: string;
}

const search = (
  gov: GovernanceSite,
  jql: string,
  rest: Record<string, unknown> = {},
  as: Caller = 'engineer',
) => gov.ok<Page>(as, 'POST', 'search/jql', { jql, fields: ['key'], ...rest });

const keys = async (gov: GovernanceSite, jql: string, as: Caller = 'engineer') =>
  (await search(gov, jql, {}, as)).issues.map(({ key }) => key);

describe('searching', () => {
  it.each([
    [`"Environment" = Production`, ['GOV-1']],
    [`cf[20004] in (Production, Staging)`, ['GOV-2', 'GOV-1']],
    [`"Account owner" = approver`, ['GOV-1']],
    [`"Account owner" is EMPTY AND project = GOV`, ['GOV-3', 'GOV-2']],
    [`status = "Awaiting approval"`, ['GOV-2']],
    [`statusCategory = "To Do" ORDER BY key ASC`, ['GOV-1', 'GOV-3']],
    [`labels = urgent`, ['GOV-3']],
    [`summary ~ billing AND issuetype = "Cloud account request"`, ['GOV-3', 'GOV-2', 'GOV-1']],
    [`reporter = currentUser() AND key in (GOV-1, GOV-2)`, ['GOV-2', 'GOV-1']],
    [`"Access until" <= 2027-01-31`, ['GOV-1']],
    [`Regions = Europe`, ['GOV-2']],
    [`text ~ mainframe`, ['GOV-3']],
    [`assignee = approver OR priority = Medium ORDER BY created ASC`, ['GOV-1', 'GOV-2', 'GOV-3']],
  ])('finds by %s', async (jql, expected) => {
    const gov = governanceSite();
    await gov.create({
      [FIELD.service]: { id: PRODUCTION },
      [FIELD.owner]: { accountId: 'approver' },
      [FIELD.until]: '2027-01-31',
    });
    await gov.create({ [FIELD.service]: { id: STAGING }, [FIELD.regions]: [{ value: 'Europe' }] });
    await gov.create({ labels: ['urgent'], description: doc('The old mainframe') });
    await gov.move('engineer', 'GOV-2', TRANSITION.submit);
    expect(await keys(gov, jql)).toEqual(expected);
  });

  it.each([
    ['what is not JQL', 'project = ', /expecting/i],
    ['a field that is not there', 'Nonsense = 1', /Nonsense/],
    ['a status that is not there', 'status = Nowhere', /Nowhere/],
    ['a query that restricts nothing', 'order by created DESC', /Unbounded/],
    ['no query', '', /Unbounded/],
  ])('refuses %s', async (_what, jql, message) => {
    const gov = governanceSite();
    for (const path of ['search/jql', 'search/approximate-count']) {
      const answer = await gov.refused('engineer', 'POST', path, { jql });
      expect(answer).toMatchObject({
        status: 400,
        body: { errorMessages: [expect.stringMatching(message)] },
      });
    }
  });

  it('shows only what the caller may see', async () => {
    const gov = governanceSite();
    await gov.create();
    expect(await keys(gov, 'project = GOV', 'reader')).toEqual(['GOV-1']);
    expect(await keys(gov, 'created > "2020-01-01"', 'outsider')).toEqual([]);
    expect(
      await gov.ok('outsider', 'POST', 'search/approximate-count', { jql: 'created > "2020-01-01"' }),
    ).toEqual({ count: 0 });
    expect(await gov.ok('reader', 'POST', 'search/approximate-count', { jql: 'project = GOV' })).toEqual({
      count: 1,
    });
  });

  it('pages by token, without a total, each work item once', async () => {
    const gov = governanceSite();
    for (let turn = 0; turn < 5; turn++) await gov.create();
    const seen: string[] = [];
    let token: string | undefined;
    do {
      const page = await search(gov, 'project = GOV ORDER BY key ASC', {
        maxResults: 2,
        ...(token ? { nextPageToken: token } : {}),
      });
      expect(page).not.toHaveProperty('total');
      expect(page.isLast).toBe(page.nextPageToken === undefined);
      seen.push(...page.issues.map(({ key }) => key));
      token = page.nextPageToken;
    } while (token !== undefined);
    expect(seen).toEqual(['GOV-1', 'GOV-2', 'GOV-3', 'GOV-4', 'GOV-5']);
    expect(
      (await gov.refused('engineer', 'POST', 'search/jql', { jql: 'project = GOV', nextPageToken: 'x' }))
        .status,
    ).toBe(400);
  });

  it('gives ids alone unless fields are asked for; then these, their names and the changelog', async () => {
    const gov = governanceSite();
    await gov.create({ [FIELD.owner]: { accountId: 'approver' } });
    await gov.move('engineer', 'GOV-1', TRANSITION.submit);
    const ids = await gov.ok<Page>('engineer', 'POST', 'search/jql', { jql: 'project = GOV' });
    expect(ids.issues[0]).not.toHaveProperty('fields');
    const page = await gov.ok<Page>(
      'engineer',
      'GET',
      `search/jql?jql=${encodeURIComponent('project = GOV')}&fields=summary,${FIELD.owner}&expand=names,schema,changelog`,
    );
    expect(page.issues[0]?.fields).toEqual({
      summary: 'An account for billing',
      [FIELD.owner]: expect.objectContaining({ accountId: 'approver' }),
    });
    expect(page).toMatchObject({
      names: { summary: 'Summary', [FIELD.owner]: 'Account owner' },
      schema: { [FIELD.owner]: { type: 'user' } },
      issues: [{ changelog: { total: 1 } }],
    });
  });

  it('may be late, but not for work items that are to be reconciled', async () => {
    const gov = governanceSite({ settings: { searchLag: 30_000 } });
    await gov.create();
    expect(await keys(gov, 'project = GOV')).toEqual([]);
    gov.clock.advance(30_000);
    expect(await keys(gov, 'project = GOV')).toEqual(['GOV-1']);
    await gov.move('engineer', 'GOV-1', TRANSITION.submit);
    expect(await keys(gov, 'status = Requested')).toEqual(['GOV-1']);
    const { issues } = await search(gov, 'project = GOV');
    const reconcileIssues = [Number(issues[0]?.id)];
    expect((await search(gov, 'status = Requested', { reconcileIssues })).issues).toEqual([]);
    expect((await search(gov, 'status = "Awaiting approval"', { reconcileIssues })).issues).toHaveLength(1);
    gov.clock.advance(15_000);
    await gov.move('engineer', 'GOV-1', TRANSITION.approve);
    gov.clock.advance(15_000);
    expect(await keys(gov, 'status = "Awaiting approval"')).toEqual(['GOV-1']);
    await gov.ok('admin', 'DELETE', 'issue/GOV-1');
    gov.clock.advance(20_000);
    expect(await keys(gov, 'status = Approved')).toEqual(['GOV-1']);
    gov.clock.advance(20_000);
    expect(await keys(gov, 'project = GOV')).toEqual([]);
  });
});

describe('fetching many', () => {
  it('gives the work items by id, and names those that are not to be seen', async () => {
    const gov = governanceSite();
    await gov.create();
    await gov.create();
    const body = { issueIdsOrKeys: ['GOV-2', 'gov-1', 'GOV-9'], fields: ['summary'] };
    const answer = await gov.ok<Page & { issueErrors: unknown[] }>(
      'engineer',
      'POST',
      'issue/bulkfetch',
      body,
    );
    expect(answer.issues.map(({ key }) => key)).toEqual(['GOV-1', 'GOV-2']);
    expect(answer.issueErrors).toEqual([{ id: 'GOV-9', errorMessage: expect.any(String) }]);
    expect(await gov.ok('outsider', 'POST', 'issue/bulkfetch', body)).toMatchObject({ issues: [] });
    expect((await gov.refused('engineer', 'POST', 'issue/bulkfetch', { issueIdsOrKeys: [] })).status).toBe(
      400,
    );
  });

  it('gives changelogs by field, oldest first, over pages', async () => {
    const gov = governanceSite();
    await gov.create();
    await gov.create();
    const edit = (key: string, summary: string) =>
      gov.ok('engineer', 'PUT', `issue/${key}`, { fields: { summary, [FIELD.cost]: summary.length } });
    await edit('GOV-2', 'one');
    await edit('GOV-1', 'two2');
    await gov.move('engineer', 'GOV-1', TRANSITION.submit);
    const bulk = (rest: Record<string, unknown>, as: Caller = 'engineer') =>
      gov.ok<{
        issueChangeLogs: { issueId: string; changeHistories: { items: { fieldId: string }[] }[] }[];
        nextPageToken?: string;
      }>(as, 'POST', 'changelog/bulkfetch', { issueIdsOrKeys: ['GOV-1', 'GOV-2'], ...rest });
    const fieldIds = (answer: Awaited<ReturnType<typeof bulk>>) =>
      answer.issueChangeLogs.map(({ changeHistories }) =>
        changeHistories.flatMap(({ items }) => items.map(item => item.fieldId)),
      );
    expect(fieldIds(await bulk({ fieldIds: ['status', 'summary'] }))).toEqual([
      ['summary'],
      ['summary', 'status'],
    ]);
    const first = await bulk({ maxResults: 2 });
    expect(first.nextPageToken).toBeDefined();
    expect(fieldIds(await bulk({ maxResults: 2, nextPageToken: first.nextPageToken }))).toEqual([['status']]);
    expect(await bulk({}, 'outsider')).toEqual({ issueChangeLogs: [] });
  });
});
