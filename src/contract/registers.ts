import { z } from 'zod';
import { answers } from './function-entry';
import type { AccountFinding } from './people';
import type { Person } from './route-explain';
import { typedText } from './text';

/**
 * `register.import`: for Jira administrators. The CSV's columns are those of the public contract. A file that is larger
 * than a request can carry comes in parts of one upload, in any order; the reply to all but the one that completes it
 * is `{ waitingFor: n }`.
 */
export const registerImportRequest = z.strictObject({
  dataset: z.enum(['roles', 'holders', 'services', 'responsibilities']),
  csv: z.string().max(400_000),
  dryRun: z.boolean().optional(),
  part: z
    .strictObject({ upload: z.uuid(), number: z.int().min(1).max(40), of: z.int().min(1).max(40) })
    .optional(),
});

/**
 * `register.export`: CSV of a register, of the rows of a version, of the cloud accounts, or of the evidence, with
 * spreadsheet formulas neutralised. The last two cannot be imported.
 */
export const registerExportRequest = z.strictObject({
  dataset: z.enum(['roles', 'holders', 'services', 'responsibilities', 'accounts', 'evidence']),
  version: z.int().min(1).optional(),
  /** The draft of the next version; of `responsibilities` only. */
  draft: z.literal(true).optional(),
  /** Of `evidence` only: about one ticket that the caller can browse, of one kind. */
  ticket: typedText(64).optional(),
  kind: typedText(64).optional(),
  /** From an earlier page: what is large comes in pages, only the first with the header row. */
  cursor: typedText(200).optional(),
});

export interface RegisterExported {
  fileName: string;
  csv: string;
  cursor?: string;
}

export interface RegisterImported {
  dataset: string;
  /** Lines read, the header not counted. */
  lines: number;
  added: number;
  changed: number;
  unchanged: number;
  /** Whether it was a dry run, which writes nothing. */
  dryRun: boolean;
}

/** The reply to every part of an upload but the one that completes it: how many are still to come. */
export interface UploadIncomplete {
  waitingFor: number;
}

/** `account.list`: the cloud account register, for administrators and the group `auditors`. */
export const accountListRequest = z.strictObject({});

export interface AccountsListed {
  accounts: {
    provider: string;
    accountId: string;
    service: string;
    environment: string;
    dataClassification: string;
    owner: string;
    securityContact: string;
    billingOwner: string | null;
    ticket: string;
    status: 'active';
    registeredAt: string;
  }[];
  findings: AccountFinding[];
  /** Everyone the accounts name by id. */
  people: Person[];
}

export const registerFunctions = {
  'register.import': {
    about: 'Imports a register from a CSV file.',
    audience: 'administrator',
    effect: 'changes',
    request: registerImportRequest,
    answer: answers<RegisterImported | UploadIncomplete>(),
  },
  'register.export': {
    about: 'Exports a register as a CSV file.',
    audience: 'administrator or auditor',
    effect: 'reads',
    request: registerExportRequest,
    answer: answers<RegisterExported>(),
  },
  'account.list': {
    about: 'Lists the cloud accounts and what is wrong with them.',
    audience: 'administrator or auditor',
    effect: 'reads',
    request: accountListRequest,
    answer: answers<AccountsListed>(),
  },
} as const;
