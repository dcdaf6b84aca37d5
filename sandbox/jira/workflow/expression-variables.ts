/** The work item and its surroundings as Jira expressions see them. */
import type { JiraContext } from '../context.ts';
import {
  issueObject,
  issueTypeObject,
  projectObject,
  resolutionObject,
  statusObject,
  transitionObject,
  userObject,
  workflowObject,
} from '../expressions/jira-types.ts';
import type { ExpressionObject } from '../expressions/index.ts';
import { resolutions } from '../admin/priorities.ts';
import type { Field, Issue, Project, Workflow, WorkflowTransition } from '../model.ts';
import { groupsOf } from '../permissions/permissions.ts';
import { plainText } from '../issues/fields/adf.ts';
import { isEmpty, textsOf, type FieldSite } from '../issues/fields/field-type.ts';
import { accountOf } from '../issues/fields/people-types.ts';
import { knownType } from '../issues/fields/types-by-key.ts';
import { issueTypeOf, projectOf, statusOf } from '../issues/find-issue.ts';

/** A `User`, with the names of the groups it is in. */
export function userVariable(site: FieldSite, accountId: string): ExpressionObject {
  return userObject(accountOf(accountId, site), () =>
    groupsOf(site.records, accountId).map(({ name }) => name),
  );
}

export function projectVariable(site: FieldSite, project: Project): ExpressionObject {
  const { id, key, name, projectTypeKey, leadAccountId } = project;
  return projectObject({ id, key, name, projectTypeKey, lead: userVariable(site, leadAccountId) });
}

/** An `Issue` as the given record has it, which may carry edits that aren't kept yet. */
export function issueVariable(site: FieldSite, issue: Issue): ExpressionObject {
  const { fields } = issue;
  const person = (stored: unknown) => (typeof stored === 'string' ? userVariable(site, stored) : null);
  return issueObject({
    id: issue.id,
    key: issue.key,
    summary: textOf(fields['summary']) ?? '',
    description: isEmpty(fields['description']) ? null : plainText(fields['description']),
    issueType: issueTypeObject(issueTypeOf(site, issue.issueTypeId)),
    status: statusObject(statusOf(site, issue.statusId)),
    project: projectVariable(site, projectOf(site, issue)),
    created: issue.created,
    updated: issue.updated,
    resolution: resolutionOf(site, fields['resolution']),
    resolutionDate: textOf(fields['resolutiondate']),
    dueDate: textOf(fields['duedate']),
    creator: person(issue.creator),
    reporter: person(fields['reporter']),
    assignee: person(fields['assignee']),
    labels: textsOf(fields['labels']),
    customFields: customFields(site, fields),
  });
}

function resolutionOf(site: FieldSite, stored: unknown): ExpressionObject | null {
  const known = resolutions(site).get(String(stored));
  return known ? resolutionObject(known) : null;
}

function customFields(site: FieldSite, fields: Record<string, unknown>): Record<string, unknown> {
  const custom = site.records.fields.filter(field => field.custom && knownType(field) !== undefined);
  return Object.fromEntries(custom.map(field => [field.id, expressed(site, field, fields[field.id])]));
}

function expressed(site: FieldSite, field: Field, stored: unknown): unknown {
  return isEmpty(stored) ? null : (knownType(field)?.express(stored, site, field) ?? null);
}

function textOf(stored: unknown): string | null {
  return typeof stored === 'string' && stored !== '' ? stored : null;
}

/** What surrounds a rule: the variables that conditions and validators share. */
export interface RuleSubject {
  accountId: string;
  issue: Issue;
  project: Project;
  workflow: Workflow;
  transition: WorkflowTransition;
}

/**
 * The variables of an expression of a workflow rule.
 * Source: Forge, jira:workflowCondition and jira:workflowValidator, "Context variables".
 */
export function ruleVariables(
  site: Pick<JiraContext, 'records' | 'settings' | 'store'>,
  subject: RuleSubject,
  config: Record<string, unknown>,
): Record<string, unknown> {
  const { accountId, issue, project, workflow, transition } = subject;
  const { id, name, to, type, screenId } = transition;
  return {
    user: userVariable(site, accountId),
    issue: issueVariable(site, issue),
    project: projectVariable(site, project),
    transition: transitionObject({
      id,
      name,
      from: type === 'INITIAL' ? null : statusObject(statusOf(site, issue.statusId)),
      to: statusObject(statusOf(site, to)),
      hasScreen: screenId !== undefined,
    }),
    workflow: workflowObject(workflow),
    config,
  };
}
