/** Routes that tell what a form takes. */
import type { Field, Project } from '../model.ts';
import { can } from '../permissions/permissions.ts';
import { PAGE_QUERY, wholeNumber } from '../rest/page.ts';
import { JiraError, route, type RestCall, type Route } from '../rest/router.ts';
import { issueOfCall, READ } from './call.ts';
import { mayWriteProtected } from './editable-fields.ts';
import { fieldMetadata } from './field-metadata.ts';
import { isReadOnly, isWritable } from './field-set.ts';
import { knownType } from './fields/types-by-key.ts';
import { present, projectNamed } from './find-issue.ts';
import { editmeta } from './issue-bean.ts';
import { issueTypeBean } from './place-beans.ts';
import { screenFields } from './screens.ts';
import type { WorkItemSite } from './work-item-site.ts';

const CREATE = '/rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes';
const ALWAYS = new Set(['project', 'issuetype']);

export function metadataRoutes(site: WorkItemSite): Route[] {
  return [
    route({
      method: 'GET',
      path: '/rest/api/3/issue/{issueIdOrKey}/editmeta',
      scopes: READ,
      handle: call => ({
        status: 200,
        body: { fields: editmeta(site, call.identity, issueOfCall(site, call)) },
      }),
    }),
    route({
      method: 'GET',
      path: CREATE,
      scopes: READ,
      query: [...PAGE_QUERY],
      handle: call => ({ status: 200, body: creatableTypes(site, call) }),
    }),
    route({
      method: 'GET',
      path: `${CREATE}/{issueTypeId}`,
      scopes: READ,
      query: [...PAGE_QUERY],
      handle: call => ({ status: 200, body: creationFields(site, call) }),
    }),
  ];
}

function creatableTypes(site: WorkItemSite, call: RestCall): Record<string, unknown> {
  const project = projectOfCall(site, call);
  const types = typeIds(site, project).flatMap(id => site.records.issueTypes.get(id) ?? []);
  const { slice, ...paging } = sliced(call, types);
  return { ...paging, issueTypes: slice.map(type => issueTypeBean(site, type)) };
}

function creationFields(site: WorkItemSite, call: RestCall): Record<string, unknown> {
  const project = projectOfCall(site, call);
  const issueTypeId = call.param('issueTypeId');
  if (!typeIds(site, project).includes(issueTypeId)) {
    throw new JiraError(400, `The work type ${issueTypeId} is not one of project ${project.key}.`);
  }
  const place = { projectId: project.id, issueTypeId };
  const onScreen = screenFields(site, project, issueTypeId, 'create');
  const fields = [...new Set([...ALWAYS, ...onScreen])]
    .flatMap(id => site.records.fields.get(id) ?? [])
    .filter(field => ALWAYS.has(field.id) || isOffered(field));
  const { slice, ...paging } = sliced(call, fields);
  return {
    ...paging,
    fields: slice.map(field => ({ ...fieldMetadata(site, field, place), fieldId: field.id })),
  };

  function isOffered(field: Field): boolean {
    return (
      knownType(field) !== undefined &&
      !isReadOnly(field) &&
      isWritable(site, field, place) &&
      mayWriteProtected(site, call.identity, field, project)
    );
  }
}

function projectOfCall(site: WorkItemSite, call: RestCall): Project {
  const project = projectNamed(site, call.identity, call.param('projectIdOrKey'));
  if (can(site, call.identity, 'CREATE_ISSUES', project)) return project;
  throw new JiraError(400, 'You do not have permission to create issues in this project.');
}

function typeIds(site: WorkItemSite, project: Project): string[] {
  const schemeId = project.issueTypeSchemeId;
  return present(site.records.issueTypeSchemes.get(schemeId), `work type scheme ${schemeId}`).issueTypeIds;
}

function sliced<T>(call: RestCall, rows: readonly T[]) {
  const startAt = wholeNumber(call.query, 'startAt', 0);
  const maxResults = Math.min(wholeNumber(call.query, 'maxResults', 50), 200);
  return { startAt, maxResults, total: rows.length, slice: rows.slice(startAt, startAt + maxResults) };
}
