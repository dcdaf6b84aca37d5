import { z } from 'zod';
import { answers } from './function-entry';
import { typedText } from './text';

/** From an earlier page: the instant and the id of its last entry. */
export const evidenceCursor = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z \S{1,128}$/, 'this is not from an earlier page');

/** `evidence.list`: for administrators and the group `auditors`. */
export const evidenceListRequest = z.strictObject({
  subject: typedText(200).optional(),
  kind: typedText(64).optional(),
  cursor: evidenceCursor.optional(),
});

export interface EvidenceListed {
  entries: {
    id: string;
    at: string;
    kind: string;
    version: number;
    actor: string | null;
    subject: string;
    facts: unknown;
  }[];
  /** Whom the pseudonyms in these entries stand for, as far as that is known. */
  people: { pseudonym: string; accountId: string; name: string | null }[];
  cursor?: string;
}

/** `evidence.read`: evidence in words, for administrators and the group `auditors`. */
export const evidenceReadRequest = z.strictObject({
  /** The key of a ticket that the caller can browse. */
  ticket: typedText(64).optional(),
  kind: typedText(64).optional(),
  cursor: evidenceCursor.optional(),
});

export interface EvidenceRead {
  /** Newest first. */
  entries: {
    id: string;
    at: string;
    kind: string;
    version: number;
    /** What entries of this kind are called. */
    title: string;
    message: string;
    /** The name of who did it; null for what the app did by itself. */
    by: string | null;
    actor: string | null;
    /** The key that the ticket had then; null where it is not about one. */
    ticket: string | null;
    subject: string;
    facts: unknown;
  }[];
  /** Every kind there is, in words. */
  kinds: { kind: string; title: string }[];
  cursor?: string;
}

export const evidenceFunctions = {
  'evidence.list': {
    about: 'Lists the evidence as it is stored.',
    audience: 'administrator or auditor',
    effect: 'reads',
    request: evidenceListRequest,
    answer: answers<EvidenceListed>(),
  },
  'evidence.read': {
    about: 'Lists the evidence in words.',
    audience: 'administrator or auditor',
    effect: 'reads',
    request: evidenceReadRequest,
    answer: answers<EvidenceRead>(),
  },
} as const;
