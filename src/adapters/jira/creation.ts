import { route } from '@forge/api';
import { z } from 'zod';
import type { SiteConfiguration } from '../../ports/site-configuration';
import { callJira, JiraFault } from './rest';

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
  { projectId, workTypes }: SiteConfiguration,
): Promise<{ id: string; key: string } | 'refused'> {
  const issuetype = workTypes[workType];
  if (projectId === undefined || issuetype === undefined)
    throw new Error(`Set-up has not made the work type ${workType} yet.`);
  const fields = { project: { id: projectId }, issuetype: { id: issuetype }, summary };
  const call = { route: route`/rest/api/3/issue`, body: { fields }, answer: createdAnswer };
  try {
    return (
      (await createdBefore(projectId, issuetype, summary)) ??
      (await callJira({ method: 'POST', ...call, as: 'user' }))
    );
  } catch (fault) {
    if (fault instanceof JiraFault && (fault.status === 400 || fault.status === 403)) return 'refused';
    throw fault;
  }
}

async function createdBefore(
  projectId: string,
  issuetype: string,
  summary: string,
): Promise<{ id: string; key: string } | undefined> {
  const jql = `project = ${projectId} AND issuetype = ${issuetype} AND creator = currentUser() AND statusCategory = "To Do" ORDER BY created DESC`;
  const { issues } = await callJira({
    method: 'POST',
    route: route`/rest/api/3/search/jql`,
    body: { jql, fields: ['summary'], maxResults: LOOKED_AT },
    answer: foundAnswer,
    as: 'user',
  });
  const found = issues.find(({ fields }) => fields.summary === summary);
  return found && { id: found.id, key: found.key };
}
