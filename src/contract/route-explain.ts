import { z } from 'zod';
import { answers } from './function-entry';

/** `route.explain`: what the Responsibility panel shows of one ticket. For anyone who can browse it. */
export const routeExplainRequest = z.strictObject({
  /** The ticket's key or id. */
  issueKey: z
    .string()
    .max(255)
    .regex(/^(?:[A-Za-z][A-Za-z0-9_]*-[0-9]+|[0-9]+)$/)
    .optional(),
});

/** A person as the panel names them. */
export interface Person {
  accountId: string;
  name: string;
  active: boolean;
}

/** One row of the shared-responsibility matrix that holds for the ticket's service. */
export interface ResponsibilityRow {
  id: string;
  domain: string;
  /** Empty for the domain's default. */
  activity: string;
  /** A service's name, or `Any service`. */
  service: string;
  party: 'provider' | 'customer' | 'shared' | 'third-party';
  role: string;
  /** Who acts for the role now; null when it is vacant. */
  holder: Person | null;
  viaDeputy: boolean;
  customerTasks: string;
  providerTasks: string;
  evidence: string;
  procedure: string;
  frequency: string;
  /** Whether this row routes the ticket. */
  routes: boolean;
}

/** Something that keeps the ticket where it is, or that the matrix lacks. */
export interface Lack {
  code: string;
  /** What is missing, who can supply it, and where. */
  message: string;
}

export interface TransitionOutlook {
  name: string;
  /** Whether the caller may make it, as far as people go. */
  youMay: boolean;
  /** Who may, in words. */
  who: string;
  /** Why the caller may not; absent when they may. */
  whyNot?: string;
  /** What the gates would refuse now; empty when it would go through. */
  lacks: Lack[];
}

export interface DecisionSoFar {
  at: string;
  transition: string;
  verdict: 'allow' | 'refuse';
  /** What the gate said: codes of refusals. */
  codes: string[];
  /** Who made the transition, once it was observed; null while it is only permitted. */
  madeBy: Person | null;
  /** Whether decision and transition together are an approval by the accountable person. */
  approval: boolean;
  matrixVersion: number | null;
  role: string | null;
}

export interface RouteExplanation {
  issueKey: string;
  workType: string;
  status: string;
  /** Whether the status is final, so that no one needs to decide any more. */
  final: boolean;
  service: string | null;
  domain: string;
  activity: string;
  matrix: { version: number; approvedBy: Person; effectiveFrom: string } | null;
  /** Who decides, and why it came to them in plain words; null when the ticket cannot be routed. */
  route: {
    accountable: Person;
    role: string;
    performer: Person;
    responsibility: string;
    reason: string;
  } | null;
  /** Why it cannot be routed; null when it can. */
  unrouted: Lack | null;
  /** What stands on the ticket differs from what the matrix says now; it is being routed again. */
  stale: boolean;
  /** People who can’t decide this ticket, and why. */
  excluded: { person: Person; because: string }[];
  /** The transitions out of the present status. */
  transitions: TransitionOutlook[];
  rows: ResponsibilityRow[];
  /** Findings on those rows, e.g. a vacant role or a gray zone. */
  findings: Lack[];
  decisions: DecisionSoFar[];
}

export const routeFunctions = {
  'route.explain': {
    about:
      'Shows who decides a ticket, and what it still needs. Routes it first where its route is not current.',
    audience: 'reader',
    effect: 'changes',
    request: routeExplainRequest,
    answer: answers<RouteExplanation>(),
  },
} as const;
