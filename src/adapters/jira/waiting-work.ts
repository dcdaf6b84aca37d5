import { route } from '@forge/api';
import { z } from 'zod';
import { toInstant } from '../../domain/shared/instant';
import type { WorkType } from '../../domain/work-type/work-type';
import type { SiteConfiguration, SiteConfigurations } from '../../ports/site-configuration';
import type { WaitingTicket, WaitingWork, WaitsFor } from '../../ports/waiting-work';
import { callJira } from './rest';

const searchAnswer = z.object({
  issues: z.array(
    z.object({
      key: z.string(),
      fields: z.object({
        summary: z.string(),
        updated: z.string(),
        issuetype: z.object({ name: z.string() }),
        status: z.object({ name: z.string() }),
      }),
    }),
  ),
});

const SHOWN = 100;

/** Tickets that wait for the caller: searched as that person, so that nothing shows that they may not see. */
export function jiraWaitingWork(configurations: SiteConfigurations): WaitingWork {
  return {
    waiting: async workTypes => {
      const configuration = await configurations.read();
      const of = (person: WaitsFor) => jqlOf(person, workTypes, configuration);
      return {
        accountable: await search(of('accountable')),
        performer: await urgentFirst(of('performer'), workTypes),
        creator: await search(of('creator')),
      };
    },
  };
}

/** Jira can't sort by labels: what is urgent is asked for by itself, so that no list is full before it is on it. */
async function urgentFirst(
  jql: string | undefined,
  workTypes: readonly WorkType[],
): Promise<WaitingTicket[]> {
  const labels = workTypes.flatMap(({ urgentLabels = [] }) => urgentLabels).join(', ');
  if (jql === undefined || labels === '') return search(jql);
  const urgent = await search(`${jql} AND labels IN (${labels})`);
  if (urgent.length === SHOWN) return urgent;
  const others = await search(
    `${jql} AND (labels IS EMPTY OR labels NOT IN (${labels}))`,
    SHOWN - urgent.length,
  );
  return [...urgent, ...others];
}

async function search(jql: string | undefined, maxResults = SHOWN): Promise<WaitingTicket[]> {
  if (jql === undefined) return [];
  const fields = ['summary', 'updated', 'issuetype', 'status'];
  const { issues } = await callJira({
    method: 'POST',
    route: route`/rest/api/3/search/jql`,
    body: { jql: `${jql} ORDER BY updated ASC`, fields, maxResults },
    answer: searchAnswer,
    as: 'user',
  });
  return issues.map(ticketOf);
}

function jqlOf(
  person: WaitsFor,
  workTypes: readonly WorkType[],
  configuration: SiteConfiguration,
): string | undefined {
  const { projectId, fields, statuses } = configuration;
  const waiting = workTypes.flatMap(workType =>
    workType.statuses.filter(({ assignTo }) => assignTo === person),
  );
  const ids = [...new Set(waiting.map(({ name }) => statuses[name]))].filter(id => id !== undefined);
  const field = {
    creator: 'creator',
    accountable: clauseOf(fields.accountable),
    performer: clauseOf(fields.performer),
  }[person];
  if (projectId === undefined || field === undefined || ids.length === 0) return undefined;
  return `project = ${projectId} AND status IN (${ids.join(', ')}) AND ${field} = currentUser()`;
}

/** How JQL names a custom field. */
function clauseOf(fieldId: string | undefined): string | undefined {
  return fieldId?.replace(/^customfield_(\d+)$/, 'cf[$1]');
}

function ticketOf({ key, fields }: z.infer<typeof searchAnswer>['issues'][number]): WaitingTicket {
  const { summary, updated, issuetype, status } = fields;
  return { key, summary, workType: issuetype.name, status: status.name, updated: toInstant(updated) };
}
