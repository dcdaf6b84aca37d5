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

/** What the gates of a transition check, one sentence each; null for a transition of ours that has none, or not ours. */
export function checksOf(workType: string, transition: string): string[] | null {
  const gates = GATES_OF[workType]?.[transition];
  return gates ? gates.map(gate => WORDS[gate]) : null;
}
