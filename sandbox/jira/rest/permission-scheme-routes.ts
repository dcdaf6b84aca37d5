import * as z from 'zod';
import { DEFAULTS } from '../admin/seed.ts';
import type { JiraContext } from '../context.ts';
import type { PermissionGrant, PermissionScheme } from '../model.ts';
import { checkedHolder } from '../permissions/holders.ts';
import { permissionOf } from '../permissions/catalogue.ts';
import { JiraError, notModelled, route, type RestCall, type Route } from './router.ts';
import { administratorsOnly, found, nameIsTaken, selfOf } from './site-administration.ts';

const NAME = z.string().trim().min(1, 'The name is required.').max(255, 'The name is too long, maxSize=255');
/** A grant as it is given. */
export const GRANT = z.strictObject({
  holder: z.strictObject({
    type: z.string(),
    parameter: z.string().optional(),
    value: z.string().optional(),
  }),
  permission: z.string(),
});
const GRANTS = z.array(GRANT);
const CREATE = z.strictObject({
  name: NAME,
  description: z.string().optional(),
  permissions: GRANTS.optional(),
});
const UPDATE = z.strictObject({
  name: NAME,
  description: z.string().optional(),
  permissions: GRANTS.optional(),
});

/** Permission schemes: who may do what in the spaces that have them. */
export function permissionSchemeRoutes(context: JiraContext): Route[] {
  const { records } = context;
  const path = '/rest/api/3/permissionscheme';
  const read = { method: 'GET', scopes: ['read:jira-work'], query: ['expand'] } as const;
  const administer = {
    scopes: ['manage:jira-configuration'],
    guard: administratorsOnly(context),
    query: ['expand'],
  };
  return [
    route({
      ...read,
      path,
      handle(call) {
        const rows = records.permissionSchemes.all().map(one => permissionSchemeJson(context, one, call));
        return { status: 200, body: { permissionSchemes: rows } };
      },
    }),
    route({
      ...read,
      path: `${path}/{schemeId}`,
      handle: call => ({ status: 200, body: permissionSchemeJson(context, schemeOf(context, call), call) }),
    }),
    route({
      method: 'POST',
      path,
      ...administer,
      body: CREATE,
      handle: call => ({
        status: 201,
        body: permissionSchemeJson(context, create(context, call.body), call),
      }),
    }),
    route({
      method: 'PUT',
      path: `${path}/{schemeId}`,
      ...administer,
      body: UPDATE,
      handle(call) {
        const scheme = schemeOf(context, call);
        const { name, description = scheme.description, permissions } = call.body;
        refuseTakenName(context, name, scheme.id);
        const grants = permissions ? grantsOf(context, permissions) : scheme.permissions;
        const next = records.permissionSchemes.put({ ...scheme, name, description, permissions: grants });
        return { status: 200, body: permissionSchemeJson(context, next, call) };
      },
    }),
    route({
      method: 'DELETE',
      path: `${path}/{schemeId}`,
      scopes: administer.scopes,
      guard: administer.guard,
      handle(call) {
        const { id } = schemeOf(context, call);
        const used = records.projects.find(({ permissionSchemeId }) => permissionSchemeId === id);
        if (used || id === DEFAULTS.permissionScheme)
          throw new JiraError(403, 'The permission scheme is in use.');
        records.permissionSchemes.remove(id);
        return { status: 204 };
      },
    }),
  ];
}

/** A permission scheme; with its grants when the call expands `permissions` or `all`. */
export function permissionSchemeJson(context: JiraContext, scheme: PermissionScheme, call: RestCall) {
  const { id, name, description, permissions } = scheme;
  const self = selfOf(context, `permissionscheme/${id}`);
  const grants = permissions.map(grant => permissionGrantJson(context, id, grant));
  return {
    expand: 'permissions',
    id: Number(id),
    self,
    name,
    description,
    ...(expandsGrants(call) ? { permissions: grants } : {}),
  };
}

export function permissionGrantJson(context: JiraContext, schemeId: string, grant: PermissionGrant) {
  const { id, holder, permission } = grant;
  const self = selfOf(context, `permissionscheme/${schemeId}/permission/${id}`);
  return { id: Number(id), self, holder, permission };
}

function expandsGrants({ query }: RestCall): boolean {
  const asked = (query.get('expand') ?? '').split(',').filter(name => name !== '');
  const other = asked.find(name => name !== 'permissions');
  if (other !== undefined) throw notModelled(`permission schemes with expand=${other}`);
  return asked.length > 0;
}

/** The permission scheme of the path; 404 when there is none. */
export function schemeOf(context: JiraContext, call: RestCall): PermissionScheme {
  return found(
    context.records.permissionSchemes.get(call.param('schemeId')),
    'The permission scheme was not found.',
  );
}

function create(context: JiraContext, body: z.infer<typeof CREATE>): PermissionScheme {
  refuseTakenName(context, body.name);
  const permissions = grantsOf(context, body.permissions ?? []);
  return context.records.permissionSchemes.put({
    id: context.store.nextId('permissionScheme'),
    name: body.name,
    description: body.description ?? '',
    permissions,
  });
}

/** Grants as they are kept; refused when one names a permission or a holder that the site does not know. */
export function grantsOf(context: JiraContext, given: z.infer<typeof GRANTS>): PermissionGrant[] {
  return given.map(({ holder, permission }) => {
    if (permissionOf(permission)?.type !== 'PROJECT') {
      throw new JiraError(400, `The permission '${permission}' is not a project permission.`);
    }
    return {
      id: context.store.nextId('permissionGrant'),
      holder: checkedHolder(context, holder),
      permission,
    };
  });
}

function refuseTakenName({ records }: JiraContext, name: string, exceptId?: string): void {
  if (nameIsTaken(records.permissionSchemes, name, exceptId)) {
    throw new JiraError(400, [], { name: `A permission scheme with the name '${name}' already exists.` });
  }
}
