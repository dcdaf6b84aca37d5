/** HTTP as this server sees it: a whole request read into memory, an answer as a value. */
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';

/** Jira's own limit for a request body is 10 MiB. */
const BODY_LIMIT = 10 * 1024 * 1024;
/** Of a form with files: far below what a site may allow, and as much as one wants to wait for here. */
const FORM_LIMIT = 64 * 1024 * 1024;

export interface Exchange {
  method: string;
  path: string;
  /** Path with query string, as it was sent. */
  target: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  /** As text. */
  body: string;
  /** As it was sent. */
  bytes: Buffer;
}

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  /** Sent as JSON when present. */
  json?: unknown;
  /** Sent as it is; `headers` names its type. */
  bytes?: Uint8Array | string;
}

export type Parsed = { ok: true; value: unknown } | { ok: false; message: string };

/** Reads the whole request. Rejects with `BodyTooLarge` beyond 10 MiB, or 64 MiB of a form. */
export async function readExchange(request: IncomingMessage): Promise<Exchange> {
  const target = request.url ?? '/';
  const url = new URL(target, 'http://sandbox');
  const chunks: Buffer[] = [];
  const limit = isForm(request) ? FORM_LIMIT : BODY_LIMIT;
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw new BodyTooLarge(limit);
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    target,
    query: url.searchParams,
    headers: request.headers,
    body: isForm(request) ? '' : bytes.toString('utf8'),
    bytes,
  };
}

export class BodyTooLarge extends Error {
  constructor(limit: number) {
    super(`The request body is larger than ${String(limit / 1024 / 1024)} MiB.`);
  }
}

/** Whether the request brings a form, whose body is no text. */
export function isForm({ headers }: { headers: IncomingHttpHeaders }): boolean {
  return /^multipart\/form-data\b/i.test(headers['content-type'] ?? '');
}

/** The body as JSON; an absent body reads as undefined. */
export function parseJson(exchange: Exchange): Parsed {
  if (exchange.body === '') return { ok: true, value: undefined };
  try {
    return { ok: true, value: JSON.parse(exchange.body) as unknown };
  } catch (error) {
    return {
      ok: false,
      message: `The body is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

/** Writes the answer and ends the response. */
export function send(response: ServerResponse, answer: Answer): void {
  const headers: Record<string, string> = {
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  };
  Object.assign(headers, answer.headers);
  if (answer.json !== undefined) headers['content-type'] ??= 'application/json; charset=utf-8';
  response.writeHead(answer.status, headers);
  if (answer.json !== undefined) response.end(JSON.stringify(answer.json));
  else response.end(answer.bytes);
}
