/** Calls to the local Jira as the person signed in. Every answer is parsed before anything uses it. */
import { z } from 'zod';

/** Jira refused, in the words it gave: for the whole form, and by field id. */
export class JiraRefusal extends Error {
  readonly status: number;
  readonly messages: readonly string[];
  readonly fields: Readonly<Record<string, string>>;

  constructor(status: number, messages: readonly string[], fields: Readonly<Record<string, string>>) {
    super([...messages, ...Object.values(fields)].join('\n'));
    this.name = 'JiraRefusal';
    this.status = status;
    this.messages = messages;
    this.fields = fields;
  }
}

/** Happens on the window when a call finds that the session is over: after a restart of the sandbox, for example. */
export const SIGNED_OUT = 'signed-out';

const ErrorCollection = z.object({
  errorMessages: z.array(z.string()).optional(),
  errors: z.record(z.string(), z.string()).optional(),
  message: z.string().optional(),
});

/**
 * @param schema - what the answer is; `nothing` for answers without a body
 * @throws JiraRefusal when the answer isn't a success
 */
export async function request<T>(
  schema: z.ZodType<T>,
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const response = await fetch(path, {
    method,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (response.status === 401) window.dispatchEvent(new Event(SIGNED_OUT));
  if (!response.ok) throw refusalOf(response.status, text);
  return schema.parse(text === '' ? undefined : JSON.parse(text));
}

/** Jira's resources are below `/rest/api/3`. */
export function jira<T>(schema: z.ZodType<T>, method: string, path: string, body?: unknown): Promise<T> {
  return request(schema, method, `/rest/api/3/${path}`, body);
}

export const nothing = z.unknown();

function refusalOf(status: number, text: string): JiraRefusal {
  const parsed = ErrorCollection.safeParse(jsonOrUndefined(text));
  if (!parsed.success) return new JiraRefusal(status, [`Jira answered ${String(status)}.`], {});
  const { errorMessages = [], errors = {}, message } = parsed.data;
  const messages = errorMessages.length > 0 || message === undefined ? errorMessages : [message];
  const silent = messages.length === 0 && Object.keys(errors).length === 0;
  return new JiraRefusal(status, silent ? [`Jira answered ${String(status)}.`] : messages, errors);
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // a proxy's page rather than Jira's answer: the status says enough
  }
}

/** What to tell a person about a failure, whichever it is. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
