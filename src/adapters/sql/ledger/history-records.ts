import { z } from 'zod';
import type { GateDecision } from '../../../domain/decision/decision';
import type { Routing } from '../../../domain/routing/routing';
import { instant, stored } from '../stored-json';

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
        subject: z.looseObject({}).optional(),
      })
      .nullable(),
  }),
) as z.ZodType<GateDecision>;

const decider = {
  role: z.string(),
  roleName: z.string(),
  accountable: z.string(),
  decidedBy,
  passedOver: z.array(z.string()),
  performer: z.string(),
};

const route = z.discriminatedUnion('by', [
  z.object({
    ...decider,
    by: z.literal('matrix'),
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
    ]),
  }),
  z.object({ ...decider, by: z.literal('role'), matter: z.string(), step: z.number() }),
]);

export const routingRecord = stored(
  z.object({
    status: z.string(),
    previous: z.string().nullable(),
    refusal: refusal.nullable(),
    route: route.nullable(),
  }),
) as z.ZodType<Omit<Routing, 'id'>>;
