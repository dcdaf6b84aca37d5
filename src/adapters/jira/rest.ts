import { asApp, asUser, type APIResponse, type Route } from '@forge/api';
import { z } from 'zod';
import { QuotaExceeded } from '../../ports/quota-exceeded';
import { waitIfTimeAllows } from '../patience';

/** In whose name a call is made: the app's own, or the person's whose invocation this is. */
export type ActAs = 'app' | 'user';

/** One REST call. `route` comes from the `route` template of @forge/api, so that ids are escaped. */
export interface JiraCall<Answer> {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  route: Route;
  /** Sent as JSON; absent sends no body. */
  body?: unknown;
  /** What is read of the answer; `nothing` for answers without a body that matters. */
  answer: z.ZodType<Answer>;
  /** The app unless told otherwise. */
  as?: ActAs;
  /** A status outside 200-299 that says yes all the same, such as 303 for a task that has begun. */
  alsoGood?: number;
  /** The media type that is asked for; JSON unless told otherwise. */
  accept?: string;
}

/** The answer of a call whose body is not read. */
export const nothing = z.unknown().transform(() => undefined);

/** Jira did not do as it was asked. `status` is null when no answer came, and 200-299 when it could not be read. */
export class JiraFault extends Error {
  readonly status: number | null;

  constructor(message: string, status: number | null, cause?: unknown) {
    super(message, { cause });
    this.name = 'JiraFault';
    this.status = status;
  }
}

/**
 * Makes one call of Jira's REST API and reads its answer.
 * A 429 is waited out as its Retry-After says, as long as the invocation's remaining time allows.
 * @throws QuotaExceeded when Jira takes no more calls for longer than that
 * @throws JiraFault when Jira refuses, does not answer, or answers in a shape that `answer` does not accept
 */
export async function callJira<Answer>(call: JiraCall<Answer>): Promise<Answer> {
  const response = await sendPatiently(call);
  const text = await response.text();
  if (!response.ok && response.status !== call.alsoGood) throw refused(call, response, text);
  const parsed = call.answer.safeParse(parseJson(call, response.status, text));
  if (parsed.success) return parsed.data;
  throw new JiraFault(`${nameOf(call)} answered in an unexpected shape.`, response.status, parsed.error);
}

/**
 * The bytes of a file, as the app.
 * @throws as `callJira`
 */
export async function readBytes(from: Route): Promise<Buffer> {
  const call = { method: 'GET', route: from, answer: nothing, accept: '*/*' } as const;
  const response = await sendPatiently(call);
  if (response.status === 200) return Buffer.from(await response.arrayBuffer());
  throw refused(call, response, await response.text());
}

/** The call's answer, or undefined when Jira says 404: what was asked for is not there, or is not shown. */
export async function callJiraIfFound<Answer>(call: JiraCall<Answer>): Promise<Answer | undefined> {
  return ifFound(callJira(call));
}

/** What a call answers, or undefined when Jira said 404. */
export async function ifFound<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer;
  } catch (fault) {
    if (fault instanceof JiraFault && fault.status === 404) return undefined;
    throw fault;
  }
}

function refused(call: JiraCall<unknown>, response: APIResponse, text: string): QuotaExceeded | JiraFault {
  const { status } = response;
  const refusal = refusalOf(call, status, text);
  return status === 429
    ? new QuotaExceeded(inSeconds(retryAfter(response)), { cause: refusal })
    : new JiraFault(refusal, status);
}

/** Reads all pages of a paginated answer (`startAt`, `values`, `isLast`). */
export async function readAllPages<Item>(
  pageFrom: (startAt: number) => Route,
  item: z.ZodType<Item>,
  as: ActAs = 'app',
): Promise<Item[]> {
  const page = z.object({ isLast: z.boolean().optional(), values: z.array(item) });
  const items: Item[] = [];
  for (;;) {
    const answer = await callJira({ method: 'GET', route: pageFrom(items.length), answer: page, as });
    items.push(...answer.values);
    if (answer.isLast !== false || answer.values.length === 0) return items;
  }
}

const FIRST_WAIT_MS = 1_000;

async function sendPatiently(call: JiraCall<unknown>): Promise<APIResponse> {
  for (let attempt = 0; ; attempt += 1) {
    const response = await send(call);
    if (response.status !== 429) return response;
    const wait = retryAfter(response) ?? FIRST_WAIT_MS * 2 ** attempt;
    if (!(await waitIfTimeAllows(wait))) return response;
  }
}

async function send(call: JiraCall<unknown>): Promise<APIResponse> {
  const caller = call.as === 'user' ? asUser() : asApp();
  const sent = call.body === undefined ? {} : { body: JSON.stringify(call.body) };
  const contentType = call.body === undefined ? {} : { 'Content-Type': 'application/json' };
  try {
    return await caller.requestJira(call.route, {
      method: call.method,
      headers: { Accept: call.accept ?? 'application/json', ...contentType },
      ...sent,
    });
  } catch (cause) {
    throw new JiraFault(`${nameOf(call)} got no answer.`, null, cause);
  }
}

/** Milliseconds to wait, from a Retry-After in seconds; undefined when there is none that can be read. */
function retryAfter(response: APIResponse): number | undefined {
  const header = response.headers.get('Retry-After');
  if (header === null || !/^\d+(\.\d+)?$/.test(header.trim())) return undefined;
  return Number(header) * 1_000;
}

function inSeconds(milliseconds: number | undefined): number | undefined {
  return milliseconds === undefined ? undefined : milliseconds / 1_000;
}

function parseJson(call: JiraCall<unknown>, status: number, text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new JiraFault(`${nameOf(call)} answered something that is not JSON.`, status, cause);
  }
}

const errorBody = z.object({
  errorMessages: z.array(z.string()).default([]),
  errors: z.record(z.string(), z.unknown()).default({}),
});

function refusalOf(call: JiraCall<unknown>, status: number, text: string): string {
  return `${nameOf(call)} was refused with ${String(status)}: ${reasons(text) || 'no reason given'}`;
}

function reasons(text: string): string {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    // Gateways in front of Jira answer in HTML; the beginning of it is all there is to say.
    return text.slice(0, 200);
  }
  const parsed = errorBody.safeParse(body);
  if (!parsed.success) return text.slice(0, 500);
  const named = Object.entries(parsed.data.errors).map(([field, reason]) => `${field}: ${String(reason)}`);
  return [...parsed.data.errorMessages, ...named].join('; ');
}

function nameOf(call: JiraCall<unknown>): string {
  return `${call.method} ${call.route.value.split('?')[0] ?? ''}`;
}
