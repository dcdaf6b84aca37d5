import type {
  DecisionSoFar,
  RouteExplanation,
  TransitionOutlook,
} from '../../../src/contract/route-explain.ts';
import { CEO, CLOUD, ENGINEER, LEAVER, SECOPS } from './people.ts';
import { PROVISIONING, ROWS } from './rows.ts';

const ACCOUNTABLE = 'Clara Cloudwell';

export function step(name: string, differing: Partial<TransitionOutlook> = {}): TransitionOutlook {
  return { name, youMay: true, who: 'Anyone who can edit this ticket', lacks: [], ...differing };
}

export function decision(differing: Partial<DecisionSoFar>): DecisionSoFar {
  return {
    at: '2026-11-18T09:12:00.000Z',
    transition: 'Submit',
    verdict: 'allow',
    codes: [],
    madeBy: ENGINEER,
    approval: false,
    matrixVersion: 3,
    role: 'Cloud Platform Owner',
    ...differing,
  };
}

/** A new request seen by its creator, who has named no owner yet. */
export function requested(differing: Partial<RouteExplanation> = {}): RouteExplanation {
  return {
    issueKey: 'GOV-12',
    workType: 'Cloud account request',
    status: 'Requested',
    final: false,
    service: 'AWS',
    domain: 'Asset and configuration management',
    activity: 'Cloud account provisioning',
    matrix: { version: 3, approvedBy: CEO, effectiveFrom: '2026-10-01T00:00:00.000Z' },
    route: {
      accountable: CLOUD,
      role: 'Cloud Platform Owner',
      performer: CLOUD,
      responsibility: PROVISIONING.id,
      reason: 'The Cloud Platform Owner is accountable for Cloud account provisioning on AWS in matrix v3.',
    },
    unrouted: null,
    stale: false,
    excluded: [{ person: ENGINEER, because: 'created it' }],
    transitions: [
      step('Submit', {
        lacks: [
          {
            code: 'OWNER_NOT_NAMED',
            message:
              'This account has no owner yet. Name the person responsible for it in Account owner. (OWNER_NOT_NAMED)',
          },
          {
            code: 'SECURITY_CONTACT_NOT_NAMED',
            message:
              'This account has no security contact. Name the person to call about incidents in Security contact. (SECURITY_CONTACT_NOT_NAMED)',
          },
        ],
      }),
      step('Withdraw', { who: 'Erik Nyström or Clara Cloudwell' }),
    ],
    rows: ROWS,
    findings: [
      {
        code: 'ROLE_VACANT',
        message:
          'Security Operations Lead is accountable for Log retention on AWS, and no one holds the role.',
      },
    ],
    decisions: [],
    ...differing,
  };
}

/** The same request while it waits, with its history so far, as the accountable person sees it. */
export function awaitingApproval(differing: Partial<RouteExplanation> = {}): RouteExplanation {
  return requested({
    status: 'Awaiting approval',
    excluded: [
      { person: ENGINEER, because: 'created and submitted it' },
      { person: SECOPS, because: 'was named as Account owner' },
      { person: LEAVER, because: 'reported it' },
    ],
    transitions: [
      step('Approve', { who: ACCOUNTABLE }),
      step('Reject', { who: ACCOUNTABLE }),
      step('Rework', { who: ACCOUNTABLE }),
      step('Withdraw', { who: 'Erik Nyström or Clara Cloudwell' }),
    ],
    decisions: [
      decision({
        at: '2026-11-18T09:03:00.000Z',
        verdict: 'refuse',
        codes: ['OWNER_NOT_NAMED', 'FIELD_MISSING'],
        madeBy: null,
      }),
      decision({ at: '2026-11-18T09:12:00.000Z' }),
    ],
    ...differing,
  });
}

/** Waiting, as someone sees it who may not decide. */
export function awaitingOthers(): RouteExplanation {
  const whyNot =
    'You created and submitted this ticket, so you can’t decide it. Waiting for Clara Cloudwell.';
  return awaitingApproval({
    transitions: [
      step('Approve', {
        youMay: false,
        who: ACCOUNTABLE,
        whyNot,
        lacks: [
          {
            code: 'CONTENT_CHANGED',
            message: 'Environment changed after the ticket was submitted. Use Rework, and submit it again.',
          },
        ],
      }),
      step('Reject', { youMay: false, who: ACCOUNTABLE, whyNot }),
      step('Rework', { youMay: false, who: ACCOUNTABLE, whyNot }),
      step('Withdraw', { who: 'Erik Nyström or Clara Cloudwell' }),
    ],
  });
}

/** Provisioned: nothing is left to decide. */
export function provisioned(): RouteExplanation {
  return awaitingApproval({
    status: 'Provisioned',
    final: true,
    transitions: [],
    decisions: [
      ...awaitingApproval().decisions,
      decision({
        at: '2026-11-18T10:05:00.000Z',
        verdict: 'refuse',
        transition: 'Approve',
        codes: ['ROUTE_STALE'],
        madeBy: null,
      }),
      decision({ at: '2026-11-18T10:30:00.000Z', transition: 'Approve', madeBy: CLOUD, approval: true }),
      decision({ at: '2026-11-19T14:41:00.000Z', transition: 'Provision', madeBy: CLOUD }),
      decision({
        at: '2026-11-19T14:02:00.000Z',
        transition: 'Provision',
        verdict: 'refuse',
        codes: ['ACCOUNT_ALREADY_REGISTERED'],
        madeBy: null,
      }),
    ],
  });
}

/** No one can decide: the role is vacant. */
export function unrouted(): RouteExplanation {
  const lack = {
    code: 'ROLE_VACANT',
    message:
      'Cloud Platform Owner is accountable for this, but no one holds that role now. Ask a Jira administrator to appoint a holder or a deputy.',
  };
  return requested({
    route: null,
    unrouted: lack,
    transitions: [step('Submit', { lacks: [lack] }), step('Withdraw')],
    rows: ROWS.map(row => (row.role === 'Cloud Platform Owner' ? { ...row, holder: null } : row)),
  });
}

/** Before anything was approved: no matrix, no rows, no decisions. */
export function withoutMatrix(): RouteExplanation {
  return requested({
    matrix: null,
    route: null,
    unrouted: {
      code: 'MATRIX_NOT_APPROVED',
      message:
        'No responsibility matrix has been approved yet, so no one is accountable. A Jira administrator can finish set-up in Settings, Apps, Remit.',
    },
    service: null,
    excluded: [],
    rows: [],
    findings: [],
  });
}
