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
  };
  tasks(context).put(task);
  context.track(
    new Promise<void>(resolve => {
      setImmediate(() => {
        tasks(context).put({ ...task, ...outcomeOf(work), finished: clock.now() });
        resolve();
      });
    }),
  );
  return task;
}

function outcomeOf(work: () => void): Pick<Task, 'status' | 'message'> {
  try {
    work();
    return { status: 'COMPLETE' };
  } catch (cause) {
    return { status: 'FAILED', message: cause instanceof Error ? cause.message : String(cause) };
  }
}
