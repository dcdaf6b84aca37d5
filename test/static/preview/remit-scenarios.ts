import type {
  BypassesListed,
  BypassListed,
  BypassStanding,
  MutualApprovalsListed,
} from '../../../src/contract/bypasses.ts';
import type { WorkWaiting } from '../../../src/contract/people.ts';
import {
  DIFFERENCE,
  draft,
  FINDINGS,
  largeMatrix,
  MATRIX_ROWS,
  matrixView,
  OWNERS,
  pastView,
} from './matrices.ts';
import { APP, CLOUD } from './people.ts';
import { ACCOUNTS, EVIDENCE, holders, SETTINGS, transferred, WORK } from './registers.ts';
import { refused, replied, type Answer, type Scenario } from './scenario.ts';

const remit = (place: string, answers: Record<string, Answer[]>): Scenario => ({
  page: 'remit',
  place,
  answers,
});

const NOT_ADMINISTRATOR = refused('NOT_ALLOWED', 'Only a Jira administrator can do this.');
const NOT_AUDITOR = refused(
  'NOT_ALLOWED',
  'Only Jira administrators and members of the group auditors can see this. If your work needs it, ask a Jira administrator to add you to that group.',
);

const aBypass = (id: string, ticketKey: string, standing: BypassStanding): BypassListed => ({
  id,
  ticketKey,
  when: '2026-03-02T08:41:00.000Z',
  message:
    'On 2 Mar 2026, 08:41 UTC, Mats Ekholm moved this from Requested to Approved, but the workflow of a Cloud account request has no such transition. This doesn’t count as an approval.',
  standing,
});
const OPEN = { state: 'open', youMayAcknowledge: false } as const;
const RESOLVED = { state: 'resolved', at: '2026-03-02T09:00:00.000Z' } as const;
const ACKNOWLEDGED = {
  state: 'acknowledged',
  at: '2026-03-03T09:00:00.000Z',
  by: 'Ada Lindqvist',
  roleName: 'Executive Owner',
  reason: 'The account was closed on the same day.',
} as const;
const MUTUAL: MutualApprovalsListed[] = [
  {
    people: ['Noor Haddad', 'Mats Ekholm'],
    count: 5,
    approvals: [
      { ticketKey: 'GOV-21', at: '2026-02-20T09:00:00.000Z', by: 'Noor Haddad' },
      { ticketKey: 'GOV-20', at: '2026-02-18T09:00:00.000Z', by: 'Mats Ekholm' },
    ],
  },
];
const overseen = (
  bypasses: BypassListed[],
  repairs: string[] = [],
  mutual: MutualApprovalsListed[] = [],
): Answer =>
  replied({
    overseen: { bypasses, mutual, repairs, judge: { roleName: 'Executive Owner', person: 'Ada Lindqvist' } },
  } satisfies BypassesListed);
const NOTHING = { decide: [], carryOut: [], complete: [], notices: [], overdueReview: null };
const NOTHING_WAITS = replied({ ...NOTHING, youMayOversee: false } satisfies WorkWaiting);
/** For administrators, auditors and the matrix approver. */
const NOTHING_BUT_OVERSIGHT = replied({ ...NOTHING, youMayOversee: true } satisfies WorkWaiting);

const matrix = (place: string, answers: Record<string, Answer[]> = {}): Scenario =>
  remit(place, {
    'matrix.view': [replied(matrixView())],
    'matrix.findings': [replied(FINDINGS)],
    'matrix.draft': [NOT_ADMINISTRATOR],
    'matrix.diff': [replied(DIFFERENCE)],
    'holders.list': [replied(holders(false))],
    'register.export': [NOT_AUDITOR],
    ...answers,
  });

const editor = (place: string, answers: Record<string, Answer[]> = {}): Scenario =>
  matrix(place, {
    'matrix.view': [replied(matrixView({ youMayEdit: true, youMayExport: true }))],
    'matrix.draft': [replied(draft())],
    'holders.list': [replied(holders(true))],
    'register.export': [
      replied({ fileName: 'responsibilities-v2.csv', csv: 'id,domain\r\na,A\r\n', cursor: 'more' }),
      replied({ fileName: 'responsibilities-v2.csv', csv: 'b,B\r\n' }),
    ],
    ...answers,
  });

const withoutRows = (revision: number): Answer => replied(draft({ rows: [], revision }));

/** Jira's answer to a search for people. */
const PEOPLE = [CLOUD, APP].map(({ accountId, name, active }) => ({ accountId, displayName: name, active }));
const foundPeople: Answer = { reply: PEOPLE as never };

/** Remit's own page in each of its states. */
export const REMIT_PAGES = {
  'owner-found': remit('/', {
    'owner.find': [replied(OWNERS)],
    'matrix.view': [replied(matrixView())],
    'matrix.findings': [replied(FINDINGS)],
    'matrix.draft': [NOT_ADMINISTRATOR],
    'holders.list': [replied(holders(false))],
  }),
  'owner-none': remit('/?q=quantum', {
    'owner.find': [
      replied({
        at: '2026-11-20T09:00:00.000Z',
        matrixVersion: 2,
        answers: [],
        none: {
          code: 'NO_RESPONSIBILITY',
          message:
            'No row of the matrix is about this. Ask the CISO to allocate it, or look for the domain. (NO_RESPONSIBILITY)',
        },
      }),
    ],
  }),
  'owner-failed': remit('/?q=root', { 'owner.find': [{ fails: 'no answer' }, replied(OWNERS)] }),
  'matrix-loading': matrix('/matrix', { 'matrix.view': [{ hangs: true }] }),
  'matrix-failed': matrix('/matrix', { 'matrix.view': [{ fails: 'no answer' }, replied(matrixView())] }),
  'matrix-none': matrix('/matrix', {
    'matrix.view': [
      refused(
        'MATRIX_NOT_APPROVED',
        'No responsibility matrix has been approved yet. A Jira administrator can begin one.',
      ),
    ],
  }),
  'matrix-reader': matrix('/matrix'),
  'matrix-past': matrix('/matrix', {
    'matrix.view': [replied(matrixView()), replied(pastView()), replied(matrixView())],
  }),
  'matrix-before': matrix('/matrix?at=2025-01-01', {
    'matrix.view': [
      refused('MATRIX_NOT_APPROVED', 'No responsibility matrix was in force then. Choose another instant.'),
      replied(matrixView()),
    ],
  }),
  'matrix-row': matrix('/matrix?row=backup-restore-aws'),
  'matrix-large': matrix('/matrix', { 'matrix.view': largeMatrix().map(replied) }),
  'matrix-difference': matrix('/matrix?from=1&to=2'),
  'matrix-editor': editor('/matrix', {
    'matrix.draft': [replied({ draft: null }), replied(draft())],
    'matrix.edit': [withoutRows(1)],
  }),
  'draft-open': editor('/matrix?draft=1', {
    'matrix.edit': [withoutRows(5), withoutRows(6)],
    'matrix.findings': [replied(FINDINGS), replied({ errors: 0, warnings: 0, findings: [] })],
    'matrix.submit': [
      refused('NOT_CREATED', 'Jira did not let you create a Responsibility change. Ask for the permission.'),
    ],
  }),
  'draft-behind': editor('/matrix?draft=1', {
    'matrix.edit': [
      refused('DRAFT_CHANGED', 'Someone else has edited the draft since you loaded it. Reload it.'),
    ],
    'matrix.draft': [replied(draft()), replied(draft({ revision: 9, rows: MATRIX_ROWS.slice(0, 3) }))],
  }),
  'draft-with-ticket': editor('/matrix?draft=1', {
    'matrix.draft': [replied(draft()), replied(draft({ ticket: 'GOV-31' }))],
    'matrix.submit': [replied({ ticket: 'GOV-31' })],
  }),
  'draft-submitted': editor('/matrix?draft=1', {
    'matrix.draft': [replied(draft({ state: 'submitted', ticket: 'GOV-31' }))],
  }),
  'draft-none': editor('/matrix?draft=1', {
    'matrix.draft': [replied({ draft: null }), replied(draft())],
    'matrix.edit': [withoutRows(1)],
    'register.import': [
      replied({ waitingFor: 1 }),
      replied({ dataset: 'responsibilities', lines: 9, added: 9, changed: 0, unchanged: 0, dryRun: true }),
    ],
  }),
  waiting: remit('/waiting', { 'work.mine': [replied(WORK)] }),
  'waiting-no-address': { ...remit('/waiting', { 'work.mine': [replied(WORK)] }), siteUrl: '' },
  'waiting-nothing': remit('/waiting', {
    'work.mine': [NOTHING_WAITS],
  }),
  'waiting-past-the-gates': remit('/waiting', {
    'work.mine': [NOTHING_BUT_OVERSIGHT],
    'bypass.list': [
      overseen(
        [
          aBypass('b', 'GOV-15', OPEN),
          aBypass('a', 'GOV-14', RESOLVED),
          aBypass('c', 'GOV-16', ACKNOWLEDGED),
        ],
        ['Restore the workflow Remit: Access request (Approve)'],
        MUTUAL,
      ),
    ],
  }),
  'waiting-and-past-the-gates': remit('/waiting', {
    'work.mine': [replied({ ...WORK, youMayOversee: true })],
    'bypass.list': [overseen([aBypass('b', 'GOV-15', OPEN)])],
  }),
  'waiting-to-acknowledge': remit('/waiting', {
    'work.mine': [NOTHING_BUT_OVERSIGHT],
    'bypass.list': [
      overseen([aBypass('b', 'GOV-15', { state: 'open', youMayAcknowledge: true })]),
      overseen([aBypass('b', 'GOV-15', ACKNOWLEDGED)]),
    ],
    'bypass.acknowledge': [
      refused('NOT_OPEN', 'Tomás Herrera has acknowledged this already.'),
      refused('FAULT', 'Something went wrong on our side.'),
      replied({ bypass: 'b' }),
    ],
  }),
  evidence: remit('/evidence', {
    'evidence.read': [
      replied({ ...EVIDENCE, cursor: '2026-03-01T09:00:00.000Z a' }),
      replied(EVIDENCE),
      refused('NOT_FOUND', 'There is no ticket GOV-99, or you can’t see it.'),
      replied({ ...EVIDENCE, entries: [] }),
    ],
    'register.export': [replied({ fileName: 'evidence.csv', csv: 'at,kind\r\n' })],
  }),
  'as-engineer': remit('/', {}),
  'as-auditor': { ...remit('/', {}), reader: 'auditor' },
  'as-administrator': { ...remit('/', {}), reader: 'administrator' },
  'as-not-told': { ...remit('/', {}), reader: 'not told' },
  'evidence-refused': remit('/evidence', { 'evidence.read': [NOT_AUDITOR] }),
  'waiting-failed': remit('/waiting', { 'work.mine': [{ fails: 'no answer' }, replied(WORK)] }),
  accounts: remit('/accounts', { 'account.list': [replied(ACCOUNTS)] }),
  'accounts-none': remit('/accounts', {
    'account.list': [replied({ accounts: [], findings: [], people: [] })],
  }),
  'accounts-refused': remit('/accounts', { 'account.list': [NOT_AUDITOR] }),
  holders: remit('/holders', { 'holders.list': [replied(holders(false))] }),
  'holders-editor': remit('/holders', {
    'holders.list': [replied(holders(true))],
    'holders.appoint': [
      refused(
        'SELF_APPOINTMENT',
        'No one appoints themselves once a matrix is approved. Ask another administrator.',
      ),
      replied({}),
    ],
    'holders.transfer': [replied(transferred(true)), replied(transferred(false))],
    fetchProduct: [foundPeople],
  }),
  settings: remit('/settings', {
    'settings.get': [replied(SETTINGS)],
    'settings.set': [
      refused('ROLE_UNKNOWN', 'There is no such role. Choose another matrix approver.'),
      replied({ ...SETTINGS, accessDays: 180 }),
    ],
    'holders.list': [replied(holders(true))],
  }),
  'settings-refused': remit('/settings', {
    'settings.get': [NOT_ADMINISTRATOR],
    'holders.list': [replied(holders(false))],
  }),
} satisfies Record<string, Scenario>;

const gate = (extension: Record<string, unknown>, answer: Answer): Scenario => ({
  page: 'gate',
  answers: { 'rule.explain': [answer] },
  extension,
});

const AS_SET_UP = { condition: 'as set up', gates: 'as set up' };

/** What the workflow editor shows of a rule. */
export const GATES = {
  'gate-validator': gate(
    {
      validatorConfig: {
        workType: 'Cloud account request',
        transition: 'Submit',
        from: 'Requested',
        to: 'Awaiting approval',
      },
    },
    replied({
      who: 'Everyone who can edit the ticket.',
      checks: ['The fields hold.', 'All is filled in.', 'Someone owns it.', 'It has a route.'],
      standing: AS_SET_UP,
    }),
  ),
  'gate-condition': gate(
    {
      conditionConfig: JSON.stringify({
        workType: 'Access request',
        transition: 'Approve',
        from: 'Awaiting approval',
        to: 'Approved',
        expression: 'issue.customfield_10042 && user.accountId == issue.customfield_10042.accountId',
      }),
    },
    replied({ who: 'The person in the field Accountable.', checks: [], standing: AS_SET_UP }),
  ),
  'gate-condition-changed': gate(
    {
      conditionConfig: JSON.stringify({
        workType: 'Access request',
        transition: 'Approve',
        from: 'Awaiting approval',
        to: 'Approved',
        expression: 'true /* user.accountId == issue.customfield_10042.accountId */',
      }),
    },
    replied({
      who: 'The person in the field Accountable.',
      checks: [],
      standing: { condition: 'changed', gates: 'as set up' },
    }),
  ),
  'gate-foreign': gate(
    { validatorConfig: { workType: 'Bug', transition: 'Close', from: 'Open', to: 'Closed' } },
    refused('NOT_OURS', 'Remit’s set-up didn’t create this rule.'),
  ),
  'gate-failed': gate(
    {
      validatorConfig: {
        workType: 'Access request',
        transition: 'Submit',
        from: 'Requested',
        to: 'Awaiting approval',
      },
    },
    { fails: 'offline' },
  ),
} satisfies Record<string, Scenario>;
