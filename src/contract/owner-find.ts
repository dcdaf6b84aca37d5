import { z } from 'zod';
import { answers } from './function-entry';
import type { Person } from './route-explain';
import { requiredText, typedText } from './text';

/** `owner.find`: "who owns this?", for anyone who can browse the space. */
export const ownerFindRequest = z.union([
  z.strictObject({ text: requiredText(400), at: z.iso.datetime().optional() }),
  z.strictObject({
    service: typedText(255),
    domain: typedText(64),
    activity: typedText(160).optional(),
    at: z.iso.datetime().optional(),
  }),
]);

/** The best answers first; at most ten. */
export interface OwnersFound {
  at: string;
  matrixVersion: number | null;
  answers: {
    activity: string;
    domain: string;
    service: string;
    role: string;
    person: Person | null;
    viaDeputy: boolean;
    /** Where to go when that person cannot be reached: the deputy, or the matrix approver. */
    escalation: Person | null;
    procedure: string;
    systemOfRecord: string;
    /** The row and its version, as on tickets: `iam-root.aws @ v2`. */
    responsibility: string;
    /** In one line: "Priya Raman (Cloud Platform Owner) is accountable for … on AWS". */
    line: string;
  }[];
  /** Why there is no answer, and what to do; null when there is one. */
  none: { code: string; message: string } | null;
}

export const ownerFunctions = {
  'owner.find': {
    about: 'Finds who owns a responsibility.',
    audience: 'space reader',
    effect: 'reads',
    request: ownerFindRequest,
    answer: answers<OwnersFound>(),
  },
} as const;
