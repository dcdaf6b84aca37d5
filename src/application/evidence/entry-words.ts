import { z } from 'zod';
import { happenedInWords, type BypassHappened } from '../../domain/bypass/bypass-words';
import { noticeOf, type Names } from '../../domain/responsibility/appointment-notice';
import { subjectOf } from '../../domain/routing/route-words';
import type { EvidenceKind } from '../../domain/evidence/evidence-entry';
import { momentInWords } from '../../domain/shared/date-in-words';
import { recordedHolderChange, recordedInstant } from './recorded-facts';

/** What entries of a kind are called, and what one of them says in a sentence; empty where its facts are others. */
interface KindInWords {
  title: string;
  sentence: (facts: unknown, names: Names) => string;
}

function kind<Facts>(
  title: string,
  schema: z.ZodType<Facts>,
  say: (facts: Facts, names: Names) => string,
): KindInWords {
  return {
    title,
    sentence: (facts, names) => {
      const parsed = schema.safeParse(facts);
      return parsed.success ? say(parsed.data, names) : '';
    },
  };
}

const text = z.string();
const maybe = text.nullable();
const decided = z.object({
  transition: text,
  verdict: z.enum(['allow', 'refuse']),
  refusals: z.array(z.object({ code: text })),
  snapshot: z
    .object({ matrixVersion: z.number().nullable(), roleName: maybe, holder: maybe, decidedBy: maybe })
    .nullable(),
});
const observed = z.object({ transition: maybe, from: maybe, to: text, decision: maybe });
const routed = z.object({
  status: text,
  route: z.discriminatedUnion('by', [
    z.object({
      by: z.literal('matrix'),
      matrixVersion: z.number(),
      roleName: text,
      accountable: text,
      activity: text,
      domain: text,
      service: text,
    }),
    z.object({ by: z.literal('role'), matter: text, roleName: text, accountable: text }),
  ]),
});
const account = z.object({ provider: text, accountId: text, owner: text });
const edited = account.extend({ to: maybe });
const imported = z.object({ dataset: text, lines: z.number(), added: z.number(), changed: z.number() });
const settings = z.object({
  accessDays: z.number(),
  privilegedAccessDays: z.number(),
  reviewCadenceDays: z.number(),
  matrixApproverRole: text,
});
const approved = z.object({
  number: z.number(),
  approvedBy: text,
  effectiveFrom: recordedInstant,
  changeTicket: maybe,
});
const drifted = z.object({ drift: z.array(z.object({ repair: text })) });
const bypassed = z.custom<BypassHappened>(
  facts =>
    z.object({ bypass: text, by: text, when: recordedInstant, meaning: text }).safeParse(facts).success,
);
const judged = z.object({ by: text, roleName: text, reason: text });

const called = ({ provider, accountId }: z.infer<typeof account>) => `${provider} ${accountId}`;
/** `OWNER_NOT_NAMED` as one reads it. */
const codeInWords = (code: string) => code.toLowerCase().replaceAll('_', ' ');

/** Every kind of evidence, in words for whoever audits. */
export const KINDS_IN_WORDS: Readonly<Record<EvidenceKind, KindInWords>> = {
  'gate-decided': kind('Gate decided', decided, ({ transition, verdict, refusals, snapshot }, { person }) => {
    if (verdict === 'refuse')
      return `${transition} was refused: ${refusals.map(({ code }) => codeInWords(code)).join('; ')}.`;
    const version = snapshot?.matrixVersion ? ` Matrix v${String(snapshot.matrixVersion)}.` : '';
    if (!snapshot?.holder) return `${transition} was permitted.${version}`;
    const role = snapshot.roleName === null ? '' : `, for the ${snapshot.roleName}`;
    const deputy = snapshot.decidedBy === 'deputy' ? ' as deputy' : '';
    return `${transition} was permitted. ${person(snapshot.holder)} was accountable${role}${deputy}.${version}`;
  }),
  'transition-observed': kind('Ticket moved', observed, ({ transition, from, to, decision }) => {
    const by = transition === null ? '' : ` by ${transition}`;
    const permitted = decision === null ? '' : ', as its gate had permitted';
    return `From ${from ?? 'nowhere'} to ${to}${by}${permitted}.`;
  }),
  routed: kind('Routed', routed, ({ route, status }, { person }) => {
    const matrix = route.by === 'role' ? '' : ` in matrix v${String(route.matrixVersion)}`;
    return `In ${status}: to ${person(route.accountable)}, for the ${route.roleName}: ${subjectOf(route)}${matrix}.`;
  }),
  'routing-refused': kind(
    'Not routed',
    z.object({ refusal: z.object({ code: text }) }),
    ({ refusal }) => `Nobody decides it: ${codeInWords(refusal.code)}.`,
  ),
  'cloud-account-registered': kind('Cloud account registered', z.object({}), () => 'It is in the register.'),
  'account-unowned': kind(
    'Cloud account without an owner',
    account,
    (facts, { person }) => `${called(facts)} belonged to ${person(facts.owner)}, who has no active account.`,
  ),
  'account-owner-changed': kind(
    'Account owner changed',
    edited,
    (facts, { person }) =>
      `${called(facts)} went from ${person(facts.owner)} to ${facts.to === null ? 'nobody' : person(facts.to)}.`,
  ),
  'account-owner-change-rejected': kind(
    'Account owner not followed',
    edited,
    (facts, { person }) =>
      `The ticket names ${facts.to === null ? 'nobody' : person(facts.to)}; ${called(facts)} still belongs to ${person(facts.owner)}.`,
  ),
  'account-owner-reverted': kind(
    'Account owner set back',
    account,
    (facts, { person }) => `The ticket names ${person(facts.owner)} again, as the register does.`,
  ),
  'set-up-step': kind(
    'Set-up',
    z.object({ changes: z.array(text) }),
    ({ changes }) =>
      `${changes.slice(0, 3).join('. ')}${changes.length > 3 ? `, and ${String(changes.length - 3)} more` : ''}.`,
  ),
  'register-imported': kind(
    'Register imported',
    imported,
    ({ dataset, lines, added, changed }) =>
      `${dataset}: ${String(lines)} lines, ${String(added)} added, ${String(changed)} changed.`,
  ),
  'holder-changed': kind('Role holder changed', recordedHolderChange, noticeOf),
  'settings-changed': kind(
    'Settings changed',
    settings,
    (facts, { role }) =>
      `Access ends after ${String(facts.accessDays)} days, privileged access after ${String(facts.privilegedAccessDays)}; the matrix is reviewed every ${String(facts.reviewCadenceDays)} days; the ${role(facts.matrixApproverRole)} approves it.`,
  ),
  'revocation-due': kind(
    'Access to be taken away',
    z.object({ performer: maybe }),
    ({ performer }, { person }) =>
      `Its last day is over. ${performer === null ? 'Nobody performs it now.' : `${person(performer)} was asked to take it away.`}`,
  ),
  'gate-bypassed': kind('Past its gates', bypassed, (facts, { person }) => happenedInWords(facts, person)),
  'bypass-resolved': kind('Bypass resolved', z.object({}), () => 'What went past the gates was left behind.'),
  'assignment-refused': kind(
    'Not assigned',
    z.object({ person: maybe }),
    ({ person: who }, { person }) =>
      `Jira didn't let it be assigned to ${who === null ? 'nobody' : person(who)}.`,
  ),
  'notice-given': kind('Told on the ticket', z.object({}), () => 'A comment says so.'),
  'bypass-acknowledged': kind(
    'Bypass acknowledged',
    judged,
    ({ by, roleName, reason }) => `By ${by}, for the ${roleName}: “${reason}”`,
  ),
  'set-up-drifted': kind(
    'Set-up changed in Jira',
    drifted,
    ({ drift }) => `To be put right: ${drift.map(({ repair }) => repair).join('. ')}.`,
  ),
  'set-up-restored': kind('Set-up as it was made', z.object({}), () => 'All is as set-up made it again.'),
  'matrix-approved': kind(
    'Matrix approved',
    approved,
    ({ number, approvedBy, effectiveFrom, changeTicket }, { person }) =>
      `Version ${String(number)}, by ${person(approvedBy)}, in force from ${momentInWords(effectiveFrom)}${changeTicket === null ? '' : ` (${changeTicket})`}.`,
  ),
};
