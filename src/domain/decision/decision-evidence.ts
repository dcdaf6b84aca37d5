import { z } from 'zod';
import { defineEvidence } from '../evidence/define-evidence';
import { codeInWords, ofTicket } from '../evidence/facts';
import { person } from '../evidence/person';
import { ticketSubject } from '../evidence/evidence-entry';
import type { EvidenceEntry } from '../evidence/evidence-entry';
import type { GateDecision } from './decision';
import type { GateRefusal } from './refusal';

/** The app's own codes and their details: written by the gate, shown again, never decided upon. */
const refusal = z.looseObject({ code: z.string() }) as unknown as z.ZodType<GateRefusal, GateRefusal>;

const snapshot = z.strictObject({
  contentHash: z.string(),
  decidingFields: z.record(z.string(), z.string().nullable()),
  matrixVersion: z.number().nullable(),
  matrixHash: z.string().nullable(),
  responsibility: z.string().nullable(),
  role: z.string().nullable(),
  roleName: z.string().nullable(),
  holder: person().nullable(),
  decidedBy: z.enum(['holder', 'deputy', 'matrix approver']).nullable(),
  change: z.strictObject({ number: z.number(), base: z.number(), hash: z.string() }).optional(),
});

/** What a gate decided. An allow is a permission; only a transition linked to it is an approval. */
export const gateDecided = defineEvidence('gate-decided', {
  version: 1,
  facts: z.strictObject({
    ...ofTicket,
    workType: z.string(),
    /** What it was called then. */
    transition: z.string(),
    from: z.string(),
    to: z.string(),
    /** Of everything that the gates looked at. */
    inputsHash: z.string(),
    /** The newest changelog entry that the gate saw; null when there was none. */
    newestChange: z.string().nullable(),
    verdict: z.enum(['allow', 'refuse']),
    refusals: z.array(refusal).readonly(),
    /** What held when it was allowed; null when it was refused. */
    snapshot: snapshot.nullable(),
  }),
  title: 'Gate decided',
  subjectOf: ({ ticket }) => ticketSubject(ticket),
  distinguishing: ({
    ticket,
    transition,
    from,
    to,
    inputsHash,
    verdict,
    refusals,
    newestChange,
    snapshot: held,
  }) => ({
    ticket,
    transition,
    from,
    to,
    inputsHash,
    verdict,
    refusals,
    newestChange,
    holder: held?.holder ?? null,
  }),
  describe: ({ facts: { transition, verdict, refusals, snapshot: held } }, { person: name }) => {
    if (verdict === 'refuse')
      return `${transition} was blocked: ${refusals.map(({ code }) => codeInWords(code)).join('; ')}.`;
    const version = held?.matrixVersion ? ` Matrix v${String(held.matrixVersion)}.` : '';
    if (!held?.holder) return `${transition} was permitted.${version}`;
    const role = held.roleName === null ? '' : `, for the ${held.roleName}`;
    const deputy = held.decidedBy === 'deputy' ? ' as deputy' : '';
    return `${transition} was permitted. ${name(held.holder)} was accountable${role}${deputy}.${version}`;
  },
});

/** The decision on record; undefined when this release cannot read it, and then it permits nothing. */
export function decisionOf(entry: EvidenceEntry): GateDecision | undefined {
  const read = gateDecided.read(entry);
  return read && { id: read.id, at: read.at, ...read.facts };
}
