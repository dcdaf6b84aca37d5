import { z } from 'zod';
import type { TransitionDesign, Workflow, WorkflowDesign } from '../../domain/workflow/workflow';
import { category, categoryName } from './site-statuses';
import { description, id } from './shapes';
import { fromRuleDocument, ruleDocument, toRuleDocument, uuidOf } from './workflow-rules';

const SCREEN_RULE = 'system:transition-screen';

/** The workflow as Jira takes it: statuses by references that hold within the request. */
export function toWorkflowDocument(design: WorkflowDesign) {
  const statuses = design.statuses.map((status, position) => ({
    statusReference: referenceOf(status.id),
    properties: status.properties,
    layout: { x: position * 240, y: 0 },
  }));
  return {
    name: design.name,
    description: design.description,
    startPointLayout: { x: -160, y: 0 },
    statuses,
    transitions: [
      creationDocument(design),
      ...design.transitions.map(one => toTransitionDocument(design.name, one)),
    ],
  };
}

/** The statuses that workflow documents refer to: existing ones, by their ids. */
export function statusReferences(design: WorkflowDesign) {
  return design.statuses.map(status => ({
    statusReference: referenceOf(status.id),
    id: status.id,
    name: status.name,
    statusCategory: categoryName(status.category),
  }));
}

function creationDocument({ name, initialStatus, creation }: WorkflowDesign) {
  const place = `${name} / creation`;
  return {
    id: '1',
    type: 'INITIAL',
    name: 'Create',
    description: '',
    toStatusReference: referenceOf(initialStatus),
    links: [],
    actions: creation.postFunctions.map(rule => toRuleDocument(rule, place)),
    validators: creation.validators.map(rule => toRuleDocument(rule, place)),
    triggers: [],
    properties: {},
  };
}

function toTransitionDocument(workflow: string, transition: TransitionDesign) {
  const place = `${workflow} / ${transition.name}`;
  const screen = { ruleKey: SCREEN_RULE, parameters: { screenId: transition.screenId } };
  const conditions = transition.conditions.map(rule => toRuleDocument(rule, place));
  return {
    id: transition.id,
    type: 'DIRECTED',
    name: transition.name,
    description: '',
    toStatusReference: referenceOf(transition.to),
    links: transition.from.map(from => ({ fromStatusReference: referenceOf(from), fromPort: 0, toPort: 1 })),
    ...(transition.screenId === null ? {} : { transitionScreen: screen }),
    ...(conditions.length === 0 ? {} : { conditions: { operation: 'ALL', conditionGroups: [], conditions } }),
    validators: transition.validators.map(rule => toRuleDocument(rule, place)),
    actions: transition.postFunctions.map(rule => toRuleDocument(rule, place)),
    triggers: [],
    properties: {},
  };
}

function referenceOf(statusId: string): string {
  return uuidOf(`status ${statusId}`);
}

const transitionDocument = z.object({
  id,
  type: z.enum(['INITIAL', 'GLOBAL', 'DIRECTED']),
  name: z.string(),
  toStatusReference: z.string().nullish(),
  links: z.array(z.object({ fromStatusReference: z.string().nullish() })).nullish(),
  transitionScreen: ruleDocument.nullish(),
  conditions: z
    .object({
      operation: z.enum(['ANY', 'ALL']).nullish(),
      conditionGroups: z.array(z.unknown()).nullish(),
      conditions: z.array(ruleDocument).nullish(),
    })
    .nullish(),
  validators: z.array(ruleDocument).nullish(),
  actions: z.array(ruleDocument).nullish(),
});

const statusProperties = z
  .record(z.string(), z.string())
  .nullish()
  .transform(properties => properties ?? {});

/** What is read of the answers that carry workflows. */
export const workflowDocuments = z.object({
  statuses: z.array(
    z.object({ id, name: z.string(), statusReference: z.string(), statusCategory: category }),
  ),
  workflows: z.array(
    z.object({
      id,
      name: z.string(),
      description,
      version: z.object({ id: z.string(), versionNumber: z.number() }),
      statuses: z.array(z.object({ statusReference: z.string(), properties: statusProperties })),
      transitions: z.array(transitionDocument),
    }),
  ),
});

type Documents = z.infer<typeof workflowDocuments>;

/** Reads the workflows of an answer. */
export function fromWorkflowDocuments({ statuses, workflows }: Documents): Workflow[] {
  const idOf = (reference: string | null | undefined) =>
    statuses.find(({ statusReference }) => statusReference === reference)?.id ??
    `unknown ${String(reference)}`;
  return workflows.map(({ statuses: used, transitions, ...workflow }) => ({
    ...workflow,
    creation: checksAndActions(transitions.find(({ type }) => type === 'INITIAL')),
    statuses: used.flatMap(({ statusReference, properties }) => {
      const status = statuses.find(one => one.statusReference === statusReference);
      return status
        ? [{ id: status.id, name: status.name, category: status.statusCategory, properties }]
        : [];
    }),
    initialStatus: idOf(transitions.find(({ type }) => type === 'INITIAL')?.toStatusReference),
    transitions: transitions
      .filter(({ type }) => type !== 'INITIAL')
      .map(transition => fromTransitionDocument(transition, idOf)),
  }));
}

function fromTransitionDocument(
  transition: z.infer<typeof transitionDocument>,
  idOf: (reference: string | null | undefined) => string,
): TransitionDesign {
  const { conditions } = transition;
  const rules = (conditions?.conditions ?? []).map(fromRuleDocument);
  // Rules that an administrator grouped differently are not as designed, whatever they are.
  const grouped = (conditions?.conditionGroups ?? []).length > 0;
  const any = conditions?.operation === 'ANY' && rules.length > 1;
  return {
    id: transition.id,
    name: transition.name,
    from: (transition.links ?? []).map(({ fromStatusReference }) => idOf(fromStatusReference)),
    to: idOf(transition.toStatusReference),
    screenId: transition.transitionScreen?.parameters['screenId'] ?? null,
    conditions: grouped || any ? [...rules, { kind: 'other', ruleKey: 'grouped', parameters: {} }] : rules,
    ...checksAndActions(transition),
  };
}

/** What Jira checks when the transition is made, and what it does then. */
function checksAndActions(
  transition: z.infer<typeof transitionDocument> | undefined,
): Pick<TransitionDesign, 'validators' | 'postFunctions'> {
  return {
    validators: (transition?.validators ?? []).map(fromRuleDocument),
    postFunctions: (transition?.actions ?? []).map(fromRuleDocument),
  };
}
