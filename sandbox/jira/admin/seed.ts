import type { JiraContext } from '../context.ts';
import type { PermissionGrant, StatusCategory } from '../model.ts';
import { PERMISSIONS } from '../permissions/catalogue.ts';
import { ADMINISTRATORS_ROLE, APP_ACCESS_ROLE, projectRoles } from '../permissions/project-roles.ts';
import type { Stored } from '../store.ts';
import { createGroup, PRODUCT_GROUP } from './people.ts';
import { seedPriorities } from './priorities.ts';
import { systemFieldRecords } from './system-fields.ts';
import { seedDefaultWorkflow } from './default-workflow.ts';

/** Ids of what a project gets that names nothing else. */
export const DEFAULTS = {
  screen: '1',
  screenScheme: '1',
  issueTypeScreenScheme: '1',
  issueTypeScheme: '10000',
  workflowScheme: '10000',
  permissionScheme: '0',
} as const;

const DEFAULT_SCREEN_FIELDS = [
  'summary',
  'issuetype',
  'reporter',
  'assignee',
  'priority',
  'labels',
  'duedate',
  'description',
  'attachment',
  'issuelinks',
];

/** Project permissions that only the administrators of a project have by default. */
const ADMINISTRATIVE = [
  'ADMINISTER_PROJECTS',
  'DELETE_ISSUES',
  'EDIT_ALL_COMMENTS',
  'DELETE_ALL_COMMENTS',
  'DELETE_ALL_ATTACHMENTS',
];

interface SiteRecord extends Stored {
  seededAt: string;
}

/** Fills a new store with what a fresh Jira Cloud site has; leaves one that was filled before as it is. */
export function seed(context: JiraContext): void {
  const site = context.store.collection<SiteRecord>('site');
  if (site.get('site')) return;
  seedPriorities(context);
  for (const field of systemFieldRecords()) context.records.fields.put(field);
  seedPeople(context);
  const statuses = seedStatuses(context);
  seedIssueTypes(context);
  seedScreens(context);
  seedDefaultWorkflow(context, statuses, DEFAULTS.workflowScheme);
  seedPermissionScheme(context);
  site.put({ id: 'site', seededAt: context.clock.iso() });
}

function seedPeople(context: JiraContext): void {
  const administrators = createGroup(context, 'jira-administrators');
  createGroup(context, 'site-admins');
  createGroup(context, PRODUCT_GROUP);
  const roles = projectRoles(context);
  roles.put({
    id: ADMINISTRATORS_ROLE,
    name: 'Administrators',
    description: 'A project role that represents administrators in a project',
    defaultActors: { accountIds: [], groupIds: [administrators.id] },
  });
  roles.put({
    id: APP_ACCESS_ROLE,
    name: 'atlassian-addons-project-access',
    description:
      'A project role that represents Connect and Forge apps declaring a scope that requires more than read access',
    defaultActors: { accountIds: [], groupIds: [] },
  });
}

function seedStatuses({ store, records }: JiraContext): [string, string, string] {
  const add = (name: string, statusCategory: StatusCategory) =>
    records.statuses.put({ id: store.nextId('status'), name, description: '', statusCategory }).id;
  return [add('To Do', 'TODO'), add('In Progress', 'IN_PROGRESS'), add('Done', 'DONE')];
}

function seedIssueTypes({ store, records }: JiraContext): void {
  const add = (name: string, hierarchyLevel: number, description: string) =>
    records.issueTypes.put({ id: store.nextId('issueType'), name, description, hierarchyLevel }).id;
  const epic = add('Epic', 1, 'A big piece of work that needs to be broken down.');
  const subtask = add('Sub-task', -1, 'A small piece of work that’s part of a larger task.');
  const task = add('Task', 0, 'A small, distinct piece of work.');
  records.issueTypeSchemes.put({
    id: store.nextId('issueTypeScheme'),
    name: 'Default Issue Type Scheme',
    description:
      'Default issue type scheme is the list of global issue types. All newly created issue types will automatically be added to this scheme.',
    issueTypeIds: [epic, subtask, task],
  });
}

function seedScreens({ store, records }: JiraContext): void {
  records.screens.put({
    id: store.nextId('screen', 1),
    name: 'Default Screen',
    description: 'Allows to update all system fields.',
    tabs: [{ id: store.nextId('screenTab', 10_000), name: 'Field Tab', fieldIds: DEFAULT_SCREEN_FIELDS }],
  });
  records.screenSchemes.put({
    id: store.nextId('screenScheme', 1),
    name: 'Default Screen Scheme',
    description: 'Default Screen Scheme',
    screens: { default: DEFAULTS.screen },
  });
  records.issueTypeScreenSchemes.put({
    id: store.nextId('issueTypeScreenScheme', 1),
    name: 'Default Issue Type Screen Scheme',
    description: 'The default issue type screen scheme',
    mappings: [{ issueTypeId: 'default', screenSchemeId: DEFAULTS.screenScheme }],
  });
}

function seedPermissionScheme({ store, records }: JiraContext): void {
  const grant = (permission: string, holder: PermissionGrant['holder']): PermissionGrant => ({
    id: store.nextId('permissionGrant'),
    holder,
    permission,
  });
  const administrators = { type: 'projectRole', parameter: ADMINISTRATORS_ROLE, value: ADMINISTRATORS_ROLE };
  const apps = { type: 'projectRole', parameter: APP_ACCESS_ROLE, value: APP_ACCESS_ROLE };
  const project = PERMISSIONS.filter(({ type }) => type === 'PROJECT').map(({ key }) => key);
  records.permissionSchemes.put({
    id: DEFAULTS.permissionScheme,
    name: 'Default Permission Scheme',
    description:
      'This is the default Permission Scheme. Any new projects that are created will be assigned this scheme.',
    permissions: project.flatMap(key => [
      grant(key, ADMINISTRATIVE.includes(key) ? administrators : { type: 'applicationRole' }),
      grant(key, apps),
    ]),
  });
}
