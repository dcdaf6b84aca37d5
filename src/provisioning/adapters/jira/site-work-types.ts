import { route } from '@forge/api';
import { z } from 'zod';
import type { SiteWorkTypes } from '../../ports/jira-site';
import { nothing } from '../../../adapters/jira/rest';
import { allPages, asAppOrCaller } from './as-app-or-caller';
import { knownOrLike } from './by-id-or-name';
import { created, id, named } from './shapes';

const workType = named.extend({ scope: z.unknown().optional() });

const mapping = z.object({ issueTypeId: id });

/** Work types, and the schemes that say which space has them. */
export const SITE_WORK_TYPES: SiteWorkTypes = {
  async workTypes() {
    const all = await asAppOrCaller({
      method: 'GET',
      route: route`/rest/api/3/issuetype`,
      answer: z.array(workType),
    });
    // Those of team-managed projects carry a scope, and may repeat our names.
    return all
      .filter(({ scope }) => scope === undefined)
      .map(({ id: workTypeId, name, description }) => ({ id: workTypeId, name, description }));
  },

  async createWorkType({ name, description }) {
    const body = { name, description, hierarchyLevel: 0 };
    const answer = await asAppOrCaller({
      method: 'POST',
      route: route`/rest/api/3/issuetype`,
      body,
      answer: created,
    });
    return answer.id;
  },

  changeWorkType: ({ id: workTypeId, name, description }) =>
    asAppOrCaller({
      method: 'PUT',
      route: route`/rest/api/3/issuetype/${workTypeId}`,
      body: { name, description },
      answer: nothing,
    }),

  workTypeSchemesLike: (name, id) =>
    knownOrLike(
      id,
      known => allPages(startAt => route`/rest/api/3/issuetypescheme?id=${known}&startAt=${startAt}`, named),
      () =>
        allPages(startAt => route`/rest/api/3/issuetypescheme?queryString=${name}&startAt=${startAt}`, named),
    ),

  nameWorkTypeScheme: ({ id: schemeId, name, description }) =>
    asAppOrCaller({
      method: 'PUT',
      route: route`/rest/api/3/issuetypescheme/${schemeId}`,
      body: { name, description },
      answer: nothing,
    }),

  async workTypesOfScheme(schemeId) {
    const mappings = await allPages(
      startAt => route`/rest/api/3/issuetypescheme/mapping?issueTypeSchemeId=${schemeId}&startAt=${startAt}`,
      mapping,
    );
    return mappings.map(({ issueTypeId }) => issueTypeId);
  },

  async createWorkTypeScheme({ name, description, workTypeIds }) {
    const body = { name, description, issueTypeIds: workTypeIds, defaultIssueTypeId: workTypeIds[0] };
    const at = route`/rest/api/3/issuetypescheme`;
    const answer = await asAppOrCaller({
      method: 'POST',
      route: at,
      body,
      answer: z.object({ issueTypeSchemeId: id }),
    });
    return answer.issueTypeSchemeId;
  },

  addToWorkTypeScheme: (schemeId, issueTypeIds) =>
    asAppOrCaller({
      method: 'PUT',
      route: route`/rest/api/3/issuetypescheme/${schemeId}/issuetype`,
      body: { issueTypeIds },
      answer: nothing,
    }),
};
