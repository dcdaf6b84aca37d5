import * as z from 'zod';
import type { JiraContext } from '../context.ts';
import { issueTypeSchemeAdministration, issueTypeSchemeJson } from './issue-type-scheme-routes.ts';
import { page, PAGE_QUERY, valuesOf } from './page.ts';
import { assignToProject, projectsByScheme } from './project-schemes.ts';
import { JiraError, route, type Route } from './router.ts';
import { found } from './site-administration.ts';

const ASSIGN = z.strictObject({ issueTypeSchemeId: z.string(), projectId: z.string() });

const STRANDED =
  "This issue type scheme can't be assigned to the project. This is because some issues in this project use issue types not present in the scheme.";

/** Which work types are in which scheme, and which spaces have it. */
export function issueTypeSchemeAssociationRoutes(context: JiraContext): Route[] {
  const path = '/rest/api/3/issuetypescheme';
  const { records } = context;
  const administer = issueTypeSchemeAdministration(context);
  return [
    route({
      method: 'GET',
      path: `${path}/mapping`,
      ...administer,
      query: [...PAGE_QUERY, 'issueTypeSchemeId'],
      handle(call) {
        const ids = valuesOf(call.query, 'issueTypeSchemeId');
        const rows = records.issueTypeSchemes
          .filter(({ id }) => ids?.includes(id) ?? true)
          .flatMap(({ id, issueTypeIds }) =>
            issueTypeIds.map(issueTypeId => ({ issueTypeSchemeId: id, issueTypeId })),
          );
        return { status: 200, body: page(call, context.settings.baseUrl, rows) };
      },
    }),
    route({
      method: 'GET',
      path: `${path}/project`,
      ...administer,
      query: [...PAGE_QUERY, 'projectId'],
      handle(call) {
        const rows = projectsByScheme(context, call.query, 'issueTypeSchemeId').map(([id, projectIds]) => ({
          issueTypeScheme: issueTypeSchemeJson(
            found(records.issueTypeSchemes.get(id), 'The issue type scheme was not found.'),
          ),
          projectIds,
        }));
        return { status: 200, body: page(call, context.settings.baseUrl, rows) };
      },
    }),
    route({
      method: 'PUT',
      path: `${path}/project`,
      ...administer,
      body: ASSIGN,
      handle({ body: { projectId, issueTypeSchemeId } }) {
        const scheme = found(
          records.issueTypeSchemes.get(issueTypeSchemeId),
          'The issue type scheme was not found.',
        );
        const stranded = records.issues.find(
          issue => issue.projectId === projectId && !scheme.issueTypeIds.includes(issue.issueTypeId),
        );
        if (stranded) throw new JiraError(400, STRANDED);
        assignToProject(context, projectId, { issueTypeSchemeId });
        return { status: 204 };
      },
    }),
  ];
}
