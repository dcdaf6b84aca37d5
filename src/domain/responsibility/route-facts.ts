import { z } from 'zod';
import { person } from '../evidence/person';
import type { Route } from './route';

const decider = {
  role: z.string(),
  roleName: z.string(),
  accountable: person(),
  decidedBy: z.enum(['holder', 'deputy', 'matrix approver']),
  passedOver: z.array(person()).readonly(),
  performer: person(),
};

/** A route on record. */
export const routeFacts = z.discriminatedUnion('by', [
  z.strictObject({
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
  z.strictObject({ ...decider, by: z.literal('role'), matter: z.string(), step: z.number() }),
]) satisfies z.ZodType<Route, Route>;

/** Why no one decides: the set is closed. */
export const routeRefusalFacts = [
  z.strictObject({ code: z.literal('MATRIX_NOT_APPROVED') }),
  z.strictObject({ code: z.literal('SERVICE_UNKNOWN'), service: z.string() }),
  z.strictObject({
    code: z.literal('NO_RESPONSIBILITY'),
    domain: z.string(),
    activity: z.string(),
    service: z.string(),
  }),
  z.strictObject({
    code: z.literal('ROLE_VACANT'),
    role: z.string(),
    roleName: z.string(),
    responsibility: z.string(),
  }),
  z.strictObject({
    code: z.literal('NO_INDEPENDENT_APPROVER'),
    role: z.string(),
    roleName: z.string(),
    excluded: z.array(person()).readonly(),
  }),
] as const;

export type RouteRefusal = z.output<(typeof routeRefusalFacts)[number]>;
