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
      const of = (person: WaitsFor) => search(jqlOf(person, workTypes, configuration));
      return {
        accountable: await of('accountable'),
        performer: await of('performer'),
        creator: await of('creator'),
      };
    },
  };
}

async function search(jql: string | undefined): Promise<WaitingTicket[]> {
  if (jql === undefined) return [];
  const fields = ['summary', 'updated', 'issuetype', 'status'];
  const { issues } = await callJira({
    method: 'POST',
    route: route`/rest/api/3/search/jql`,
    body: { jql, fields, maxResults: SHOWN },
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
  return `project = ${projectId} AND status IN (${ids.join(', ')}) AND ${field} = currentUser() ORDER BY updated ASC`;
}

/** How JQL names a custom field. */
function clauseOf(fieldId: string | undefined): string | undefined {
  return fieldId?.replace(/^customfield_(\d+)$/, 'cf[$1]');
}

function ticketOf({ key, fields }: z.infer<typeof searchAnswer>['issues'][number]): WaitingTicket {
  const { summary, updated, issuetype, status } = fields;
  return { key, summary, workType: issuetype.name, status: status.name, updated: toInstant(updated) };
}
