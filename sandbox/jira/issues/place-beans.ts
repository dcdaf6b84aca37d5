/** The project and the work type of a work item, as REST shows them inside it. */
import type { JiraContext } from '../context.ts';
import type { IssueType, Project } from '../model.ts';

type Site = Pick<JiraContext, 'settings'>;

export function issueTypeBean({ settings }: Site, issueType: IssueType): Record<string, unknown> {
  const { id, name, description, hierarchyLevel } = issueType;
  return {
    self: `${settings.baseUrl}/rest/api/3/issuetype/${id}`,
    id,
    name,
    description,
    iconUrl: `${settings.baseUrl}/icons/issuetype/${id}`,
    subtask: hierarchyLevel < 0,
    hierarchyLevel,
  };
}

export function projectBean({ settings }: Site, project: Project): Record<string, unknown> {
  const { id, key, name, projectTypeKey } = project;
  return {
    self: `${settings.baseUrl}/rest/api/3/project/${id}`,
    id,
    key,
    name,
    projectTypeKey,
    simplified: false,
  };
}
