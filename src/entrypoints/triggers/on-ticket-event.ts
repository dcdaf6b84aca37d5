import { z } from 'zod';
import { FIELD_NAMES } from '../../domain/work-type/fields';
import { isLocked } from '../../domain/work-type/work-type';
import { WORK_TYPES } from '../../domain/work-types/work-types';
import type { SiteConfiguration } from '../../ports/site-configuration';
import { askAgain } from '../ask-again';
import { identifier } from '../identifier';
import type { Ports } from '../ports';

/** What is read of `avi:jira:created:issue`, `avi:jira:updated:issue` and `avi:jira:deleted:issue`. */
const changeEvent = z.object({
  issue: z.object({
    id: identifier,
    fields: z
      .object({
        project: z.object({ id: identifier }).optional(),
        status: z.object({ id: identifier }).optional().catch(undefined),
      })
      .optional(),
  }),
  /** One that can't be read says nothing, and then the ticket is reconciled. */
  changelog: z
    .object({ items: z.array(z.object({ fieldId: z.string() })) })
    .optional()
    .catch(undefined),
});

/** What is read of `avi:jira:deleted:attachment`: the file may have been part of what is decided. */
const fileEvent = z
  .object({ attachment: z.object({ issueId: identifier }) })
  .transform(({ attachment }): z.output<typeof changeEvent> => ({ issue: { id: attachment.issueId } }));

const ticketEvent = z.union([changeEvent, fileEvent]);

/** Jira's own fields that nothing rests on. */
const QUIET_SYSTEM_FIELDS = ['priority', 'duedate', 'assignee'];

/** Those that are decided on: nothing rests on them yet where people may edit. */
const DECIDED_SYSTEM_FIELDS = ['summary', 'description', 'attachment'];

/** Where what is decided may not change, in any work type: a change is found there, whatever it is of. */
const LOCKED = new Set(
  WORK_TYPES.flatMap(workType => workType.statuses.filter(({ name }) => isLocked(workType, name))).map(
    ({ name }) => name,
  ),
);

/** An event doesn't say the work type: quiet is what is so for every type that decides on the field. */
const QUIET_FIELDS = FIELD_NAMES.filter(name => {
  const deciding = WORK_TYPES.filter(({ decidingFields }) => decidingFields.includes(name));
  return deciding.length > 0 && deciding.every(({ quietFields }) => quietFields.includes(name));
});

/** Our space, as an event is compared with it. */
interface Space {
  projectId: string;
  /** Ids of fields. Jira gives none of them a second time; one that it does not know is none of these. */
  quiet: ReadonlySet<string>;
  /** Ids of fields that are quiet as long as people may edit. */
  quietUnlocked: ReadonlySet<string>;
  /** Ids of statuses in which people may edit. */
  unlocked: ReadonlySet<string>;
}

/**
 * Has a ticket of ours followed after it was created, changed, moved or deleted, or lost a file, unless only such fields
 * were changed that nothing rests on. On a fault it asks for the event again, which a throw alone would not; what is lost
 * all the same is found
 * by the sweep. An event that cannot be read is not asked for again. Source: domain rules, "Routing".
 */
export function createOnTicketEvent(ports: Ports): (event: unknown) => Promise<unknown> {
  return async event => {
    const parsed = ticketEvent.safeParse(event);
    if (!parsed.success) {
      console.error('An event that names no ticket was passed over', z.prettifyError(parsed.error));
      return undefined;
    }
    const { issue, changelog } = parsed.data;
    const project = issue.fields?.project?.id;
    try {
      // read for every event: one process serves several sites, and what is known of one says nothing of another
      const ours = spaceOf(await ports.configurations.read());
      const items = changelog?.items ?? [];
      const isOurs = project === undefined || project === ours?.projectId || items.some(isMove);
      if (!ours || !isOurs) return undefined;
      if (!isQuiet(items, issue.fields?.status?.id, ours)) {
        await ports.jobs.push([{ kind: 'reconcile ticket', ticket: issue.id }]);
      }
      return undefined;
    } catch (fault) {
      console.error(`Nothing follows ticket ${issue.id} yet; its event will be asked for again`, fault);
      return askAgain(fault, ports.clock.now());
    }
  };
}

/** The event of a ticket that was moved names the space that it is in now: it may have been ours. */
function isMove({ fieldId }: { fieldId: string }): boolean {
  return fieldId === 'project';
}

function spaceOf({ projectId, fields, statuses }: SiteConfiguration): Space | undefined {
  if (projectId === undefined) return undefined;
  const ours = QUIET_FIELDS.flatMap(name => fields[name] ?? []);
  const unlocked = Object.entries(statuses).flatMap(([name, id]) => (LOCKED.has(name) ? [] : id));
  return {
    projectId,
    quiet: new Set(QUIET_SYSTEM_FIELDS),
    quietUnlocked: new Set([...DECIDED_SYSTEM_FIELDS, ...ours]),
    unlocked: new Set(unlocked),
  };
}

/** Whether something was changed, and nothing that anything rests on. @param status - undefined when it isn't told */
function isQuiet(
  items: readonly { fieldId: string }[],
  status: string | undefined,
  { quiet, quietUnlocked, unlocked }: Space,
): boolean {
  const mayEdit = status !== undefined && unlocked.has(status);
  return (
    items.length > 0 &&
    items.every(({ fieldId }) => quiet.has(fieldId) || (mayEdit && quietUnlocked.has(fieldId)))
  );
}
