import { z } from 'zod';
import { answers } from './function-entry';
import type { Person } from './route-explain';
import { requiredText } from './text';

/** `holders.list`: every period of every role, for anyone who can browse the space. */
export const holdersListRequest = z.strictObject({});

export interface HoldersListed {
  roles: {
    key: string;
    name: string;
    kind: string;
    charter: string;
    /** Who acts for it now; null when it is vacant. */
    acting: { person: Person; viaDeputy: boolean } | null;
    periods: {
      person: Person;
      capacity: 'holder' | 'deputy';
      from: string;
      to: string | null;
      isOpen: boolean;
    }[];
    /** Rows of the matrix in force that it is accountable for. */
    accountableFor: number;
  }[];
  youMayEdit: boolean;
  youMayExport: boolean;
}

/** `holders.appoint`: a new holder or deputy from a day on; ends the open period of the holder before. For Jira administrators. */
export const holdersAppointRequest = z.strictObject({
  role: requiredText(64),
  accountId: requiredText(128),
  capacity: z.enum(['holder', 'deputy']),
  from: z.iso.date(),
  to: z.iso.date().nullable(),
});

export interface HolderAppointed {
  /** False when the appointment was there already. */
  changed: boolean;
}

/** `holders.transfer`: everything that someone who leaves holds goes to another from a day on. For Jira administrators. */
export const holdersTransferRequest = z.strictObject({
  fromAccountId: requiredText(128),
  toAccountId: requiredText(128),
  from: z.iso.date(),
  dryRun: z.boolean(),
});

export interface HoldersTransferred {
  roles: { key: string; name: string; capacity: 'holder' | 'deputy' }[];
  /** Cloud accounts that they own: named here, and each needs a new owner of its own. */
  accounts: { provider: string; accountId: string; ticket: string }[];
  dryRun: boolean;
}

/** `work.mine`: what waits for the caller. */
export const workMineRequest = z.strictObject({});

export interface WorkWaiting {
  decide: WaitingTicket[];
  carryOut: WaitingTicket[];
  /** The caller's own tickets that lack something. */
  complete: WaitingTicket[];
  /** Appointments of the last 30 days that concern the caller; all of them for the matrix approver. The newest first. */
  notices: Notice[];
  /** For the matrix approver, once the matrix is past its review cadence; else null. */
  overdueReview: string | null;
  /** Whether bypasses is for the caller to see: `bypass.list`. */
  youMayOversee: boolean;
}

export interface Notice {
  at: string;
  message: string;
}

export interface WaitingTicket {
  key: string;
  summary: string;
  workType: string;
  status: string;
  updated: string;
}

/** `account.list` and the findings on it. */
export interface AccountFinding {
  code: 'OWNER_INACTIVE' | 'SECURITY_CONTACT_INACTIVE' | 'SERVICE_UNKNOWN' | 'OWNER_NOT_FOLLOWED';
  provider: string;
  accountId: string;
  message: string;
}

export const settingsGetRequest = z.strictObject({});

/** `settings.get`, `settings.set`: for Jira administrators. */
export const settingsSetRequest = z.strictObject({
  accessDays: z.int().min(1).max(365),
  privilegedAccessDays: z.int().min(1).max(365),
  reviewCadenceDays: z.int().min(30).max(1_095),
  matrixApproverRole: requiredText(64),
});

export type Settings = z.infer<typeof settingsSetRequest>;

export const peopleFunctions = {
  'holders.list': {
    about: 'Lists the roles and everyone who holds or held them.',
    audience: 'space reader',
    effect: 'reads',
    request: holdersListRequest,
    answer: answers<HoldersListed>(),
  },
  'holders.appoint': {
    about: 'Appoints a role holder or a deputy.',
    audience: 'administrator',
    effect: 'changes',
    request: holdersAppointRequest,
    answer: answers<HolderAppointed>(),
  },
  'holders.transfer': {
    about: 'Transfers all roles of a person who leaves to someone else.',
    audience: 'administrator',
    effect: 'changes',
    request: holdersTransferRequest,
    answer: answers<HoldersTransferred>(),
  },
  'work.mine': {
    about: 'Lists the tickets that wait for the caller.',
    audience: 'space reader',
    effect: 'reads',
    request: workMineRequest,
    answer: answers<WorkWaiting>(),
  },
  'settings.get': {
    about: 'Reads the settings.',
    audience: 'administrator',
    effect: 'reads',
    request: settingsGetRequest,
    answer: answers<Settings>(),
  },
  'settings.set': {
    about: 'Changes the settings.',
    audience: 'administrator',
    effect: 'changes',
    request: settingsSetRequest,
    answer: answers<Settings>(),
  },
} as const;
