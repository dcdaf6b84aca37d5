import type { Fault, RecordedCall } from '../../sandbox/seams.ts';

/** How a call fails, or what happens to the person who made it. */
export const FAULT_KINDS = [
  /** An error, and nothing has taken effect. */
  'refused',
  /** It takes effect, and the answer is lost. */
  'lost',
  /** Everything ends after it, and begins again with what was kept. */
  'killed',
  /** The service asks for patience. */
  'busy',
  /** The function's time is over before the answer; it takes effect after that. */
  'late',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** Long enough that no one waits for it to end. */
const FOR_EVER_MS = 3_600_000;

/** @param call - the number of the call, from 1, that is met */
export function faultAt(kind: FaultKind, call: number): Fault {
  const one = { match: {}, after: call - 1, times: 1 };
  switch (kind) {
    case 'refused':
      return { ...one, status: 500 };
    case 'lost':
      return { ...one, drop: true };
    case 'busy':
      return { ...one, status: 429 };
    case 'late':
      return { ...one, timeOut: true };
    case 'killed':
      // The call after it never begins, so that the end comes between the two.
      return { ...one, after: call, delayMs: FOR_EVER_MS };
  }
}

/** What of a call is told when a fault at it is not made good. */
export type Call = Pick<RecordedCall, 'type' | 'function' | 'method' | 'path' | 'body'>;

/** The same for calls that do the same: the ids and values in them are left out. */
export function sortOf({ type, function: functionKey, method, path, body }: Call): string {
  return `${functionKey}: ${type} ${method} ${placeOf(path)}${type === 'sql' ? ` ${statementOf(body)}` : ''}`;
}

/** The faults that a call is tried with. @param isFirstOfItsSort - what is tried once per kind of call is tried here */
export function kindsFor(call: Call, isFirstOfItsSort: boolean): FaultKind[] {
  return FAULT_KINDS.filter(kind => {
    if (kind === 'killed') return isWrite(call);
    return kind === 'refused' || kind === 'lost' || isFirstOfItsSort;
  });
}

const READING_POSTS =
  /^\/rest\/api\/3\/(search\/jql|workflows|workflows\/create\/validation|user\/bulk)(\?|$)/;

function isWrite({ type, method, path, body }: Call): boolean {
  if (type === 'jira') return method !== 'GET' && !READING_POSTS.test(path);
  if (type === 'sql') return !statementOf(body).startsWith('select');
  return type === 'queue' || !path.endsWith('/get');
}

function statementOf(body: unknown): string {
  const query = typeof body === 'object' && body !== null && 'query' in body ? String(body.query) : '';
  const [, verb = '', table = ''] =
    /^\s*(select|insert|update|delete|replace|create|alter)\b[^`]*?(?:from|into|table|update|exists)?\s*`?(\w+)`?/i.exec(
      query,
    ) ?? [];
  return `${verb.toLowerCase()} ${table}`;
}

function placeOf(path: string): string {
  return (path.split('?')[0] ?? '')
    .replace(/\/(?:[A-Z]+-)?\d+(?=\/|$)/g, '/…')
    .replace(/customfield_\d+/g, 'customfield_…');
}
