/** What holds of every answer, whatever was asked. Each function throws an Error that says what does not hold. */
import { z } from 'zod';
import type { RecordedCall } from '../../sandbox/seams.ts';

/** Every code that a function of the resolver refuses with. Our own fault is not among them: bad input is no fault. */
const CODES: ReadonlySet<string> = new Set([
  'BAD_REQUEST',
  'NOT_SIGNED_IN',
  'NOT_ALLOWED',
  'NOT_FOUND',
  'NOT_OURS',
  'NOT_SET_UP',
  'NOT_MATRIX_APPROVER',
  'INVOLVED',
  'BYPASS_UNKNOWN',
  'NOT_OPEN',
  'BAD_FILE',
  'SELF_APPOINTMENT',
  'PERIOD_IN_THE_PAST',
  'ACCOUNT_INACTIVE',
  'ROLE_UNKNOWN',
  'MATRIX_NOT_APPROVED',
  'VERSION_UNKNOWN',
  'NO_DRAFT',
  'DRAFT_CHANGED',
  'DRAFT_SUBMITTED',
  'DRAFT_INCOMPLETE',
  'ROW_UNKNOWN',
  'ROW_ID_TAKEN',
  'DOMAIN_UNKNOWN',
  'CONSENT_NEEDED',
  'NOT_CREATED',
  'NOT_AN_ADMINISTRATOR',
  'NAME_TAKEN',
  'STATUS_IN_OTHER_CATEGORY',
  'APP_FIELD_MISSING',
  'WORKFLOW_NOT_ACCEPTED',
  'REFUSED_BY_JIRA',
]);

const reply = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), data: z.json() }),
  z.strictObject({
    ok: z.literal(false),
    code: z.string(),
    message: z.string(),
    errors: z
      .array(
        z.strictObject({
          line: z.int().min(1),
          column: z.string(),
          problem: z.string().min(1),
          allowed: z.array(z.string()).optional(),
        }),
      )
      .optional(),
  }),
]);
export type FuzzReply = z.infer<typeof reply>;
const gateAnswer = z.discriminatedUnion('result', [
  z.strictObject({ result: z.literal(true) }),
  z.strictObject({ result: z.literal(false), errorMessage: z.string() }),
]);

/** What only someone who can read the code may see. */
const INTERNAL =
  /\n\s+at |file:\/\/|node_modules|\.(?:ts|cjs|mjs)\b|\b(?:Zod|Syntax|Type|Range|Reference|Sql|Drizzle\w*)Error\b|\bER_[A-Z]|\bSELECT\b|INSERT INTO|sqlite|Failed query|\[object \w+\]|"cause"|\bfault on our side|wrong on our side/i;
const LONGEST_MESSAGE = 1_500;

/** Reads a reply of the resolver. */
export function readReply(answer: unknown, asked: unknown): FuzzReply {
  const parsed = reply.safeParse(answer);
  if (!parsed.success) throw new Error(`No reply at all: ${JSON.stringify(answer).slice(0, 300)}`);
  if (parsed.data.ok) return parsed.data;
  const { code, message, errors = [] } = parsed.data;
  if (!CODES.has(code)) throw new Error(`The code ${code} is not one of the closed set: ${message}`);
  mustBePlain(message, asked);
  for (const { problem } of errors) mustBePlain(problem, asked);
  return parsed.data;
}

/** Reads what a gate answered. */
export function readGateAnswer(answer: unknown, asked: unknown): void {
  const parsed = gateAnswer.safeParse(answer);
  if (!parsed.success) throw new Error(`The gate did not answer: ${JSON.stringify(answer).slice(0, 300)}`);
  if (!parsed.data.result) mustBePlain(parsed.data.errorMessage, asked, 5 * LONGEST_MESSAGE);
}

/** A message for people. What they wrote themselves may stand in it. */
function mustBePlain(message: string, asked: unknown, longest = LONGEST_MESSAGE): void {
  if (message.trim() === '') throw new Error('The message is empty.');
  if (message.length > longest) throw new Error(`The message has ${message.length} characters.`);
  const [internal] = INTERNAL.exec(message) ?? [];
  if (internal !== undefined && !JSON.stringify([asked]).includes(internal))
    throw new Error(`The message shows what is inside (${internal}): ${message.slice(0, 300)}`);
}

/** Parts of an upload are kept while it lasts, and before anyone can know whether their file is any good. */
const KEPT_BEFORE_IT_IS_READ = /upload_chunk/;

/** Nothing may have been written. */
export function mustNotWrite(calls: readonly RecordedCall[]): void {
  const write = calls.find(writes);
  if (write)
    throw new Error(`Refused, or a dry run, and yet written: ${JSON.stringify(write).slice(0, 400)}`);
}

function writes({ type, function: functionKey, method, path, body, status }: RecordedCall): boolean {
  if (functionKey !== 'resolver' || status >= 400) return false;
  if (type === 'queue') return true;
  if (type === 'kvs') return !path.endsWith('/get') && !path.endsWith('/query');
  if (type === 'sql') {
    const text = JSON.stringify(body);
    return (
      /"query":"\s*(?:insert|update|delete|replace|create|alter|drop)/i.test(text) &&
      !KEPT_BEFORE_IT_IS_READ.test(text)
    );
  }
  const isQuestion =
    /\/(?:search\/|permissions\/check|expression|bulkfetch|workflows|approximate-count)/.test(path);
  return method !== 'GET' && !(method === 'POST' && isQuestion);
}
