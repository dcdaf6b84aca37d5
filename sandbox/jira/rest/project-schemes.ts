import type { JiraContext } from '../context.ts';
import type { Project } from '../model.ts';
import { valuesOf } from './page.ts';
import { JiraError } from './router.ts';
import { found } from './site-administration.ts';

type SchemeKey = 'issueTypeSchemeId' | 'issueTypeScreenSchemeId' | 'workflowSchemeId' | 'permissionSchemeId';

/** Which of the projects that the query names have which scheme: scheme id and project ids. */
export function projectsByScheme(
  { records }: JiraContext,
  query: URLSearchParams,
  key: SchemeKey,
): [schemeId: string, projectIds: string[]][] {
  const ids = valuesOf(query, 'projectId');
  if (!ids) throw new JiraError(400, 'The project IDs are required.');
  const projects = records.projects.filter(({ id }) => ids.includes(id));
  const schemes = [...new Set(projects.map(project => project[key]))];
  return schemes.map(scheme => [
    scheme,
    projects.filter(project => project[key] === scheme).map(({ id }) => id),
  ]);
}

/** Gives the project another scheme, or answers 404 when there is no such project. */
export function assignToProject(
  { records }: JiraContext,
  projectId: string,
  scheme: Partial<Record<SchemeKey, string>>,
): Project {
  const project = found(records.projects.get(projectId), 'The project was not found.');
  return records.projects.put({ ...project, ...scheme });
}
