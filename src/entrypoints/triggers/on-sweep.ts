import type { Ports } from '../ports';

/** Without it the platform records a failure. Source: Forge, scheduled triggers, "Response". */
const DONE = { statusCode: 204 };

/**
 * Begins what is done once an hour: a sweep of the tickets, and checks of appointments, cloud accounts and workflows.
 * Before set-up has made the tables there is nothing to look at.
 */
export function createOnSweep(ports: Ports): () => Promise<{ statusCode: number }> {
  return async () => {
    if (!(await ports.provisioning.hasDatabase())) return DONE;
    await ports.jobs.push([
      { kind: 'complete appointments' },
      { kind: 'hourly sweep' },
      { kind: 'count refusals' },
      { kind: 'check accounts' },
      { kind: 'check set-up' },
    ]);
    return DONE;
  };
}
