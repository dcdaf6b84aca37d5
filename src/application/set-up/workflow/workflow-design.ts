import type { AppFieldName, FieldName } from '../../../domain/work-type/fields';
import type { Transition, Who, WorkType } from '../../../domain/work-type/work-type';
import type { TransitionDesign, WorkflowDesign, WorkflowRule } from '../../../ports/jira-site';
import { marked } from '../mark';
import { screenName } from '../steps/screens';
import { whoMayExpression } from './who-may-expression';

/** Where the workflow finds what earlier steps made. */
export interface WorkflowIds {
  /** By the status's name. */
  status(name: string): string;
  field(name: FieldName | AppFieldName): string;
  /** By the screen's name. */
  screen(name: string): string;
}

/** The manifest's modules that rules refer to. */
const WHO_MAY = 'who-may';
const GATE = 'gate';

export function workflowName({ name }: WorkType): string {
  return `Remit: ${name}`;
}

/**
 * The workflow of a work type: who may move a ticket is a condition, which hides and refuses; what it takes is a
 * validator, which explains. Source: the public contract, "Who may move what, and what it takes".
 */
export function workflowDesign(workType: WorkType, ids: WorkflowIds): WorkflowDesign {
  return {
    name: workflowName(workType),
    description: marked(`How a ${workType.name.toLowerCase()} moves.`),
    statuses: workType.statuses.map(({ name, category }) => ({ id: ids.status(name), name, category })),
    initialStatus: ids.status(workType.initialStatus),
    transitions: workType.transitions.map((transition, position) =>
      transitionDesign(workType, transition, position, ids),
    ),
  };
}

/** Which transition a rule stands at: its view in the workflow editor is told nothing else. */
interface RuleConfig {
  workType: string;
  transition: string;
}

function transitionDesign(
  workType: WorkType,
  transition: Transition,
  position: number,
  ids: WorkflowIds,
): TransitionDesign {
  const { name, from, to, screenFields, gates } = transition;
  const config = { workType: workType.name, transition: name };
  return {
    id: String((position + 1) * 10 + 1),
    name,
    from: from.map(ids.status),
    to: ids.status(to),
    screenId: screenFields.length > 0 ? ids.screen(screenName(workType, name)) : null,
    conditions: [condition(transition, config, ids)],
    validators: gates.length > 0 ? [{ kind: 'app validator', module: GATE, config }] : [],
  };
}

function condition({ who }: Transition, config: RuleConfig, ids: WorkflowIds): WorkflowRule {
  if (who === 'editor') return { kind: 'permission', permission: 'EDIT_ISSUES' };
  const expression = whoMayExpression(who, {
    accountable: ids.field('accountable'),
    performer: ids.field('performer'),
    ...(needsBeneficiary(who) ? { beneficiary: ids.field('beneficiary') } : {}),
    approved: ids.status('Approved'),
  });
  return { kind: 'app condition', module: WHO_MAY, config: { ...config, expression } };
}

function needsBeneficiary(who: Who): boolean {
  return who === 'accountable or performer, never the beneficiary';
}

/** What a design says, whatever ids this site gave: numbers them in the order of the specification. */
export function workflowSpecification(workType: WorkType): WorkflowDesign {
  const numbered = (names: readonly string[], name: string) => String(names.indexOf(name) + 1);
  return workflowDesign(workType, {
    status: name =>
      numbered(
        workType.statuses.map(status => status.name),
        name,
      ),
    field: name => `customfield_${numbered(['accountable', 'performer', 'beneficiary'], name)}`,
    screen: name => name,
  });
}

/** The parts of a workflow that are not as designed, in words. Ids and the order of transitions don't count. */
export function differences(workflow: WorkflowDesign, design: WorkflowDesign): string[] {
  const names = new Set([...workflow.transitions, ...design.transitions].map(({ name }) => name));
  const transitions = [...names].filter(
    name => asText(workflow.transitions, name) !== asText(design.transitions, name),
  );
  return [
    ...(workflow.description === design.description ? [] : ['description']),
    ...(statusText(workflow) === statusText(design) ? [] : ['statuses']),
    ...transitions.map(name => transitionDifference(workflow, design, name)),
  ];
}

function transitionDifference(workflow: WorkflowDesign, design: WorkflowDesign, name: string): string {
  const has = (one: WorkflowDesign) => one.transitions.some(transition => transition.name === name);
  if (!has(design)) return `without ${name}`;
  return has(workflow) ? name : `with ${name}`;
}

function asText(transitions: readonly TransitionDesign[], name: string): string {
  return JSON.stringify(
    transitions
      .filter(transition => transition.name === name)
      .map(({ from, to, screenId, conditions, validators }) => [
        [...from].sort(),
        to,
        screenId,
        conditions.map(ruleText).sort(),
        validators.map(ruleText).sort(),
      ]),
  );
}

function ruleText(rule: WorkflowRule): string {
  switch (rule.kind) {
    case 'permission':
      return `permission ${rule.permission}`;
    case 'other':
      return `other ${rule.ruleKey}`;
    default:
      return `${rule.kind} ${rule.module} ${JSON.stringify(Object.entries(rule.config).sort())}`;
  }
}

function statusText({ statuses, initialStatus }: WorkflowDesign): string {
  return JSON.stringify([statuses.map(({ id }) => id).sort(), initialStatus]);
}
