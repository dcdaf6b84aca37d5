import { z } from 'zod';
import type { Step } from '../../../src/domain/effects/effect';
import type { RegisterCommand } from '../../../src/domain/effects/register-command';
import { defineEvidence } from '../../../src/domain/evidence/define-evidence';
import { ticketSubject } from '../../../src/domain/evidence/evidence-entry';
import { ofTicket, ticketFacts } from '../../../src/domain/evidence/facts';
import type { Found } from '../../../src/domain/plan/found';
import { means, type ObservedTransition } from '../../../src/domain/ticket/observed-transition';
import { approved } from '../../../src/domain/gate/approved';
import { frozen } from '../../../src/domain/gate/frozen';
import type { Gate } from '../../../src/domain/gate/gate';
import { appFieldsIntact, routeCurrent, routed } from '../../../src/domain/gate/routed';
import { notice } from '../../../src/domain/plan/notice';
import type { TicketKind, WorkTypeRules } from '../../../src/domain/plan/rules';
import { MATRIX_APPROVER_ROLE, type RoleKey } from '../../../src/domain/responsibility/role';
import { approvalsOf, type TicketStory } from '../../../src/domain/ticket/story';
import type { Subject } from '../../../src/domain/work-type/subject';
import type { Transition, WorkType } from '../../../src/domain/work-type/work-type';

/**
 * A work type that no release has: a rule of the house, reviewed by one role and then approved by another, with a text
 * that the app keeps. It is posted with a date that Jira itself demands, and one that no one submits lapses by the app's
 * own hand. What it takes to add it is gates to add any.
 */
export interface HouseRuleSubject extends Subject {
  /** Null until someone has written it. */
  text: string | null;
}

/** Which role approves which step, unless a test says otherwise. */
const APPROVERS: readonly RoleKey[] = ['ciso', MATRIX_APPROVER_ROLE];

const SUBMITS = { what: 'the text of the rule', where: 'Apps, Remit, House rules' };

const textWritten: Gate<HouseRuleSubject> = {
  name: 'text written',
  checks: 'Someone has written the text of the rule down.',
  refusals: ({ subject }) => (subject.text === null ? [{ code: 'NO_DRAFT' }] : []),
};

/** Every decision of a step: by the person who is accountable for it then. */
const decided = { screenFields: [], who: 'accountable', gates: [] } as const;
const held: readonly Gate[] = [appFieldsIntact, routed, routeCurrent, frozen];

const TRANSITIONS: readonly Transition<Gate>[] = [
  {
    name: 'Submit',
    from: 'Draft',
    to: 'In review',
    means: 'submit',
    screenFields: [],
    who: 'creator',
    gates: [appFieldsIntact, textWritten, routed],
  },
  {
    ...decided,
    name: 'Approve',
    from: 'In review',
    to: 'To be approved',
    means: 'approve',
    step: 1,
    gates: held,
  },
  {
    ...decided,
    name: 'Approve',
    from: 'To be approved',
    to: 'Approved',
    means: 'approve',
    step: 2,
    gates: [...held, approved],
  },
  { ...decided, name: 'Reject', from: 'In review', to: 'Rejected', means: 'reject' },
  { ...decided, name: 'Reject', from: 'To be approved', to: 'Rejected', means: 'reject' },
  { ...decided, name: 'Rework', from: 'In review', to: 'Draft', means: 'return' },
  { ...decided, name: 'Rework', from: 'To be approved', to: 'Draft', means: 'return' },
  {
    name: 'Post',
    from: 'Approved',
    to: 'Posted',
    means: 'fulfil',
    noun: 'the posting of a rule',
    screenFields: ['effectiveDate'],
    requiredFields: ['effectiveDate'],
    who: 'accountable or performer',
    gates: [appFieldsIntact, approved, frozen],
  },
  { name: 'Lapse', from: 'Draft', to: 'Lapsed', means: 'withdraw', screenFields: [], who: 'app', gates: [] },
  {
    name: 'Reopen',
    from: 'Lapsed',
    to: 'Draft',
    means: 'return',
    screenFields: [],
    who: 'creator',
    gates: [],
  },
];

/** @param approvers - the role of each step, in order */
export function houseRule(approvers: readonly RoleKey[] = APPROVERS): WorkType<Gate, HouseRuleSubject> {
  return {
    name: 'House rule',
    description: 'A rule of the house: reviewed, then approved, by two people.',
    statuses: [
      { name: 'Draft', category: 'to do', assignTo: 'creator' },
      { name: 'In review', category: 'in progress', assignTo: 'accountable' },
      { name: 'To be approved', category: 'in progress', assignTo: 'accountable' },
      { name: 'Approved', category: 'in progress', assignTo: 'performer' },
      { name: 'Posted', category: 'done', resolution: 'Done' },
      { name: 'Rejected', category: 'done', resolution: "Won't Do" },
      { name: 'Lapsed', category: 'done', resolution: "Won't Do" },
    ],
    initialStatus: 'Draft',
    transitions: TRANSITIONS,
    createFields: ['effectiveDate'],
    decidingFields: [],
    beneficiaryFields: [],
    quietFields: [],
    submits: SUBMITS,
    responsibility: {
      by: 'role',
      matter: 'Approval of a house rule',
      role: ({ step }) => approvers[step - 1] ?? '',
    },
  };
}

/** What the register of house rules is told. */
export interface HouseRuleCommand extends RegisterCommand {
  register: 'house rules';
  kind: 'post';
  ticket: string;
}

export function isHouseRuleCommand(command: RegisterCommand): command is HouseRuleCommand {
  return command.register === 'house rules';
}

export const houseRulePosted = defineEvidence('house-rule-posted', {
  version: 1,
  facts: z.strictObject({ ...ofTicket, change: z.string() }),
  title: 'House rule posted',
  subjectOf: ({ ticket }) => ticketSubject(ticket),
  describe: ({ facts }) => `${facts.ticketKey} is on the wall.`,
});

function postedSteps(
  { ticket }: TicketStory,
  transition: ObservedTransition,
  { at, pseudonymOf }: Found,
): Step[] {
  const { change, actor } = transition;
  if (!means(transition, 'fulfil')) return [];
  const command: HouseRuleCommand = { register: 'house rules', kind: 'post', ticket: ticket.id };
  const facts = { ...ticketFacts(ticket), change };
  return [
    {
      effects: [{ do: 'advance', command }],
      records: [houseRulePosted.entry({ at, actor, facts }, pseudonymOf)],
    },
  ];
}

/**
 * Says who approved it once both have, and what is missing while no one has written anything; a rule that is posted is
 * so in its register.
 */
const RULES: WorkTypeRules<HouseRuleSubject> = {
  entails: (story, transition, _, found) => postedSteps(story, transition, found),
  plan: (story, _, found) => {
    const approvals = approvalsOf(story).toReversed();
    if (approvals.length < APPROVERS.length) return [];
    const by = approvals.map(({ actor }) => found.name(actor)).join(', then by ');
    const mark = approvals.map(({ change }) => change).join(' ');
    return notice(story.ticket, found, mark, () => [[`Approved by ${by}.`]]);
  },
  explain: (_, { text }) =>
    text === null ? [{ code: 'NOTHING_WRITTEN', message: 'Write the text of the rule down.' }] : [],
};

export function houseRuleKind(approvers?: readonly RoleKey[]): TicketKind<HouseRuleSubject> {
  return { workType: houseRule(approvers), rules: RULES, evidence: [houseRulePosted] };
}
