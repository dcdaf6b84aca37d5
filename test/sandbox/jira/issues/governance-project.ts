import { APP_ACCESS_ROLE } from '../../../../sandbox/jira/permissions/project-roles.ts';
import type { WorkflowTransition } from '../../../../sandbox/jira/model.ts';
import type { createJiraSite } from '../../../../sandbox/jira/site.ts';
import { FIELD, seedFields } from './governance-fields.ts';

export const STATUS = { requested: '501', awaiting: '502', approved: '503', rejected: '504' } as const;
export const TRANSITION = {
  create: '1',
  submit: '11',
  approve: '21',
  reject: '31',
  approveAgain: '41',
} as const;
/** Changes the transitions before the project is made. */
export type ChangeTransitions = (transitions: Record<keyof typeof TRANSITION, WorkflowTransition>) => void;

type Site = ReturnType<typeof createJiraSite>;

/** The id of a field that the app brought. */
export function appField(site: Site, moduleKey: string): string {
  const field = site.context.records.fields.find(({ key }) => key?.endsWith(`__${moduleKey}`) ?? false);
  if (!field) throw new Error(`The app's field ${moduleKey} was not registered.`);
  return field.id;
}

/** The project GOV with all that it stands on; where the store has it already it is left as it is. */
export function seedProject(site: Site, changeTransitions?: ChangeTransitions): void {
  const { records } = site.context;
  if (records.projects.get('600')) return;
  seedFields(site);
  const category = {
    requested: 'TODO',
    awaiting: 'IN_PROGRESS',
    approved: 'IN_PROGRESS',
    rejected: 'DONE',
  } as const;
  const names = {
    requested: 'Requested',
    awaiting: 'Awaiting approval',
    approved: 'Approved',
    rejected: 'Rejected',
  };
  for (const key of ['requested', 'awaiting', 'approved', 'rejected'] as const) {
    records.statuses.put({
      id: STATUS[key],
      name: names[key],
      description: '',
      statusCategory: category[key],
    });
  }
  records.issueTypes.put({ id: '700', name: 'Cloud account request', description: '', hierarchyLevel: 0 });
  records.issueTypeSchemes.put({ id: '701', name: 'GOV types', description: '', issueTypeIds: ['700'] });
  seedScreens(site);
  seedWorkflow(site, changeTransitions);
  seedPermissions(site);
  records.projects.put({
    id: '600',
    key: 'GOV',
    name: 'Governance',
    description: '',
    projectTypeKey: 'business',
    leadAccountId: 'admin',
    assigneeType: 'UNASSIGNED',
    issueTypeSchemeId: '701',
    issueTypeScreenSchemeId: '704',
    workflowSchemeId: '705',
    permissionSchemeId: '706',
  });
}

function seedScreens(site: Site): void {
  const { records } = site.context;
  const everywhere = ['summary', 'description', 'reporter', 'assignee', 'labels', 'priority', 'duedate'];
  const own = Object.values(FIELD).filter(id => id !== FIELD.offScreen);
  const app = [appField(site, 'accountable'), appField(site, 'content-hash')];
  const screen = (id: string, fieldIds: string[]) =>
    records.screens.put({ id, name: id, description: '', tabs: [{ id: `${id}1`, name: 'Tab', fieldIds }] });
  screen('702', [...everywhere, ...own, ...app]);
  screen('707', [
    'summary',
    'description',
    'assignee',
    'labels',
    'priority',
    'duedate',
    'resolution',
    ...own,
    ...app,
  ]);
  records.screenSchemes.put({ id: '703', name: 'GOV', description: '', screens: { default: '702' } });
  records.issueTypeScreenSchemes.put({
    id: '704',
    name: 'GOV',
    description: '',
    mappings: [{ issueTypeId: 'default', screenSchemeId: '703' }],
  });
}

function seedWorkflow({ context: { records } }: Site, changeTransitions?: ChangeTransitions): void {
  const transition = (
    id: string,
    name: string,
    from: string[],
    to: string,
    type: WorkflowTransition['type'] = 'DIRECTED',
  ): WorkflowTransition => ({
    id,
    type,
    name,
    description: '',
    from,
    to,
    validators: [],
    actions: [],
    properties: {},
  });
  const { requested, awaiting, approved, rejected } = STATUS;
  const transitions = {
    create: transition(TRANSITION.create, 'Create', [], requested, 'INITIAL'),
    submit: { ...transition(TRANSITION.submit, 'Submit', [requested], awaiting), screenId: '707' },
    approve: transition(TRANSITION.approve, 'Approve', [awaiting], approved),
    reject: transition(TRANSITION.reject, 'Reject', [], rejected, 'GLOBAL'),
    approveAgain: transition(TRANSITION.approveAgain, 'Confirm', [approved], approved),
  };
  changeTransitions?.(transitions);
  records.workflows.put({
    id: 'b1c8f0f4-0000-4000-8000-000000000001',
    name: 'GOV: Cloud account request',
    description: '',
    version: { id: 'v1', versionNumber: 1 },
    statuses: Object.values(STATUS).map(statusId => ({
      statusId,
      properties: statusId === rejected ? { 'jira.issue.editable': 'false' } : {},
    })),
    transitions: Object.values(transitions),
  });
  records.workflowSchemes.put({
    id: '705',
    name: 'GOV',
    description: '',
    defaultWorkflow: 'jira',
    issueTypeMappings: { '700': 'GOV: Cloud account request' },
  });
}

function seedPermissions({ context: { records } }: Site): void {
  const group = (name: string) => records.groups.find(one => one.name === name)?.id ?? name;
  const staff = ['BROWSE_PROJECTS', 'CREATE_ISSUES', 'EDIT_ISSUES', 'TRANSITION_ISSUES', 'ASSIGN_ISSUES'];
  const more = [
    'ASSIGNABLE_USER',
    'ADD_COMMENTS',
    'EDIT_OWN_COMMENTS',
    'DELETE_OWN_COMMENTS',
    'CREATE_ATTACHMENTS',
    'DELETE_OWN_ATTACHMENTS',
    'SCHEDULE_ISSUES',
  ];
  const administration = ['MODIFY_REPORTER', 'DELETE_ISSUES', 'EDIT_ALL_COMMENTS', 'DELETE_ALL_ATTACHMENTS'];
  const grants = [
    ...[...staff, ...more].map(permission => ({ permission, type: 'group', value: group('staff') })),
    { permission: 'BROWSE_PROJECTS', type: 'group', value: group('readers') },
    ...administration.map(permission => ({ permission, type: 'user', value: 'admin' })),
    ...[...staff, ...more, ...administration].map(permission => ({
      permission,
      type: 'projectRole',
      value: APP_ACCESS_ROLE,
    })),
  ];
  records.permissionSchemes.put({
    id: '706',
    name: 'GOV',
    description: '',
    permissions: grants.map(({ permission, type, value }, index) => ({
      id: String(index),
      permission,
      holder: { type, parameter: value, value },
    })),
  });
}
