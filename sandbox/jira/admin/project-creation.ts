import * as z from 'zod';
import type { JiraContext } from '../context.ts';
import type { Project } from '../model.ts';
import { projectRoleActors, projectRoles } from '../permissions/project-roles.ts';
import { JiraError, notModelled } from '../rest/refusals.ts';
import { DEFAULTS } from './seed.ts';

const SCHEME = z.int().nonnegative().optional();
const absent = (what: string) => z.undefined(`NOT_MODELLED: ${what}`).optional();

/** `POST /project`. */
export const CREATE_PROJECT = z.strictObject({
  key: z.string(),
  name: z.string().trim(),
  description: z.string().optional(),
  projectTypeKey: z.enum(['software', 'service_desk', 'business']).optional(),
  projectTemplateKey: z.string().optional(),
  leadAccountId: z.string().max(128).optional(),
  assigneeType: z.enum(['PROJECT_LEAD', 'UNASSIGNED']).optional(),
  issueTypeScheme: SCHEME,
  issueTypeScreenScheme: SCHEME,
  workflowScheme: SCHEME,
  permissionScheme: SCHEME,
  lead: absent('lead; use leadAccountId'),
  url: absent('the address of a project'),
  avatarId: absent('avatars'),
  categoryId: absent('project categories'),
  issueSecurityScheme: absent('issue security schemes'),
  notificationScheme: absent('notification schemes'),
  fieldConfigurationScheme: absent('field configuration schemes'),
  fieldScheme: absent('field schemes'),
});

type CreateProject = z.infer<typeof CREATE_PROJECT>;

/** Creates a space with the given schemes, and Jira's own for those left out. Refuses 400, naming each property. */
export function createProject(context: JiraContext, body: CreateProject): Project {
  const errors = {
    ...nameErrors(context, body),
    ...leadErrors(context, body.leadAccountId),
    ...schemeErrors(context, body),
  };
  if (Object.keys(errors).length > 0) throw new JiraError(400, [], errors);
  refuseUnmodelled(body);
  const project = context.records.projects.put({
    id: context.store.nextId('project'),
    key: body.key,
    name: body.name,
    description: body.description ?? '',
    projectTypeKey: body.projectTypeKey ?? 'software',
    leadAccountId: body.leadAccountId ?? '',
    assigneeType: body.assigneeType ?? 'PROJECT_LEAD',
    issueTypeSchemeId: String(body.issueTypeScheme ?? DEFAULTS.issueTypeScheme),
    issueTypeScreenSchemeId: String(body.issueTypeScreenScheme ?? DEFAULTS.issueTypeScreenScheme),
    workflowSchemeId: String(body.workflowScheme ?? DEFAULTS.workflowScheme),
    permissionSchemeId: String(body.permissionScheme ?? DEFAULTS.permissionScheme),
  });
  for (const { id, defaultActors } of projectRoles(context).all()) {
    projectRoleActors(context).put({ id: `${project.id}/${id}`, ...defaultActors });
  }
  return project;
}

/** What is wrong with the name of a space, and with its key when it has one. */
export function nameErrors(
  { records }: JiraContext,
  { key, name }: { key?: string | undefined; name?: string | undefined },
  exceptId?: string,
): Record<string, string> {
  const errors: Record<string, string> = {};
  const others = records.projects.filter(({ id }) => id !== exceptId);
  const holder = others.find(project => project.key === key);
  if (holder) errors['projectKey'] = `Project '${holder.name}' uses this project key.`;
  if (key !== undefined && !/^[A-Z][A-Z0-9]{1,9}$/.test(key)) {
    errors['projectKey'] =
      'Project keys must start with an uppercase letter, followed by one or more uppercase alphanumeric characters.';
  }
  if (name === '') errors['projectName'] = 'You must specify a valid project name.';
  if ((name?.length ?? 0) > 80)
    errors['projectName'] = 'The project name must not exceed 80 characters in length.';
  if (others.some(project => project.name.toLowerCase() === name?.toLowerCase())) {
    errors['projectName'] = 'A project with that name already exists.';
  }
  return errors;
}

/** A space is led by a person who is active. */
export function leadErrors({ records }: JiraContext, accountId: string | undefined): Record<string, string> {
  const lead = accountId === undefined ? undefined : records.users.get(accountId);
  if (lead?.active && lead.accountType === 'atlassian') return {};
  return { projectLead: 'You must specify a valid project lead.' };
}

function schemeErrors({ records }: JiraContext, body: CreateProject): Record<string, string> {
  const { issueTypeScheme, issueTypeScreenScheme, workflowScheme, permissionScheme } = body;
  const errors: Record<string, string> = {};
  const check = (name: string, id: number | undefined, known: { get(id: string): unknown }) => {
    if (id !== undefined && !known.get(String(id))) errors[name] = `There is no such scheme: ${String(id)}.`;
  };
  check('issueTypeScheme', issueTypeScheme, records.issueTypeSchemes);
  check('issueTypeScreenScheme', issueTypeScreenScheme, records.issueTypeScreenSchemes);
  check('workflowScheme', workflowScheme, records.workflowSchemes);
  check('permissionScheme', permissionScheme, records.permissionSchemes);
  // Source: the official description, "If you specify the issue type scheme you cannot specify the project template key".
  const schemes = [issueTypeScheme, issueTypeScreenScheme, workflowScheme].some(id => id !== undefined);
  if (schemes && body.projectTemplateKey !== undefined) {
    errors['projectTemplateKey'] = 'You cannot specify the project template key together with schemes.';
  }
  if (body.projectTemplateKey === undefined && body.projectTypeKey === undefined) {
    errors['projectType'] = 'You must specify a project type.';
  }
  return errors;
}

function refuseUnmodelled(body: CreateProject): void {
  if (body.projectTemplateKey !== undefined) throw notModelled('project templates; give the schemes instead');
  if (body.projectTypeKey === 'service_desk') throw notModelled('service projects');
}
