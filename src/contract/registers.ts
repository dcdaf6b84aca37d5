import { z } from 'zod';

/** `register.import`: for Jira administrators. The CSV's columns are those of the public contract. */
export const registerImportRequest = z.strictObject({
  dataset: z.enum(['roles', 'holders', 'services']),
  csv: z.string().max(450_000),
  dryRun: z.boolean().optional(),
});

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

/** `evidence.list`: for administrators and the group `auditors`. */
export const evidenceListRequest = z.strictObject({
  subject: z.string().max(200).optional(),
  kind: z.string().max(64).optional(),
  cursor: z.string().max(200).optional(),
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
}
