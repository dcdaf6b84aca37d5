import { approved } from '../../../src/domain/gate/approved';
import { frozen } from '../../../src/domain/gate/frozen';
import type { Gate } from '../../../src/domain/gate/gate';
import { indexResponsibilities, mostSpecific } from '../../../src/domain/responsibility/resolve';
import { STARTER_RESPONSIBILITIES, STARTER_SERVICES } from '../../../src/content';
import type { FieldName } from '../../../src/domain/work-type/fields';
import type { Meaning, Transition, WorkType } from '../../../src/domain/work-type/work-type';

const STARTER_MATRIX = indexResponsibilities(STARTER_RESPONSIBILITIES);

/** What keeps a work type from being one that the app can hold to, in words; empty for a sound one. */
export function unsoundIn(workType: WorkType<Gate>): string[] {
  return [
    ...unsoundStatuses(workType),
    ...unsoundTransitions(workType),
    ...unsoundApprovals(workType),
    ...unsoundSteps(approvalsOf(workType)),
    ...unansweredQuestions(workType),
  ];
}

function unsoundStatuses({ statuses, initialStatus, transitions }: WorkType<Gate>): string[] {
  const names = statuses.map(({ name }) => name);
  const used = [initialStatus, ...transitions.flatMap(({ from, to }) => [from, to])];
  const reached = new Set([initialStatus, ...transitions.map(({ to }) => to)]);
  return [
    ...repeated(names).map(name => `has the status ${name} twice`),
    ...[...new Set(used)].filter(name => !names.includes(name)).map(name => `has no status ${name}`),
    ...names.filter(name => !reached.has(name)).map(name => `never comes to ${name}`),
    ...statuses
      .filter(({ category, resolution }) => resolution !== undefined && category !== 'done')
      .map(({ name }) => `resolves a ticket in ${name}, which is no end`),
  ];
}

/** What Jira demands has to be on the screen, or no one could fill it in. */
function unasked({ screenFields, requiredFields = [] }: Transition<Gate>): FieldName[] {
  return requiredFields.filter(field => !screenFields.includes(field));
}

/** Jira keeps no history of a transition that leads to where it came from, and a change of status must tell which it was. */
function unsoundTransitions({ transitions }: WorkType<Gate>): string[] {
  const loops = transitions.filter(({ from, to }) => from === to);
  const unguarded = transitions.filter(({ means, who }) => !GUARDED_BY[means](who));
  return [
    ...repeated(transitions.map(way)).map(pair => `has two transitions from ${pair}`),
    ...loops.map(one => `${named(one)} leads to where it came from`),
    ...unguarded.map(one => `${named(one)} has no condition that says who decides: ${one.who}`),
    ...transitions.flatMap(one =>
      unasked(one).map(field => `${named(one)} demands ${field}, which is not on its screen`),
    ),
  ];
}

type Guard = (who: Transition['who']) => boolean;

const isAccountableOnly: Guard = who => who === 'accountable';
const isSomebodyOfOurs: Guard = who => who !== 'editor';

/** Everyone who can edit may put a ticket up for decision; who decides it, and who acts on that, is conditional. */
const GUARDED_BY: Record<Meaning, Guard> = {
  submit: () => true,
  approve: isAccountableOnly,
  reject: isAccountableOnly,
  return: isSomebodyOfOurs,
  fulfil: isSomebodyOfOurs,
  revoke: isSomebodyOfOurs,
  withdraw: isSomebodyOfOurs,
};

function approvalsOf({ transitions }: WorkType<Gate>): Transition<Gate>[] {
  return transitions.filter(({ means }) => means === 'approve');
}

function unsoundApprovals(workType: WorkType<Gate>): string[] {
  return workType.transitions.flatMap(one => [
    ...(isHeld(one) ? [] : [`${named(one)} has no gate that holds to the route`]),
    ...gatesLacking(one).map(({ name }) => `${named(one)} lacks the gate "${name}"`),
  ]);
}

/** Only the person the route names approves. */
function isHeld({ means, gates }: Transition<Gate>): boolean {
  return means !== 'approve' || gates.some(({ holdsToRoute }) => holdsToRoute);
}

/** What is approved is what was submitted, and what is carried out, or approved once more, is what was approved. */
function gatesLacking({ means, step = 1, gates }: Transition<Gate>): Gate[] {
  const isDecided = means === 'approve' || means === 'fulfil';
  const isAfterApproval = means === 'fulfil' || (means === 'approve' && step > 1);
  const wanted = [...(isDecided ? [frozen] : []), ...(isAfterApproval ? [approved] : [])];
  return wanted.filter(gate => !gates.includes(gate));
}

/** Several approvers in order have a status each: an approval is a change of status with the decision that permitted it. */
function unsoundSteps(approvals: readonly Transition<Gate>[]): string[] {
  if (approvals.length < 2)
    return approvals.flatMap(one => (one.step === undefined ? [] : [`${named(one)} is no step`]));
  const inOrder = approvals.toSorted((one, other) => (one.step ?? 0) - (other.step ?? 0));
  return inOrder.flatMap((approval, position) => {
    const next = inOrder[position + 1];
    const isNext = approval.step === position + 1;
    const leadsOn = !next || next.from === approval.to;
    return [
      ...(isNext ? [] : [`${named(approval)} is not step ${String(position + 1)}`]),
      ...(leadsOn ? [] : [`${named(approval)} does not lead to where the next step is decided`]),
    ];
  });
}

/** A default of the domain answers too, by someone who was not meant. */
function unansweredQuestions({ responsibility }: WorkType<Gate>): string[] {
  if (responsibility.by !== 'matrix') return [];
  const { domain, activity } = responsibility;
  return STARTER_SERVICES.filter(({ key }) => {
    const answer = mostSpecific(STARTER_MATRIX, { domain, activity }, key);
    return answer?.row.activity !== activity;
  }).map(
    ({ name }) => `asks for ${activity} in ${domain}, which the starter matrix does not say for ${name}`,
  );
}

function way({ from, to }: Transition<Gate>): string {
  return `${from} to ${to}`;
}

function named(transition: Transition<Gate>): string {
  return `${transition.name} from ${way(transition)}`;
}

function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, position) => names.indexOf(name) !== position))];
}
