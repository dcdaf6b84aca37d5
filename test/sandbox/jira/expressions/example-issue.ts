/** A request for a cloud account that waits for its approval, as workflow rules see it. */
import type { ExpressionObject } from '../../../../sandbox/jira/expressions/index.ts';
import {
  issueObject,
  issueTypeObject,
  optionValue,
  projectObject,
  statusObject,
  userObject,
  userValue,
} from '../../../../sandbox/jira/expressions/jira-types.ts';
import type { IssueFacts } from '../../../../sandbox/jira/expressions/jira-types.ts';

const person = (accountId: string, displayName: string) => ({
  ...{ accountId, displayName },
  active: true,
  timeZone: 'UTC',
});

export const requester = (): ExpressionObject => userObject(person('account-engineer', 'An Engineer'));
export const owner = (): ExpressionObject => userObject(person('account-owner', 'Cloud Owner'));
export const stranger = (): ExpressionObject => userObject(person('account-stranger', 'A Stranger'));

export const awaitingApproval = (): ExpressionObject =>
  statusObject({ id: '10012', name: 'Awaiting approval', description: '', statusCategory: 'IN_PROGRESS' });

export const approved = (): ExpressionObject =>
  statusObject({ id: '10013', name: 'Approved', description: '', statusCategory: 'IN_PROGRESS' });

/** Accountable is customfield_10050, Environment 10051, Billing owner 10052, Account owner 10053, Access until 10054. */
export function exampleIssue(changes: Partial<IssueFacts> = {}): ExpressionObject {
  return issueObject({
    id: '10007',
    key: 'GOV-7',
    summary: 'An account for the data team',
    description: 'For the data team.',
    issueType: issueTypeObject({
      id: '10001',
      name: 'Cloud account request',
      description: '',
      hierarchyLevel: 0,
    }),
    status: awaitingApproval(),
    project: projectObject({
      ...{ id: '10000', key: 'GOV', name: 'Governance', projectTypeKey: 'business' },
      lead: owner(),
    }),
    created: '2026-11-20T10:00:00.000+0000',
    updated: '2026-11-20T11:00:00.000+0000',
    resolution: null,
    resolutionDate: null,
    dueDate: '2026-12-01',
    creator: requester(),
    reporter: requester(),
    assignee: null,
    labels: ['routed'],
    customFields: {
      customfield_10050: owner(),
      customfield_10051: optionValue({ id: '10100', value: 'Production' }),
      customfield_10052: null,
      customfield_10053: userValue(person('account-owner', 'Cloud Owner')),
      customfield_10054: '2026-12-31',
    },
    ...changes,
  });
}
