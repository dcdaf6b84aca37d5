import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { RecordedCall } from '../../sandbox/seams.ts';
import { CloudAccountRequest, type Move } from '../acceptance/site/cloud-account-request.ts';
import { COMPLETE, type Governance, type Values } from '../acceptance/site/governance.ts';
import type { Person } from '../support/sandbox-client.ts';

/** Requests under way at the same time: as many as a browser, a script and a few people make together. */
const AT_ONCE = 20;

const created = z.object({ id: z.string(), key: z.string() });

/** Does something for each, some at a time, and keeps their order. */
export async function forEach<T, R>(
  all: readonly T[],
  act: (one: T) => Promise<R>,
  atOnce = AT_ONCE,
): Promise<R[]> {
  const results: R[] = [];
  const waiting = [...all.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next[0]] = await act(next[1]);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return results;
}

/** Raises requests as fast as Jira takes them. Returns before they are routed. */
export function raiseMany(
  site: Governance,
  count: number,
  by: readonly Person[] = ['engineer'],
  values: Values = COMPLETE,
): Promise<CloudAccountRequest[]> {
  return forEach(
    Array.from({ length: count }, (_, at) => at),
    async at => {
      const { status, body } = await site.create(values, by[at % by.length] ?? 'engineer');
      if (status !== 201) throw new Error(`Creating answered ${String(status)}: ${JSON.stringify(body)}`);
      const { id, key } = created.parse(body);
      return new CloudAccountRequest(site, id, key);
    },
  );
}

const FAULT = /fault on our side/;

/** A second has only so many statements: the person who is told to try again does so when it is over. */
const A_SECOND_MS = 1_000;

/** Makes a move, and again when it is told to try again. */
export async function moveWhenTold(
  request: CloudAccountRequest,
  by: Person,
  name: string,
  values: Values = {},
): Promise<Move> {
  for (let attempt = 1; ; attempt += 1) {
    const move = await request.moveAtOnce(by, name, values);
    if (attempt === 5 || !move.messages.some(message => FAULT.test(message))) return move;
    await pause(A_SECOND_MS);
  }
}

/** All of one kind in the ledger, whatever they are about. */
export async function evidenceOf(site: Governance, kind: string): Promise<{ id: string; subject: string }[]> {
  const page = z.object({
    entries: z.array(
      z.object({ id: z.string(), subject: z.string(), facts: z.record(z.string(), z.unknown()) }),
    ),
    cursor: z.string().optional(),
  });
  const entries: z.infer<typeof page>['entries'] = [];
  for (let cursor: string | undefined; ;) {
    const payload = { kind, ...(cursor === undefined ? {} : { cursor }) };
    const read = await site.sandbox.as('auditor').ask('evidence.list', page, payload);
    entries.push(...read.entries);
    if (read.cursor === undefined) return entries;
    cursor = read.cursor;
  }
}

/** What the platform said no to: nothing but "wait", and that a row is there already. */
export function refusedCalls(calls: readonly RecordedCall[]): string[] {
  return calls
    .filter(({ status }) => status === 0 || status >= 400)
    .filter(({ type, status }) => !(type === 'kvs' && status === 404) && !(type === 'sql' && status === 429))
    .map(
      ({ type, method, path, status, body }) =>
        `${type} ${method} ${path} ${String(status)} ${JSON.stringify(body).slice(0, 200)}`,
    );
}
