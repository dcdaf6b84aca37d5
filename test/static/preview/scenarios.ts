import { setUpRefusalMessage } from '../../../src/provisioning/domain/set-up-refusal.ts';
import type { SetUpPlan, SetUpProgress, SetUpStatus } from '../../../src/contract/set-up.ts';
import {
  awaitingApproval,
  awaitingOthers,
  provisioned,
  requested,
  unrouted,
  withoutMatrix,
} from './explanations.ts';
import { GATES, REMIT_PAGES } from './remit-scenarios.ts';
import { refused, replied, type Answer, type Scenario } from './scenario.ts';

const panel = (...answers: Answer[]): Scenario => ({
  page: 'responsibility',
  answers: { 'route.explain': answers },
});

const PAST_ITS_GATES = [
  {
    code: 'GATE_BYPASSED',
    message:
      'On 2 Mar 2026, 08:41 UTC, Mats Ekholm moved this from Requested to Approved, but the workflow of a Cloud account request has no such transition. This doesn’t count as an approval. Clara Cloudwell: use Rework, have it submitted again, then decide.',
  },
  { code: 'ROLE_VACANT', message: 'No one holds the role Security Operations Lead.' },
];

/** The responsibility panel in each of its states. */
export const PANELS = {
  loading: panel({ hangs: true }),
  refused: panel(refused('NOT_FOUND', 'There is no ticket GOV-12, or you can’t see it.')),
  'not-ours': panel(
    refused('NOT_OURS', 'GOV-12 has a work type that the responsibility matrix doesn’t route.'),
  ),
  failed: panel({ fails: 'There was an error invoking the function' }, replied(requested())),
  requested: panel(replied(requested())),
  approver: panel(replied(awaitingApproval())),
  bystander: panel(replied(awaitingOthers())),
  provisioned: panel(replied(provisioned())),
  'past-its-gates': panel(replied(awaitingApproval({ findings: PAST_ITS_GATES }))),
  unrouted: panel(replied(unrouted())),
  stale: panel(replied(awaitingApproval({ stale: true }))),
  'routed-again': panel(replied(awaitingApproval({ stale: true })), replied(awaitingApproval())),
  empty: panel(replied(withoutMatrix())),
  outdated: panel(replied(requested()), { fails: 'timed out' }, replied(awaitingApproval())),
} satisfies Record<string, Scenario>;

const TITLES = [
  'Work type "Cloud account request"',
  'Statuses',
  'Fields',
  'Screens',
  'Workflow',
  'Space GOV',
];
const KEYS = TITLES.map((_, position) => `step-${position}`);

const status = (done: number): SetUpStatus => ({
  complete: done === TITLES.length,
  people: [],
  found: null,
  steps: TITLES.map((title, position) => ({
    key: KEYS[position] ?? '',
    title,
    state: position < done ? 'done' : 'pending',
  })),
});

const plan = (done: number): SetUpPlan => ({
  complete: done === TITLES.length,
  people: [],
  steps: status(done).steps.map(step => ({
    ...step,
    changes: step.state === 'done' ? [] : [`Create ${step.title}`, 'Remember its id'],
    notices: [],
  })),
});

const REPAIRS = [
  'Restore the workflow Remit: Cloud account request (Submit: gates; Approve: who can use it; without Wave through)',
];
const NOTICES = [
  'The transition Approve in the workflow Remit: Cloud account request also assigns the ticket. Remit didn’t create that and leaves it unchanged: check that it belongs there',
  'The workflow Remit: Cloud account request is called Accounts now; Remit uses its id',
];

const DRIFTED: SetUpPlan = {
  ...plan(TITLES.length),
  complete: false,
  steps: plan(TITLES.length).steps.map(step =>
    step.key === 'step-4'
      ? { ...step, state: 'drifted', changes: REPAIRS, notices: NOTICES }
      : step.key === 'step-1'
        ? { ...step, state: 'drifted', changes: ['Rename the status Delivered to Provisioned'] }
        : step,
  ),
};
const JUDGED: SetUpPlan = {
  ...plan(TITLES.length),
  steps: plan(TITLES.length).steps.map(step =>
    step.key === 'step-4' ? { ...step, notices: NOTICES } : step,
  ),
};

const PEOPLE_LACKING: SetUpPlan['people'] = [
  { person: 'Priya Raman', role: 'Cloud Platform Owner', lacks: ['Transition Issues'] },
  {
    person: 'Konstantinos Papadopoulos-Wolfeschlegelsteinhausen',
    role: 'Security Operations Lead',
    lacks: ['Browse Projects', 'Assignable User', 'Transition Issues'],
  },
];

const progress = (position: number): SetUpProgress => ({
  step: {
    key: KEYS[position] ?? '',
    title: TITLES[position] ?? '',
    changes: [`Create ${TITLES[position] ?? ''}`],
  },
  done: position === TITLES.length - 1,
  remaining: TITLES.length - 1 - position,
});

const stepsFrom = (first: number): Answer[] =>
  TITLES.slice(first).map((_, offset) => replied(progress(first + offset)));

const BAD_FILE: Answer = {
  reply: {
    ok: false,
    code: 'BAD_FILE',
    message: 'Two lines of the file cannot be read. Correct them and try again.',
    errors: [
      {
        line: 2,
        column: 'kind',
        problem: '"inside" is not allowed',
        allowed: ['internal', 'provider', 'third-party'],
      },
      { line: 5, column: 'key', problem: 'the key iam-lead is repeated; it is first on line 3' },
    ],
  },
};

const imported = (dryRun: boolean): Answer =>
  replied({ dataset: 'roles', lines: 7, added: 2, changed: 1, unchanged: 4, dryRun });

const setUp = (answers: Record<string, Answer[]>): Scenario => ({ page: 'set-up', answers });

/** The set-up page in each of its states. */
export const SET_UPS = {
  'set-up-loading': setUp({ 'setup.status': [{ hangs: true }] }),
  'set-up-refused': setUp({
    'setup.status': [refused('NOT_ADMINISTRATOR', 'Only Jira administrators can set up Remit.')],
  }),
  'set-up-failed': setUp({ 'setup.status': [{ fails: 'no answer' }, replied(status(0))] }),
  'set-up-new': setUp({
    'setup.status': [replied(status(0)), replied(status(TITLES.length))],
    'setup.plan': [replied(plan(0))],
    'setup.run': stepsFrom(0),
    'register.import': [BAD_FILE, imported(true), imported(false)],
  }),
  'set-up-running': setUp({
    'setup.status': [replied(status(0))],
    'setup.run': [...stepsFrom(0).slice(0, 2), { hangs: true }],
  }),
  'set-up-stops': setUp({
    'setup.status': [replied(status(0)), replied(status(2)), replied(status(TITLES.length))],
    'setup.run': [
      ...stepsFrom(0).slice(0, 2),
      refused(
        'JIRA_REFUSED',
        'Jira did not let Remit create the fields: 100 fields is the limit of this site.',
      ),
      ...stepsFrom(2),
    ],
  }),
  'set-up-under-way': setUp({
    'setup.status': [replied(status(2)), replied(status(TITLES.length))],
    'setup.run': [
      refused('SET_UP_UNDER_WAY', setUpRefusalMessage({ code: 'SET_UP_UNDER_WAY' })),
      ...stepsFrom(2),
    ],
  }),
  'configuration-drifted': setUp({
    'setup.status': [replied(status(TITLES.length))],
    'setup.plan': [replied(DRIFTED), replied(JUDGED)],
    'setup.run': [
      replied({ step: { key: 'step-4', title: 'Workflow', changes: REPAIRS }, done: true, remaining: 0 }),
    ],
  }),
  'set-up-found': setUp({
    'setup.status': [
      replied({
        ...status(TITLES.length),
        complete: false,
        steps: DRIFTED.steps.map(({ key, title, state }) => ({ key, title, state })),
        found: { at: '2026-03-02T08:41:00.000Z', repairs: REPAIRS },
      }),
      replied(status(TITLES.length)),
    ],
    'setup.plan': [replied(DRIFTED)],
    'setup.run': [
      replied({ step: { key: 'step-4', title: 'Workflow', changes: REPAIRS }, done: true, remaining: 0 }),
    ],
  }),
  'set-up-kept-from-reading': setUp({
    'setup.status': [
      replied({
        ...status(TITLES.length),
        found: {
          at: '2026-03-02T08:41:00.000Z',
          repairs: ['Let Remit read its workflows, which Jira keeps from it: It was refused with 403.'],
        },
      }),
    ],
  }),
  'set-up-fault': setUp({
    'setup.status': [
      refused('FAULT', 'Something went wrong on our side. Try again in a minute.'),
      replied(status(0)),
    ],
  }),
  'set-up-people-lacking': setUp({
    'setup.status': [replied({ ...status(TITLES.length), people: PEOPLE_LACKING })],
    'setup.plan': [replied({ ...plan(TITLES.length), people: PEOPLE_LACKING })],
  }),
  'set-up-complete': setUp({
    'setup.status': [replied(status(TITLES.length))],
    'setup.plan': [replied(plan(TITLES.length))],
  }),
} satisfies Record<string, Scenario>;

export const SCENARIOS: Record<string, Scenario> = { ...PANELS, ...SET_UPS, ...REMIT_PAGES, ...GATES };
