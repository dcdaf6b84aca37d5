import { z } from 'zod';
import { DOMAINS } from '../../../domain/responsibility/domains';
import type { MatrixDraft } from '../../../domain/responsibility/matrix-change';
import type { MatrixVersion } from '../../../domain/responsibility/matrix-version';
import type { DraftResponsibility, Responsibility } from '../../../domain/responsibility/responsibility';
import { instant, stored } from '../stored-json';

const cells = {
  id: z.string(),
  activity: z.string(),
  service: z.string(),
  party: z.enum(['provider', 'customer', 'shared', 'third-party']),
  responsible: z.array(z.string()),
  consulted: z.array(z.string()),
  informed: z.array(z.string()),
  customerTasks: z.string(),
  providerTasks: z.string(),
  policy: z.string(),
  procedure: z.string(),
  systemOfRecord: z.string(),
  evidence: z.string(),
  contractClause: z.string(),
  frequency: z.string(),
};

/** A row that came by a draft has a list of accountable roles, and an approved one has exactly one in it. */
export const responsibilityRecord: z.ZodType<Responsibility> = stored(
  z.object({
    ...cells,
    domain: z.enum(DOMAINS),
    accountable: z.union([z.string(), z.tuple([z.string()]).transform(([role]) => role)]),
  }),
);

export const draftResponsibilityRecord: z.ZodType<DraftResponsibility> = stored(
  z.object({
    ...cells,
    domain: z.string(),
    accountable: z.union([z.string().transform(role => [role]), z.array(z.string())]),
  }),
);

export const matrixDraftRecord: z.ZodType<MatrixDraft> = z.object({
  number: z.number(),
  base: z.number(),
  state: z.enum(['importing', 'open', 'submitted', 'closing']),
  revision: z.number(),
  ticket: z.string().nullable(),
  authors: stored(z.array(z.string())),
  matrixApproverRole: z.string().nullable(),
});

export const matrixVersionRecord: z.ZodType<MatrixVersion> = stored(
  z.object({
    number: z.number(),
    contentHash: z.string(),
    author: z.string(),
    approvedBy: z.string(),
    approvedAt: instant,
    effectiveFrom: instant,
    changeTicket: z.string().nullable(),
  }),
);
