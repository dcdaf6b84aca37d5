import type { Examples } from './example.ts';

/** Spaces, permissions and people. */
export const SPACE_EXAMPLES: Examples = {
  'GET permissionscheme': () => ({ path: 'permissionscheme?expand=permissions', status: 200 }),
  'GET permissionscheme/{schemeId}': ids => ({
    path: `permissionscheme/${ids.permissionScheme}?expand=permissions`,
    status: 200,
  }),
  'POST permissionscheme': ids => ({
    path: 'permissionscheme?expand=permissions',
    body: {
      name: 'Other',
      description: 'd',
      permissions: [
        { holder: { type: 'userCustomField', parameter: ids.fields.user }, permission: 'TRANSITION_ISSUES' },
        { holder: { type: 'projectRole', value: '10002' }, permission: 'ADMINISTER_PROJECTS' },
        { holder: { type: 'reporter' }, permission: 'EDIT_ISSUES' },
      ],
    },
    status: 201,
  }),
  'PUT permissionscheme/{schemeId}': ids => ({
    path: `permissionscheme/${ids.permissionScheme}?expand=permissions`,
    body: {
      name: 'GOV permissions',
      permissions: [{ holder: { type: 'anyone' }, permission: 'BROWSE_PROJECTS' }],
    },
    status: 200,
  }),
  'DELETE permissionscheme/{schemeId}': ids => ({
    path: `permissionscheme/${ids.permissionScheme}`,
    status: 403,
  }),
  'GET permissionscheme/{schemeId}/permission': ids => ({
    path: `permissionscheme/${ids.permissionScheme}/permission`,
    status: 200,
  }),
  'POST permissionscheme/{schemeId}/permission': ids => ({
    path: `permissionscheme/${ids.permissionScheme}/permission`,
    body: { holder: { type: 'projectRole', value: '10002' }, permission: 'MANAGE_WATCHERS' },
    status: 201,
  }),
  'GET permissionscheme/{schemeId}/permission/{permissionId}': ids => ({
    path: `permissionscheme/${ids.permissionScheme}/permission/999999`,
    status: 404,
  }),
  'DELETE permissionscheme/{schemeId}/permission/{permissionId}': ids => ({
    path: `permissionscheme/${ids.permissionScheme}/permission/999999`,
    status: 400,
  }),
  'GET permissions': () => ({ path: 'permissions', status: 200 }),
  'GET mypermissions': () => ({
    path: 'mypermissions?permissions=ADMINISTER,BROWSE_PROJECTS&projectKey=GOV',
    status: 200,
  }),
  'POST permissions/check': ids => ({
    path: 'permissions/check',
    body: {
      accountId: 'leaver',
      globalPermissions: ['ADMINISTER', 'USER_PICKER'],
      projectPermissions: [
        { permissions: ['CREATE_ISSUES', 'EDIT_ISSUES'], projects: [Number(ids.project)], issues: [99] },
      ],
    },
    status: 200,
  }),
  'POST project': () => ({
    path: 'project',
    body: { key: 'SEC', name: 'Security', projectTypeKey: 'software', leadAccountId: 'admin' },
    status: 201,
  }),
  'GET project/search': () => ({
    path: 'project/search?keys=GOV&query=gov&typeKey=business&action=browse&orderBy=-name&expand=description,lead,issueTypes',
    status: 200,
  }),
  'GET project/{projectIdOrKey}': () => ({ path: 'project/GOV', status: 200 }),
  'PUT project/{projectIdOrKey}': () => ({
    path: 'project/GOV',
    body: { name: 'Governance and risk', permissionScheme: 0 },
    status: 200,
  }),
  'DELETE project/{projectIdOrKey}': () => ({ path: 'project/GOV', status: 204 }),
  'GET project/{projectKeyOrId}/permissionscheme': () => ({
    path: 'project/GOV/permissionscheme?expand=permissions',
    status: 200,
  }),
  'PUT project/{projectKeyOrId}/permissionscheme': () => ({
    path: 'project/GOV/permissionscheme',
    body: { id: 0 },
    status: 200,
  }),
  'GET project/{projectIdOrKey}/statuses': () => ({ path: 'project/GOV/statuses', status: 200 }),
  'GET resolution': () => ({ path: 'resolution', status: 200 }),
  'POST resolution': () => ({ path: 'resolution', body: { name: 'Expired' }, status: 201 }),
  'GET resolution/search': () => ({ path: 'resolution/search?id=10000', status: 200 }),
  'GET resolution/{id}': () => ({ path: 'resolution/10000', status: 200 }),
  'GET role': () => ({ path: 'role', status: 200 }),
  'GET role/{id}': () => ({ path: 'role/10002', status: 200 }),
  'GET group/bulk': () => ({ path: 'group/bulk?groupName=staff&groupName=jira-administrators', status: 200 }),
  'GET group/member': () => ({
    path: 'group/member?groupname=jira-users&includeInactiveUsers=true',
    status: 200,
  }),
  'GET user/groups': () => ({ path: 'user/groups?accountId=engineer', status: 200 }),
  'POST forge/panel/action/bulk/async': ids => ({
    path: 'forge/panel/action/bulk/async',
    body: {
      moduleId: ids.panel,
      projectList: [
        { projectIdOrKey: 'GOV', action: 'PIN' },
        { projectIdOrKey: ids.project, action: 'UNPIN' },
      ],
    },
    status: 202,
  }),
  'POST forge/panel/action/bulk/status': ids => ({
    path: 'forge/panel/action/bulk/status',
    body: { moduleId: ids.panel, projectList: ['GOV', 'NONE'] },
    status: 200,
  }),
  'GET applicationrole': () => ({ path: 'applicationrole', status: 200 }),
};
