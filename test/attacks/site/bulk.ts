import { z } from 'zod';
import type { CloudAccountRequest } from '../../acceptance/site/cloud-account-request.ts';
import type { Governance } from '../../acceptance/site/governance.ts';
import type { Person } from '../../support/sandbox-client.ts';

const submitted = z.object({ taskId: z.string() });
const progress = z.object({
  status: z.literal('COMPLETE'),
  processedAccessibleIssues: z.array(z.number()),
  failedAccessibleIssues: z.record(z.string(), z.array(z.string())),
});

/** How a bulk operation ended. */
export interface BulkOutcome {
  /** The ids of the work items to which it was done. */
  done: string[];
  /** The reasons for each of the others. */
  refused: string[];
}

/** Has Jira do something to many work items at once, and waits for the end and for what follows. */
export async function inBulk(
  site: Governance,
  person: Person,
  operation: 'transition' | 'fields' | 'move',
  body: unknown,
): Promise<BulkOutcome> {
  const asked = await site.sandbox.as(person).post(`/rest/api/3/bulk/issues/${operation}`, body);
  if (asked.status !== 201) throw new Error(`The bulk ${operation} answered ${JSON.stringify(asked)}`);
  await site.sandbox.settle();
  const { taskId } = submitted.parse(asked.body);
  const answer = await site.sandbox.as(person).get(`/rest/api/3/bulk/queue/${taskId}`);
  const { processedAccessibleIssues, failedAccessibleIssues } = progress.parse(answer.body);
  return {
    done: processedAccessibleIssues.map(String),
    refused: Object.values(failedAccessibleIssues).flat(),
  };
}

/** @param transitions - the site whose transitions are meant */
export function moveInBulk(
  transitions: Governance,
  person: Person,
  transition: string,
  tickets: readonly CloudAccountRequest[],
): Promise<BulkOutcome> {
  const selectedIssueIdsOrKeys = tickets.map(({ id }) => id);
  const transitionId = transitions.transitionId(transition);
  return inBulk(transitions, person, 'transition', {
    bulkTransitionInputs: [{ selectedIssueIdsOrKeys, transitionId }],
  });
}

/** Sets people of many work items at once, by field name. */
export function setPeopleInBulk(
  site: Governance,
  person: Person,
  people: Readonly<Record<string, Person>>,
  tickets: readonly CloudAccountRequest[],
): Promise<BulkOutcome> {
  const edited = Object.entries(people).map(([field, who]) => ({
    fieldId: field === 'reporter' ? field : site.fieldId(field),
    user: { accountId: site.accountId(who) },
  }));
  return inBulk(site, person, 'fields', {
    editedFieldsInput: { singleSelectClearableUserPickerFields: edited },
    selectedActions: edited.map(({ fieldId }) => fieldId),
    selectedIssueIdsOrKeys: tickets.map(({ id }) => id),
  });
}

/** Moves work items to another space or work type. @param statuses - new status ids by the former ones; else the initial one */
export function moveTo(
  site: Governance,
  person: Person,
  { project, issueTypeId }: { project: string; issueTypeId: string },
  tickets: readonly CloudAccountRequest[],
  statuses?: Readonly<Record<string, string>>,
): Promise<BulkOutcome> {
  const mapped = Object.entries(statuses ?? {}).map(([from, to]) => ({ statuses: { [to]: [from] } }));
  const target = {
    inferClassificationDefaults: true,
    inferFieldDefaults: true,
    inferStatusDefaults: statuses === undefined,
    inferSubtaskTypeDefault: true,
    issueIdsOrKeys: tickets.map(({ id }) => id),
    ...(statuses === undefined ? {} : { targetStatus: mapped }),
  };
  return inBulk(site, person, 'move', {
    targetToSourcesMapping: { [`${project},${issueTypeId}`]: target },
  });
}
