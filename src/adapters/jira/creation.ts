import { route } from '@forge/api';
import { z } from 'zod';
import type { CreatedTicket } from '../../ports/creations';
import type { SiteConfiguration } from '../../ports/site-configuration';
import { callJira, JiraFault, type ActAs } from './rest';

const createdAnswer = z.object({ id: z.string(), key: z.string() });
const foundAnswer = z.object({
  issues: z.array(createdAnswer.extend({ fields: z.object({ summary: z.string() }) })),
});

/** As many of someone's own tickets as a creation can lie back whose answer was lost. */
const LOOKED_AT = 20;

/**
 * Creates a ticket in the name of the person who calls, unless they have one like it that no one has moved yet: the
 * answer to its creation may have been lost. Jira has no key by which it would know a repeated request.
 */
export async function createAsCaller(
  workType: string,
  summary: string,
  configuration: SiteConfiguration,
): Promise<CreatedTicket | 'refused'> {
  const place = placeOf(workType, configuration);
  return (await createdBefore(place, summary)) ?? create({ ...fieldsOf(place), summary }, 'user');
}

/** Where a ticket goes: ids. */
export interface Place {
  project: string;
  issuetype: string;
}

/** @throws when set-up has not made the work type */
export function placeOf(workType: string, { projectId, workTypes }: SiteConfiguration): Place {
  const issuetype = workTypes[workType];
  if (projectId === undefined || issuetype === undefined)
    throw new Error(`Set-up has not made the work type ${workType} yet.`);
  return { project: projectId, issuetype };
}

export function fieldsOf({ project, issuetype }: Place) {
  return { project: { id: project }, issuetype: { id: issuetype } };
}

/** `refused`: Jira does not let them, or does not take the fields. */
export async function create(fields: object, as: ActAs): Promise<CreatedTicket | 'refused'> {
  try {
    return await callJira({
      method: 'POST',
      route: route`/rest/api/3/issue`,
      body: { fields },
      answer: createdAnswer,
      as,
    });
  } catch (fault) {
    if (fault instanceof JiraFault && (fault.status === 400 || fault.status === 403)) return 'refused';
    throw fault;
  }
}

/** Those that the JQL finds and that anyone who asks created, the newest first, with their summaries. */
export async function ownTickets({ project, issuetype }: Place, jql: string, as: ActAs, maxResults: number) {
  const own = `project = ${project} AND issuetype = ${issuetype} AND creator = currentUser()`;
  const { issues } = await callJira({
    method: 'POST',
    route: route`/rest/api/3/search/jql`,
    body: { jql: `${own} AND ${jql} ORDER BY created DESC`, fields: ['summary'], maxResults },
    answer: foundAnswer,
    as,
  });
  return issues.map(({ id, key, fields: { summary } }) => ({ id, key, summary }));
}

async function createdBefore(place: Place, summary: string): Promise<CreatedTicket | undefined> {
  const own = await ownTickets(place, 'statusCategory = "To Do"', 'user', LOOKED_AT);
  const found = own.find(one => one.summary === summary);
  return found && { id: found.id, key: found.key };
}
