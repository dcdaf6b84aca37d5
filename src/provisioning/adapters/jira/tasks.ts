import { route } from '@forge/api';
import { z } from 'zod';
import { asAppOrCaller } from './as-app-or-caller';
import { remainingTime } from './invocation';

/** Jira took a task on and could not do it. */
export class TaskFailed extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'TaskFailed';
  }
}

const task = z.object({
  status: z.enum(['ENQUEUED', 'RUNNING', 'COMPLETE', 'FAILED', 'CANCEL_REQUESTED', 'CANCELLED', 'DEAD']),
  message: z.string().nullish(),
});

const LOOK_EVERY_MS = 250;
const LOOKS = 40;
const RESERVE_MS = 8_000;

/**
 * Waits until Jira has done a task. Ends without one when there is no time left to see it: what the task was for is
 * looked at by the next run.
 * @throws TaskFailed when it was not done
 */
export async function followTask(taskId: string): Promise<void> {
  for (let look = 0; look < LOOKS && remainingTime() > RESERVE_MS; look += 1) {
    const { status, message } = await asAppOrCaller({
      method: 'GET',
      route: route`/rest/api/3/task/${taskId}`,
      answer: task,
    });
    if (status === 'COMPLETE') return;
    if (status !== 'ENQUEUED' && status !== 'RUNNING')
      throw new TaskFailed(`Jira's task ${taskId} ended as ${status}: ${message ?? 'no reason given'}`);
    await new Promise(resolve => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
