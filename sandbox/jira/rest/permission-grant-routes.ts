import type { JiraContext } from '../context.ts';
import type { PermissionGrant } from '../model.ts';
import { GRANT, grantsOf, permissionGrantJson, schemeOf } from './permission-scheme-routes.ts';
import { JiraError, route, type RestCall, type Route } from './router.ts';
import { administratorsOnly } from './site-administration.ts';

/** The grants of a permission scheme, one by one. */
export function permissionGrantRoutes(context: JiraContext): Route[] {
  const { records } = context;
  const path = '/rest/api/3/permissionscheme/{schemeId}/permission';
  const read = { method: 'GET', scopes: ['read:jira-work'] } as const;
  const administer = { scopes: ['manage:jira-configuration'], guard: administratorsOnly(context) };
  return [
    route({
      ...read,
      path,
      handle(call) {
        const { id, permissions } = schemeOf(context, call);
        const grants = permissions.map(grant => permissionGrantJson(context, id, grant));
        return { status: 200, body: { permissions: grants } };
      },
    }),
    route({
      method: 'POST',
      path,
      ...administer,
      body: GRANT,
      handle(call) {
        const scheme = schemeOf(context, call);
        const added = grantsOf(context, [call.body]);
        for (const grant of added) refuseRepeated(scheme.permissions, grant);
        records.permissionSchemes.put({ ...scheme, permissions: [...scheme.permissions, ...added] });
        return { status: 201, body: added.map(grant => permissionGrantJson(context, scheme.id, grant))[0] };
      },
    }),
    route({
      ...read,
      path: `${path}/{permissionId}`,
      handle(call) {
        const { id, permissions } = schemeOf(context, call);
        return { status: 200, body: permissionGrantJson(context, id, grantOf(call, permissions, 404)) };
      },
    }),
    route({
      method: 'DELETE',
      path: `${path}/{permissionId}`,
      ...administer,
      handle(call) {
        const scheme = schemeOf(context, call);
        // As described: a deletion of what is not there is answered 400.
        const gone = grantOf(call, scheme.permissions, 400);
        const permissions = scheme.permissions.filter(({ id }) => id !== gone.id);
        records.permissionSchemes.put({ ...scheme, permissions });
        return { status: 204 };
      },
    }),
  ];
}

function grantOf(call: RestCall, grants: readonly PermissionGrant[], orElse: 400 | 404): PermissionGrant {
  const grant = grants.find(({ id }) => id === call.param('permissionId'));
  if (!grant) throw new JiraError(orElse, 'The permission grant was not found.');
  return grant;
}

function refuseRepeated(grants: readonly PermissionGrant[], { permission, holder }: PermissionGrant): void {
  const same = grants.some(
    other =>
      other.permission === permission &&
      other.holder.type === holder.type &&
      (other.holder.value ?? other.holder.parameter) === (holder.value ?? holder.parameter),
  );
  if (same) throw new JiraError(400, `The permission '${permission}' is already granted to that holder.`);
}
