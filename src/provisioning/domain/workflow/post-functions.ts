import type { TransitionDesign, WorkflowDesign, WorkflowRule } from './workflow';
import { counterparts, leadsThere } from './counterparts';
import { othersIn } from './status-lock';

/** What Jira's own post functions do, by their keys. Source: the official description of `/workflows/capabilities`. */
const WORDS: Readonly<Record<string, string>> = {
  'system:change-assignee': 'assigns the ticket',
  'system:update-field': 'sets a field',
  'set resolution': 'sets the resolution',
  'system:copy-value-from-other-field': 'copies a field into another',
  'system:trigger-webhook': 'calls a webhook',
  'system:trigger-agent': 'starts an agent',
  'system:remind-people-to-update-fields': 'reminds people of fields',
  'forge:workflow-post-function': 'runs a post function of an app',
};

/**
 * Which post functions are set-up's: those that set the resolution, in a workflow that is designed to. What a workflow
 * is not designed to set is its administrators' to set.
 */
export function managedPostFunctions({ transitions }: WorkflowDesign): (rule: WorkflowRule) => boolean {
  const isResolving = (rule: WorkflowRule) => rule.kind === 'set resolution';
  const isDesigned = transitions.some(({ postFunctions }) => postFunctions.some(isResolving));
  return rule => isDesigned && isResolving(rule);
}

/** Post functions that are someone else's: named, for them to judge. */
export function postFunctionsInWords(
  { creation, transitions, name }: WorkflowDesign,
  isManaged: (rule: WorkflowRule) => boolean,
): string[] {
  const places = [
    { place: 'Creation', postFunctions: creation.postFunctions },
    ...transitions.map(transition => ({
      place: `The transition ${transition.name}`,
      postFunctions: transition.postFunctions.filter(rule => !isManaged(rule)),
    })),
  ];
  return places.flatMap(({ place, postFunctions }) =>
    postFunctions.map(
      rule =>
        `${place} in the workflow ${name} also ${whatItDoes(rule)}. Remit didn’t create that and leaves it unchanged: check that it belongs there`,
    ),
  );
}

function whatItDoes(rule: WorkflowRule): string {
  const key = rule.kind === 'other' ? rule.ruleKey : rule.kind;
  return WORDS[key] ?? `runs the rule ${key}`;
}

function propertiesOf({ statuses }: WorkflowDesign, statusId: string): Readonly<Record<string, string>> {
  return statuses.find(({ id }) => id === statusId)?.properties ?? {};
}

/**
 * The design, with the ids that transitions have already and the post functions and properties that others put there. A transition
 * that is gone takes its own with it; one that was several in one leaves its own to each of them.
 */
export function keepingWhatIsThere(design: WorkflowDesign, workflow: WorkflowDesign): WorkflowDesign {
  const found = counterparts(design.transitions, workflow.transitions);
  const formerOf = (wanted: TransitionDesign) =>
    found.of.get(wanted) ??
    workflow.transitions.find(one => one.name === wanted.name && leadsThere(one, wanted));
  const taken = new Set(workflow.transitions.map(({ id }) => id));
  const free = ({ id }: TransitionDesign) => (taken.has(id) ? `${id}1` : id);
  const isManaged = managedPostFunctions(design);
  const ofOthers = (transition?: TransitionDesign) =>
    (transition?.postFunctions ?? []).filter(rule => !isManaged(rule));
  return {
    ...design,
    statuses: design.statuses.map(status => ({
      ...status,
      properties: { ...othersIn(propertiesOf(workflow, status.id)), ...status.properties },
    })),
    creation: { ...design.creation, postFunctions: workflow.creation.postFunctions },
    transitions: design.transitions.map(transition => ({
      ...transition,
      id: found.of.get(transition)?.id ?? free(transition),
      postFunctions: [...ofOthers(formerOf(transition)), ...transition.postFunctions],
    })),
  };
}
