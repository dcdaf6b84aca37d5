import {
  FIELD_NAMES,
  PEOPLE_FIELDS,
  type AppFieldName,
  type FieldName,
} from '../../../domain/work-type/fields';
import {
  statusOf,
  type Resolution,
  type Transition,
  type Who,
  type WorkType,
} from '../../../domain/work-type/work-type';
import type { TransitionDesign, WorkflowDesign, WorkflowRule } from './workflow';
import { marked } from '../managed-mark';
import { screenName } from '../screen-design';
import { statusLock } from './status-lock';
import { whoMayExpression } from './who-may-expression';

/** Where the workflow finds what earlier steps made. */
export interface WorkflowIds {
  /** By the status's name. */
  status(name: string): string;
  field(name: FieldName | AppFieldName): string;
  /** By the screen's name. */
  screen(name: string): string;
  resolution(name: Resolution): string;
  /** The role by which apps reach a space, which locked statuses leave editing to. */
  appsRole(): string;
  /** The app's own account, which transitions that it makes alone name. */
  appAccount(): string;
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
    statuses: workType.statuses.map(status => ({
      id: ids.status(status.name),
      name: status.name,
      category: status.category,
      properties: statusLock(status, ids),
    })),
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
    // What Jira checks by itself comes first: a gate that permits something puts that on record.
    validators: [
      ...requiredFields(transition, ids),
      ...(gates.length > 0 ? [{ kind: 'app validator', module: GATE, config } as const] : []),
    ],
    postFunctions: resolving(workType, transition, ids),
  };
}

function requiredFields({ requiredFields: fields = [] }: Transition, ids: WorkflowIds): WorkflowRule[] {
  return fields.map(field => ({
    kind: 'required field',
    field: ids.field(field),
    message: `Fill in ${PEOPLE_FIELDS[field].name}.`,
  }));
}

/** A ticket that comes to an end gets a resolution, and loses it when it goes on. */
function resolving(workType: WorkType, { from, to }: Transition, ids: WorkflowIds): WorkflowRule[] {
  const [before, then] = [from, to].map(name => statusOf(workType, name).resolution);
  if (then !== undefined) return [{ kind: 'set resolution', resolution: ids.resolution(then) }];
  return before === undefined ? [] : [{ kind: 'set resolution', resolution: null }];
}

function condition({ who }: Transition, config: RuleConfig, ids: WorkflowIds): WorkflowRule {
  if (who === 'editor') return { kind: 'permission', permission: 'EDIT_ISSUES' };
  const expression = whoMayExpression(who, {
    accountable: ids.field('accountable'),
    performer: ids.field('performer'),
    ...(who === 'app' ? { app: ids.appAccount() } : {}),
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
    field: name =>
      `customfield_${numbered(['accountable', 'performer', 'beneficiary', ...FIELD_NAMES], name)}`,
    screen: name => name,
    resolution: name => name,
    appsRole: () => 'apps',
    appAccount: () => 'app',
  });
}
