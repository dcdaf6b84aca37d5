import * as z from 'zod';
import type { JiraContext } from '../context.ts';
import {
  issueTypeScreenSchemeAdministration,
  issueTypeScreenSchemeJson,
} from './issue-type-screen-scheme-routes.ts';
import { page, PAGE_QUERY } from './page.ts';
import { assignToProject, projectsByScheme } from './project-schemes.ts';
import { route, type Route } from './router.ts';
import { found } from './site-administration.ts';

const ASSIGN = z.strictObject({ projectId: z.string(), issueTypeScreenSchemeId: z.string() });

/** Which spaces have which work type screen scheme. */
export function issueTypeScreenSchemeProjectRoutes(context: JiraContext): Route[] {
  const path = '/rest/api/3/issuetypescreenscheme';
  const { records } = context;
  const administer = issueTypeScreenSchemeAdministration(context);
  return [
    route({
      method: 'GET',
      path: `${path}/project`,
      ...administer,
      query: [...PAGE_QUERY, 'projectId'],
      handle(call) {
        const rows = projectsByScheme(context, call.query, 'issueTypeScreenSchemeId').map(
          ([id, projectIds]) => ({
            issueTypeScreenScheme: issueTypeScreenSchemeJson(
              found(records.issueTypeScreenSchemes.get(id), 'The scheme was not found.'),
            ),
            projectIds,
          }),
        );
        return { status: 200, body: page(call, context.settings.baseUrl, rows) };
      },
    }),
    route({
      method: 'PUT',
      path: `${path}/project`,
      ...administer,
      body: ASSIGN,
      handle({ body: { projectId, issueTypeScreenSchemeId } }) {
        found(
          records.issueTypeScreenSchemes.get(issueTypeScreenSchemeId),
          'The issue type screen scheme was not found.',
        );
        assignToProject(context, projectId, { issueTypeScreenSchemeId });
        return { status: 204 };
      },
    }),
  ];
}
