import type { FieldName } from './fields';

/** A Jira work type of ours, as data: set-up provisions it, gates and routing read it. Source: the public contract. */
export interface WorkType<Gate extends GateSign = GateSign> {
  name: string;
  description: string;
  statuses: readonly Status[];
  /** The status of a new ticket. */
  initialStatus: string;
  transitions: readonly Transition<Gate>[];
  /** Asked for on creation, in this order, after the summary and description. */
  createFields: readonly FieldName[];
  /** What a decision is about: hashed at Submit, and frozen from then on. */
  decidingFields: readonly FieldName[];
  /** Fields whose people count as beneficiaries, and so may not decide. */
  beneficiaryFields: readonly FieldName[];
  /** Where the responsibility for a ticket is looked up, unless it names a domain itself. */
  responsibility: Responsible;
}

/** By the matrix in force; or, for a change of the matrix itself, by the register: its approver's role. */
export type Responsible = { by: 'matrix'; domain: string; activity: string } | { by: 'matrix approver' };

export interface Status {
  name: string;
  category: 'to do' | 'in progress' | 'done';
  /** Whom the ticket is assigned to while it is here; absent in a final status. */
  assignTo?: 'creator' | 'accountable' | 'performer';
}

export interface Transition<Gate extends GateSign = GateSign> {
  name: TransitionName;
  from: readonly string[];
  to: string;
  /** Shown on the transition's screen. */
  screenFields: readonly FieldName[];
  /** Who may make it: a workflow condition. */
  who: Who;
  /** Which gates decide it: a workflow validator. None: no validator. */
  gates: readonly Gate[];
}

export const TRANSITION_NAMES = [
  'Submit',
  'Approve',
  'Reject',
  'Rework',
  'Provision',
  'Grant',
  'Revoke',
  'Withdraw',
] as const;

export type TransitionName = (typeof TRANSITION_NAMES)[number];

/** `editor`: whoever can edit the ticket. `reworker`: Accountable, and the creator once it is approved. */
export type Who =
  | 'editor'
  | 'accountable'
  | 'reworker'
  | 'accountable or performer'
  | 'accountable or performer, never the beneficiary'
  | 'creator'
  | 'creator or accountable';

/** Who may make a transition, as a sentence. */
export const WHO_IN_WORDS: Record<Who, string> = {
  editor: 'Whoever can edit the ticket.',
  accountable: 'The person in the field Accountable, whom the responsibility matrix names.',
  reworker: 'The person in the field Accountable; once it is approved, also whoever created the ticket.',
  'accountable or performer': 'The person in the field Accountable or in the field Performer.',
  'accountable or performer, never the beneficiary':
    'The person in the field Accountable or in the field Performer, unless they are the beneficiary.',
  creator: 'Whoever created the ticket.',
  'creator or accountable': 'Whoever created the ticket, and the person in the field Accountable.',
};

/** What a work type knows of a gate; what one refuses is said in the folder `gate`. */
export interface GateSign {
  readonly name: string;
  /** What it checks, as a sentence for whoever looks at a workflow. */
  readonly checks: string;
  /** Whether it asks for the very person on the ticket: an allow is void once that is somebody else. */
  readonly holdsToRoute?: boolean;
}

/** The status of that name. @throws RangeError when the work type has none */
export function statusOf(workType: WorkType, name: string): Status {
  const status = workType.statuses.find(candidate => candidate.name === name);
  if (!status) throw new RangeError(`${workType.name} has no status ${name}.`);
  return status;
}

/** Whether a ticket stays where it is: no transition leads on. A status that others share may not be a done one. */
export function isFinal({ transitions }: WorkType, status: string): boolean {
  return transitions.every(({ from }) => !from.includes(status));
}

/** The transition of that name, if the work type has it. */
export function transitionOf<Gate extends GateSign>(
  workType: WorkType<Gate>,
  name: string,
): Transition<Gate> | undefined {
  return workType.transitions.find(candidate => candidate.name === name);
}

/** Whether a beneficiary may not carry out what was approved either: then they are no performer of the ticket. */
export function keepsFromBeneficiary({ transitions }: WorkType): boolean {
  return transitions.some(({ who }) => who === 'accountable or performer, never the beneficiary');
}

/** The transition that leads from one status to another, if there is one. */
export function transitionBetween<Gate extends GateSign>(
  workType: WorkType<Gate>,
  from: string,
  to: string,
): Transition<Gate> | undefined {
  return workType.transitions.find(candidate => candidate.to === to && candidate.from.includes(from));
}
