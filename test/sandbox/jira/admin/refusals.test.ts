import { describe, expect, it } from '@jest/globals';
import { provisionedSite, type Provisioned } from './provisioned.ts';

const PLUGIN = 'com.atlassian.jira.plugin.system.customfieldtypes';
const long = (length: number) => 'x'.repeat(length);

/** Each request, what it is refused with, and its permitted twin: the same but for the one thing that is wrong. */
type Case = [
  name: string,
  method: string,
  (ids: Provisioned) => { path: string; wrong: unknown; right: unknown },
  status: number,
];

const CASES: Case[] = [
  [
    'a work type whose name is taken, whatever the case',
    'POST',
    () => ({ path: 'issuetype', wrong: { name: 'POLICY exception' }, right: { name: 'Policy review' } }),
    409,
  ],
  [
    'a work type named with 61 characters',
    'POST',
    () => ({ path: 'issuetype', wrong: { name: long(61) }, right: { name: long(60) } }),
    400,
  ],
  [
    'a work type renamed to a name that is taken',
    'PUT',
    ids => ({ path: `issuetype/${ids.issueType}`, wrong: { name: 'task' }, right: { name: 'Exception' } }),
    409,
  ],
  [
    'a status whose name is taken',
    'POST',
    () => ({ path: 'statuses', wrong: statuses('requested'), right: statuses('Asked') }),
    400,
  ],
  [
    'two new statuses of one name',
    'POST',
    () => ({ path: 'statuses', wrong: statuses('Asked', 'ASKED'), right: statuses('Asked', 'Told') }),
    400,
  ],
  [
    'a status named with 256 characters',
    'POST',
    () => ({ path: 'statuses', wrong: statuses(long(256)), right: statuses(long(255)) }),
    400,
  ],
  [
    'a field of a type that no one knows',
    'POST',
    () => ({
      path: 'field',
      wrong: { name: 'F', type: 'com.example:colour' },
      right: { name: 'F', type: `${PLUGIN}:float` },
    }),
    400,
  ],
  [
    'a field with the searcher of another type',
    'POST',
    () => ({
      path: 'field',
      wrong: { name: 'F', type: `${PLUGIN}:float`, searcherKey: `${PLUGIN}:textsearcher` },
      right: { name: 'F', type: `${PLUGIN}:float`, searcherKey: `${PLUGIN}:exactnumber` },
    }),
    400,
  ],
  [
    'a second global context',
    'POST',
    ids => ({
      path: `field/${ids.fields.select}/context`,
      wrong: { name: 'C' },
      right: { name: 'C', projectIds: [ids.project] },
    }),
    400,
  ],
  [
    'a context of a space that is unknown',
    'POST',
    ids => ({
      path: `field/${ids.fields.select}/context`,
      wrong: { name: 'C', projectIds: ['99'] },
      right: { name: 'C', projectIds: [ids.project] },
    }),
    404,
  ],
  [
    'an option that is there already',
    'POST',
    ids => ({
      path: `field/${ids.fields.select}/context/${ids.context}/option`,
      wrong: { options: [{ value: 'Production' }] },
      right: { options: [{ value: 'Staging' }] },
    }),
    400,
  ],
  [
    'an option renamed to another one',
    'PUT',
    ids => ({
      path: `field/${ids.fields.select}/context/${ids.context}/option`,
      wrong: { options: [{ id: ids.options[1], value: 'Production' }] },
      right: { options: [{ id: ids.options[1], value: 'Sandpit' }] },
    }),
    400,
  ],
  [
    'an option that is unknown',
    'PUT',
    ids => ({
      path: `field/${ids.fields.select}/context/${ids.context}/option`,
      wrong: { options: [{ id: '99', value: 'S' }] },
      right: { options: [{ id: ids.options[0], value: 'S' }] },
    }),
    404,
  ],
  [
    'a screen whose name is taken',
    'POST',
    () => ({ path: 'screens', wrong: { name: 'gov SCREEN' }, right: { name: 'Other' } }),
    400,
  ],
  [
    'a field that is on the screen already',
    'POST',
    ids => ({
      path: `screens/${ids.screen}/tabs/${ids.tab}/fields`,
      wrong: { fieldId: 'summary' },
      right: { fieldId: 'labels' },
    }),
    400,
  ],
  [
    'a field that no screen takes',
    'POST',
    ids => ({
      path: `screens/${ids.screen}/tabs/${ids.tab}/fields`,
      wrong: { fieldId: 'status' },
      right: { fieldId: 'assignee' },
    }),
    400,
  ],
  [
    'a field that is unknown, on a screen',
    'POST',
    ids => ({
      path: `screens/${ids.screen}/tabs/${ids.tab}/fields`,
      wrong: { fieldId: 'customfield_99' },
      right: { fieldId: ids.fields.select },
    }),
    404,
  ],
  [
    'a tab whose name is taken',
    'POST',
    ids => ({ path: `screens/${ids.screen}/tabs`, wrong: { name: 'Field Tab' }, right: { name: 'More' } }),
    400,
  ],
  [
    'a screen scheme whose name is taken',
    'POST',
    ids => ({
      path: 'screenscheme',
      wrong: { name: 'GOV screen scheme', screens: { default: Number(ids.screen) } },
      right: { name: 'Other', screens: { default: Number(ids.screen) } },
    }),
    400,
  ],
  [
    'a screen scheme with a screen that is unknown',
    'POST',
    ids => ({
      path: 'screenscheme',
      wrong: { name: 'Other', screens: { default: 99 } },
      right: { name: 'Other', screens: { default: Number(ids.screen) } },
    }),
    404,
  ],
  [
    'work type screens without a default',
    'POST',
    ids => ({
      path: 'issuetypescreenscheme',
      wrong: { name: 'Other', issueTypeMappings: [map(ids.issueType)] },
      right: { name: 'Other', issueTypeMappings: [map('default')] },
    }),
    400,
  ],
  [
    'work type screens with a type twice',
    'POST',
    ids => ({
      path: 'issuetypescreenscheme',
      wrong: { name: 'Other', issueTypeMappings: [map('default'), map(ids.issueType), map(ids.issueType)] },
      right: { name: 'Other', issueTypeMappings: [map('default'), map(ids.issueType)] },
    }),
    400,
  ],
  [
    'work type screens of a type that is unknown',
    'POST',
    ids => ({
      path: 'issuetypescreenscheme',
      wrong: { name: 'Other', issueTypeMappings: [map('default'), map('99')] },
      right: { name: 'Other', issueTypeMappings: [map('default'), map(ids.issueType)] },
    }),
    404,
  ],
  [
    'a second default for work type screens',
    'PUT',
    ids => ({
      path: `issuetypescreenscheme/${ids.issueTypeScreenScheme}/mapping`,
      wrong: { issueTypeMappings: [map('default')] },
      right: { issueTypeMappings: [map(ids.issueType)] },
    }),
    400,
  ],
  [
    'a work type scheme whose name is taken',
    'POST',
    ids => ({
      path: 'issuetypescheme',
      wrong: { name: 'gov work types', issueTypeIds: [ids.issueType] },
      right: { name: 'Other', issueTypeIds: [ids.issueType] },
    }),
    409,
  ],
  [
    'a work type scheme whose default it lacks',
    'POST',
    ids => ({
      path: 'issuetypescheme',
      wrong: { name: 'Other', issueTypeIds: [ids.issueType], defaultIssueTypeId: '10002' },
      right: { name: 'Other', issueTypeIds: [ids.issueType], defaultIssueTypeId: ids.issueType },
    }),
    400,
  ],
  [
    'a work type that the scheme has',
    'PUT',
    ids => ({
      path: `issuetypescheme/${ids.issueTypeScheme}/issuetype`,
      wrong: { issueTypeIds: [ids.issueType] },
      right: { issueTypeIds: ['10002'] },
    }),
    400,
  ],
  [
    'a work type that is unknown, for a scheme',
    'PUT',
    ids => ({
      path: `issuetypescheme/${ids.issueTypeScheme}/issuetype`,
      wrong: { issueTypeIds: ['99'] },
      right: { issueTypeIds: ['10002'] },
    }),
    404,
  ],
  [
    'a workflow scheme with a workflow that is unknown',
    'POST',
    ids => ({
      path: 'workflowscheme',
      wrong: { name: 'Other', issueTypeMappings: { [ids.issueType]: 'None' } },
      right: { name: 'Other', issueTypeMappings: { [ids.issueType]: ids.workflow.name } },
    }),
    400,
  ],
  [
    'a workflow scheme for a work type that is unknown',
    'POST',
    ids => ({
      path: 'workflowscheme',
      wrong: { name: 'Other', issueTypeMappings: { 99: 'jira' } },
      right: { name: 'Other', issueTypeMappings: { [ids.issueType]: 'jira' } },
    }),
    400,
  ],
  [
    'a workflow scheme whose name is taken',
    'POST',
    () => ({ path: 'workflowscheme', wrong: { name: 'GOV workflow scheme' }, right: { name: 'Other' } }),
    400,
  ],
  [
    'a permission scheme whose name is taken',
    'POST',
    () => ({ path: 'permissionscheme', wrong: { name: 'GOV permissions' }, right: { name: 'Other' } }),
    400,
  ],
  [
    'a grant of a permission that is unknown',
    'POST',
    () => ({
      path: 'permissionscheme',
      wrong: grant({ type: 'anyone' }, 'BE_NICE'),
      right: grant({ type: 'anyone' }),
    }),
    400,
  ],
  [
    'a grant of a global permission',
    'POST',
    () => ({
      path: 'permissionscheme',
      wrong: grant({ type: 'anyone' }, 'ADMINISTER'),
      right: grant({ type: 'anyone' }),
    }),
    400,
  ],
  [
    'a grant to a group that is unknown',
    'POST',
    () => ({
      path: 'permissionscheme',
      wrong: grant({ type: 'group', parameter: 'nobody' }),
      right: grant({ type: 'group', parameter: 'staff' }),
    }),
    400,
  ],
  [
    'a grant to a kind of holder that is unknown',
    'POST',
    () => ({
      path: 'permissionscheme',
      wrong: grant({ type: 'cat' }),
      right: grant({ type: 'projectLead' }),
    }),
    400,
  ],
  [
    'a space whose key is taken',
    'POST',
    () => ({ path: 'project', wrong: space({ key: 'GOV' }), right: space() }),
    400,
  ],
  [
    'a space whose name is taken',
    'POST',
    () => ({ path: 'project', wrong: space({ name: 'governance' }), right: space() }),
    400,
  ],
  [
    'a space with a key in small letters',
    'POST',
    () => ({ path: 'project', wrong: space({ key: 'Sec' }), right: space() }),
    400,
  ],
  [
    'a space with a key of 11 characters',
    'POST',
    () => ({ path: 'project', wrong: space({ key: 'S'.repeat(11) }), right: space({ key: 'S'.repeat(10) }) }),
    400,
  ],
  [
    'a space led by someone who left',
    'POST',
    () => ({
      path: 'project',
      wrong: space({ leadAccountId: 'leaver' }),
      right: space({ leadAccountId: 'engineer' }),
    }),
    400,
  ],
  [
    'a space led by an app',
    'POST',
    () => ({ path: 'project', wrong: space({ leadAccountId: '712020:app' }), right: space() }),
    400,
  ],
  [
    'a space with a scheme that is unknown',
    'POST',
    ids => ({
      path: 'project',
      wrong: space({ workflowScheme: 99 }),
      right: space({ workflowScheme: Number(ids.workflowScheme) }),
    }),
    400,
  ],
  [
    'a space of no type',
    'POST',
    () => ({ path: 'project', wrong: space({ projectTypeKey: undefined }), right: space() }),
    400,
  ],
];

describe('Jira refuses', () => {
  it.each(CASES)('%s, and takes its permitted twin', async (_name, method, request, status) => {
    const site = await provisionedSite();
    const { path, wrong, right } = request(site.ids);
    const refused = await site.refused(method, path, plain(wrong));
    expect(refused.status).toBe(status);
    const { errorMessages, errors } = refused.body as {
      errorMessages: string[];
      errors: Record<string, string>;
    };
    expect([...errorMessages, ...Object.values(errors)].join('')).not.toBe('');
    expect((await site.call(method, path, plain(right))).status).toBeLessThan(300);
  });

  it('nothing in two custom fields of one name', async () => {
    const { ok, site } = await provisionedSite();
    await ok('POST', 'field', { name: 'Environment', type: `${PLUGIN}:select` });
    expect(site.context.records.fields.filter(({ name }) => name === 'Environment')).toHaveLength(2);
  });

  it('a query parameter that is not modelled, by name', async () => {
    const { site } = await provisionedSite();
    const identity = { kind: 'user', accountId: 'admin' } as const;
    expect(
      await site.handle({ method: 'GET', path: '/rest/api/3/field/search?projectIds=1', identity }),
    ).toEqual({
      status: 501,
      body: {
        errorMessages: ['NOT_MODELLED: GET /rest/api/3/field/search with the query parameter projectIds'],
        errors: {},
      },
    });
  });

  it('a template, which would make schemes of its own', async () => {
    const { site } = await provisionedSite();
    const body = space({
      projectTemplateKey: 'com.atlassian.jira-core-project-templates:jira-core-simplified-task-tracking',
    });
    const identity = { kind: 'user', accountId: 'admin' } as const;
    expect((await site.handle({ method: 'POST', path: '/rest/api/3/project', body, identity })).status).toBe(
      501,
    );
  });
});

function statuses(...names: string[]) {
  return { scope: { type: 'GLOBAL' }, statuses: names.map(name => ({ name, statusCategory: 'TODO' })) };
}

function map(issueTypeId: string) {
  return { issueTypeId, screenSchemeId: '1' };
}

function grant(holder: { type: string; parameter?: string }, permission = 'BROWSE_PROJECTS') {
  return { name: 'Other', permissions: [{ holder, permission }] };
}

function space(changes: Record<string, unknown> = {}) {
  return { key: 'SEC', name: 'Security', projectTypeKey: 'business', leadAccountId: 'admin', ...changes };
}

/** As JSON carries it: without undefined properties. */
function plain(body: unknown): unknown {
  return JSON.parse(JSON.stringify(body));
}
