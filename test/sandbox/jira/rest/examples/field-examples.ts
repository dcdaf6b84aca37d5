import type { Examples } from './example.ts';

/** Work types, statuses and fields. */
export const FIELD_EXAMPLES: Examples = {
  'GET serverInfo': () => ({ path: 'serverInfo', status: 200 }),
  'GET issuetype': () => ({ path: 'issuetype', status: 200 }),
  'GET issuetype/{id}': ids => ({ path: `issuetype/${ids.issueType}`, status: 200 }),
  'POST issuetype': () => ({
    path: 'issuetype',
    body: { name: 'Review', description: 'd', type: 'standard' },
    status: 201,
  }),
  'PUT issuetype/{id}': ids => ({
    path: `issuetype/${ids.issueType}`,
    body: { name: 'Exception' },
    status: 200,
  }),
  'DELETE issuetype/{id}': ids => ({ path: `issuetype/${ids.issueType}`, status: 204 }),
  'GET status': () => ({ path: 'status', status: 200 }),
  'GET statuses': ids => ({
    path: `statuses?id=${ids.statuses.requested}&id=${ids.statuses.approved}`,
    status: 200,
  }),
  'POST statuses': () => ({
    path: 'statuses',
    body: { scope: { type: 'GLOBAL' }, statuses: [{ name: 'Withdrawn', statusCategory: 'DONE' }] },
    status: 200,
  }),
  'PUT statuses': ids => ({
    path: 'statuses',
    body: { statuses: [{ id: ids.statuses.requested, name: 'Asked', statusCategory: 'TODO' }] },
    status: 204,
  }),
  'DELETE statuses': () => ({ path: 'statuses?id=10005', status: 204 }),
  'GET statuses/search': () => ({
    path: 'statuses/search?searchString=re&statusCategory=TODO&maxResults=1',
    status: 200,
  }),
  'GET statuses/{statusId}/projectUsages': ids => ({
    path: `statuses/${ids.statuses.requested}/projectUsages?maxResults=1`,
    status: 200,
  }),
  'GET field': () => ({ path: 'field', status: 200 }),
  'POST field': () => ({
    path: 'field',
    body: {
      name: 'Notes',
      type: 'com.atlassian.jira.plugin.system.customfieldtypes:textarea',
      searcherKey: 'com.atlassian.jira.plugin.system.customfieldtypes:textsearcher',
    },
    status: 201,
  }),
  'GET field/search': ids => ({
    path: `field/search?type=custom&id=${ids.fields.text}&query=policy&expand=key,searcherKey,screensCount,contextsCount,isLocked&orderBy=-name`,
    status: 200,
  }),
  'PUT field/{fieldId}': ids => ({
    path: `field/${ids.fields.text}`,
    body: { name: 'Version' },
    status: 204,
  }),
  'GET field/{fieldId}/context': ids => ({
    path: `field/${ids.fields.select}/context?contextId=${ids.context}&isGlobalContext=true&isAnyIssueType=true`,
    status: 200,
  }),
  'POST field/{fieldId}/context': ids => ({
    path: `field/${ids.fields.select}/context`,
    body: { name: 'GOV only', description: '', projectIds: [ids.project], issueTypeIds: [ids.issueType] },
    status: 201,
  }),
  'PUT field/{fieldId}/context/{contextId}': ids => ({
    path: `field/${ids.fields.select}/context/${ids.context}`,
    body: { name: 'Everywhere' },
    status: 204,
  }),
  'DELETE field/{fieldId}/context/{contextId}': ids => ({
    path: `field/${ids.fields.select}/context/${ids.context}`,
    status: 204,
  }),
  'PUT field/{fieldId}/context/{contextId}/project': ids => ({
    path: `field/${ids.fields.select}/context/${ids.context}/project`,
    body: { projectIds: [ids.project] },
    status: 204,
  }),
  'PUT field/{fieldId}/context/{contextId}/issuetype': ids => ({
    path: `field/${ids.fields.select}/context/${ids.context}/issuetype`,
    body: { issueTypeIds: [ids.issueType] },
    status: 204,
  }),
  'GET field/{fieldId}/context/issuetypemapping': ids => ({
    path: `field/${ids.fields.select}/context/issuetypemapping`,
    status: 200,
  }),
  'GET field/{fieldId}/context/projectmapping': ids => ({
    path: `field/${ids.fields.select}/context/projectmapping?contextId=${ids.context}`,
    status: 200,
  }),
  'GET field/{fieldId}/context/{contextId}/option': ids => ({
    path: `field/${ids.fields.select}/context/${ids.context}/option?onlyOptions=true&optionId=${ids.options[0] ?? ''}`,
    status: 200,
  }),
  'POST field/{fieldId}/context/{contextId}/option': ids => ({
    path: `field/${ids.fields.select}/context/${ids.context}/option`,
    body: { options: [{ value: 'Staging' }] },
    status: 200,
  }),
  'PUT field/{fieldId}/context/{contextId}/option': ids => ({
    path: `field/${ids.fields.select}/context/${ids.context}/option`,
    body: { options: [{ id: ids.options[1], value: 'Sandpit', disabled: false }] },
    status: 200,
  }),
  'PUT field/{fieldId}/context/{contextId}/option/move': ids => ({
    path: `field/${ids.fields.select}/context/${ids.context}/option/move`,
    body: { customFieldOptionIds: [ids.options[1]], position: 'First' },
    status: 204,
  }),
  'DELETE field/{fieldId}/context/{contextId}/option/{optionId}': ids => ({
    path: `field/${ids.fields.select}/context/${ids.context}/option/${ids.options[0] ?? ''}`,
    status: 204,
  }),
};
