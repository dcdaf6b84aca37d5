import { FIELD_NAMES, PEOPLE_FIELDS } from '../../../domain/work-type/fields';
import type { Resource } from '../../domain/resource';
import type { Grant, GrantHolder, PermissionScheme } from '../../ports/site-projects';
import { marked } from '../../domain/managed-mark';
import { findManaged, stateEntry } from '../managed-resource';
import type { Notice, PlannedChange, ProvisioningStep, StepContext } from '../provisioning-step';
import { APPS_ROLE_NAME } from './apps-role-step';
import { say } from '../../../domain/shared/sentence';

export const PERMISSION_SCHEME = 'permission scheme';

const WANTED = {
  name: 'Remit: permissions',
  description: marked('Who may do what in the space Governance.'),
};

/** Everyone can ask for something and see it; who decides is a matter of the workflow's conditions. */
const EVERYONE = [
  'BROWSE_PROJECTS',
  'VIEW_READONLY_WORKFLOW',
  'CREATE_ISSUES',
  'TRANSITION_ISSUES',
  'ASSIGNABLE_USER',
  'LINK_ISSUES',
  'VIEW_VOTERS_AND_WATCHERS',
  'ADD_COMMENTS',
  'EDIT_OWN_COMMENTS',
] as const;

/** Those whose ticket it is, or whose turn. Statuses in which something was decided keep them out as well. */
const EDITORS = ['EDIT_ISSUES', 'CREATE_ATTACHMENTS'] as const;

/** The app alone says whose turn it is, and who asked. */
const APPS = ['ASSIGN_ISSUES', 'MODIFY_REPORTER'] as const;

/** Others who have one of these could change what is decided: set-up takes it away from them again. */
const GUARDED: ReadonlySet<string> = new Set(['EDIT_ISSUES', ...APPS]);

/** Permissions that could move a ticket away, or delete something of it. */
const ADMINISTRATORS = [
  'ADMINISTER_PROJECTS',
  'MOVE_ISSUES',
  'DELETE_ISSUES',
  'EDIT_ALL_COMMENTS',
  'DELETE_ALL_COMMENTS',
  'DELETE_OWN_COMMENTS',
  'DELETE_ALL_ATTACHMENTS',
  'DELETE_OWN_ATTACHMENTS',
  'MANAGE_WATCHERS',
] as const;

/** Jira's role for the administrators of a space. */
const ADMINISTRATORS_ROLE = 'Administrators';

/**
 * Who may do what in the space, by least privilege. Grants that an administrator added stay, unless they let someone
 * change what others decide on. Source: domain rules, "Who may edit".
 */
export const PERMISSION_SCHEME_STEP: ProvisioningStep = {
  key: 'permission-scheme',
  title: 'Permissions of the space',
  specification: () => [
    WANTED,
    [EVERYONE, EDITORS, APPS, ADMINISTRATORS],
    [ADMINISTRATORS_ROLE, APPS_ROLE_NAME],
  ],
  async plan(context) {
    const { site, state } = context;
    const roles = await site.projectRoles();
    const grants = wantedGrants(roles, state);
    const create = () => site.createPermissionScheme({ ...WANTED, grants: wantedGrants(roles, state) });
    const restore = (id: string) => site.namePermissionScheme({ ...WANTED, id });
    const entry = stateEntry(state.resources, PERMISSION_SCHEME);
    const candidates = await site.permissionSchemes();
    const { found, plan } = findManaged(
      { ...WANTED, what: 'permission scheme', create, restore },
      candidates,
      entry,
    );
    if (!found) return plan;
    return [...plan, ...missingGrants(context, grants, found), ...extraGrants(context, grants, found)];
  },
};

/** What others may do that could change what is decided, with how it is taken away again. */
export function guardedGrants(
  context: StepContext,
  roles: readonly Resource[],
  scheme: PermissionScheme,
): { permission: string; repair: string }[] {
  return othersThan(wantedGrants(roles, context.state), scheme)
    .filter(({ permission }) => GUARDED.has(permission))
    .map(one => ({ permission: one.permission, repair: takenAway(one, context.state) }));
}

function wantedGrants(roles: readonly Resource[], { fields }: StepContext['state']): Grant[] {
  const role = (name: string): GrantHolder[] =>
    roles.filter(one => one.name === name).map(({ id }) => ({ type: 'project role', roleId: id }));
  const apps = role(APPS_ROLE_NAME);
  const owner: GrantHolder[] = fields.accountOwner
    ? [{ type: 'user field', fieldId: fields.accountOwner }]
    : [];
  const granted: [permissions: readonly string[], holders: readonly GrantHolder[]][] = [
    [EVERYONE, [{ type: 'anyone signed in' }, ...apps]],
    [EDITORS, [{ type: 'reporter' }, { type: 'assignee' }, ...owner, ...apps]],
    [APPS, apps],
    [ADMINISTRATORS, [{ type: 'project lead' }, ...role(ADMINISTRATORS_ROLE), ...apps]],
  ];
  return granted.flatMap(([permissions, holders]) =>
    permissions.flatMap(permission => grant(permission, holders)),
  );
}

function grant(permission: string, holders: readonly GrantHolder[]): Grant[] {
  return holders.map(holder => ({ permission, holder }));
}

function missingGrants(
  { site, state }: StepContext,
  wanted: readonly Grant[],
  scheme: PermissionScheme,
): PlannedChange[] {
  const present = new Set(scheme.grants.map(grantText));
  return wanted
    .filter(one => !present.has(grantText(one)))
    .map(one => ({
      text: say`Grant ${one.permission} again to ${holderText(one.holder, state)}`,
      apply: () => site.addGrant(scheme.id, one),
    }));
}

/** Administrators may grant more; they decide whether it is right, except for what the gates rest on. */
function extraGrants(
  { site, state }: StepContext,
  wanted: readonly Grant[],
  scheme: PermissionScheme,
): (PlannedChange | Notice)[] {
  return othersThan(wanted, scheme).map(one =>
    GUARDED.has(one.permission)
      ? { text: takenAway(one, state), apply: () => site.removeGrant(scheme.id, one.id) }
      : {
          text: say`${one.permission} is also granted to ${holderText(one.holder, state)}`,
          leftAsItIs: true,
        },
  );
}

function othersThan(wanted: readonly Grant[], { grants }: PermissionScheme): PermissionScheme['grants'] {
  const known = new Set(wanted.map(grantText));
  return grants.filter(one => !known.has(grantText(one)));
}

function takenAway({ permission, holder }: Grant, state: StepContext['state']): string {
  return say`Take ${permission} away from ${holderText(holder, state)}`;
}

function holderText(holder: GrantHolder, { fields }: StepContext['state']): string {
  switch (holder.type) {
    case 'anyone signed in':
      return 'anyone signed in';
    case 'project lead':
      return 'the lead of the space';
    case 'reporter':
      return 'the reporter';
    case 'assignee':
      return 'the assignee';
    case 'user field':
      return say`the person in the field ${fieldText(holder.fieldId, fields)}`;
    case 'project role':
      return 'a role of the space';
    case 'other':
      return holder.who;
  }
}

function fieldText(id: string, fields: StepContext['state']['fields']): string {
  const ours = FIELD_NAMES.find(name => fields[name] === id);
  return ours ? PEOPLE_FIELDS[ours].name : id;
}

function grantText({ permission, holder }: Grant): string {
  switch (holder.type) {
    case 'project role':
      return `${permission} role ${holder.roleId}`;
    case 'user field':
      return `${permission} field ${holder.fieldId}`;
    case 'other':
      return `${permission} other ${holder.who}`;
    default:
      return `${permission} ${holder.type}`;
  }
}
