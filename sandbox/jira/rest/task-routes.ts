import { lookAt, tasks, type Task } from '../admin/tasks.ts';
import type { JiraContext } from '../context.ts';
import { isJiraAdministrator } from '../permissions/permissions.ts';
import { JiraError, route, type Route } from './router.ts';
import { found, selfOf } from './site-administration.ts';

/** How a long-running operation fares; seen by who started it and by administrators. */
export function taskRoutes(context: JiraContext): Route[] {
  return [
    route({
      method: 'GET',
      path: '/rest/api/3/task/{taskId}',
      scopes: ['read:jira-work'],
      handle(call) {
        const task = found(tasks(context).get(call.param('taskId')), 'The task was not found.');
        if (task.submittedBy !== call.accountId() && !isJiraAdministrator(context, call.identity)) {
          throw new JiraError(403, 'You do not have permission to see the task.');
        }
        return { status: 200, body: taskJson(context, lookAt(context, task)) };
      },
    }),
  ];
}

/** The task as it is now. */
export function taskJson(context: JiraContext, task: Task) {
  const { id, description, status, message, submitted, finished } = task;
  return {
    self: selfOf(context, `task/${id}`),
    id,
    description,
    status,
    ...(message === undefined ? {} : { message }),
    // Jira gives an internal number for who submitted it, which no other operation knows.
    submittedBy: 0,
    progress: finished === undefined ? 0 : 100,
    elapsedRuntime: (finished ?? context.clock.now()) - submitted,
    submitted,
    ...(finished === undefined ? {} : { started: submitted, finished }),
    lastUpdate: finished ?? submitted,
  };
}
