import type { Examples } from './example.ts';

/** Screens and the schemes of screens and work types. */
export const SCREEN_EXAMPLES: Examples = {
  'GET screens': ids => ({
    path: `screens?queryString=gov&id=${ids.screen}&scope=GLOBAL&orderBy=-id`,
    status: 200,
  }),
  'POST screens': () => ({
    path: 'screens',
    body: { name: 'Another screen', description: 'd' },
    status: 201,
  }),
  'PUT screens/{screenId}': ids => ({
    path: `screens/${ids.screen}`,
    body: { description: 'changed' },
    status: 200,
  }),
  'DELETE screens/{screenId}': () => ({ path: 'screens/1', status: 400 }),
  'GET screens/{screenId}/availableFields': ids => ({
    path: `screens/${ids.screen}/availableFields`,
    status: 200,
  }),
  'GET screens/{screenId}/tabs': ids => ({ path: `screens/${ids.screen}/tabs`, status: 200 }),
  'POST screens/{screenId}/tabs': ids => ({
    path: `screens/${ids.screen}/tabs`,
    body: { name: 'More' },
    status: 200,
  }),
  'PUT screens/{screenId}/tabs/{tabId}': ids => ({
    path: `screens/${ids.screen}/tabs/${ids.tab}`,
    body: { name: 'First' },
    status: 200,
  }),
  'DELETE screens/{screenId}/tabs/{tabId}': ids => ({
    path: `screens/${ids.screen}/tabs/${ids.tab}`,
    status: 204,
  }),
  'GET screens/{screenId}/tabs/{tabId}/fields': ids => ({
    path: `screens/${ids.screen}/tabs/${ids.tab}/fields`,
    status: 200,
  }),
  'POST screens/{screenId}/tabs/{tabId}/fields': ids => ({
    path: `screens/${ids.screen}/tabs/${ids.tab}/fields`,
    body: { fieldId: 'labels' },
    status: 200,
  }),
  'DELETE screens/{screenId}/tabs/{tabId}/fields/{id}': ids => ({
    path: `screens/${ids.screen}/tabs/${ids.tab}/fields/summary`,
    status: 204,
  }),
  'GET screenscheme': ids => ({
    path: `screenscheme?id=${ids.screenScheme}&queryString=GOV&orderBy=name`,
    status: 200,
  }),
  'POST screenscheme': ids => ({
    path: 'screenscheme',
    body: { name: 'Other', description: 'd', screens: { default: Number(ids.screen), view: 1 } },
    status: 201,
  }),
  'PUT screenscheme/{screenSchemeId}': ids => ({
    path: `screenscheme/${ids.screenScheme}`,
    body: { name: 'Renamed', screens: { create: '1' } },
    status: 204,
  }),
  'DELETE screenscheme/{screenSchemeId}': ids => ({ path: `screenscheme/${ids.screenScheme}`, status: 400 }),
  'GET issuetypescreenscheme': () => ({
    path: 'issuetypescreenscheme?queryString=gov&orderBy=id',
    status: 200,
  }),
  'POST issuetypescreenscheme': ids => ({
    path: 'issuetypescreenscheme',
    body: {
      name: 'Other',
      issueTypeMappings: [
        { issueTypeId: 'default', screenSchemeId: '1' },
        { issueTypeId: ids.issueType, screenSchemeId: ids.screenScheme },
      ],
    },
    status: 201,
  }),
  'PUT issuetypescreenscheme/{issueTypeScreenSchemeId}': ids => ({
    path: `issuetypescreenscheme/${ids.issueTypeScreenScheme}`,
    body: { name: 'Renamed' },
    status: 204,
  }),
  'DELETE issuetypescreenscheme/{issueTypeScreenSchemeId}': ids => ({
    path: `issuetypescreenscheme/${ids.issueTypeScreenScheme}`,
    status: 400,
  }),
  'GET issuetypescreenscheme/mapping': ids => ({
    path: `issuetypescreenscheme/mapping?issueTypeScreenSchemeId=${ids.issueTypeScreenScheme}`,
    status: 200,
  }),
  'PUT issuetypescreenscheme/{issueTypeScreenSchemeId}/mapping': ids => ({
    path: `issuetypescreenscheme/${ids.issueTypeScreenScheme}/mapping`,
    body: { issueTypeMappings: [{ issueTypeId: ids.issueType, screenSchemeId: '1' }] },
    status: 204,
  }),
  'PUT issuetypescreenscheme/{issueTypeScreenSchemeId}/mapping/default': ids => ({
    path: `issuetypescreenscheme/${ids.issueTypeScreenScheme}/mapping/default`,
    body: { screenSchemeId: '1' },
    status: 204,
  }),
  'GET issuetypescreenscheme/project': ids => ({
    path: `issuetypescreenscheme/project?projectId=${ids.project}`,
    status: 200,
  }),
  'PUT issuetypescreenscheme/project': ids => ({
    path: 'issuetypescreenscheme/project',
    body: { projectId: ids.project, issueTypeScreenSchemeId: '1' },
    status: 204,
  }),
  'GET issuetypescheme': ids => ({
    path: `issuetypescheme?id=${ids.issueTypeScheme}&queryString=gov&orderBy=name`,
    status: 200,
  }),
  'POST issuetypescheme': ids => ({
    path: 'issuetypescheme',
    body: { name: 'Other', issueTypeIds: [ids.issueType] },
    status: 201,
  }),
  'PUT issuetypescheme/{issueTypeSchemeId}': ids => ({
    path: `issuetypescheme/${ids.issueTypeScheme}`,
    body: { name: 'Renamed' },
    status: 204,
  }),
  'DELETE issuetypescheme/{issueTypeSchemeId}': ids => ({
    path: `issuetypescheme/${ids.issueTypeScheme}`,
    status: 204,
  }),
  'PUT issuetypescheme/{issueTypeSchemeId}/issuetype': ids => ({
    path: `issuetypescheme/${ids.issueTypeScheme}/issuetype`,
    body: { issueTypeIds: ['10002'] },
    status: 204,
  }),
  'GET issuetypescheme/mapping': ids => ({
    path: `issuetypescheme/mapping?issueTypeSchemeId=${ids.issueTypeScheme}`,
    status: 200,
  }),
  'GET issuetypescheme/project': ids => ({
    path: `issuetypescheme/project?projectId=${ids.project}`,
    status: 200,
  }),
  'PUT issuetypescheme/project': ids => ({
    path: 'issuetypescheme/project',
    body: { projectId: ids.project, issueTypeSchemeId: '10000' },
    status: 204,
  }),
};
