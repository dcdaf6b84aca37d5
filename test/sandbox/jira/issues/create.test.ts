import { describe, expect, it } from '@jest/globals';
import { doc, FIELD, governanceSite, PLACE, PRODUCTION, RETIRED, STAGING } from './governance-site.ts';

const cannotBeSet = (field: string) =>
  `Field '${field}' cannot be set. It is not on the appropriate screen, or unknown.`;

describe('creating a work item', () => {
  it('keeps what the create screen takes, with the caller as creator and reporter', async () => {
    const gov = governanceSite();
    const key = await gov.create({
      description: doc('For the new billing system'),
      labels: ['urgent', 'billing'],
      [FIELD.owner]: { accountId: 'approver' },
      [FIELD.service]: { value: 'Production' },
      [FIELD.regions]: [{ id: '30012' }, { value: 'Europe' }],
      [FIELD.until]: '2027-02-28',
      [FIELD.meeting]: '2026-12-24T18:00:00.000+0100',
      [FIELD.contacts]: [{ accountId: 'approver' }, { accountId: 'engineer' }],
      [FIELD.cost]: 12.5,
      [FIELD.link]: 'https://aurora.example/billing',
    });
    expect(key).toBe('GOV-1');
    const { fields } = await gov.ok<{ fields: Record<string, unknown> }>('engineer', 'GET', `issue/${key}`);
    expect(fields).toMatchObject({
      summary: 'An account for billing',
      description: doc('For the new billing system'),
      labels: ['billing', 'urgent'],
      status: { name: 'Requested', statusCategory: { key: 'new' } },
      project: { key: 'GOV' },
      issuetype: { name: 'Cloud account request' },
      priority: { name: 'Medium' },
      resolution: null,
      assignee: null,
      creator: { accountId: 'engineer', displayName: 'Eve Engineer' },
      reporter: { accountId: 'engineer', active: true },
      comment: { total: 0, comments: [] },
      [FIELD.owner]: { accountId: 'approver' },
      [FIELD.service]: { id: PRODUCTION, value: 'Production' },
      [FIELD.regions]: [{ value: 'America' }, { value: 'Europe' }],
      [FIELD.until]: '2027-02-28',
      [FIELD.meeting]: '2026-12-24T17:00:00.000+0000',
      [FIELD.contacts]: [{ accountId: 'approver' }, { accountId: 'engineer' }],
      [FIELD.cost]: 12.5,
      [FIELD.text]: null,
    });
    expect(fields).not.toHaveProperty(FIELD.elsewhere);
  });

  it('numbers the work items of a project', async () => {
    const gov = governanceSite();
    expect([await gov.create(), await gov.create(), await gov.create()]).toEqual(['GOV-1', 'GOV-2', 'GOV-3']);
  });

  it('tells the app, with accounts by their ids only', async () => {
    const gov = governanceSite();
    const key = await gov.create({ assignee: { accountId: 'approver' } });
    expect(gov.events).toHaveLength(1);
    expect(gov.events[0]).toMatchObject({
      eventType: 'avi:jira:created:issue',
      atlassianId: 'engineer',
      payload: {
        associatedUsers: [{ accountId: 'engineer' }],
        issue: {
          key,
          fields: {
            summary: 'An account for billing',
            status: { name: 'Requested' },
            issuetype: { name: 'Cloud account request' },
            reporter: { accountId: 'engineer' },
            assignee: { accountId: 'approver' },
          },
        },
      },
    });
    expect(JSON.stringify(gov.events)).not.toContain('@aurora.example');
  });

  it.each<[string, Record<string, unknown>, Record<string, string>]>([
    [
      'a field that is not on the screen',
      { [FIELD.offScreen]: 'x' },
      { [FIELD.offScreen]: cannotBeSet(FIELD.offScreen) },
    ],
    [
      'a field of other projects',
      { [FIELD.elsewhere]: 'x' },
      { [FIELD.elsewhere]: cannotBeSet(FIELD.elsewhere) },
    ],
    ['a field that is not there', { customfield_1: 'x' }, { customfield_1: cannotBeSet('customfield_1') }],
    ['the status', { status: { id: '503' } }, { status: cannotBeSet('status') }],
    [
      'a reporter, without the permission for it',
      { reporter: { accountId: 'approver' } },
      { reporter: cannotBeSet('reporter') },
    ],
    ['an empty summary', { summary: ' ' }, { summary: 'You must specify a summary of the issue.' }],
    [
      'text where a document belongs',
      { description: 'x' },
      { description: 'Operation value must be an Atlassian Document (see the Atlassian Document Format)' },
    ],
    [
      'text that is too long',
      { [FIELD.text]: 'x'.repeat(256) },
      { [FIELD.text]: 'The entered text is too long. It exceeds the allowed limit of 255 characters.' },
    ],
    [
      'an account that no one has',
      { [FIELD.owner]: { accountId: 'ghost' } },
      { [FIELD.owner]: "User with account ID 'ghost' does not exist." },
    ],
    [
      'an option of another field',
      { [FIELD.service]: { id: '30011' } },
      { [FIELD.service]: "Option id '30011' is not valid" },
    ],
    [
      'an option that is disabled',
      { [FIELD.service]: { id: RETIRED } },
      { [FIELD.service]: `Option id '${RETIRED}' is not valid` },
    ],
    [
      'a day that is not in the calendar',
      { [FIELD.until]: '2027-02-29' },
      { [FIELD.until]: 'Operation value must be a string in the format yyyy-MM-dd' },
    ],
    ['a number as text', { [FIELD.cost]: '12' }, { [FIELD.cost]: 'Operation value must be a number' }],
    [
      'a label with a space',
      { labels: ['two words'] },
      { labels: "The label 'two words' contains spaces which is invalid." },
    ],
    [
      'someone who left as assignee',
      { assignee: { accountId: 'leaver' } },
      { assignee: "User 'Lee Leaver' cannot be assigned issues." },
    ],
    [
      'a work type of other projects',
      { issuetype: { name: 'Task' } },
      { issuetype: 'Specify a valid issue type' },
    ],
    [
      'a project that is not there',
      { project: { key: 'NOPE' } },
      { project: 'Specify a valid project ID or key' },
    ],
  ])('refuses %s', async (_what, fields, errors) => {
    const gov = governanceSite();
    const body = { fields: { ...PLACE, summary: 'An account', ...fields } };
    expect(await gov.refused('engineer', 'POST', 'issue', body)).toMatchObject({
      status: 400,
      body: { errors },
    });
    expect(gov.site.context.records.issues.all()).toEqual([]);
    expect(gov.events).toEqual([]);
  });

  it('lets someone with the permission name another reporter', async () => {
    const gov = governanceSite();
    const key = await gov.create({ reporter: { accountId: 'engineer' } }, 'admin');
    const answer = await gov.ok<{ fields: unknown }>('admin', 'GET', `issue/${key}?fields=reporter,creator`);
    expect(answer.fields).toMatchObject({
      reporter: { accountId: 'engineer' },
      creator: { accountId: 'admin' },
    });
  });

  it('names every field that is wrong at once', async () => {
    const gov = governanceSite();
    const fields = { ...PLACE, summary: 'x', [FIELD.cost]: 'x', [FIELD.service]: { id: STAGING }, nope: 1 };
    const { body } = await gov.refused('engineer', 'POST', 'issue', { fields });
    expect(Object.keys((body as { errors: object }).errors).sort()).toEqual([FIELD.cost, 'nope']);
  });

  it.each([
    ['reader', 'You do not have permission to create issues in this project.'],
    ['outsider', 'Specify a valid project ID or key'],
  ] as const)('is refused to the %s', async (who, message) => {
    const gov = governanceSite();
    const answer = await gov.refused(who, 'POST', 'issue', { fields: { ...PLACE, summary: 'x' } });
    expect(answer).toMatchObject({ status: 400, body: { errors: { project: message } } });
  });

  it("refuses an app's read-only field, and takes it only where the site is set to", async () => {
    const gov = governanceSite();
    const { accountable } = gov.appFields;
    const body = { fields: { ...PLACE, summary: 'x', [accountable]: { accountId: 'engineer' } } };
    const refused = { status: 400, body: { errors: { [accountable]: cannotBeSet(accountable) } } };
    expect(await gov.refused('engineer', 'POST', 'issue', body)).toMatchObject(refused);
    expect(await gov.refused('admin', 'POST', 'issue', body)).toMatchObject(refused);
    gov.set({ readOnlyOnCreate: 'accept' });
    expect(await gov.call('engineer', 'POST', 'issue', body)).toMatchObject({ status: 201 });
  });
});
