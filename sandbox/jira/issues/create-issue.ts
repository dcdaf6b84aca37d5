/** Creating a work item: from the create screen, through the validators of the initial transition. */
import type { Identity } from '../../seams.ts';
import type { Field, Issue, Project, WorkflowTransition } from '../model.ts';
import { DEFAULT_PRIORITY } from '../admin/priorities.ts';
import { can } from '../permissions/permissions.ts';
import { JiraError, notModelled } from '../rest/refusals.ts';
import { actionValues } from '../workflow/actions.ts';
import { refuseUnmodelledRules } from '../workflow/rules.ts';
import { workItemSettings } from '../workflow/settings.ts';
import { validate } from '../workflow/validators.ts';
import { workflowOf } from '../workflow/workflow-of.ts';
import { defaultAssignee, refuseUnassignable } from './assignee.ts';
import { resolved, store } from './commit.ts';
import { mayWriteProtected } from './editable-fields.ts';
import { tellCreated } from './events.ts';
import { isReadOnly, isWritable } from './field-set.ts';
import { isRecord } from './fields/field-type.ts';
import { present } from './find-issue.ts';
import { requestedChange } from './requested-change.ts';
import { screenFields } from './screens.ts';
import { refuseUnmodelled, type UpdateRequest } from './update-request.ts';
import type { WorkItemSite } from './work-item-site.ts';

/**
 * The new work item. Refuses 400 fields that aren't on the create screen, values that aren't the field's, a missing
 * summary, and what the validators of the initial transition refuse.
 */
export async function createIssue(
  site: WorkItemSite,
  identity: Identity & { accountId: string },
  request: UpdateRequest,
): Promise<Issue> {
  refuseUnmodelled(request);
  if (request.transition) throw notModelled('a transition in the body of a creation');
  const { project, issueTypeId } = placeOf(site, identity, request.fields);
  const values = valuesOf(site, identity, project, issueTypeId, request);
  const workflow = workflowOf(site, project, issueTypeId);
  const transition = present(
    workflow.transitions.find(({ type }) => type === 'INITIAL'),
    `initial transition of the workflow ${workflow.name}`,
  );
  refuseUnmodelledRules(transition);
  const draft = draftIssue(site, identity.accountId, { project, issueTypeId, transition, values, request });
  await validate(site, {
    accountId: identity.accountId,
    issue: draft,
    edits: values,
    project,
    workflow,
    transition,
  });
  return keep(site, draft, project, identity.accountId, transition);
}

/** The project and the work type that the fields name. */
function placeOf(
  site: WorkItemSite,
  identity: Identity,
  fields: Record<string, unknown>,
): { project: Project; issueTypeId: string } {
  const named = isRecord(fields['project']) ? fields['project'] : {};
  const project = site.records.projects.find(
    one => one.key === named['key'] || one.id === named['id'] || Number(one.id) === named['id'],
  );
  if (!project || !can(site, identity, 'BROWSE_PROJECTS', project)) {
    throw new JiraError(400, [], { project: 'Specify a valid project ID or key' });
  }
  if (!can(site, identity, 'CREATE_ISSUES', project)) {
    throw new JiraError(400, [], { project: 'You do not have permission to create issues in this project.' });
  }
  return { project, issueTypeId: issueTypeIdOf(site, project, fields['issuetype']) };
}

/** The id of the work type that is named, among those of the project. Refuses 400 any other. */
export function issueTypeIdOf(site: Pick<WorkItemSite, 'records'>, project: Project, given: unknown): string {
  const named = isRecord(given) ? given : {};
  const { issueTypeIds } = present(
    site.records.issueTypeSchemes.get(project.issueTypeSchemeId),
    `work type scheme ${project.issueTypeSchemeId}`,
  );
  const types = issueTypeIds.flatMap(id => site.records.issueTypes.get(id) ?? []);
  const known = types.find(type =>
    named['id'] === undefined
      ? type.name === named['name']
      : type.id === named['id'] || Number(type.id) === named['id'],
  );
  if (!known) throw new JiraError(400, [], { issuetype: 'Specify a valid issue type' });
  return known.id;
}

function valuesOf(
  site: WorkItemSite,
  identity: Identity,
  project: Project,
  issueTypeId: string,
  request: UpdateRequest,
): Map<string, unknown> {
  const place = { projectId: project.id, issueTypeId };
  const onScreen = new Set(screenFields(site, project, issueTypeId, 'create'));
  const acceptsReadOnly = workItemSettings(site).readOnlyOnCreate === 'accept';
  const maySet = (field: Field) =>
    isReadOnly(field)
      ? acceptsReadOnly
      : onScreen.has(field.id) &&
        isWritable(site, field, place) &&
        mayWriteProtected(site, identity, field, project);
  const ignored = ['project', 'issuetype'];
  const { values, comments } = requestedChange(site, { ...place, fields: {} }, request, maySet, ignored);
  if (comments.length > 0) throw notModelled('a comment in the body of a creation');
  if (!values.has('summary')) {
    throw new JiraError(400, [], { summary: 'You must specify a summary of the issue.' });
  }
  refuseUnassignable(site, project, values.get('assignee'));
  return values;
}

interface Draft {
  project: Project;
  issueTypeId: string;
  transition: WorkflowTransition;
  values: ReadonlyMap<string, unknown>;
  request: UpdateRequest;
}

/** The work item as validators see it: it has an id, but no key before it is kept. */
function draftIssue(site: WorkItemSite, creator: string, draft: Draft): Issue {
  const { project, issueTypeId, transition, values, request } = draft;
  const now = site.clock.iso();
  const defaults = {
    reporter: creator,
    priority: DEFAULT_PRIORITY,
    assignee: defaultAssignee(project),
  };
  return {
    id: site.store.nextId('issue'),
    key: '',
    projectId: project.id,
    issueTypeId,
    statusId: transition.to,
    created: now,
    updated: now,
    creator,
    fields: { ...defaults, ...Object.fromEntries(values) },
    properties: Object.fromEntries(request.properties.map(({ key, value }) => [key, value])),
  };
}

function keep(
  site: WorkItemSite,
  draft: Issue,
  project: Project,
  actor: string,
  transition: WorkflowTransition,
): Issue {
  const actions = Object.fromEntries(actionValues(site, draft, actor, transition.actions));
  const number = site.store.nextId(`issueKey/${project.id}`, 1);
  const fields = { ...draft.fields, ...actions };
  const issue = {
    ...draft,
    key: `${project.key}-${number}`,
    fields: { ...fields, ...resolved(site, {}, fields) },
  };
  store(site, undefined, issue);
  tellCreated(site, issue, actor);
  return issue;
}
