import type { Resource } from '../../domain/resource';
import type { Grant, GrantHolder, PermissionScheme } from '../../ports/site-projects';
import { marked } from '../../domain/managed-mark';
import { findManaged, stateEntry } from '../managed-resource';
import type { PlannedChange, Notice, ProvisioningStep, StepContext } from '../provisioning-step';
import { say } from '../../../domain/shared/sentence';

export const PERMISSION_SCHEME = 'permission scheme';

const WANTED = {
  name: 'Remit: permissions',
  description: marked('Who may do what in the space Governance.'),
};

/** Everyone works on tickets; who decides is a matter of the workflow's conditions. */
const EVERYONE = [
  'BROWSE_PROJECTS',
  'VIEW_READONLY_WORKFLOW',
  'CREATE_ISSUES',
  'EDIT_ISSUES',
  'TRANSITION_ISSUES',
  'ASSIGN_ISSUES',
  'ASSIGNABLE_USER',
  'LINK_ISSUES',
  'VIEW_VOTERS_AND_WATCHERS',
  'ADD_COMMENTS',
  'EDIT_OWN_COMMENTS',
  'CREATE_ATTACHMENTS',
] as const;

/** Permissions that could rewrite who asked for something, or delete it. */
const ADMINISTRATORS = [
  'ADMINISTER_PROJECTS',
  'MODIFY_REPORTER',
  'MOVE_ISSUES',
  'DELETE_ISSUES',
  'EDIT_ALL_COMMENTS',
  'DELETE_ALL_COMMENTS',
  'DELETE_OWN_COMMENTS',
  'DELETE_ALL_ATTACHMENTS',
  'DELETE_OWN_ATTACHMENTS',
  'MANAGE_WATCHERS',
] as const;

/** Jira's role for the administrators of a space, and the one by which apps reach it. */
const ADMINISTRATORS_ROLE = 'Administrators';
const APPS_ROLE = 'atlassian-addons-project-access';

/** Who may do what in the space. Grants that an administrator added stay. */
export const PERMISSION_SCHEME_STEP: ProvisioningStep = {
  key: 'permission-scheme',
  title: 'Permissions of the space',
  specification: () => [WANTED, EVERYONE, ADMINISTRATORS, ADMINISTRATORS_ROLE, APPS_ROLE],
  async plan(context) {
    const { site, state } = context;
    const grants = wantedGrants(await site.projectRoles());
    const create = () => site.createPermissionScheme({ ...WANTED, grants });
    const restore = (id: string) => site.namePermissionScheme({ ...WANTED, id });
    const entry = stateEntry(state.resources, PERMISSION_SCHEME);
    const candidates = await site.permissionSchemes();
    const { found, plan } = findManaged(
      { ...WANTED, what: 'permission scheme', create, restore },
      candidates,
      entry,
    );
    if (!found) return plan;
    return [...plan, ...missingGrants(context, grants, found), ...extraGrants(grants, found)];
  },
};

function wantedGrants(roles: readonly Resource[]): Grant[] {
  const role = (name: string): GrantHolder[] =>
    roles.filter(one => one.name === name).map(({ id }) => ({ type: 'project role', roleId: id }));
  const apps = role(APPS_ROLE);
  const administrators: GrantHolder[] = [{ type: 'project lead' }, ...role(ADMINISTRATORS_ROLE), ...apps];
  return [
    ...EVERYONE.flatMap(permission => grant(permission, [{ type: 'anyone signed in' }, ...apps])),
    ...ADMINISTRATORS.flatMap(permission => grant(permission, administrators)),
  ];
}

function grant(permission: string, holders: readonly GrantHolder[]): Grant[] {
  return holders.map(holder => ({ permission, holder }));
}

function missingGrants(
  { site }: StepContext,
  wanted: readonly Grant[],
  scheme: PermissionScheme,
): PlannedChange[] {
  const present = new Set(scheme.grants.map(grantText));
  return wanted
    .filter(one => !present.has(grantText(one)))
    .map(one => ({
      text: say`Grant ${one.permission} again to ${holderText(one.holder)}`,
      apply: () => site.addGrant(scheme.id, one),
    }));
}

/** Administrators may grant more; they decide whether it is right. */
function extraGrants(wanted: readonly Grant[], scheme: PermissionScheme): Notice[] {
  const known = new Set(wanted.map(grantText));
  return scheme.grants
    .filter(one => !known.has(grantText(one)))
    .map(({ permission, holder }) => ({
      text: say`${permission} is also granted to ${holderText(holder)}`,
      leftAsItIs: true,
    }));
}

function holderText(holder: GrantHolder): string {
  switch (holder.type) {
    case 'anyone signed in':
      return 'anyone signed in';
    case 'project lead':
      return 'the lead of the space';
    case 'project role':
      return 'a role of the space';
    case 'other':
      return holder.who;
  }
}

function grantText({ permission, holder }: Grant): string {
  switch (holder.type) {
    case 'project role':
      return `${permission} role ${holder.roleId}`;
    case 'other':
      return `${permission} other ${holder.who}`;
    default:
      return `${permission} ${holder.type}`;
  }
}
