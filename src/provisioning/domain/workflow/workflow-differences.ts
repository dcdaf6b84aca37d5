import type { TransitionDesign, WorkflowDesign, WorkflowRule } from './workflow';
import { counterparts } from './counterparts';
import { managedPostFunctions } from './post-functions';
import { lockIn } from './status-lock';
import { say } from '../../../domain/shared/sentence';

/**
 * The parts of a workflow that are not as designed, in words. Ids and the order of transitions don't count, and
 * post functions that are not set-up's neither: they come after the decision, and it is not for set-up to judge them.
 */
export function differences(workflow: WorkflowDesign, design: WorkflowDesign): string[] {
  const creations = [workflow, design].map(({ creation }) => rulesText(creation.validators));
  return [
    ...(workflow.description === design.description ? [] : ['description']),
    ...(statusText(workflow) === statusText(design) ? [] : ['statuses']),
    ...lockDifferences(workflow, design),
    ...(creations[0] === creations[1] ? [] : ['creation: gates']),
    ...transitionDifferences(workflow, design),
  ];
}

/** Statuses in which someone else may edit, or do something else, than is designed. */
function lockDifferences(workflow: WorkflowDesign, design: WorkflowDesign): string[] {
  const locks = new Map(workflow.statuses.map(({ id, properties }) => [id, lockText(properties)]));
  const different = design.statuses.filter(
    ({ id, properties }) => locks.has(id) && locks.get(id) !== lockText(properties),
  );
  return different.map(({ name }) => say`who can edit in ${name}`);
}

function lockText(properties: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(lockIn(properties)).sort());
}

function transitionDifferences(workflow: WorkflowDesign, design: WorkflowDesign): string[] {
  const found = counterparts(design.transitions, workflow.transitions);
  const called = labels(workflow, design);
  const isManaged = managedPostFunctions(design);
  const wantedOnes = design.transitions.flatMap(wanted => {
    const present = found.of.get(wanted);
    if (!present) return [say`with ${called(wanted)}`];
    const aspects = ASPECTS.filter(({ textOf }) => textOf(present, isManaged) !== textOf(wanted, isManaged));
    return aspects.length === 0
      ? []
      : [say`${called(wanted)}: ${aspects.map(({ says }) => says).join(', ')}`];
  });
  const names = new Set(design.transitions.map(called));
  const others = found.others.map(one =>
    names.has(called(one)) ? say`${called(one)} only once` : say`without ${called(one)}`,
  );
  return [...wantedOnes, ...others];
}

/** What people call a transition: by its name and, where several have that, by where it leads from. */
function labels(workflow: WorkflowDesign, design: WorkflowDesign): (transition: TransitionDesign) => string {
  const statuses = new Map([...workflow.statuses, ...design.statuses].map(({ id, name }) => [id, name]));
  return ({ name, from }) => {
    const repeats = design.transitions.filter(one => one.name === name).length > 1;
    const places = from.map(id => statuses.get(id) ?? id).join(' or ');
    return repeats ? say`${name} from ${places || 'everywhere'}` : name;
  };
}

/** What is compared of a transition, and what people call it. */
const ASPECTS: readonly {
  says: string;
  textOf(transition: TransitionDesign, isManaged: (rule: WorkflowRule) => boolean): string;
}[] = [
  { says: 'name', textOf: ({ name }) => name },
  { says: 'its statuses', textOf: ({ from, to }) => JSON.stringify([[...from].sort(), to]) },
  { says: 'screen', textOf: ({ screenId }) => String(screenId) },
  { says: 'who can use it', textOf: ({ conditions }) => rulesText(conditions) },
  { says: 'gates', textOf: ({ validators }) => rulesText(validators) },
  {
    says: 'what it sets',
    textOf: ({ postFunctions }, isManaged) => rulesText(postFunctions.filter(isManaged)),
  },
];

/** Whether they are the same rules, in any order. */
export function sameRules(a: readonly WorkflowRule[], b: readonly WorkflowRule[]): boolean {
  return rulesText(a) === rulesText(b);
}

function rulesText(rules: readonly WorkflowRule[]): string {
  return JSON.stringify(rules.map(ruleText).sort());
}

function ruleText(rule: WorkflowRule): string {
  switch (rule.kind) {
    case 'permission':
      return `permission ${rule.permission}`;
    case 'required field':
      return `required field ${rule.field} ${rule.message}`;
    case 'set resolution':
      return `set resolution ${rule.resolution ?? 'none'}`;
    case 'other':
      return `other ${rule.ruleKey} ${JSON.stringify(Object.entries(rule.parameters).sort())}`;
    default:
      return `${rule.kind} ${rule.module} ${JSON.stringify(Object.entries(rule.config).sort())}`;
  }
}

function statusText({ statuses, initialStatus }: WorkflowDesign): string {
  return JSON.stringify([statuses.map(({ id }) => id).sort(), initialStatus]);
}
