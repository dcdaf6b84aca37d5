import { z } from 'zod';
import { answers } from './function-entry';
import { requiredText } from './text';

/** `bypass.list`: bypasses; empty for all `work.mine` does not let oversee. */
export const bypassListRequest = z.strictObject({});

/**
 * What became of a bypass. `open`: nothing yet; `resolved`: the ticket stands at its beginning again, or went through its
 * gates since; `acknowledged`: the matrix approver has decided that no more action is needed.
 */
export type BypassStanding =
  | { state: 'open'; youMayAcknowledge: boolean }
  | { state: 'resolved'; at: string }
  | { state: 'acknowledged'; at: string; by: string; roleName: string; reason: string };

export interface BypassListed {
  id: string;
  ticketKey: string;
  when: string;
  message: string;
  standing: BypassStanding;
}

/** People who approved each other's requests within the last twelve months; of three each for the next. */
export interface MutualApprovalsListed {
  /** Their names. */
  people: string[];
  count: number;
  /** The newest, at most 20. */
  approvals: { ticketKey: string; at: string; by: string }[];
}

/** Null for people who neither administer nor audit nor approve matrices. */
export interface BypassesListed {
  overseen: {
    /** The newest first; all that are open, and as many of the others as a page can hold. */
    bypasses: BypassListed[];
    /** The busiest first. Each of them was allowed: whether they are right together is for the reader to judge. */
    mutual: MutualApprovalsListed[];
    /** What set-up would do to put itself right. */
    repairs: string[];
    /** Who acknowledges: the role, and the name of who acts for it, if anyone does. */
    judge: { roleName: string; person: string | null };
  } | null;
}

/**
 * `bypass.acknowledge`: for the matrix approver and had nothing to do with it.
 * Refuses NOT_MATRIX_APPROVER, INVOLVED, BYPASS_UNKNOWN, NOT_OPEN.
 */
export const bypassAcknowledgeRequest = z.strictObject({
  /** The id of the entry about the bypass. */
  bypass: requiredText(128),
  reason: requiredText(2_000),
});

export interface BypassAcknowledgedReply {
  bypass: string;
}

export const bypassFunctions = {
  'bypass.list': {
    about: 'Lists transitions that bypassed approval.',
    audience: 'space reader',
    effect: 'reads',
    request: bypassListRequest,
    answer: answers<BypassesListed>(),
  },
  'bypass.acknowledge': {
    about: 'Records why a bypass needs no more action. Only for the matrix approver.',
    audience: 'space reader',
    effect: 'changes',
    request: bypassAcknowledgeRequest,
    answer: answers<BypassAcknowledgedReply>(),
  },
} as const;
