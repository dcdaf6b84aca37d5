import { route, type Route } from '@forge/api';
import { z } from 'zod';
import type { NewThing, ScreenScheme, SiteScreens } from '../../ports/jira-site';
import { nothing } from '../../../adapters/jira/rest';
import { allPages, asAppOrCaller } from './as-app-or-caller';
import { knownOrLike } from './by-id-or-name';
import { created, id, named } from './shapes';

const screenScheme = named.extend({
  screens: z.object({ default: id, create: id.optional(), edit: id.optional(), view: id.optional() }),
});

const mapping = z.object({ issueTypeId: id, screenSchemeId: id });

/** Screens, and the schemes that say where they are shown. */
export const SITE_SCREENS: SiteScreens = {
  screensLike: (name, id) =>
    knownOrLike(
      id,
      known => allPages(startAt => route`/rest/api/3/screens?id=${known}&startAt=${startAt}`, named),
      () => allPages(startAt => route`/rest/api/3/screens?queryString=${name}&startAt=${startAt}`, named),
    ),

  async createScreen({ name, description }) {
    const body = { name, description };
    const answer = await asAppOrCaller({
      method: 'POST',
      route: route`/rest/api/3/screens`,
      body,
      answer: created,
    });
    return answer.id;
  },

  nameScreen: ({ id: screenId, ...texts }) => name(route`/rest/api/3/screens/${screenId}`, texts),

  screenTabs: screenId =>
    asAppOrCaller({
      method: 'GET',
      route: route`/rest/api/3/screens/${screenId}/tabs`,
      answer: z.array(z.object({ id, name: z.string() })),
    }),

  async tabFields(screenId, tabId) {
    const at = route`/rest/api/3/screens/${screenId}/tabs/${tabId}/fields`;
    const fields = await asAppOrCaller({ method: 'GET', route: at, answer: z.array(z.object({ id })) });
    return fields.map(field => field.id);
  },

  addTabField: (screenId, tabId, fieldId) =>
    asAppOrCaller({
      method: 'POST',
      route: route`/rest/api/3/screens/${screenId}/tabs/${tabId}/fields`,
      body: { fieldId },
      answer: nothing,
    }),

  async screenSchemesLike(name, id) {
    const schemes = await knownOrLike(
      id,
      known =>
        allPages(startAt => route`/rest/api/3/screenscheme?id=${known}&startAt=${startAt}`, screenScheme),
      () =>
        allPages(
          startAt => route`/rest/api/3/screenscheme?queryString=${name}&startAt=${startAt}`,
          screenScheme,
        ),
    );
    return schemes.map(({ screens, ...thing }): ScreenScheme => {
      const { create, edit, view } = screens;
      return {
        ...thing,
        screens: {
          default: screens.default,
          ...(create === undefined ? {} : { create }),
          ...(edit === undefined ? {} : { edit }),
          ...(view === undefined ? {} : { view }),
        },
      };
    });
  },

  async createScreenScheme({ name, description, screens }) {
    const body = { name, description, screens: numbers(screens) };
    const answer = await asAppOrCaller({
      method: 'POST',
      route: route`/rest/api/3/screenscheme`,
      body,
      answer: created,
    });
    return answer.id;
  },

  changeScreenScheme: ({ id: schemeId, name, description, screens }) =>
    asAppOrCaller({
      method: 'PUT',
      route: route`/rest/api/3/screenscheme/${schemeId}`,
      // Here, unlike in the creation, Jira wants the screen ids as text.
      body: { name, description, screens },
      answer: nothing,
    }),

  workTypeScreenSchemesLike: (name, id) =>
    knownOrLike(
      id,
      known =>
        allPages(startAt => route`/rest/api/3/issuetypescreenscheme?id=${known}&startAt=${startAt}`, named),
      () =>
        allPages(
          startAt => route`/rest/api/3/issuetypescreenscheme?queryString=${name}&startAt=${startAt}`,
          named,
        ),
    ),

  nameWorkTypeScreenScheme: ({ id: schemeId, ...texts }) =>
    name(route`/rest/api/3/issuetypescreenscheme/${schemeId}`, texts),

  async screenSchemesByWorkType(schemeId) {
    const mappings = await allPages(
      startAt =>
        route`/rest/api/3/issuetypescreenscheme/mapping?issueTypeScreenSchemeId=${schemeId}&startAt=${startAt}`,
      mapping,
    );
    return Object.fromEntries(
      mappings.map(({ issueTypeId, screenSchemeId }) => [issueTypeId, screenSchemeId]),
    );
  },

  async createWorkTypeScreenScheme({ name, description, screenSchemes }) {
    const issueTypeMappings = Object.entries(screenSchemes).map(([issueTypeId, screenSchemeId]) => ({
      issueTypeId,
      screenSchemeId,
    }));
    const at = route`/rest/api/3/issuetypescreenscheme`;
    const body = { name, description, issueTypeMappings };
    const answer = await asAppOrCaller({ method: 'POST', route: at, body, answer: created });
    return answer.id;
  },

  setScreenScheme: (schemeId, issueTypeId, screenSchemeId) =>
    asAppOrCaller({
      method: 'PUT',
      route: route`/rest/api/3/issuetypescreenscheme/${schemeId}/mapping`,
      body: { issueTypeMappings: [{ issueTypeId, screenSchemeId }] },
      answer: nothing,
    }),
};

function name(at: Route, { name: called, description }: NewThing): Promise<void> {
  return asAppOrCaller({ method: 'PUT', route: at, body: { name: called, description }, answer: nothing });
}

function numbers(screens: ScreenScheme['screens']): Record<string, number> {
  return Object.fromEntries(
    Object.entries(screens).map(([purpose, screenId]) => [purpose, Number(screenId)]),
  );
}
