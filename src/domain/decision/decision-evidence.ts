import { z } from 'zod';
import { defineEvidence } from '../evidence/define-evidence';
import { ticketSubject, type EvidenceEntry } from '../evidence/evidence-entry';
import { codeInWords, ofTicket } from '../evidence/facts';
import { fieldsWithPeople, person } from '../evidence/person';
import type { AccountOf } from '../shared/account';
import { hourOf, type Instant } from '../shared/instant';
import { isUserField } from '../work-type/fields';
import type { GateDecision } from './decision';
import { gateRefusalFacts } from './refusal-facts';
import { say } from '../shared/sentence';

const snapshot = z.strictObject({
  contentHash: z.string(),
  decidingFields: fieldsWithPeople(isUserField),
  service: z.strictObject({ key: z.string(), provider: z.string() }).nullable(),
  /** Hashes: what people write may name people. */
  text: z.strictObject({ summary: z.string(), description: z.string().nullable() }),
  files: z.array(z.strictObject({ id: z.string(), filename: z.string(), sha256: z.string() })).readonly(),
  matrixVersion: z.number().nullable(),
  matrixHash: z.string().nullable(),
  responsibility: z.string().nullable(),
  role: z.string().nullable(),
  roleName: z.string().nullable(),
  holder: person().nullable(),
  decidedBy: z.enum(['holder', 'deputy', 'matrix approver']).nullable(),
  /** Plain data that names no one. */
  subject: z.custom<object>(value => typeof value === 'object' && value !== null).optional(),
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
    refusals: z.array(gateRefusalFacts).readonly(),
    /** What held when it was allowed; null when it was refused. */
    snapshot: snapshot.nullable(),
  }),
  title: 'Gate decided',
  subjectOf: ({ ticket }) => ticketSubject(ticket),
  distinguishing: ({ ticketKey: _key, workType: _type, snapshot: held, ...decided }, at) =>
    decided.verdict === 'refuse' ? rolledUp(decided, at) : { ...decided, holder: held?.holder ?? null },
  describe: ({ facts: { transition, verdict, refusals, snapshot: held } }, { person: name }) => {
    if (verdict === 'refuse')
      return say`${transition} was blocked: ${refusals.map(({ code }) => codeInWords(code)).join('; ')}.`;
    const version = held?.matrixVersion ? say` Matrix v${String(held.matrixVersion)}.` : '';
    if (!held?.holder) return say`${transition} was permitted.${version}`;
    const role = held.roleName === null ? '' : say`, for the ${held.roleName}`;
    const deputy = held.decidedBy === 'deputy' ? ' as deputy' : '';
    return say`${transition} was permitted. ${name(held.holder)} was accountable${role}${deputy}.${version}`;
  },
});

/**
 * Refusals of one transition for the same reasons within an hour are one entry, whatever values were tried: what anyone
 * can repeat at will does not fill the record. How often is counted.
 */
function rolledUp(
  {
    transition,
    from,
    to,
    verdict,
    refusals,
  }: Pick<GateDecision, 'transition' | 'from' | 'to' | 'verdict' | 'refusals'>,
  at: Instant,
) {
  const codes = [...new Set(refusals.map(({ code }) => code))].sort();
  return { transition, from, to, verdict, codes, hour: hourOf(at) };
}

/** How often a transition was refused for the same reasons within an hour, once the hour is over. */
export const gateRefusalsCounted = defineEvidence('gate-refusals-counted', {
  version: 1,
  facts: z.strictObject({
    ...ofTicket,
    /** The id of the entry about the first. */
    refusal: z.string(),
    /** The first among them. */
    times: z.number(),
  }),
  title: 'Blocked again',
  subjectOf: ({ ticket }) => ticketSubject(ticket),
  distinguishing: ({ refusal }) => ({ refusal }),
  describe: ({ facts: { times } }) =>
    say`It was blocked ${times} times within the hour, for the same reasons.`,
});

/** The decision on record; undefined when this release cannot read it, and then it permits nothing. */
export function decisionOf(entry: EvidenceEntry, accountOf: AccountOf): GateDecision | undefined {
  const read = gateDecided.read(entry, accountOf);
  return read && { id: read.id, at: read.at, ...read.facts };
}
