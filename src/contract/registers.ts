import { z } from 'zod';
import type { AccountFinding } from './people';
import type { Person } from './route-explain';

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

/** `register.export`: CSV of a register, or of the rows of a version, with spreadsheet formulas neutralised. */
export const registerExportRequest = z.strictObject({
  dataset: z.enum(['roles', 'holders', 'services', 'responsibilities']),
  version: z.int().min(1).optional(),
  /** The draft of the next version; of `responsibilities` only. */
  draft: z.literal(true).optional(),
  /** From an earlier page: large matrices come in pages, only the first with the header row. */
  cursor: z.string().max(200).optional(),
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

/** `evidence.list`: for administrators and the group `auditors`. */
export const evidenceListRequest = z.strictObject({
  subject: z.string().max(200).optional(),
  kind: z.string().max(64).optional(),
  /** From an earlier page: the instant and the id of its last entry. */
  cursor: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z \S{1,128}$/, 'this is not from an earlier page')
    .optional(),
});

export interface EvidenceListed {
  entries: { id: string; at: string; kind: string; actor: string | null; subject: string; facts: unknown }[];
  cursor?: string;
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
  /** Everybody whom the accounts name by id. */
  people: Person[];
}
