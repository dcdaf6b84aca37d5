import type { JiraContext } from '../context.ts';
import { issueTypeBean, projectBean } from '../issues/place-beans.ts';
import type { Project } from '../model.ts';
import { projectRoles } from '../permissions/project-roles.ts';
import { userBean } from '../users/user-bean.ts';
import { notModelled } from './router.ts';
import { selfOf } from './site-administration.ts';

const EXPANDS = ['description', 'lead', 'issueTypes', 'url', 'projectKeys'];

/** A space as lists show it, with what the call expands. Refuses 501 an expansion that isn't modelled. */
export function projectJson(context: JiraContext, project: Project, expand: string | null) {
  const asked = (expand ?? '').split(',').filter(name => name !== '');
  const other = asked.find(name => !EXPANDS.includes(name));
  if (other !== undefined) throw notModelled(`projects with expand=${other}`);
  return {
    expand: EXPANDS.join(','),
    ...projectBean(context, project),
    style: 'classic',
    isPrivate: false,
    ...(asked.includes('description') ? { description: project.description } : {}),
    ...(asked.includes('lead') ? { lead: leadJson(context, project) } : {}),
    ...(asked.includes('issueTypes') ? { issueTypes: issueTypesJson(context, project) } : {}),
  };
}

/** A space with all its details. */
export function projectDetailsJson(context: JiraContext, project: Project, expand: string | null) {
  const roles = projectRoles(context)
    .all()
    .map(({ id, name }) => [name, selfOf(context, `project/${project.id}/role/${id}`)] as const);
  return {
    ...projectJson(context, project, expand),
    description: project.description,
    lead: leadJson(context, project),
    assigneeType: project.assigneeType,
    issueTypes: issueTypesJson(context, project),
    components: [],
    versions: [],
    roles: Object.fromEntries(roles),
  };
}

function leadJson(context: JiraContext, { leadAccountId }: Project) {
  const lead = context.records.users.get(leadAccountId);
  return lead && userBean(lead, context);
}

function issueTypesJson(context: JiraContext, { issueTypeSchemeId }: Project) {
  const { issueTypeSchemes, issueTypes } = context.records;
  const types = issueTypeSchemes.get(issueTypeSchemeId)?.issueTypeIds.flatMap(id => issueTypes.get(id) ?? []);
  return types?.map(type => issueTypeBean(context, type));
}
