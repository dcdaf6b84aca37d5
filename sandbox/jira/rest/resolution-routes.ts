import * as z from 'zod';
import { resolutions, type Resolution } from '../admin/priorities.ts';
import type { JiraContext } from '../context.ts';
import { page, PAGE_QUERY, valuesOf } from './page.ts';
import { JiraError, route, type Route } from './router.ts';
import { administratorsOnly, found, nameIsTaken, selfOf } from './site-administration.ts';

const CREATE = z.strictObject({
  name: z.string().trim().min(1, 'The name is required.').max(60, 'The name must not exceed 60 characters.'),
  description: z
    .string()
    .max(255, 'The length of the description must not exceed 255 characters.')
    .optional(),
});

/** How work items can end. None is the default, as on a new site. */
export function resolutionRoutes(context: JiraContext): Route[] {
  const path = '/rest/api/3/resolution';
  const read = { method: 'GET', scopes: ['read:jira-work'] } as const;
  const json = (resolution: Resolution) => resolutionJson(context, resolution);
  return [
    route({
      ...read,
      path,
      handle: () => ({ status: 200, body: resolutions(context).all().map(json) }),
    }),
    route({
      ...read,
      path: `${path}/{id}`,
      handle: call => ({
        status: 200,
        body: json(found(resolutions(context).get(call.param('id')), 'The resolution was not found.')),
      }),
    }),
    route({
      ...read,
      path: `${path}/search`,
      query: [...PAGE_QUERY, 'id', 'onlyDefault'],
      handle(call) {
        const ids = valuesOf(call.query, 'id');
        const rows = resolutions(context).filter(
          ({ id }) => (ids?.includes(id) ?? true) && call.query.get('onlyDefault') !== 'true',
        );
        const listed = page(call, context.settings.baseUrl, rows);
        const values = listed.values.map(resolution => ({ ...json(resolution), default: false }));
        return { status: 200, body: { ...listed, values } };
      },
    }),
    route({
      method: 'POST',
      path,
      scopes: ['manage:jira-configuration'],
      guard: administratorsOnly(
        context,
        403,
        'You are not authorized to perform this action. Administrator privileges are required.',
      ),
      body: CREATE,
      handle: ({ body }) => ({ status: 201, body: { id: create(context, body).id } }),
    }),
  ];
}

function resolutionJson(context: JiraContext, { id, name, description }: Resolution) {
  return { self: selfOf(context, `resolution/${id}`), id, name, description };
}

function create(context: JiraContext, { name, description = '' }: z.infer<typeof CREATE>): Resolution {
  const all = resolutions(context);
  if (nameIsTaken(all, name))
    throw new JiraError(400, `A resolution with the name '${name}' already exists.`);
  return all.put({ id: newId(context), name, description });
}

/** Those that a site begins with are not counted by any sequence. */
function newId(context: JiraContext): string {
  const all = resolutions(context);
  for (;;) {
    const id = context.store.nextId('resolution');
    if (!all.get(id)) return id;
  }
}
