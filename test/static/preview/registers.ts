import type { EvidenceRead } from '../../../src/contract/evidence.ts';
import type {
  HoldersListed,
  HoldersTransferred,
  Settings,
  WorkWaiting,
} from '../../../src/contract/people.ts';
import type { AccountsListed } from '../../../src/contract/registers.ts';
import { APP, CEO, CISO, CLOUD, ENGINEER, LEAVER } from './people.ts';

const ticket = (number: number, summary: string, status: string) => ({
  key: `GOV-${number}`,
  summary,
  workType: 'Cloud account request',
  status,
  updated: '2026-11-19T14:02:00.000Z',
});

export const WORK: WorkWaiting = {
  youMayOversee: false,
  overdueReview:
    'The matrix was approved 400 days ago, but must be reviewed every 365 days. Review it, and submit it again.',
  notices: [
    {
      at: '2026-11-18T09:00:00.000Z',
      message: 'Tomás Herrera is deputy of the role Cloud Platform Owner from 18 Nov 2026.',
    },
  ],
  decide: [
    ticket(12, 'A new account for the payment team', 'Awaiting approval'),
    ticket(
      14,
      'An account for the data platform, in production, with everything that was agreed',
      'Awaiting approval',
    ),
  ],
  carryOut: [],
  complete: [ticket(15, 'Sandbox account for trainees', 'Requested')],
};

const account = (
  differing: Partial<AccountsListed['accounts'][number]>,
): AccountsListed['accounts'][number] => ({
  provider: 'AWS',
  accountId: '123456789012',
  service: 'AWS',
  environment: 'Production',
  dataClassification: 'Confidential',
  owner: APP.accountId,
  securityContact: CISO.accountId,
  billingOwner: null,
  ticket: 'GOV-4',
  status: 'active',
  registeredAt: '2026-10-02T10:00:00.000Z',
  ...differing,
});

export const ACCOUNTS: AccountsListed = {
  accounts: [
    account({}),
    account({ accountId: '210987654321', environment: 'Test', owner: LEAVER.accountId, ticket: 'GOV-7' }),
  ],
  findings: [
    {
      code: 'OWNER_INACTIVE',
      provider: 'AWS',
      accountId: '210987654321',
      message: 'Lee Verne owns this account and no longer has an active account. Name a new owner on GOV-7.',
    },
  ],
  people: [APP, CISO, LEAVER],
};

const since = (
  person: typeof CLOUD,
  from: string,
  to: string | null,
  capacity: 'holder' | 'deputy' = 'holder',
) => ({
  person,
  capacity,
  from: `${from}T00:00:00.000Z`,
  to: to === null ? null : `${to}T00:00:00.000Z`,
  isOpen: to === null,
});

export function holders(youMayEdit: boolean): HoldersListed {
  return {
    youMayEdit,
    youMayExport: youMayEdit,
    roles: [
      {
        key: 'cloud-platform-owner',
        name: 'Cloud Platform Owner',
        kind: 'internal',
        charter:
          'Owns the landing zone and every account in it; decides what runs there, and answers for its baseline.',
        acting: { person: CLOUD, viaDeputy: false },
        periods: [
          since(LEAVER, '2025-01-01', '2026-03-01'),
          since(CLOUD, '2026-03-01', null),
          since(CEO, '2026-03-01', null, 'deputy'),
        ],
        accountableFor: 12,
      },
      {
        key: 'security-operations-lead',
        name: 'Security Operations Lead',
        kind: 'internal',
        charter: '',
        acting: null,
        periods: [since(ENGINEER, '2025-01-01', '2026-09-01')],
        accountableFor: 1,
      },
      {
        key: 'executive-owner',
        name: 'Executive Owner',
        kind: 'internal',
        charter: 'Approves the matrix.',
        acting: { person: CEO, viaDeputy: true },
        periods: [since(CEO, '2025-01-01', null, 'deputy')],
        accountableFor: 3,
      },
    ],
  };
}

export const transferred = (dryRun: boolean): HoldersTransferred => ({
  roles: [{ key: 'cloud-platform-owner', name: 'Cloud Platform Owner', capacity: 'holder' }],
  accounts: [{ provider: 'AWS', accountId: '210987654321', ticket: 'GOV-7' }],
  dryRun,
});

export const SETTINGS: Settings = {
  accessDays: 365,
  privilegedAccessDays: 90,
  reviewCadenceDays: 365,
  matrixApproverRole: 'executive-owner',
};

let entries = 0;
const anEntry = (kind: string, title: string, message: string, by: string | null, ticket: string | null) => ({
  id: `entry-${(entries += 1)}`,
  at: '2026-03-02T08:41:00.000Z',
  kind,
  version: 1,
  title,
  message,
  by,
  actor: by,
  ticket,
  subject: ticket === null ? 'configuration' : 'ticket:10001',
  facts: {
    ticketKey: ticket,
    contentHash: '64d0e05542c1d0e15614dd8f0a1d937f84eb53a599899d8a8b417599b1ee0d72',
  },
});

/** A page of evidence in words. */
export const EVIDENCE: EvidenceRead = {
  entries: [
    anEntry(
      'gate-decided',
      'Gate decided',
      'Approve was permitted. Priya Raman was accountable, for the Cloud Platform Owner. Matrix v1.',
      null,
      'GOV-1',
    ),
    anEntry(
      'transition-observed',
      'Status changed',
      'From Awaiting approval to Approved by Approve, as its gate had permitted.',
      'Priya Raman',
      'GOV-1',
    ),
    anEntry(
      'configuration-restored',
      'Configuration restored',
      'Everything is as Remit set it up.',
      null,
      null,
    ),
  ],
  kinds: [
    { kind: 'gate-decided', title: 'Gate decided' },
    { kind: 'transition-observed', title: 'Status changed' },
  ],
};
