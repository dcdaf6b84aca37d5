import type { CloudAccountRequest } from '../../acceptance/site/cloud-account-request.ts';
import { explained } from '../../acceptance/site/access.ts';
import type { Evidence, Governance } from '../../acceptance/site/governance.ts';
import { changeWorkflow, changing, type Transition } from '../../acceptance/site/workflow.ts';

/** What only a Jira administrator can do to a workflow, past the app. */
export const withoutGates = (transition: Transition): Transition => ({ ...transition, validators: [] });

export function withoutConditions({ conditions: _, ...transition }: Transition): Transition {
  return transition;
}

/** The gates stay where they are, and don't count. */
export function switchedOff(transition: Transition): Transition {
  const validators = (transition.validators ?? []).map(rule => withParameter(rule, 'disabled', 'true'));
  return { ...transition, validators };
}

/** The condition holds for everyone. */
export function letsEverybody(transition: Transition): Transition {
  const config = JSON.stringify({ expression: 'true' });
  const conditions = (transition.conditions?.conditions ?? []).map(rule =>
    withParameter(rule, 'config', config),
  );
  return { ...transition, conditions: { ...transition.conditions, conditions } };
}

type Rule = NonNullable<Transition['validators']>[number];

function withParameter(rule: Rule, name: string, value: string): Rule {
  return { ...rule, parameters: { ...rule.parameters, [name]: value } };
}

/** The id of a transition that an administrator adds. */
export const ADDED = '901';

/** Another way to where a transition leads, without gate or condition. @param from - null: from everywhere */
export function addingAWay(like: string, from: string | null) {
  return (transitions: readonly Transition[]): Transition[] => {
    const find = (name: string) => {
      const found = transitions.find(transition => transition.name === name);
      if (!found) throw new RangeError(`The workflow has no transition ${name}.`);
      return found;
    };
    const way = { ...withoutConditions(withoutGates(find(like))), id: ADDED, name: 'Wave through' };
    const isGlobal = { type: 'GLOBAL', links: [] };
    return [...transitions, from === null ? { ...way, ...isGlobal } : { ...way, links: find(from)['links'] }];
  };
}

/** Changes one transition of the workflow of the site's requests. */
export function editTransition(
  site: Governance,
  name: string,
  change: (transition: Transition) => Transition,
  workflow?: string,
): Promise<void> {
  return changeWorkflow(site, changing(name, change), workflow);
}

/** Makes the transition that an administrator added, as a person. */
export async function waveThrough(
  site: Governance,
  request: CloudAccountRequest,
  person: 'admin' | 'engineer',
): Promise<void> {
  const made = await site.sandbox
    .as(person)
    .post(request.path('/transitions'), { transition: { id: ADDED } });
  if (made.status !== 204) throw new Error(`The added transition answered ${JSON.stringify(made)}`);
  await site.sandbox.settle();
}

/** What stands about bypasses on the ticket: in the evidence, in the panel of anyone, in the comments. */
export async function bypassesOn(site: Governance, request: CloudAccountRequest) {
  const { findings } = await explained(site, request, 'engineer');
  const comments = await request.comments();
  return {
    evidence: await request.evidence('gate-bypassed'),
    resolved: (await request.evidence('bypass-resolved')).map(({ facts }) => facts['bypass']),
    findings: findings.filter(({ code }) => code === 'GATE_BYPASSED').map(({ message }) => message),
    said: comments.filter(comment => comment.startsWith('Approval bypassed.')),
  };
}

/** The newest entries about the set-up as a whole, oldest first: what an hourly check found. */
export async function driftOnRecord(site: Governance): Promise<Pick<Evidence, 'kind' | 'facts'>[]> {
  await site.sandbox.run('sweep');
  return (await site.evidence('configuration')).reverse().map(({ kind, facts }) => ({ kind, facts }));
}
