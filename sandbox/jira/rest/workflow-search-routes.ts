import { RULES } from '../admin/rule-catalogue.ts';
import { extensionAri } from '../admin/app-install.ts';
import { workflowDocuments, type WorkflowDocument } from '../admin/workflow-records.ts';
import type { JiraContext } from '../context.ts';
import { page, PAGE_QUERY } from './page.ts';
import { JiraError, notModelled, route, type RestCall, type Route } from './router.ts';
import { administratorsOnly, nameContains } from './site-administration.ts';
import { workflowsJson } from './workflow-json.ts';

/** Finding workflows, and what can be put in them. */
export function workflowSearchRoutes(context: JiraContext): Route[] {
  const administer = {
    method: 'GET',
    scopes: ['manage:jira-configuration'],
    guard: administratorsOnly(context, 401),
  } as const;
  return [
    route({
      ...administer,
      path: '/rest/api/3/workflows/search',
      query: [...PAGE_QUERY, 'queryString', 'expand', 'orderBy', 'isActive', 'scope'],
      handle: call => ({ status: 200, body: search(context, call) }),
    }),
    route({
      ...administer,
      path: '/rest/api/3/workflows/capabilities',
      query: ['workflowId', 'projectId', 'issueTypeId'],
      handle: call => ({ status: 200, body: capabilities(context, call) }),
    }),
  ];
}

/** Jira's search is by part of a name: who wants one exact name must compare. */
function search(context: JiraContext, call: RestCall) {
  const { query } = call;
  const expand = query.get('expand');
  if (expand !== null && expand !== 'values.transitions')
    throw notModelled(`GET /rest/api/3/workflows/search with expand=${expand}`);
  const active = activeNames(context);
  const isActive = query.get('isActive');
  const rows = workflowDocuments(context).filter(
    ({ name }) =>
      nameContains(name, query.get('queryString')) &&
      query.get('scope') !== 'PROJECT' &&
      (isActive === null || active.has(name) === (isActive === 'true')),
  );
  const listed = page(call, context.settings.baseUrl, sorted(rows, query.get('orderBy')));
  const { statuses, workflows } = workflowsJson(context, listed.values, expand !== null);
  return { ...listed, values: workflows, statuses };
}

function sorted(rows: readonly WorkflowDocument[], orderBy: string | null): WorkflowDocument[] {
  const key = (orderBy ?? 'name').replace(/^[-+ ]/, '');
  if (key !== 'name' && key !== 'created' && key !== 'updated') {
    throw new JiraError(400, `Workflows can't be ordered by ${key}.`);
  }
  const sign = orderBy?.startsWith('-') ? -1 : 1;
  return [...rows].sort((a, b) => sign * a[key].localeCompare(b[key]));
}

/** The names of the workflows that some space uses. */
function activeNames({ records }: JiraContext): ReadonlySet<string> {
  const schemes = records.projects
    .all()
    .map(({ workflowSchemeId }) => records.workflowSchemes.get(workflowSchemeId));
  return new Set(
    schemes.flatMap(scheme =>
      scheme ? [scheme.defaultWorkflow, ...Object.values(scheme.issueTypeMappings)] : [],
    ),
  );
}

function capabilities(context: JiraContext, { query }: RestCall) {
  const workflowId = query.get('workflowId');
  const byProject = query.has('projectId') && query.has('issueTypeId');
  if (workflowId === null && !byProject)
    throw new JiraError(400, 'Give a workflow id, or a project id and an issue type id.');
  if (workflowId !== null && !workflowDocuments(context).get(workflowId)) {
    throw new JiraError(400, `There is no workflow with the id ${workflowId}.`);
  }
  const system = Object.entries(RULES).filter(([ruleKey]) => ruleKey.startsWith('system:'));
  return {
    editorScope: 'GLOBAL',
    projectTypes: ['software', 'business'],
    systemRules: system.map(([ruleKey, { kind, name, initial }]) => ({
      ruleKey,
      ruleType: kind,
      name,
      description: name,
      isAvailableForInitialTransition: initial,
      isVisible: true,
      incompatibleRuleKeys: [],
    })),
    forgeRules: forgeRules(context),
    connectRules: [],
    triggerRules: [],
  };
}

function forgeRules(context: JiraContext): object[] {
  const app = context.app();
  if (!app) return [];
  const { workflowConditions, workflowValidators } = app.modules;
  return [
    ...workflowConditions.map(({ key, name }) => ({
      id: extensionAri(app, key),
      ruleKey: 'forge:expression-condition',
      ruleType: 'Condition',
      name,
    })),
    ...workflowValidators.map(({ key, name }) => ({
      id: extensionAri(app, key),
      ruleKey: 'forge:expression-validator',
      ruleType: 'Validator',
      name,
    })),
  ];
}
