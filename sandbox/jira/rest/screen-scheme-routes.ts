import * as z from 'zod';
import type { JiraContext } from '../context.ts';
import type { ScreenScheme } from '../model.ts';
import { page, PAGE_QUERY, valuesOf } from './page.ts';
import { JiraError, notModelled, route, type RestCall, type Route } from './router.ts';
import { administratorsOnly, found, nameContains, nameIsTaken, ordered } from './site-administration.ts';

const NAME = z.string().trim().min(1, 'The name is required.').max(255, 'The name is too long, maxSize=255');
const DESCRIPTION = z.string().max(255, 'The description is too long, maxSize=255').optional();
const ID = z.int().nonnegative();

const CREATE = z.strictObject({
  name: NAME,
  description: DESCRIPTION,
  screens: z.strictObject({ default: ID, create: ID.optional(), edit: ID.optional(), view: ID.optional() }),
});

/** In an update the screens are text, and the text `null` takes one away. Source: the official description. */
const UPDATE = z.strictObject({
  name: NAME.optional(),
  description: DESCRIPTION,
  screens: z
    .strictObject({ default: z.string(), create: z.string(), edit: z.string(), view: z.string() })
    .partial()
    .optional(),
});

type Operation = keyof ScreenScheme['screens'];

/** Screen schemes: which screen serves which operation. */
export function screenSchemeRoutes(context: JiraContext): Route[] {
  const { records } = context;
  const path = '/rest/api/3/screenscheme';
  const guard = administratorsOnly(context, 403, 'Only Jira administrators can access screen schemes.');
  return [
    route({
      method: 'GET',
      path,
      scopes: ['manage:jira-project'],
      guard,
      query: [...PAGE_QUERY, 'id', 'queryString', 'orderBy'],
      handle(call) {
        const ids = valuesOf(call.query, 'id');
        const rows = records.screenSchemes.filter(
          ({ id, name }) => (ids?.includes(id) ?? true) && nameContains(name, call.query.get('queryString')),
        );
        const sorted = ordered(rows, call.query.get('orderBy'), 'id');
        const listed = page(call, context.settings.baseUrl, sorted, { default: 25, most: 100 });
        return { status: 200, body: { ...listed, values: listed.values.map(schemeJson) } };
      },
    }),
    route({
      method: 'POST',
      path,
      scopes: ['manage:jira-configuration'],
      guard,
      body: CREATE,
      handle: ({ body }) => ({ status: 201, body: { id: Number(create(context, body).id) } }),
    }),
    route({
      method: 'PUT',
      path: `${path}/{screenSchemeId}`,
      scopes: ['manage:jira-configuration'],
      guard,
      body: UPDATE,
      handle(call) {
        update(context, schemeOf(context, call), call.body);
        return { status: 204 };
      },
    }),
    route({
      method: 'DELETE',
      path: `${path}/{screenSchemeId}`,
      scopes: ['manage:jira-project'],
      guard,
      handle(call) {
        const { id } = schemeOf(context, call);
        if (
          records.issueTypeScreenSchemes.find(({ mappings }) =>
            mappings.some(one => one.screenSchemeId === id),
          )
        ) {
          throw new JiraError(
            400,
            'The screen scheme cannot be deleted as it is in use in an issue type screen scheme.',
          );
        }
        records.screenSchemes.remove(id);
        return { status: 204 };
      },
    }),
  ];
}

function schemeOf(context: JiraContext, call: RestCall): ScreenScheme {
  return found(
    context.records.screenSchemes.get(call.param('screenSchemeId')),
    'The screen scheme was not found.',
  );
}

function schemeJson({ id, name, description, screens }: ScreenScheme) {
  const numbers = Object.entries(screens).map(([operation, screen]) => [operation, Number(screen)]);
  return {
    id: Number(id),
    name,
    description,
    screens: Object.fromEntries(numbers) as Record<string, number>,
  };
}

function create(context: JiraContext, body: z.infer<typeof CREATE>): ScreenScheme {
  refuseTakenName(context, body.name);
  const { default: standard, ...others } = body.screens;
  const given = Object.entries(others).filter(([, screen]) => screen !== undefined);
  const screens = {
    default: knownScreen(context, String(standard)),
    ...Object.fromEntries(
      given.map(([operation, screen]) => [operation, knownScreen(context, String(screen))]),
    ),
  };
  return context.records.screenSchemes.put({
    id: context.store.nextId('screenScheme'),
    name: body.name,
    description: body.description ?? '',
    screens,
  });
}

function update(context: JiraContext, scheme: ScreenScheme, body: z.infer<typeof UPDATE>): void {
  const { name = scheme.name, description = scheme.description } = body;
  refuseTakenName(context, name, scheme.id);
  const screens = { ...scheme.screens };
  for (const [operation, screen] of Object.entries(body.screens ?? {}) as [Operation, string | undefined][]) {
    if (screen === undefined) continue;
    if (screen === 'null') throw notModelled('taking a screen away from a screen scheme');
    screens[operation] = knownScreen(context, screen);
  }
  context.records.screenSchemes.put({ ...scheme, name, description, screens });
}

function knownScreen({ records }: JiraContext, id: string): string {
  return found(records.screens.get(id), 'One or more screens assigned to screen types was not found.').id;
}

function refuseTakenName({ records }: JiraContext, name: string, exceptId?: string): void {
  if (nameIsTaken(records.screenSchemes, name, exceptId))
    throw new JiraError(400, 'The name is used by another scheme.');
}
