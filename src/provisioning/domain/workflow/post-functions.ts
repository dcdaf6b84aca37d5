import type { TransitionDesign, WorkflowDesign, WorkflowRule } from './workflow';
import { counterparts, leadsThere } from './counterparts';

/** What Jira's own post functions do, by their keys. Source: the official description of `/workflows/capabilities`. */
const WORDS: Readonly<Record<string, string>> = {
  'system:change-assignee': 'assigns the ticket',
  'system:update-field': 'sets a field',
  'system:copy-value-from-other-field': 'copies a field into another',
  'system:trigger-webhook': 'calls a webhook',
  'system:trigger-agent': 'starts an agent',
  'system:remind-people-to-update-fields': 'reminds people of fields',
  'forge:workflow-post-function': 'runs a post function of an app',
};

/** Set-up makes no post functions, so each that is there is someone else's: named, for them to judge. */
export function postFunctionsInWords({ creation, transitions, name }: WorkflowDesign): string[] {
  const places = [
    { place: 'Creation', postFunctions: creation.postFunctions },
    ...transitions.map(transition => ({
      place: `The transition ${transition.name}`,
      postFunctions: transition.postFunctions,
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

/**
 * The design, with the ids that transitions have already and the post functions that the workflow has. A transition
 * that is gone takes its own with it; one that was several in one leaves its own to each of them.
 */
export function keepingWhatIsThere(design: WorkflowDesign, workflow: WorkflowDesign): WorkflowDesign {
  const found = counterparts(design.transitions, workflow.transitions);
  const formerOf = (wanted: TransitionDesign) =>
    found.of.get(wanted) ??
    workflow.transitions.find(one => one.name === wanted.name && leadsThere(one, wanted));
  const taken = new Set(workflow.transitions.map(({ id }) => id));
  const free = ({ id }: TransitionDesign) => (taken.has(id) ? `${id}1` : id);
  return {
    ...design,
    creation: { ...design.creation, postFunctions: workflow.creation.postFunctions },
    transitions: design.transitions.map(transition => ({
      ...transition,
      id: found.of.get(transition)?.id ?? free(transition),
      postFunctions: formerOf(transition)?.postFunctions ?? [],
    })),
  };
}
