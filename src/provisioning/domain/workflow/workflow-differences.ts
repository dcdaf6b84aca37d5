import type { TransitionDesign, WorkflowDesign, WorkflowRule } from './workflow';

/**
 * The parts of a workflow that are not as designed, in words. Ids and the order of transitions don't count, and
 * post functions neither: they come after the decision, and it is not for set-up to judge them.
 */
export function differences(workflow: WorkflowDesign, design: WorkflowDesign): string[] {
  const names = new Set([...workflow.transitions, ...design.transitions].map(({ name }) => name));
  const creations = [workflow, design].map(({ creation }) => rulesText(creation.validators));
  return [
    ...(workflow.description === design.description ? [] : ['description']),
    ...(statusText(workflow) === statusText(design) ? [] : ['statuses']),
    ...(creations[0] === creations[1] ? [] : ['creation: what it takes']),
    ...[...names].flatMap(name => transitionDifference(workflow, design, name)),
  ];
}

function transitionDifference(workflow: WorkflowDesign, design: WorkflowDesign, name: string): string[] {
  const called = (one: WorkflowDesign) => one.transitions.filter(transition => transition.name === name);
  const [present, ...doubles] = called(workflow);
  const [wanted] = called(design);
  if (!wanted) return [`without ${name}`];
  if (!present) return [`with ${name}`];
  if (doubles.length > 0) return [`${name} only once`];
  const aspects = ASPECTS.filter(({ textOf }) => textOf(present) !== textOf(wanted));
  return aspects.length === 0 ? [] : [`${name}: ${aspects.map(({ says }) => says).join(', ')}`];
}

/** What is compared of a transition, and what people call it. */
const ASPECTS: readonly { says: string; textOf(transition: TransitionDesign): string }[] = [
  { says: 'from where to where', textOf: ({ from, to }) => JSON.stringify([[...from].sort(), to]) },
  { says: 'screen', textOf: ({ screenId }) => String(screenId) },
  { says: 'who may make it', textOf: ({ conditions }) => rulesText(conditions) },
  { says: 'what it takes', textOf: ({ validators }) => rulesText(validators) },
];

function rulesText(rules: readonly WorkflowRule[]): string {
  return JSON.stringify(rules.map(ruleText).sort());
}

function ruleText(rule: WorkflowRule): string {
  switch (rule.kind) {
    case 'permission':
      return `permission ${rule.permission}`;
    case 'other':
      return `other ${rule.ruleKey} ${JSON.stringify(Object.entries(rule.parameters).sort())}`;
    default:
      return `${rule.kind} ${rule.module} ${JSON.stringify(Object.entries(rule.config).sort())}`;
  }
}

function statusText({ statuses, initialStatus }: WorkflowDesign): string {
  return JSON.stringify([statuses.map(({ id }) => id).sort(), initialStatus]);
}
