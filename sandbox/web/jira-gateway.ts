/** `/rest/**`: hands the request to the local Jira as the caller. */
import type { Identity, JiraSite } from '../seams.ts';
import { isForm, parseJson, type Answer, type Exchange } from './exchange.ts';
import { filesIn } from './form-data.ts';
import type { Caller } from './sign-in.ts';

/** Headers that say who calls or belong to the connection; Jira is told the identity instead. */
const WITHHELD = new Set([
  'authorization',
  'cookie',
  'connection',
  'content-length',
  'host',
  'transfer-encoding',
]);

/** Answers as Jira does; a wrong password is 401 before Jira is asked. */
export async function handleRest(jira: JiraSite, exchange: Exchange, caller: Caller): Promise<Answer> {
  if (caller.kind === 'refused') return unauthenticated(caller.message);
  const body = parseJson(exchange);
  if (!body.ok) return { status: 400, json: { errorMessages: [body.message], errors: {} } };
  const files = isForm(exchange) ? filesIn(exchange) : [];
  if (!files) return { status: 400, json: { errorMessages: ['The form cannot be read.'], errors: {} } };
  const answer = await jira.handle({
    method: exchange.method,
    path: exchange.target,
    headers: plainHeaders(exchange),
    body: body.value,
    ...(files.length > 0 ? { files } : {}),
    identity: identityOf(caller),
  });
  return {
    status: answer.status,
    headers: answer.headers ?? {},
    ...(answer.body === undefined ? {} : { json: answer.body }),
    ...(answer.bytes === undefined ? {} : { bytes: answer.bytes }),
  };
}

export function identityOf(caller: Caller): Identity {
  return caller.kind === 'signed-in'
    ? { kind: 'user', accountId: caller.account.accountId }
    : { kind: 'anonymous' };
}

export function unauthenticated(message: string): Answer {
  return {
    status: 401,
    headers: { 'www-authenticate': 'Basic realm="sandbox"' },
    json: { message, errorMessages: [message], errors: {} },
  };
}

function plainHeaders(exchange: Exchange): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(exchange.headers)) {
    if (value !== undefined && !WITHHELD.has(name))
      headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return headers;
}
