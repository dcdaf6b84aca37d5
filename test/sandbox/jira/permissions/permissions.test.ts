import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  can,
  isInGroup,
  isInProjectRole,
  isJiraAdministrator,
} from '../../../../sandbox/jira/permissions/permissions.ts';
import { provisionedSite, type ProvisionedSite } from '../admin/provisioned.ts';
import type { Issue } from '../../../../sandbox/jira/model.ts';

let site: ProvisionedSite;
let issue: Issue;

beforeEach(async () => {
  site = await provisionedSite();
  site.site.createUser({ accountId: 'guest', displayName: 'Guest', email: 'g@aurora.example' });
  site.site.createUser({
    accountId: 'customer',
    displayName: 'Cy',
    email: 'c@example.com',
    accountType: 'customer',
  });
  issue = {
    id: '1',
    key: 'GOV-1',
    projectId: site.ids.project,
    issueTypeId: site.ids.issueType,
    statusId: site.ids.statuses.requested,
    created: '',
    updated: '',
    creator: 'admin',
    fields: {
      reporter: 'engineer',
      assignee: 'guest',
      [site.ids.fields.user]: 'engineer',
      customfield_99: ['guest'],
    },
    properties: {},
  };
  site.site.context.records.issues.put(issue);
});

const granting = async (holder: object) => {
  await site.ok('PUT', `permissionscheme/${site.ids.permissionScheme}`, {
    name: 'GOV permissions',
    permissions: [{ holder, permission: 'EDIT_ISSUES' }],
  });
};

const mayEdit = (accountId: string) => {
  const project = site.site.context.records.projects.get(site.ids.project);
  return can(site.site.context, accountId, 'EDIT_ISSUES', project, issue);
};

describe('a grant', () => {
  it.each<[string, () => object, string[]]>([
    ['to anyone', () => ({ type: 'anyone' }), ['admin', 'engineer', 'guest', 'customer', 'stranger']],
    [
      'to everyone who is signed in and licensed',
      () => ({ type: 'applicationRole' }),
      ['admin', 'engineer', 'guest'],
    ],
    [
      'to a product',
      () => ({ type: 'applicationRole', parameter: 'jira-software' }),
      ['admin', 'engineer', 'guest'],
    ],
    ['to a group', () => ({ type: 'group', parameter: 'staff' }), ['engineer']],
    ['to a person', () => ({ type: 'user', parameter: 'guest' }), ['guest']],
    ['to the reporter', () => ({ type: 'reporter' }), ['engineer']],
    ['to the assignee', () => ({ type: 'assignee' }), ['guest']],
    ['to the lead', () => ({ type: 'projectLead' }), ['admin']],
    [
      'to who is in a field',
      () => ({ type: 'userCustomField', parameter: site.ids.fields.user }),
      ['engineer'],
    ],
    ['to a role', () => ({ type: 'projectRole', parameter: '10002' }), ['admin']],
  ])('%s gives it to them alone', async (_name, holder, expected) => {
    await granting(holder());
    const everyone = ['admin', 'engineer', 'guest', 'customer', 'stranger', 'leaver'];
    expect(everyone.filter(mayEdit)).toEqual(expected);
  });

  it('to the reporter gives nothing where there is no work item', async () => {
    await granting({ type: 'reporter' });
    const project = site.site.context.records.projects.get(site.ids.project);
    expect(can(site.site.context, 'engineer', 'EDIT_ISSUES', project)).toBe(false);
  });

  it('is of one permission only', async () => {
    await granting({ type: 'anyone' });
    const project = site.site.context.records.projects.get(site.ids.project);
    expect(can(site.site.context, 'engineer', 'DELETE_ISSUES', project, issue)).toBe(false);
  });

  it('to the role of apps gives it to the app, and no other does', async () => {
    await granting({ type: 'projectLead' });
    expect(mayEdit('712020:app')).toBe(false);
    await granting({ type: 'projectRole', parameter: '10003' });
    expect(mayEdit('712020:app')).toBe(true);
    expect(mayEdit('admin')).toBe(false);
  });
});

describe('administering Jira', () => {
  it('is for the groups of administrators and for the app', () => {
    site.site.createUser({
      accountId: 'owner',
      displayName: 'Owner',
      email: 'o@aurora.example',
      groups: ['site-admins'],
    });
    site.site.createUser({
      accountId: 'former',
      displayName: 'Former',
      email: 'f@aurora.example',
      active: false,
      groups: ['jira-administrators'],
    });
    const everyone = ['admin', 'owner', 'former', 'engineer', 'customer', 'stranger', '712020:app'];
    expect(everyone.filter(who => isJiraAdministrator(site.site.context, who))).toEqual([
      'admin',
      'owner',
      '712020:app',
    ]);
    expect(isJiraAdministrator(site.site.context, { kind: 'anonymous' })).toBe(false);
  });
});

describe('asking for permissions', () => {
  it('answers a person for themselves', async () => {
    const answer = await site.ok<{ permissions: Record<string, { havePermission: boolean }> }>(
      'GET',
      'mypermissions?permissions=ADMINISTER,CREATE_ISSUES,DELETE_ISSUES&projectKey=GOV',
      undefined,
      'engineer',
    );
    const held = Object.entries(answer.permissions).map(([key, { havePermission }]) => [key, havePermission]);
    expect(held).toEqual([
      ['ADMINISTER', false],
      ['CREATE_ISSUES', true],
      ['DELETE_ISSUES', false],
    ]);
  });

  it('tells the app that it administers only with the scope for it', async () => {
    const ask = async (scopes: string[]) => {
      const answer = await site.site.handle({
        method: 'GET',
        path: '/rest/api/3/mypermissions?permissions=ADMINISTER',
        identity: { kind: 'app', accountId: '712020:app' },
        scopes,
      });
      return answer.body;
    };
    expect(await ask(['read:jira-work'])).toMatchObject({
      permissions: { ADMINISTER: { havePermission: false } },
    });
    expect(await ask(['read:jira-work', 'manage:jira-configuration'])).toMatchObject({
      permissions: { ADMINISTER: { havePermission: true } },
    });
  });

  it('needs to be told which, and knows only those of Jira', async () => {
    expect((await site.refused('GET', 'mypermissions')).status).toBe(400);
    expect(await site.refused('GET', 'mypermissions?permissions=BE_NICE')).toMatchObject({
      status: 400,
      body: { errors: { BE_NICE: 'Unrecognized permission' } },
    });
  });

  it('answers administrators for anyone, by space and by work item', async () => {
    await granting({ type: 'reporter' });
    const ask = (accountId: string) => ({
      accountId,
      projectPermissions: [
        { permissions: ['EDIT_ISSUES'], projects: [Number(site.ids.project)], issues: [1] },
      ],
    });
    expect(await site.call('POST', 'permissions/check', ask('engineer'))).toMatchObject({
      body: { projectPermissions: [{ permission: 'EDIT_ISSUES', projects: [], issues: [1] }] },
    });
    expect(await site.call('POST', 'permissions/check', ask('guest'))).toMatchObject({
      body: { projectPermissions: [{ permission: 'EDIT_ISSUES', projects: [], issues: [] }] },
    });
    expect((await site.call('POST', 'permissions/check', ask('guest'), 'engineer')).status).toBe(403);
  });
});

describe('groups and roles', () => {
  it('are joined by name and known by id too', () => {
    const { context } = site.site;
    const staff = context.records.groups.find(({ name }) => name === 'staff')?.id ?? '';
    expect(isInGroup(context, 'engineer', 'staff')).toBe(true);
    expect(isInGroup(context, 'engineer', staff)).toBe(true);
    expect(isInGroup(context, 'guest', 'staff')).toBe(false);
  });

  it('of the space are held through groups, and the apps have their own', () => {
    const { context } = site.site;
    expect(isInProjectRole(context, 'admin', site.ids.project, '10002')).toBe(true);
    expect(isInProjectRole(context, 'engineer', site.ids.project, '10002')).toBe(false);
    expect(isInProjectRole(context, '712020:app', site.ids.project, '10003')).toBe(true);
    expect(isInProjectRole(context, 'admin', '99', '10002')).toBe(false);
  });
});
