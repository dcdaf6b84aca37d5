import { z } from 'zod';
import { answers } from './function-entry';
import type { Person } from './route-explain';
import { requiredText, typedText } from './text';

/** A cell that refers to others holds their keys; names come beside, so that pages need no second question. */

const number = z.int().min(1);

/** `matrix.view`: rows of a version, for anyone who can browse the space. Without `version` or `at`: the one in force now. */
export const matrixViewRequest = z.strictObject({
  service: typedText(64).optional(),
  domain: typedText(64).optional(),
  version: number.optional(),
  at: z.iso.datetime().optional(),
  /** From an earlier page: a page has at most 1,000 rows. */
  cursor: typedText(200).optional(),
});

export interface MatrixRow {
  id: string;
  domain: string;
  activity: string;
  service: string;
  party: 'provider' | 'customer' | 'shared' | 'third-party';
  /** Exactly one in an approved version; a draft may have none or several. */
  accountable: string[];
  responsible: string[];
  consulted: string[];
  informed: string[];
  customerTasks: string;
  providerTasks: string;
  policy: string;
  procedure: string;
  systemOfRecord: string;
  evidence: string;
  contractClause: string;
  frequency: string;
}

export interface MatrixVersionShown {
  number: number;
  contentHash: string;
  author: Person;
  approvedBy: Person;
  approvedAt: string;
  effectiveFrom: string;
  changeTicket: string | null;
  /** Whether it is the one in force now. */
  inForce: boolean;
}

export interface MatrixView {
  version: MatrixVersionShown;
  versions: MatrixVersionShown[];
  rows: MatrixRow[];
  cursor?: string;
  /** Every role and service that the version names, with who acts for each role at the instant asked about. */
  roles: {
    key: string;
    name: string;
    kind: string;
    charter: string;
    holder: Person | null;
    viaDeputy: boolean;
  }[];
  services: { key: string; name: string; provider: string; model: string; material: boolean }[];
  /** Whether the caller may edit, import and submit. */
  youMayEdit: boolean;
  youMayExport: boolean;
}

/** `matrix.findings`: of a version, or with `draft` of the draft. */
export const matrixFindingsRequest = z.strictObject({
  version: number.optional(),
  draft: z.literal(true).optional(),
});

export interface MatrixFindings {
  errors: number;
  warnings: number;
  findings: { code: string; severity: 'error' | 'warning'; rows: string[]; message: string }[];
}

/** `matrix.diff`: between two versions; `draft` compares the draft with its base. */
export const matrixDiffRequest = z.union([
  z.strictObject({ from: number, to: number }),
  z.strictObject({ draft: z.literal(true) }),
]);

export interface MatrixDiff {
  from: number;
  to: number | 'draft';
  added: MatrixRow[];
  removed: MatrixRow[];
  changed: { id: string; cells: { column: keyof MatrixRow; from: string; to: string }[] }[];
}

/** `matrix.draft`: the draft of the next version, a page at a time; null when there is none. For Jira administrators. */
export const matrixDraftRequest = z.strictObject({ cursor: typedText(200).optional() });

export interface MatrixDraft {
  draft: {
    number: number;
    base: number | null;
    authors: Person[];
    /** Open for edits; or waiting in a Responsibility change. */
    state: 'open' | 'submitted';
    ticket: string | null;
    /** Changes with every edit: sent back with the next one, so that no one overwrites what they have not seen. */
    revision: number;
    /** The key of the role that approves matrices once this one is approved; null where that stays as it is. */
    matrixApproverRole: string | null;
    rows: MatrixRow[];
    cursor?: string;
  } | null;
}

export const matrixRow = z.strictObject({
  id: requiredText(128),
  domain: typedText(64),
  activity: typedText(160),
  service: requiredText(64),
  party: z.enum(['provider', 'customer', 'shared', 'third-party']),
  accountable: z.array(typedText(64)).max(10),
  responsible: z.array(typedText(64)).max(20),
  consulted: z.array(typedText(64)).max(20),
  informed: z.array(typedText(64)).max(20),
  customerTasks: typedText(4_000),
  providerTasks: typedText(4_000),
  policy: typedText(255),
  procedure: typedText(255),
  systemOfRecord: typedText(255),
  evidence: typedText(1_000),
  contractClause: typedText(255),
  frequency: typedText(64),
});

/** `matrix.edit`: begins the draft from the version in force, or edits it; answers `MatrixDraft` without rows. */
export const matrixEditRequest = z.discriminatedUnion('edit', [
  z.strictObject({ edit: z.literal('begin') }),
  z.strictObject({ edit: z.literal('put row'), revision: z.int(), row: matrixRow }),
  z.strictObject({ edit: z.literal('remove row'), revision: z.int(), id: typedText(128) }),
  z.strictObject({
    edit: z.literal('matrix approver'),
    revision: z.int(),
    role: typedText(64).nullable(),
  }),
  z.strictObject({ edit: z.literal('discard'), revision: z.int() }),
]);

/** `matrix.submit`: opens a Responsibility change for the draft, in the name of the caller. */
export const matrixSubmitRequest = z.strictObject({
  /** As Jira has a summary: one line, with something in it. */
  summary: requiredText(255)
    .regex(/^[^\r\n]*$/, 'a summary is one line')
    .optional(),
});

export interface MatrixSubmitted {
  ticket: string;
  /** What approving it would mean for versions that are approved and still to come; absent when there are none. */
  notice?: string;
}

export const matrixFunctions = {
  'matrix.view': {
    about: 'Shows the rows of a version of the responsibility matrix.',
    audience: 'space reader',
    effect: 'reads',
    request: matrixViewRequest,
    answer: answers<MatrixView>(),
  },
  'matrix.findings': {
    about: 'Lists errors and warnings in a version or in the draft.',
    audience: 'space reader',
    effect: 'reads',
    request: matrixFindingsRequest,
    answer: answers<MatrixFindings>(),
  },
  'matrix.diff': {
    about: 'Compares two versions, or the draft with the version it began from.',
    audience: 'space reader',
    effect: 'reads',
    request: matrixDiffRequest,
    answer: answers<MatrixDiff>(),
  },
  'matrix.draft': {
    about: 'Shows the draft of the next version.',
    audience: 'administrator',
    effect: 'reads',
    request: matrixDraftRequest,
    answer: answers<MatrixDraft>(),
  },
  'matrix.edit': {
    about: 'Begins, edits or discards the draft.',
    audience: 'administrator',
    effect: 'changes',
    request: matrixEditRequest,
    answer: answers<MatrixDraft>(),
  },
  'matrix.submit': {
    about: 'Opens a Responsibility change for the draft.',
    audience: 'administrator',
    effect: 'changes',
    request: matrixSubmitRequest,
    answer: answers<MatrixSubmitted>(),
  },
} as const;
