import { describe, expect, it } from '@jest/globals';
import { FIELD, governanceSite, type GovernanceSite } from './governance-site.ts';

interface Embedded {
  changelog: { total: number; maxResults: number; histories: { id: string }[] };
}

/** A work item that was edited `times` times, none of them too soon after the others. */
async function edited(times: number): Promise<GovernanceSite> {
  const gov = governanceSite();
  await gov.create();
  for (let edit = 1; edit <= times; edit += 1) {
    gov.clock.advance(1_000);
    await gov.ok('engineer', 'PUT', 'issue/GOV-1', { fields: { [FIELD.cost]: edit } });
  }
  return gov;
}

const idsOf = ({ changelog }: Embedded) => changelog.histories.map(({ id }) => Number(id));

describe('the changelog that comes with a work item', () => {
  it('is the newest 100 entries of one work item, with a total that counts only these', async () => {
    const gov = await edited(103);
    const { changelog } = await gov.ok<Embedded>('engineer', 'GET', 'issue/GOV-1?expand=changelog');
    expect(changelog).toMatchObject({ total: 100, maxResults: 100 });
    const whole = await gov.ok<{ total: number }>('engineer', 'GET', 'issue/GOV-1/changelog?startAt=100');
    expect(whole).toMatchObject({ total: 103, startAt: 100, isLast: true });
  });

  it.each([
    ['bulk fetch', 'issue/bulkfetch', { issueIdsOrKeys: ['GOV-1'], expand: ['changelog'] }],
    ['search', 'search/jql', { jql: 'project = GOV', fields: ['summary'], expand: 'changelog' }],
  ])('is the newest 40 entries in a %s', async (_name, path, body) => {
    const gov = await edited(43);
    const { issues } = await gov.ok<{ issues: Embedded[] }>('engineer', 'POST', path, body);
    const [issue] = issues;
    if (!issue) throw new Error('There is no work item.');
    expect(issue.changelog).toMatchObject({ total: 40 });
    const ids = idsOf(issue);
    expect(ids).toHaveLength(40);
    expect(ids).toEqual([...ids].sort((a, b) => b - a));
  });
});

describe('the limits of fetching many', () => {
  const keys = (count: number) => Array.from({ length: count }, (_, index) => `GOV-${String(index + 1)}`);
  const fields = (count: number) =>
    Array.from({ length: count }, (_, index) => `customfield_${String(index)}`);

  it.each([
    ['1,000 work items', 200, 'changelog/bulkfetch', { issueIdsOrKeys: keys(1_000) }],
    ['1,001 work items', 400, 'changelog/bulkfetch', { issueIdsOrKeys: keys(1_001) }],
    ['10 fields', 200, 'changelog/bulkfetch', { issueIdsOrKeys: ['GOV-1'], fieldIds: fields(10) }],
    ['11 fields', 400, 'changelog/bulkfetch', { issueIdsOrKeys: ['GOV-1'], fieldIds: fields(11) }],
    ['one field twice', 400, 'changelog/bulkfetch', { issueIdsOrKeys: ['GOV-1'], fieldIds: ['a', 'a'] }],
    ['10,000 entries', 200, 'changelog/bulkfetch', { issueIdsOrKeys: ['GOV-1'], maxResults: 10_000 }],
    ['10,001 entries', 400, 'changelog/bulkfetch', { issueIdsOrKeys: ['GOV-1'], maxResults: 10_001 }],
    ['100 work items', 200, 'issue/bulkfetch', { issueIdsOrKeys: keys(100) }],
    ['101 work items', 400, 'issue/bulkfetch', { issueIdsOrKeys: keys(101) }],
    ['5 properties', 200, 'issue/bulkfetch', { issueIdsOrKeys: ['GOV-1'], properties: fields(5) }],
    ['6 properties', 400, 'issue/bulkfetch', { issueIdsOrKeys: ['GOV-1'], properties: fields(6) }],
  ])('%s: %i', async (_what, status, path, body) => {
    const gov = governanceSite();
    await gov.create();
    expect((await gov.refused('engineer', 'POST', path, body)).status).toBe(status);
  });
});
