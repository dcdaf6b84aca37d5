import { z } from 'zod';
import type { CloudAccount } from '../../domain/cloud-account/cloud-account';
import type { GateDecision } from '../../domain/decision/decision';
import { DOMAINS } from '../../domain/responsibility/domains';
import type { CloudService } from '../../domain/responsibility/cloud-service';
import type { MatrixVersion } from '../../domain/responsibility/matrix-version';
import type { MatrixDraft } from '../../domain/responsibility/matrix-change';
import type { DraftResponsibility, Responsibility } from '../../domain/responsibility/responsibility';
import type { Role, RoleHolder } from '../../domain/responsibility/role';
import type { Routing } from '../../domain/routing/routing';
import { DEFAULT_SETTINGS, type Settings } from '../../domain/settings/settings';
import { toInstant, type Instant } from '../../domain/shared/instant';

/** Reads back what was stored as JSON text. */
function stored<T>(schema: z.ZodType<T>): z.ZodType<T> {
  return z.preprocess((value): unknown => (typeof value === 'string' ? JSON.parse(value) : value), schema);
}

export const instant = z.string().transform((text): Instant => toInstant(text));

export const roleRecord: z.ZodType<Role> = stored(
  z.object({
    key: z.string(),
    name: z.string(),
    kind: z.enum(['internal', 'provider', 'third-party']),
    charter: z.string(),
  }),
);

export const roleHolderRecord: z.ZodType<RoleHolder> = z.object({
  role: z.string(),
  accountId: z.string(),
  capacity: z.enum(['holder', 'deputy']),
  from: instant,
  to: instant.nullable(),
});

export const cloudServiceRecord: z.ZodType<CloudService> = stored(
  z.object({
    key: z.string(),
    name: z.string(),
    provider: z.string(),
    model: z.enum(['IaaS', 'PaaS', 'SaaS']),
    viewpoint: z.enum(['customer', 'provider']),
    material: z.boolean(),
    contract: z.string(),
  }),
);

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
});

export const importPartRecord = stored(z.object({ text: z.string() }));

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

export const namedRecord = stored(
  z.object({ roles: z.array(roleRecord), services: z.array(cloudServiceRecord) }),
);

const status = z.enum(['reserved', 'active']);

export const cloudAccountRecord: z.ZodType<CloudAccount> = stored(
  z.object({
    provider: z.string(),
    accountId: z.string(),
    service: z.string(),
    environment: z.string(),
    dataClassification: z.string(),
    owner: z.string(),
    securityContact: z.string(),
    billingOwner: z.string().nullable(),
    ticket: z.string(),
    ticketKey: z.string(),
    status,
    reservedAt: instant,
    registeredAt: instant.nullable(),
  }),
);

const decidedBy = z.enum(['holder', 'deputy', 'matrix approver']);
/** The app's own codes and their details: written by the gate, shown again, never decided upon. */
const refusal = z.looseObject({ code: z.string() });

export const gateDecisionRecord: z.ZodType<GateDecision> = stored(
  z.object({
    id: z.string(),
    at: instant,
    ticket: z.string(),
    ticketKey: z.string(),
    workType: z.string(),
    transition: z.string(),
    from: z.string(),
    to: z.string(),
    inputsHash: z.string(),
    newestChange: z.string().nullable(),
    verdict: z.enum(['allow', 'refuse']),
    refusals: z.array(refusal),
    snapshot: z
      .object({
        contentHash: z.string(),
        decidingFields: z.record(z.string(), z.string().nullable()),
        matrixVersion: z.number().nullable(),
        matrixHash: z.string().nullable(),
        responsibility: z.string().nullable(),
        role: z.string().nullable(),
        roleName: z.string().nullable(),
        holder: z.string().nullable(),
        decidedBy: decidedBy.nullable(),
        change: z.object({ number: z.number(), base: z.number(), hash: z.string() }).optional(),
      })
      .nullable(),
  }),
) as z.ZodType<GateDecision>;

export const routingRecord = stored(
  z.object({
    status: z.string(),
    previous: z.string().nullable(),
    refusal: refusal.nullable(),
    route: z
      .object({
        matrixVersion: z.number(),
        matrixHash: z.string(),
        responsibility: z.string(),
        domain: z.string(),
        activity: z.string(),
        service: z.string(),
        specificity: z.enum([
          'activity and service',
          'activity',
          'domain default for the service',
          'domain default',
          'matrix approver',
        ]),
        role: z.string(),
        roleName: z.string(),
        accountable: z.string(),
        decidedBy,
        passedOver: z.array(z.string()),
        performer: z.string(),
      })
      .nullable(),
  }),
) as z.ZodType<Omit<Routing, 'id'>>;

/** A setting that a later release brings has its default until somebody decides otherwise. */
export const settingsRecord: z.ZodType<Settings> = stored(
  z.object({
    accessDays: z.number().default(DEFAULT_SETTINGS.accessDays),
    privilegedAccessDays: z.number().default(DEFAULT_SETTINGS.privilegedAccessDays),
    reviewCadenceDays: z.number().default(DEFAULT_SETTINGS.reviewCadenceDays),
    matrixApproverRole: z.string().default(DEFAULT_SETTINGS.matrixApproverRole),
  }),
);

export const observedRecord = stored(z.object({ change: z.string() }));

/** What a JSON column holds, whatever it is. */
export const anyRecord = stored(z.unknown());
