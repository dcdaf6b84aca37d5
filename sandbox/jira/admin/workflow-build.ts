import { randomUUID } from 'node:crypto';
import type { JiraContext } from '../context.ts';
import type { WorkflowConditionGroup, WorkflowRule, WorkflowTransition } from '../model.ts';
import { sourcesOf } from './transition-validation.ts';
import type {
  ConditionGroupPayload,
  RulePayload,
  StatusPayload,
  TransitionPayload,
  WorkflowPayload,
} from './workflow-payload.ts';
import type { TransitionLink, WorkflowDocument } from './workflow-records.ts';

/** Status ids by the references of a request. */
export type StatusIds = ReadonlyMap<string, string>;

/** The ids of a request's statuses: those that have none are created. The request must have been found sound. */
export function settleStatuses(
  { records, store }: JiraContext,
  statuses: readonly StatusPayload[],
): StatusIds {
  return new Map(
    statuses.map(({ id, statusReference, name, statusCategory, description = '' }) => {
      if (id !== undefined) return [statusReference, id];
      return [
        statusReference,
        records.statuses.put({ id: store.nextId('status'), name, statusCategory, description }).id,
      ];
    }),
  );
}

/** The part of a workflow that a request gives, fit to be kept. */
export function builtWorkflow(workflow: WorkflowPayload, ids: StatusIds) {
  const { description = '', startPointLayout, loopedTransitionContainerLayout } = workflow;
  return {
    name: workflow.name,
    description,
    ...(startPointLayout ? { startPointLayout } : {}),
    ...(loopedTransitionContainerLayout ? { loopedTransitionContainerLayout } : {}),
    statuses: workflow.statuses.map(({ statusReference, properties, layout }) => ({
      statusId: settled(ids, statusReference),
      properties,
      ...(layout ? { layout } : {}),
    })),
    transitions: workflow.transitions.map(transition => builtTransition(transition, ids)),
    links: Object.fromEntries(
      workflow.transitions.map(transition => [transition.id, builtLinks(transition, ids)]),
    ),
  } satisfies Partial<WorkflowDocument>;
}

function builtTransition(transition: TransitionPayload, ids: StatusIds): WorkflowTransition {
  const {
    id,
    type,
    name,
    description = '',
    validators = [],
    actions = [],
    properties = {},
    conditions,
  } = transition;
  const screenId = transition.transitionScreen?.parameters?.['screenId'];
  return {
    id,
    type,
    name,
    description,
    from: sourcesOf(transition).map(reference => settled(ids, reference)),
    to: settled(ids, transition.toStatusReference),
    ...(screenId === undefined ? {} : { screenId }),
    ...(conditions ? { conditions: builtGroup(conditions) } : {}),
    validators: validators.map(builtRule),
    actions: actions.map(builtRule),
    properties,
  };
}

function builtLinks({ links = [] }: TransitionPayload, ids: StatusIds): TransitionLink[] {
  return links.map(({ fromStatusReference, fromPort, toPort }) => ({
    ...(fromStatusReference ? { fromStatusReference: settled(ids, fromStatusReference) } : {}),
    ...(fromPort === undefined ? {} : { fromPort }),
    ...(toPort === undefined ? {} : { toPort }),
  }));
}

function builtGroup({
  operation,
  conditions = [],
  conditionGroups = [],
}: ConditionGroupPayload): WorkflowConditionGroup {
  return {
    operation,
    conditions: conditions.map(builtRule),
    conditionGroups: conditionGroups.map(builtGroup),
  };
}

/** Jira gives rules ids of its own, whatever the request says. */
function builtRule({ ruleKey, parameters = {} }: RulePayload): WorkflowRule {
  return { id: randomUUID(), ruleKey, parameters };
}

function settled(ids: StatusIds, reference: string): string {
  const id = ids.get(reference);
  if (id === undefined) throw new Error(`The status ${reference} of a sound request has no id.`);
  return id;
}
