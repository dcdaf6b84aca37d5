/** A permission of Jira. `key` is what grants, rules and `mypermissions` name. */
export interface Permission {
  key: string;
  name: string;
  type: 'GLOBAL' | 'PROJECT';
  description: string;
}

const GLOBAL: readonly [key: string, name: string, description: string][] = [
  ['ADMINISTER', 'Administer Jira', 'Configure work types, workflows, fields, screens, schemes and spaces.'],
  ['USER_PICKER', 'Browse users and groups', 'Select people and groups, and see their names.'],
  ['BULK_CHANGE', 'Make bulk changes', 'Change many work items at once.'],
  ['CREATE_SHARED_OBJECTS', 'Share dashboards and filters', 'Share what one makes with others.'],
  ['MANAGE_GROUP_FILTER_SUBSCRIPTIONS', 'Manage group filter subscriptions', 'Subscribe groups to filters.'],
];

const PROJECT: readonly [key: string, name: string, description: string][] = [
  ['ADMINISTER_PROJECTS', 'Administer Projects', 'Administer a space in Jira.'],
  ['BROWSE_PROJECTS', 'Browse Projects', 'Browse spaces and the work items in them.'],
  ['VIEW_READONLY_WORKFLOW', 'View Read-Only Workflow', 'See the workflow of a work item.'],
  ['CREATE_ISSUES', 'Create Issues', 'Create work items.'],
  ['EDIT_ISSUES', 'Edit Issues', 'Edit work items.'],
  ['TRANSITION_ISSUES', 'Transition Issues', 'Move work items through their workflow.'],
  ['SCHEDULE_ISSUES', 'Schedule Issues', 'See and edit the due date of work items.'],
  ['MOVE_ISSUES', 'Move Issues', 'Move work items to another space or work type.'],
  ['ASSIGN_ISSUES', 'Assign Issues', 'Assign work items to others.'],
  ['ASSIGNABLE_USER', 'Assignable User', 'Be assigned to work items.'],
  ['RESOLVE_ISSUES', 'Resolve Issues', 'Resolve and reopen work items.'],
  ['CLOSE_ISSUES', 'Close Issues', 'Close work items.'],
  ['MODIFY_REPORTER', 'Modify Reporter', 'Change who reported a work item.'],
  ['DELETE_ISSUES', 'Delete Issues', 'Delete work items.'],
  ['LINK_ISSUES', 'Link Issues', 'Link work items.'],
  ['SET_ISSUE_SECURITY', 'Set Issue Security', 'Set who sees a work item.'],
  ['VIEW_VOTERS_AND_WATCHERS', 'View Voters and Watchers', 'See who votes for and watches a work item.'],
  ['MANAGE_WATCHERS', 'Manage Watchers', 'Change who watches a work item.'],
  ['ADD_COMMENTS', 'Add Comments', 'Comment on work items.'],
  ['EDIT_ALL_COMMENTS', 'Edit All Comments', 'Edit every comment.'],
  ['EDIT_OWN_COMMENTS', 'Edit Own Comments', 'Edit one’s own comments.'],
  ['DELETE_ALL_COMMENTS', 'Delete All Comments', 'Delete every comment.'],
  ['DELETE_OWN_COMMENTS', 'Delete Own Comments', 'Delete one’s own comments.'],
  ['CREATE_ATTACHMENTS', 'Create Attachments', 'Attach files to work items.'],
  ['DELETE_ALL_ATTACHMENTS', 'Delete All Attachments', 'Delete every attachment.'],
  ['DELETE_OWN_ATTACHMENTS', 'Delete Own Attachments', 'Delete one’s own attachments.'],
  ['WORK_ON_ISSUES', 'Work On Issues', 'Log work on work items.'],
];

/** Every permission that the local Jira knows, global ones first. */
export const PERMISSIONS: readonly Permission[] = [
  ...GLOBAL.map(([key, name, description]): Permission => ({ key, name, type: 'GLOBAL', description })),
  ...PROJECT.map(([key, name, description]): Permission => ({ key, name, type: 'PROJECT', description })),
];

const BY_KEY = new Map(PERMISSIONS.map(permission => [permission.key, permission]));

/** The permission of that key, if the local Jira knows it. */
export function permissionOf(key: string): Permission | undefined {
  return BY_KEY.get(key);
}
