import * as z from 'zod';
import type { JiraContext } from '../context.ts';
import type { Screen } from '../model.ts';
import { page, PAGE_QUERY, valuesOf } from './page.ts';
import { JiraError, route, type RestCall, type Route } from './router.ts';
import { administratorsOnly, found, nameContains, nameIsTaken, ordered } from './site-administration.ts';

const NAME = z.string().trim().min(1, 'The name is required.').max(255, 'The name is too long, maxSize=255');
const DESCRIPTION = z.string().max(255, 'The description is too long, maxSize=255').optional();
const CREATE = z.strictObject({ name: NAME, description: DESCRIPTION });
const UPDATE = z.strictObject({ name: NAME.optional(), description: DESCRIPTION });

/** What every operation on screens has in common. */
export function screenAdministration(context: JiraContext) {
  return {
    scopes: ['manage:jira-project'],
    guard: administratorsOnly(context, 403, 'Only Jira administrators can manage screens.'),
  };
}

/** Screens: which fields are shown when work items are created, edited, viewed or moved. */
export function screenRoutes(context: JiraContext): Route[] {
  const { records } = context;
  const path = '/rest/api/3/screens';
  const administer = screenAdministration(context);
  return [
    route({
      method: 'GET',
      path,
      ...administer,
      query: [...PAGE_QUERY, 'id', 'queryString', 'scope', 'orderBy'],
      handle(call) {
        const rows = ordered(records.screens.filter(matches(call.query)), call.query.get('orderBy'), 'name');
        const listed = page(call, context.settings.baseUrl, rows);
        return { status: 200, body: { ...listed, values: listed.values.map(screenJson) } };
      },
    }),
    route({
      method: 'POST',
      path,
      ...administer,
      body: CREATE,
      handle: ({ body }) => ({ status: 201, body: screenJson(createScreen(context, body)) }),
    }),
    route({
      method: 'PUT',
      path: `${path}/{screenId}`,
      ...administer,
      body: UPDATE,
      handle(call) {
        const screen = screenOf(context, call);
        const { name = screen.name, description = screen.description } = call.body;
        refuseTakenName(context, name, screen.id);
        return { status: 200, body: screenJson(records.screens.put({ ...screen, name, description })) };
      },
    }),
    route({
      method: 'DELETE',
      path: `${path}/{screenId}`,
      ...administer,
      handle(call) {
        const { id } = screenOf(context, call);
        refuseInUse(context, id);
        records.screens.remove(id);
        return { status: 204 };
      },
    }),
  ];
}

/** The screen of the path, or 404. */
export function screenOf(context: JiraContext, call: RestCall): Screen {
  return found(context.records.screens.get(call.param('screenId')), 'The screen was not found.');
}

function screenJson({ id, name, description }: Screen) {
  return { id: Number(id), name, description };
}

function matches(query: URLSearchParams): (screen: Screen) => boolean {
  const ids = valuesOf(query, 'id');
  const scopes = valuesOf(query, 'scope');
  return ({ id, name }) =>
    (!ids || ids.includes(id)) &&
    (!scopes || scopes.includes('GLOBAL')) &&
    nameContains(name, query.get('queryString'));
}

/** A screen with Jira's first tab. */
function createScreen(context: JiraContext, { name, description }: z.infer<typeof CREATE>): Screen {
  refuseTakenName(context, name);
  const { records, store } = context;
  return records.screens.put({
    id: store.nextId('screen'),
    name,
    description: description ?? '',
    tabs: [{ id: store.nextId('screenTab'), name: 'Field Tab', fieldIds: [] }],
  });
}

function refuseTakenName({ records }: JiraContext, name: string, exceptId?: string): void {
  if (nameIsTaken(records.screens, name, exceptId))
    throw new JiraError(400, 'The name is used by another screen.');
}

function refuseInUse({ records }: JiraContext, id: string): void {
  if (records.screenSchemes.find(({ screens }) => Object.values(screens).includes(id))) {
    throw new JiraError(400, 'The screen is used in a screen scheme.');
  }
  if (records.workflows.find(({ transitions }) => transitions.some(({ screenId }) => screenId === id))) {
    throw new JiraError(400, 'The screen is used in a workflow.');
  }
}
