/**
 * What each gate of the workflow checks, in words for whoever looks at a workflow in Jira. The work types with their
 * transitions and gates stand here again, because the pages see nothing of the domain; a test compares the two.
 */
const WORDS = {
  'app fields intact': 'The fields that Remit alone writes hold what Remit wrote.',
  complete: 'Every field that is asked for has a value, and every person named in one is active.',
  'owner named':
    'An active person is named as the owner of the account, and somebody as its security contact.',
  routed:
    'The responsibility matrix in force names one role that is accountable, and somebody who may decide acts for it.',
  'route current': 'The person who is asked to decide is still the one whom the matrix names.',
  frozen: 'Nothing that was put up for decision has changed since it was submitted.',
  approved: 'The accountable person approved it, in Jira, by a transition that is on record.',
  'account recorded':
    'The identifier that the provider gave the account is entered, and no other ticket registered it.',
  'not over': 'The day on which the access ends has not passed.',
  'matrix sound': 'The draft of the matrix has no errors.',
} as const;

type GateInWords = keyof typeof WORDS;

/** By work type and transition, the gates in the order in which they are checked. */
export const GATES_OF: Record<string, Record<string, readonly GateInWords[]>> = {
  'Cloud account request': {
    Submit: ['app fields intact', 'complete', 'owner named', 'routed'],
    Approve: ['app fields intact', 'routed', 'route current', 'frozen'],
    Provision: ['app fields intact', 'approved', 'frozen', 'account recorded'],
  },
  'Access request': {
    Submit: ['app fields intact', 'complete', 'routed'],
    Approve: ['app fields intact', 'routed', 'route current', 'frozen'],
    Grant: ['app fields intact', 'approved', 'frozen', 'not over'],
  },
  'Responsibility change': {
    Submit: ['app fields intact', 'matrix sound', 'routed'],
    Approve: ['app fields intact', 'routed', 'route current', 'frozen'],
  },
};

/** Who may make a transition, as the workflow's condition has it. */
const PEOPLE = {
  editor: ['Whoever may edit the ticket.'],
  accountable: ['The person in the field Accountable.'],
  reworker: ['The person in the field Accountable.', 'Once it is approved, also whoever created the ticket.'],
  'accountable or performer': ['The person in the field Accountable.', 'The person in the field Performer.'],
  'accountable or performer, never the beneficiary': [
    'The person in the field Accountable, unless they are the beneficiary.',
    'The person in the field Performer, unless they are the beneficiary.',
  ],
  creator: ['Whoever created the ticket.'],
  'creator or accountable': ['Whoever created the ticket.', 'The person in the field Accountable.'],
} as const;

/** By work type and transition. */
export const WHO_MAY: Record<string, Record<string, keyof typeof PEOPLE>> = {
  'Cloud account request': {
    Submit: 'editor',
    Approve: 'accountable',
    Reject: 'accountable',
    Rework: 'reworker',
    Provision: 'accountable or performer',
    Withdraw: 'creator or accountable',
  },
  'Access request': {
    Submit: 'editor',
    Approve: 'accountable',
    Reject: 'accountable',
    Rework: 'reworker',
    Grant: 'accountable or performer, never the beneficiary',
    Revoke: 'accountable or performer, never the beneficiary',
    Withdraw: 'creator or accountable',
  },
  'Responsibility change': {
    Submit: 'creator',
    Approve: 'accountable',
    Reject: 'accountable',
    Rework: 'accountable',
    Withdraw: 'creator or accountable',
  },
};

/** Who may make a transition, one sentence for each kind of person; null where the work type or transition is not ours. */
export function peopleWhoMay(workType: string, transition: string): readonly string[] | null {
  const who = WHO_MAY[workType]?.[transition];
  return who ? PEOPLE[who] : null;
}

/** What the gates of a transition check, one sentence each; null for a transition of ours that has none, or not ours. */
export function checksOf(workType: string, transition: string): string[] | null {
  const gates = GATES_OF[workType]?.[transition];
  return gates ? gates.map(gate => WORDS[gate]) : null;
}
