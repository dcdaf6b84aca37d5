import { projectRoles, type ProjectRole } from '../permissions/project-roles.ts';
import type { JiraContext } from '../context.ts';
import { route, type Route } from './router.ts';
import { administratorsOnly, found, selfOf } from './site-administration.ts';

/** The roles that people can hold in spaces. */
export function roleRoutes(context: JiraContext): Route[] {
  const administer = {
    method: 'GET',
    scopes: ['manage:jira-configuration'],
    guard: administratorsOnly(context),
  } as const;
  return [
    route({
      ...administer,
      path: '/rest/api/3/role',
      handle: () => ({
        status: 200,
        body: projectRoles(context)
          .all()
          .map(role => roleJson(context, role)),
      }),
    }),
    route({
      ...administer,
      path: '/rest/api/3/role/{id}',
      handle(call) {
        const role = found(projectRoles(context).get(call.param('id')), 'The project role was not found.');
        return { status: 200, body: roleJson(context, role) };
      },
    }),
  ];
}

function roleJson(context: JiraContext, { id, name, description }: ProjectRole) {
  return { self: selfOf(context, `role/${id}`), id: Number(id), name, description };
}
