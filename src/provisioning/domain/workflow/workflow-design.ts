import type { AppFieldName, FieldName } from '../../../domain/work-type/fields';
import type { Transition, Who, WorkType } from '../../../domain/work-type/work-type';
import type { TransitionDesign, WorkflowDesign, WorkflowRule } from '../../ports/jira-site';
import { marked } from '../mark';
import { screenName } from '../../application/steps/screens-step';
import { whoMayExpression } from './who-may-expression';

/** Where the workflow finds what earlier steps made. */
export interface WorkflowIds {
  /** By the status's name. */
  status(name: string): string;
  field(name: FieldName | AppFieldName): string;
  /** By the screen's name. */
  screen(name: string): string;
  /** The app's own account; absent until set-up has read it, which only transitions that the app makes need. */
  app?: string;
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
    description: marked(`How ${withArticle(workType.name.toLowerCase())} moves.`),
    statuses: workType.statuses.map(({ name, category }) => ({ id: ids.status(name), name, category })),
    initialStatus: ids.status(workType.initialStatus),
    creation: { validators: [], postFunctions: [] },
    transitions: workType.transitions.map((transition, position) =>
      transitionDesign(workType, transition, position, ids),
    ),
  };
}

function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** Which transition a rule stands at: its view in the workflow editor is told nothing else. */
interface RuleConfig {
  workType: string;
  transition: string;
  from: string;
  to: string;
}

function transitionDesign(
  workType: WorkType,
  transition: Transition,
  position: number,
  ids: WorkflowIds,
): TransitionDesign {
  const { name, from, to, screenFields, gates } = transition;
  const config = { workType: workType.name, transition: name, from, to };
  return {
    id: String((position + 1) * 10 + 1),
    name,
    from: [ids.status(from)],
    to: ids.status(to),
    screenId: screenFields.length > 0 ? ids.screen(screenName(workType, name)) : null,
    conditions: [condition(transition, config, ids)],
    validators: gates.length > 0 ? [{ kind: 'app validator', module: GATE, config }] : [],
    postFunctions: [],
  };
}

function condition({ who }: Transition, config: RuleConfig, ids: WorkflowIds): WorkflowRule {
  if (who === 'editor') return { kind: 'permission', permission: 'EDIT_ISSUES' };
  const expression = whoMayExpression(who, {
    accountable: ids.field('accountable'),
    performer: ids.field('performer'),
    ...(ids.app === undefined ? {} : { app: ids.app }),
    ...(needsBeneficiary(who) ? { beneficiary: ids.field('beneficiary') } : {}),
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
