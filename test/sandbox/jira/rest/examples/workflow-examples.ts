import { workflowPayload, type Provisioned } from '../../admin/provisioned.ts';
import { schemeVersion } from '../../../../../sandbox/jira/rest/workflow-scheme-routes.ts';
import type { Examples } from './example.ts';

const updatePayload = (ids: Provisioned) => {
  const { statuses, workflows } = workflowPayload(ids);
  const changed = workflows.map(({ statuses: places, transitions }) => ({
    id: ids.workflow.id,
    version: ids.workflow.version,
    description: 'spec-hash: 2',
    statuses: places,
    transitions,
  }));
  return { statuses, workflows: changed };
};

/** Workflows and their schemes. */
export const WORKFLOW_EXAMPLES: Examples = {
  'POST workflows': ids => ({
    path: 'workflows',
    body: {
      workflowIds: [ids.workflow.id],
      workflowNames: ['jira'],
      projectAndIssueTypes: [{ projectId: ids.project, issueTypeId: ids.issueType }],
    },
    status: 200,
  }),
  'POST workflows/create/validation': ids => ({
    path: 'workflows/create/validation',
    body: { payload: workflowPayload(ids), validationOptions: { levels: ['ERROR'] } },
    status: 200,
  }),
  'POST workflows/create': ids => {
    const payload = workflowPayload(ids);
    const renamed = payload.workflows.map(workflow => ({ ...workflow, name: 'Another' }));
    return { path: 'workflows/create', body: { ...payload, workflows: renamed }, status: 200 };
  },
  'POST workflows/update/validation': ids => ({
    path: 'workflows/update/validation',
    body: { payload: updatePayload(ids), validationOptions: { levels: ['ERROR', 'WARNING'] } },
    status: 200,
  }),
  'POST workflows/update': ids => ({ path: 'workflows/update', body: updatePayload(ids), status: 200 }),
  'DELETE workflow/{entityId}': ids => ({ path: `workflow/${ids.workflow.id}`, status: 400 }),
  'GET workflows/search': () => ({
    path: 'workflows/search?queryString=policy&expand=values.transitions&orderBy=-updated&isActive=true&scope=GLOBAL',
    status: 200,
  }),
  'GET workflows/capabilities': ids => ({
    path: `workflows/capabilities?workflowId=${ids.workflow.id}`,
    status: 200,
  }),
  'GET workflowscheme': () => ({ path: 'workflowscheme?maxResults=1&startAt=1', status: 200 }),
  'POST workflowscheme': () => ({
    path: 'workflowscheme',
    body: { name: 'Other', description: 'd' },
    status: 201,
  }),
  'GET workflowscheme/{id}': ids => ({ path: `workflowscheme/${ids.workflowScheme}`, status: 200 }),
  'PUT workflowscheme/{id}': ids => ({
    path: `workflowscheme/${ids.workflowScheme}`,
    body: { name: 'Renamed' },
    status: 400,
  }),
  'DELETE workflowscheme/{id}': ids => ({ path: `workflowscheme/${ids.workflowScheme}`, status: 400 }),
  'POST workflowscheme/read': ids => ({
    path: 'workflowscheme/read',
    body: { workflowSchemeIds: [ids.workflowScheme] },
    status: 200,
  }),
  'POST workflowscheme/update': ids => ({
    path: 'workflowscheme/update',
    body: {
      id: ids.workflowScheme,
      name: 'Renamed',
      description: 'd',
      version: schemeVersion({ id: ids.workflowScheme }),
      workflowsForIssueTypes: [{ workflowId: ids.workflow.id, issueTypeIds: [ids.issueType] }],
    },
    status: 200,
  }),
  'GET workflowscheme/project': ids => ({
    path: `workflowscheme/project?projectId=${ids.project}`,
    status: 200,
  }),
  'PUT workflowscheme/project': ids => ({
    path: 'workflowscheme/project',
    body: { projectId: ids.project },
    status: 204,
  }),
  'POST workflowscheme/project/switch': ids => ({
    path: 'workflowscheme/project/switch',
    body: { projectId: ids.project, targetSchemeId: '10000' },
    status: 303,
  }),
  'GET task/{taskId}': () => ({ path: 'task/1', status: 404 }),
};
