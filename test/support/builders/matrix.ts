import type { MatrixContent, MatrixVersion } from '../../../src/domain/responsibility/matrix-version';
import { indexResponsibilities, type Allocation } from '../../../src/domain/responsibility/resolve';
import type { DraftResponsibility, Responsibility } from '../../../src/domain/responsibility/responsibility';
import { MATRIX_APPROVER_ROLE } from '../../../src/domain/responsibility/role';
import type { MatrixRoute } from '../../../src/domain/responsibility/route';
import {
  APP,
  APP_ROLE,
  CEO,
  CLOUD,
  CLOUD_ROLE,
  EVERYONE,
  HOLDERS,
  LONG_AGO,
  ROLES,
  SERVICES,
} from './company';

export const ASSETS = 'Asset and configuration management';
export const PROVISIONING = 'Cloud account provisioning';

/** A row that no finding touches. */
export function aResponsibility(overrides: Partial<Responsibility> = {}): Responsibility {
  return {
    id: 'assets-accounts',
    domain: ASSETS,
    activity: PROVISIONING,
    service: '*',
    party: 'customer',
    accountable: CLOUD_ROLE,
    responsible: [APP_ROLE],
    consulted: ['ciso'],
    informed: [],
    customerTasks: 'Open the account under the organisation and hand it to its owner.',
    providerTasks: '',
    policy: 'Cloud security policy, 3.2',
    procedure: 'RB-ACC-01',
    systemOfRecord: 'Remit',
    evidence: 'The work item and its decisions.',
    contractClause: 'MSA-2024-017, 4',
    frequency: 'Quarterly',
    ...overrides,
  };
}

/** The same row as an author writes it. */
export function aDraft(overrides: Partial<DraftResponsibility> = {}): DraftResponsibility {
  const { accountable, ...row } = aResponsibility();
  return { ...row, accountable: [accountable], ...overrides };
}

export function aMatrixVersion(overrides: Partial<MatrixVersion> = {}): MatrixVersion {
  return {
    number: 1,
    contentHash: 'hash-of-v1',
    author: CEO,
    approvedBy: CEO,
    approvedAt: LONG_AGO,
    effectiveFrom: LONG_AGO,
    changeTicket: null,
    ...overrides,
  };
}

export function aMatrixContent(overrides: Partial<MatrixContent> = {}): MatrixContent {
  return { rows: [aResponsibility()], roles: ROLES, services: SERVICES, ...overrides };
}

/** A company in which a cloud account is the Cloud Platform Owner's to decide. */
export function anAllocation({
  rows,
  ...overrides
}: Partial<Omit<Allocation, 'rows'>> & { rows?: readonly Responsibility[] } = {}): Allocation {
  return {
    matrix: { number: 1, contentHash: 'hash-of-v1' },
    rows: indexResponsibilities(rows ?? [aResponsibility()]),
    roles: ROLES,
    holders: HOLDERS,
    services: { named: SERVICES, register: SERVICES },
    accounts: EVERYONE,
    matrixApproverRole: MATRIX_APPROVER_ROLE,
    ...overrides,
  };
}

/** What that allocation answers for a cloud account on AWS. */
export function aRoute(overrides: Partial<MatrixRoute> = {}): MatrixRoute {
  return {
    by: 'matrix',
    matrixVersion: 1,
    matrixHash: 'hash-of-v1',
    responsibility: 'assets-accounts',
    domain: ASSETS,
    activity: PROVISIONING,
    service: 'AWS',
    specificity: 'activity',
    role: CLOUD_ROLE,
    roleName: 'Cloud Platform Owner',
    accountable: CLOUD,
    decidedBy: 'holder',
    passedOver: [],
    performer: APP,
    ...overrides,
  };
}
