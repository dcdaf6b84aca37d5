import { randomUUID } from 'node:crypto';
import type { WorkflowDocument } from '../admin/workflow-records.ts';
import type { JiraContext } from '../context.ts';
import type { WorkflowConditionGroup, WorkflowRule, WorkflowTransition } from '../model.ts';
import { statusJson } from './status-routes.ts';

/** Workflows with their statuses, as the bulk operations answer. Statuses refer to themselves by their ids. */
export function workflowsJson(
  { records }: JiraContext,
  workflows: readonly WorkflowDocument[],
  withTransitions = true,
) {
  const ids = new Set(workflows.flatMap(({ statuses }) => statuses.map(({ statusId }) => statusId)));
  const statuses = records.statuses.filter(({ id }) => ids.has(id));
  return {
    statuses: statuses.map(status => ({ ...statusJson(status), statusReference: status.id })),
    workflows: workflows.map(workflow => workflowJson(workflow, withTransitions)),
  };
}

function workflowJson(workflow: WorkflowDocument, withTransitions: boolean) {
  const { id, name, description, version, isEditable, created, updated, links } = workflow;
  const { startPointLayout, loopedTransitionContainerLayout } = workflow;
  return {
    id,
    name,
    description,
    scope: { type: 'GLOBAL' },
    version,
    isEditable,
    created,
    updated,
    ...(startPointLayout ? { startPointLayout } : {}),
    ...(loopedTransitionContainerLayout ? { loopedTransitionContainerLayout } : {}),
    statuses: workflow.statuses.map(({ statusId, properties, layout }) => ({
      statusReference: statusId,
      properties,
      deprecated: false,
      ...(layout ? { layout } : {}),
    })),
    ...(withTransitions
      ? { transitions: workflow.transitions.map(one => transitionJson(one, links[one.id] ?? [])) }
      : {}),
  };
}

function transitionJson(transition: WorkflowTransition, links: WorkflowDocument['links'][string]) {
  const { id, type, name, description, to, screenId, conditions, validators, actions, properties } =
    transition;
  return {
    id,
    type,
    name,
    description,
    links,
    toStatusReference: to,
    ...(screenId === undefined
      ? {}
      : {
          transitionScreen: {
            id: `screen-${id}`,
            ruleKey: 'system:transition-screen',
            parameters: { screenId },
          },
        }),
    ...(conditions ? { conditions: groupJson(conditions) } : {}),
    validators: validators.map(ruleJson),
    actions: actions.map(ruleJson),
    triggers: [],
    properties,
  };
}

function groupJson({ operation, conditions, conditionGroups }: WorkflowConditionGroup): object {
  return { operation, conditions: conditions.map(ruleJson), conditionGroups: conditionGroups.map(groupJson) };
}

/** `parameters.id` of an app's rule is another one at every reading, so that no one compares it. */
function ruleJson({ id, ruleKey, parameters }: WorkflowRule) {
  return {
    id,
    ruleKey,
    parameters: ruleKey.startsWith('forge:') ? { ...parameters, id: randomUUID() } : parameters,
  };
}
