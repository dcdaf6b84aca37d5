import { z } from 'zod';
import type { RecordedCall } from '../../../sandbox/seams.ts';

/** What a sweep of all tickets notes of itself when it has found nothing to do. */
const NOTE_OF_SWEEP = 'last-sweep';
const keyed = z.object({ key: z.string() });
const statement = z.object({ query: z.string() });

/** Requests of Jira's REST API that only read, though they are POST. */
const READING_POSTS =
  /^\/rest\/api\/3\/(search\/jql|permissions\/check|workflows|workflows\/create\/validation|forge\/panel\/action\/bulk\/status)$/;

/** Those of the calls that change something in Jira or in storage, in words. */
export function writes(calls: readonly RecordedCall[]): string[] {
  return calls
    .filter(isWrite)
    .map(call => `${call.function}: ${call.type} ${call.method} ${call.path} ${textOf(call)}`);
}

function isWrite({ type, method, path, body }: RecordedCall): boolean {
  switch (type) {
    case 'jira':
      return method !== 'GET' && !READING_POSTS.test(path);
    case 'sql':
      return !/^\s*select/i.test(statement.parse(body).query);
    case 'kvs':
      return !path.endsWith('/get') && keyed.safeParse(body).data?.key !== NOTE_OF_SWEEP;
    case 'queue':
      return false;
  }
}

function textOf({ type, body }: RecordedCall): string {
  return type === 'sql' ? statement.parse(body).query.slice(0, 80) : JSON.stringify(body);
}
