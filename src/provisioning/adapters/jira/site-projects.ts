import { route } from '@forge/api';
import { z } from 'zod';
import type { Grant, GrantHolder, PermissionScheme, SiteProjects } from '../../ports/site-projects';
import { ifFound, nothing } from '../../../adapters/jira/rest';
import { asAppOrCaller } from './as-app-or-caller';
import { created, id, named } from './shapes';
import { SPACE_SCHEMES } from './space-schemes';

const holder = z
  .object({ type: z.string(), parameter: z.string().nullish(), value: z.string().nullish() })
  .transform(({ type, parameter, value }): GrantHolder => {
    const who = value ?? parameter;
    if (type === 'applicationRole' && !who) return { type: 'anyone signed in' };
    if (type === 'projectLead') return { type: 'project lead' };
    if (type === 'reporter' || type === 'assignee') return { type };
    if (type === 'userCustomField' && who) return { type: 'user field', fieldId: who };
    if (type === 'projectRole' && who) return { type: 'project role', roleId: who };
    // Groups have an id and a name; people know the name.
    const named = parameter ?? value;
    return { type: 'other', who: `${WORDS[type] ?? type}${named ? ` ${named}` : ''}` };
  });

/** Jira's kinds of holders, in words; a kind that is not among them is named as Jira names it. */
const WORDS: Readonly<Record<string, string>> = {
  anyone: 'everyone, signed in or not',
  applicationRole: 'users of the product',
  group: 'the group',
  user: 'the account',
};

export const permissionScheme = named.extend({
  permissions: z.array(z.object({ id, permission: z.string(), holder })).default([]),
});

/** The scheme as set-up knows it. */
export function schemeWithGrants({
  permissions,
  ...scheme
}: z.infer<typeof permissionScheme>): PermissionScheme {
  return { ...scheme, grants: permissions };
}

const permissionsGranted = z.object({
  projectPermissions: z.array(z.object({ permission: z.string(), projects: z.array(id) })),
});

/** Spaces, their permissions and roles. */
export const SITE_PROJECTS: SiteProjects = {
  async permissionSchemes() {
    const { permissionSchemes } = await asAppOrCaller({
      method: 'GET',
      route: route`/rest/api/3/permissionscheme?expand=permissions`,
      answer: z.object({ permissionSchemes: z.array(permissionScheme) }),
    });
    return permissionSchemes.map(schemeWithGrants);
  },

  async createPermissionScheme({ name, description, grants }) {
    const answer = await asAppOrCaller({
      method: 'POST',
      route: route`/rest/api/3/permissionscheme`,
      body: { name, description, permissions: grants.map(toGrant) },
      answer: created,
    });
    return answer.id;
  },

  namePermissionScheme: ({ id: schemeId, name, description }) =>
    asAppOrCaller({
      method: 'PUT',
      // Without a list of grants the scheme keeps those that it has.
      route: route`/rest/api/3/permissionscheme/${schemeId}`,
      body: { name, description },
      answer: nothing,
    }),

  addGrant: (permissionSchemeId, grant) =>
    asAppOrCaller({
      method: 'POST',
      route: route`/rest/api/3/permissionscheme/${permissionSchemeId}/permission`,
      body: toGrant(grant),
      answer: nothing,
    }),

  removeGrant: (permissionSchemeId, grantId) =>
    asAppOrCaller({
      method: 'DELETE',
      route: route`/rest/api/3/permissionscheme/${permissionSchemeId}/permission/${grantId}`,
      answer: nothing,
    }),

  projectRoles: () =>
    asAppOrCaller({ method: 'GET', route: route`/rest/api/3/role`, answer: z.array(named) }),

  project: idOrKey =>
    ifFound(
      asAppOrCaller({
        method: 'GET',
        route: route`/rest/api/3/project/${idOrKey}`,
        answer: named.extend({ key: z.string() }),
      }),
    ),

  async createProject({ key, name, description, lead, ...schemes }) {
    const answer = await asAppOrCaller({
      method: 'POST',
      route: route`/rest/api/3/project`,
      body: {
        key,
        name,
        description,
        projectTypeKey: 'business',
        leadAccountId: lead,
        assigneeType: 'UNASSIGNED',
        issueTypeScheme: Number(schemes.workTypeSchemeId),
        issueTypeScreenScheme: Number(schemes.workTypeScreenSchemeId),
        workflowScheme: Number(schemes.workflowSchemeId),
        permissionScheme: Number(schemes.permissionSchemeId),
      },
      answer: created,
    });
    return answer.id;
  },

  ...SPACE_SCHEMES,

  async permissionsLacking(accountId, projectId, permissions) {
    const { projectPermissions } = await asAppOrCaller({
      method: 'POST',
      route: route`/rest/api/3/permissions/check`,
      body: { accountId, projectPermissions: [{ permissions, projects: [Number(projectId)] }] },
      answer: permissionsGranted,
    });
    const has = (permission: string) =>
      projectPermissions.some(one => one.permission === permission && one.projects.includes(projectId));
    return permissions.filter(permission => !has(permission));
  },
};

function toGrant({ permission, holder: to }: Grant) {
  return { permission, holder: toHolder(to) };
}

function toHolder(to: GrantHolder) {
  switch (to.type) {
    case 'anyone signed in':
      return { type: 'applicationRole' };
    case 'project lead':
      return { type: 'projectLead' };
    case 'reporter':
    case 'assignee':
      return { type: to.type };
    case 'user field':
      return { type: 'userCustomField', parameter: to.fieldId, value: to.fieldId };
    case 'project role':
      return { type: 'projectRole', parameter: to.roleId, value: to.roleId };
    case 'other':
      throw new Error('Set-up gives permissions only to holders that it knows.');
  }
}
