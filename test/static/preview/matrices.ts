import type {
  MatrixDiff,
  MatrixDraft,
  MatrixFindings,
  MatrixRow,
  MatrixVersionShown,
  MatrixView,
} from '../../../src/contract/matrix.ts';
import type { OwnersFound } from '../../../src/contract/owner-find.ts';
import { APP, CEO, CISO, CLOUD, IAM, LEAVER, SECOPS } from './people.ts';
import { ROWS } from './rows.ts';

const KEYS: Record<string, string> = {
  'Cloud Platform Owner': 'cloud-platform-owner',
  'IAM Lead': 'iam-lead',
  'Security Operations Lead': 'security-operations-lead',
  'Application Owner': 'application-owner',
};

/** The rows of the panel as rows of the matrix. */
export const MATRIX_ROWS: MatrixRow[] = ROWS.map(
  ({ role, holder: _holder, viaDeputy: _via, routes: _routes, ...row }) => ({
    ...row,
    service: row.service === 'AWS' ? 'aws' : '*',
    accountable: [KEYS[role] ?? role],
    responsible: ['cloud-platform-owner'],
    consulted: ['ciso'],
    informed: [],
    policy: 'Information Security Policy: Cloud',
    systemOfRecord: 'Jira GOV',
    contractClause: '',
  }),
);

const version = (number: number, inForce: boolean): MatrixVersionShown => ({
  number,
  contentHash: 'c0ffee',
  author: CISO,
  approvedBy: CEO,
  approvedAt: `2026-0${6 + number}-30T09:00:00.000Z`,
  effectiveFrom: `2026-0${7 + number}-01T00:00:00.000Z`,
  changeTicket: number === 1 ? null : `GOV-${number}`,
  inForce,
});

export function matrixView(differing: Partial<MatrixView> = {}): MatrixView {
  return {
    version: version(2, true),
    versions: [version(2, true), version(1, false)],
    rows: MATRIX_ROWS,
    roles: [
      { key: 'cloud-platform-owner', name: 'Cloud Platform Owner', holder: CLOUD },
      { key: 'iam-lead', name: 'IAM Lead', holder: IAM },
      { key: 'security-operations-lead', name: 'Security Operations Lead', holder: null },
      { key: 'application-owner', name: 'Application Owner', holder: APP },
      { key: 'ciso', name: 'CISO', holder: SECOPS, viaDeputy: true },
    ].map(role => ({ kind: 'internal', charter: '', viaDeputy: false, ...role })),
    services: [
      { key: 'aws', name: 'AWS', provider: 'Amazon', model: 'IaaS', material: true },
      { key: 'm365', name: 'Microsoft 365', provider: 'Microsoft', model: 'SaaS', material: true },
    ],
    youMayEdit: false,
    youMayExport: false,
    ...differing,
  };
}

/** The first version, and who acted for its roles while it was in force. */
export function pastView(): MatrixView {
  const { roles, ...rest } = matrixView({ version: version(1, false) });
  return {
    ...rest,
    roles: roles.map(role => (role.key === 'cloud-platform-owner' ? { ...role, holder: LEAVER } : role)),
  };
}

/** A matrix of 2,000 rows on 20 services, in two pages. */
export function largeMatrix(): MatrixView[] {
  const [first] = MATRIX_ROWS;
  if (!first) throw new Error('There are no rows to multiply');
  const rows = Array.from({ length: 2_000 }, (_, position) => ({
    ...first,
    id: `row-${position}`,
    domain: `Domain ${position % 12}`,
    activity: `Activity ${position}`,
    service: `service-${position % 20}`,
    customerTasks: `${first.customerTasks} ${'Check what was agreed and correct what drifts. '.repeat(6)}`,
  }));
  return [
    matrixView({ rows: rows.slice(0, 1_000), cursor: 'second' }),
    matrixView({ rows: rows.slice(1_000) }),
  ];
}

export const FINDINGS: MatrixFindings = {
  errors: 1,
  warnings: 1,
  findings: [
    {
      code: 'GRAY_ZONE',
      severity: 'warning',
      rows: ['backup-restore-aws', 'backup-regions-aws'],
      message:
        'Restore tests are shared, and the tasks of the provider are not said. Say who does what. (GRAY_ZONE)',
    },
    {
      code: 'ROLE_VACANT',
      severity: 'error',
      rows: ['log-retention-aws'],
      message:
        'Security Operations Lead is accountable for Log retention on AWS, but no one holds that role now. Appoint a holder or a deputy. (ROLE_VACANT)',
    },
  ],
};

export function draft(differing: Partial<NonNullable<MatrixDraft['draft']>> = {}): MatrixDraft {
  return {
    draft: {
      number: 3,
      base: 2,
      authors: [CISO],
      state: 'open',
      ticket: null,
      revision: 4,
      matrixApproverRole: null,
      rows: MATRIX_ROWS,
      ...differing,
    },
  };
}

const [one, two] = MATRIX_ROWS;

export const DIFFERENCE: MatrixDiff = {
  from: 1,
  to: 2,
  added: one ? [one] : [],
  removed: two ? [two] : [],
  changed: [
    {
      id: 'iam-sso',
      cells: [
        { column: 'accountable', from: 'cloud-platform-owner', to: 'iam-lead' },
        { column: 'contractClause', from: '', to: 'Schedule 4' },
      ],
    },
  ],
};

export const OWNERS: OwnersFound = {
  at: '2026-11-20T09:00:00.000Z',
  matrixVersion: 2,
  answers: [
    {
      activity: 'Root and break-glass access',
      domain: 'Identity and access management',
      service: 'AWS',
      role: 'IAM Lead',
      person: IAM,
      viaDeputy: false,
      escalation: CISO,
      procedure: 'IAM-04 Break-glass access',
      systemOfRecord: 'Jira GOV',
      responsibility: 'iam-root-aws @ v2',
      line: 'Ines Almeida (IAM Lead) is accountable for Root and break-glass access on AWS',
    },
    {
      activity: 'Log retention',
      domain: 'Logging, monitoring and alert handling',
      service: 'AWS',
      role: 'Security Operations Lead',
      person: null,
      viaDeputy: false,
      escalation: CEO,
      procedure: '',
      systemOfRecord: '',
      responsibility: 'log-retention-aws @ v2',
      line: 'No one holds Security Operations Lead, which is accountable for Log retention on AWS',
    },
  ],
  none: null,
};
