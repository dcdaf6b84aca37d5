import * as z from 'zod';
import { isScreenable } from '../admin/system-fields.ts';
import type { JiraContext } from '../context.ts';
import type { Screen } from '../model.ts';
import { JiraError, route, type RestCall, type Route } from './router.ts';
import { screenAdministration, screenOf } from './screen-routes.ts';
import { found } from './site-administration.ts';

const TAB = z.strictObject({ name: z.string().trim().min(1, 'The tab name is required.').max(255) });
const FIELD = z.strictObject({ fieldId: z.string() });

type Tab = Screen['tabs'][number];

/** The tabs of screens and the fields on them. A field is on a screen at most once. */
export function screenTabRoutes(context: JiraContext): Route[] {
  const path = '/rest/api/3/screens/{screenId}';
  const administer = screenAdministration(context);
  return [
    route({
      method: 'GET',
      path: `${path}/availableFields`,
      ...administer,
      handle(call) {
        const taken = screenOf(context, call).tabs.flatMap(({ fieldIds }) => fieldIds);
        const free = context.records.fields.filter(field => isScreenable(field) && !taken.includes(field.id));
        return { status: 200, body: free.map(({ id }) => fieldJson(context, id)) };
      },
    }),
    route({
      method: 'GET',
      path: `${path}/tabs`,
      ...administer,
      handle: call => ({ status: 200, body: screenOf(context, call).tabs.map(tabJson) }),
    }),
    route({
      method: 'POST',
      path: `${path}/tabs`,
      ...administer,
      body: TAB,
      handle(call) {
        const screen = screenOf(context, call);
        const { name } = call.body;
        refuseTakenName(screen, name);
        const tab = { id: context.store.nextId('screenTab'), name, fieldIds: [] };
        context.records.screens.put({ ...screen, tabs: [...screen.tabs, tab] });
        return { status: 200, body: tabJson(tab) };
      },
    }),
    route({
      method: 'PUT',
      path: `${path}/tabs/{tabId}`,
      ...administer,
      body: TAB,
      handle(call) {
        const { screen, tab } = tabOf(context, call);
        refuseTakenName(screen, call.body.name, tab.id);
        return { status: 200, body: tabJson(replace(context, screen, { ...tab, name: call.body.name })) };
      },
    }),
    route({
      method: 'DELETE',
      path: `${path}/tabs/{tabId}`,
      ...administer,
      handle(call) {
        const { screen, tab } = tabOf(context, call);
        context.records.screens.put({ ...screen, tabs: screen.tabs.filter(({ id }) => id !== tab.id) });
        return { status: 204 };
      },
    }),
    ...tabFieldRoutes(context, `${path}/tabs/{tabId}/fields`),
  ];
}

function tabFieldRoutes(context: JiraContext, path: string): Route[] {
  const administer = screenAdministration(context);
  return [
    route({
      method: 'GET',
      path,
      ...administer,
      handle: call => ({
        status: 200,
        body: tabOf(context, call).tab.fieldIds.map(id => fieldJson(context, id)),
      }),
    }),
    route({
      method: 'POST',
      path,
      ...administer,
      body: FIELD,
      handle: call => ({ status: 200, body: addField(context, call) }),
    }),
    route({
      method: 'DELETE',
      path: `${path}/{id}`,
      ...administer,
      handle(call) {
        const { screen, tab } = tabOf(context, call);
        const gone = call.param('id');
        if (!tab.fieldIds.includes(gone))
          throw new JiraError(404, `The field with id ${gone} is not on the tab.`);
        replace(context, screen, { ...tab, fieldIds: tab.fieldIds.filter(id => id !== gone) });
        return { status: 204 };
      },
    }),
  ];
}

function tabOf(context: JiraContext, call: RestCall): { screen: Screen; tab: Tab } {
  const screen = screenOf(context, call);
  const tab = screen.tabs.find(({ id }) => id === call.param('tabId'));
  return { screen, tab: found(tab, 'The screen tab was not found.') };
}

function tabJson({ id, name }: Tab) {
  return { id: Number(id), name };
}

function fieldJson({ records }: JiraContext, id: string) {
  return { id, name: records.fields.get(id)?.name ?? id };
}

function refuseTakenName({ tabs }: Screen, name: string, exceptId?: string): void {
  if (tabs.some(tab => tab.id !== exceptId && tab.name === name)) {
    throw new JiraError(400, [], { name: 'A tab with this name already exists on the screen.' });
  }
}

function addField(context: JiraContext, call: RestCall<z.infer<typeof FIELD>>) {
  const { screen, tab } = tabOf(context, call);
  const { fieldId } = call.body;
  const field = found(context.records.fields.get(fieldId), `The field with id ${fieldId} was not found.`);
  if (!isScreenable(field))
    throw new JiraError(400, [], { fieldId: `The field with id '${fieldId}' can't be put on screens.` });
  if (screen.tabs.some(({ fieldIds }) => fieldIds.includes(fieldId))) {
    throw new JiraError(400, [], { fieldId: `The field with id '${fieldId}' already exists on the screen.` });
  }
  replace(context, screen, { ...tab, fieldIds: [...tab.fieldIds, fieldId] });
  return fieldJson(context, fieldId);
}

function replace({ records }: JiraContext, screen: Screen, tab: Tab): Tab {
  records.screens.put({ ...screen, tabs: screen.tabs.map(one => (one.id === tab.id ? tab : one)) });
  return tab;
}
