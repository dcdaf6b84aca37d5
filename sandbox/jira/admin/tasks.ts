import type { JiraContext } from '../context.ts';
import type { Stored } from '../store.ts';

/** A long-running operation, as `GET /task/{id}` shows it. Instants are milliseconds since the epoch. */
export interface Task extends Stored {
  description: string;
  status: 'ENQUEUED' | 'COMPLETE' | 'FAILED';
  message?: string;
  /** An account id. */
  submittedBy: string;
  submitted: number;
  finished?: number;
  /** Anyone who looks first finds it under way, however quickly the work was done: an app that doesn't wait fails always, not at times. */
  isLookedAt: boolean;
}

export function tasks(context: Pick<JiraContext, 'store'>) {
  return context.store.collection<Task>('task');
}

/** Puts work off until after the answer, as Jira does, and keeps how it ends. */
export function startTask(
  context: JiraContext,
  accountId: string,
  description: string,
  work: () => void,
): Task {
  const { store, clock } = context;
  const task: Task = {
    id: store.nextId('task'),
    description,
    status: 'ENQUEUED',
    submittedBy: accountId,
    submitted: clock.now(),
    isLookedAt: false,
  };
  tasks(context).put(task);
  context.track(
    new Promise<void>(resolve => {
      setImmediate(() => {
        const { isLookedAt } = tasks(context).get(task.id) ?? task;
        tasks(context).put({ ...task, isLookedAt, ...outcomeOf(work), finished: clock.now() });
        resolve();
      });
    }),
  );
  return task;
}

/** A task as it is told to someone who looks at it now. */
export function lookAt({ store }: Pick<JiraContext, 'store'>, task: Task): Task {
  if (task.isLookedAt) return task;
  tasks({ store }).put({ ...task, isLookedAt: true });
  const { id, description, submittedBy, submitted, isLookedAt } = task;
  return { id, description, status: 'ENQUEUED', submittedBy, submitted, isLookedAt };
}

function outcomeOf(work: () => void): Pick<Task, 'status' | 'message'> {
  try {
    work();
    return { status: 'COMPLETE' };
  } catch (cause) {
    return { status: 'FAILED', message: cause instanceof Error ? cause.message : String(cause) };
  }
}
