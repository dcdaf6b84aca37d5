import type { Domain } from '../responsibility/domains';
import type { RoleKey } from '../responsibility/role';
import type { Settings } from '../settings/settings';
import type { FieldName, UserFieldName } from './fields';
import type { Subject } from './subject';

/** A Jira work type of ours, as data: set-up provisions it, gates and routing read it. Source: the public contract. */
export interface WorkType<Gate extends GateSign = GateSign, S extends Subject = Subject> {
  name: string;
  description: string;
  statuses: readonly Status[];
  /** The status of a new ticket. */
  initialStatus: StatusName;
  transitions: readonly Transition<Gate>[];
  /** Asked for on creation, in this order, after the summary and description. */
  createFields: readonly FieldName[];
  /** What a decision is about: hashed at Submit, and frozen from then on. */
  decidingFields: readonly FieldName[];
  /** Fields whose people count as beneficiaries, and so may not decide. */
  beneficiaryFields: readonly FieldName[];
  /**
   * Fields that neither a route nor a record rests on: a change of these alone leaves nothing to do. Gates read them
   * where they decide, and whether they changed between two decisions they read from the ticket's history.
   */
  quietFields: readonly FieldName[];
  /** Who approves: by the matrix, unless the ticket names a domain itself; or by a role of the register. */
  responsibility: Responsible<S>;
  /** Labels for what is not settled by a ticket's end: it is followed as long as it carries one. */
  followedLabels?: readonly string[];
  /** Labels of tickets that come first in every list of what waits: something is overdue. */
  urgentLabels?: readonly string[];
  /** What a ticket puts up beside its fields, and where it is seen; absent where the ticket itself is all. */
  submits?: Submitted;
  /** What a bypass means for what the work type keeps in order. */
  afterBypass?(bypass: {
    /** What the transition would have meant that leads to where the bypass did; null when none does. */
    would: Meaning | null;
    /** Whether its gate had permitted what someone else then did. */
    isPermitted: boolean;
    /** Whether what stands there now can be revoked. */
    revocable?: boolean;
  }): { counts?: string; remedy?: string };
}

/** By the matrix in force; or by a role, where no row of a matrix says who approves. */
export type Responsible<S extends Subject = Subject> =
  { by: 'matrix'; domain: Domain; activity: string } | ResponsibleRole<S>;

/** Something that is submitted with a ticket, in words: `the draft of the matrix`, in `Apps, Remit, …`. */
export interface Submitted {
  what: string;
  where: string;
}

export interface ResponsibleRole<S extends Subject = Subject> {
  by: 'role';
  /** What is approved, as it goes after "accountable for". */
  matter: string;
  /** The role that approves a step. */
  role(asked: { subject: S; step: number; settings: Settings }): RoleKey;
}

export interface Status {
  name: StatusName;
  category: 'to do' | 'in progress' | 'done';
  /** Whom the ticket is assigned to while it is here; absent in a final status. */
  assignTo?: 'creator' | 'accountable' | 'performer';
  /** Whether something rests on a ticket that stands here: it is checked by its id until it has left. */
  binds?: true;
  /**
   * Who may edit a ticket here beside Remit, of those whom the space lets; absent: all of them. No one where a decision is
   * waited for, or something rests on one: the status is locked.
   */
  editors?: readonly Editor[];
  /** Jira's resolution of a ticket that comes here. It is cleared when the ticket leads on to a status without one. */
  resolution?: Resolution;
}

/** The person who stands there on the ticket. */
export type Editor = 'assignee' | UserFieldName;

/** Resolutions that every new Jira site has. */
export type Resolution = 'Done' | "Won't Do";

/** A transition has an identity, from and to, which no other of its work type has, and a meaning; names may repeat. */
export interface Transition<Gate extends GateSign = GateSign> {
  name: TransitionName;
  from: StatusName;
  to: StatusName;
  means: Meaning;
  /** Which of several approvals it is, the first being 1; absent where one approval is all, or it is none. */
  step?: number;
  /** What it counts as, where its meaning says too little: `the provisioning of an account`. */
  noun?: string;
  /** Shown on the transition's screen. */
  screenFields: readonly FieldName[];
  /** Those of them that Jira itself demands; what a gate demands it says in its own words. */
  requiredFields?: readonly FieldName[];
  /** Who may make it: a workflow condition. */
  who: Who;
  /** Which gates decide it: a workflow validator. None: no validator. */
  gates: readonly Gate[];
}

export type TransitionName = string;
export type StatusName = string;

/** What a transition does to a ticket, whatever it is called. */
export type Meaning = 'submit' | 'approve' | 'reject' | 'return' | 'fulfil' | 'revoke' | 'withdraw';

/** `editor`: anyone who can edit the ticket. `app`: Remit alone; people never see such a transition. */
export type Who =
  | 'app'
  | 'editor'
  | 'accountable'
  | 'accountable or performer'
  | 'accountable or performer, never the beneficiary'
  | 'creator'
  | 'creator or accountable';

/** Who may make a transition, as a sentence. */
export const WHO_IN_WORDS: Record<Who, string> = {
  app: 'Only Remit: people don’t see this transition.',
  editor: 'Everyone who can edit the ticket.',
  accountable: 'The person in the field Accountable, from the responsibility matrix.',
  'accountable or performer': 'The person in the field Accountable or in the field Performer.',
  'accountable or performer, never the beneficiary':
    'The person in the field Accountable or in the field Performer, unless they are the beneficiary.',
  creator: 'The person who created the ticket.',
  'creator or accountable': 'The person who created the ticket, and the person in the field Accountable.',
};

/** What a work type knows of a gate; what one refuses is said in the folder `gate`. */
export interface GateSign {
  readonly name: string;
  /** What it checks, as a sentence for anyone who looks at a workflow. */
  readonly checks: string;
  /** Whether it asks for the very person on the ticket: an allow is void once that is someone else. */
  readonly holdsToRoute?: boolean;
}

/** The status of that name. @throws RangeError when the work type has none */
export function statusOf(workType: WorkType, name: StatusName): Status {
  const status = workType.statuses.find(candidate => candidate.name === name);
  if (!status) throw new RangeError(`${workType.name} has no status ${name}.`);
  return status;
}

/** Whether only Remit edits tickets in a status: something is decided there, or rests on a decision. */
export function isLocked({ statuses }: WorkType, status: StatusName): boolean {
  return statuses.find(({ name }) => name === status)?.editors?.length === 0;
}

/** Whether a ticket stays where it is: no transition leads on. A status that others share may not be a done one. */
export function isFinal({ transitions }: WorkType, status: StatusName): boolean {
  return transitions.every(({ from }) => from !== status);
}

/** The transition that leads from one status to another, if there is one. */
export function transitionBetween<Gate extends GateSign>(
  workType: WorkType<Gate>,
  from: StatusName,
  to: StatusName,
): Transition<Gate> | undefined {
  return workType.transitions.find(candidate => candidate.to === to && candidate.from === from);
}

/** The transition of that meaning that leads on from a status, if there is one. */
export function transitionFrom<Gate extends GateSign>(
  workType: WorkType<Gate>,
  from: StatusName,
  means: Meaning,
): Transition<Gate> | undefined {
  return workType.transitions.find(candidate => candidate.from === from && candidate.means === means);
}

/** Whether there is a transition that Remit alone makes. */
export function isMovedByApp({ transitions }: WorkType): boolean {
  return transitions.some(({ who }) => who === 'app');
}

/** The resolutions that tickets of these work types get, each once. */
export function resolutionsOf(workTypes: readonly WorkType[]): Resolution[] {
  return [
    ...new Set(workTypes.flatMap(({ statuses }) => statuses.flatMap(({ resolution }) => resolution ?? []))),
  ];
}

/** Whether a beneficiary may not carry out what was approved either: then they are no performer of the ticket. */
export function keepsFromBeneficiary({ transitions }: WorkType): boolean {
  return transitions.some(({ who }) => who === 'accountable or performer, never the beneficiary');
}
