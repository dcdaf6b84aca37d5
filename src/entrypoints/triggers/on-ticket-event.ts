import { z } from 'zod';
import { askAgain } from '../ask-again';
import { identifier } from '../identifier';
import type { Ports } from '../ports';

/** What is read of `avi:jira:created:issue` and `avi:jira:updated:issue`. */
const ticketEvent = z.object({
  issue: z.object({
    id: identifier,
    fields: z.object({ project: z.object({ id: identifier }).optional() }).optional(),
  }),
});

/**
 * Has a ticket of ours followed after it was created or changed. On a fault it asks for the event again, which a throw
 * alone would not; what is lost all the same is found by the sweep. An event that cannot be read is not asked for again. Source: domain rules, "Routing".
 */
export function createOnTicketEvent(ports: Ports): (event: unknown) => Promise<unknown> {
  // Only to save reading it again for a ticket that is there: what is elsewhere is compared with what is stored now.
  let knownProject: string | undefined;
  return async event => {
    const parsed = ticketEvent.safeParse(event);
    if (!parsed.success) {
      console.error('An event that names no work item was passed over', z.prettifyError(parsed.error));
      return undefined;
    }
    const { issue } = parsed.data;
    const project = issue.fields?.project?.id;
    try {
      if (project === undefined || project !== knownProject) {
        const { projectId } = await ports.configurations.read();
        if (projectId === undefined || (project !== undefined && project !== projectId)) return undefined;
        knownProject = projectId;
      }
      await ports.jobs.push([{ kind: 'follow ticket', ticket: issue.id }]);
      return undefined;
    } catch (fault) {
      console.error(`Nothing follows work item ${issue.id} yet; its event will be asked for again`, fault);
      return askAgain();
    }
  };
}
