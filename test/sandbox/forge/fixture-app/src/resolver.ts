import { connect } from 'node:net';
import { spawn } from 'node:child_process';
import { get } from 'node:https';
import api, { getAppContext, route } from '@forge/api';
import { Queue, type PushEvent } from '@forge/events';
import { kvs } from '@forge/kvs';
import Resolver from '@forge/resolver';
import { addNote, kvsPages, listMigrations, migrate, notesRanked, rawSql, refusalOf } from './storage';

const definitions = new Resolver();
const work = new Queue({ key: 'work' });

definitions.define('echo', ({ payload, context }) => ({
  payload: payload as unknown,
  context,
  gone: undefined,
  at: new Date(0),
}));
definitions.define('now', () => ({
  now: Date.now(),
  iso: new Date().toISOString(),
  isDate: new Date() instanceof Date,
  text: Date(),
}));
definitions.define('appContext', () => {
  const { appAri, moduleKey, permissions, invocationRemainingTimeInMillis } = getAppContext();
  return { appAri, moduleKey, scopes: permissions?.scopes, remaining: invocationRemainingTimeInMillis() };
});
definitions.define('asUser', async (): Promise<unknown> => {
  const response = await api.asUser().requestJira(route`/rest/api/3/myself`);
  return response.json();
});
definitions.define('asSomeone', async ({ payload }): Promise<unknown> => {
  const response = await api.asUser((payload as { id: string }).id).requestJira(route`/rest/api/3/myself`);
  return response.json();
});
definitions.define('asApp', async () => {
  const init = { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: '{"a":1}' };
  const response = await api.asApp().requestJira(route`/rest/api/3/issue/${'GOV 1'}?expand=names`, init);
  return { status: response.status, body: (await response.json()) as object };
});
definitions.define('getIssue', async () => {
  const response = await api.asApp().requestJira(route`/rest/api/3/issue/GOV-1`);
  return { status: response.status, retryAfter: response.headers.get('retry-after') };
});
definitions.define('throw', () => {
  throw new RangeError('not in range');
});
definitions.define('spin', () => {
  for (;;);
});
definitions.define('hang', () => new Promise(() => undefined));
definitions.define('exit', () => process.exit(3));
definitions.define('hoard', () => {
  const hoard: string[][] = [];
  for (;;) hoard.push(new Array<string>(1_000_000).fill('x'));
});
definitions.define('large', ({ payload }) => 'x'.repeat((payload as { bytes: number }).bytes));
definitions.define('log', () => {
  for (let line = 0; line < 150; line++) globalThis.console.log('line', line, { a: 1 });
});
definitions.define('leak', () => {
  void new Promise(resolve => setTimeout(resolve, 20))
    .then(() => kvs.set('leaked', true))
    .catch(() => undefined);
});

definitions.define('egress', ({ payload }) => {
  const ways: Record<string, () => unknown> = {
    fetch: () => fetch('https://example.com'),
    apiFetch: () => api.fetch('https://example.com'),
    https: () => get('https://example.com'),
    net: () => connect(443, 'example.com'),
    spawn: () => spawn('true'),
  };
  return Promise.resolve(ways[(payload as { way: string }).way]?.()).then(() => 'left the app');
});

definitions.define('migrate', migrate);
definitions.define('listMigrations', listMigrations);
definitions.define('addNote', ({ payload }) => addNote(payload as Parameters<typeof addNote>[0]));
definitions.define('notesRanked', ({ payload }) => notesRanked((payload as { rank: number }).rank));
definitions.define('sql', ({ payload }) => rawSql(payload as Parameters<typeof rawSql>[0]));

definitions.define('kvsRoundTrip', async () => {
  const before = await kvs.get('a:1');
  await kvs.set('a:1', { x: [1, 'two', true] });
  await kvs.set('a:2', 'two');
  await kvs.set('a:3', 3);
  await kvs.setSecret('a:1', 's3cret');
  const conflict = await refusalOf(() => kvs.set('a:1', 9, { keyPolicy: 'FAIL_IF_EXISTS' }));
  await kvs.delete('never there');
  return {
    before: before ?? null,
    value: await kvs.get<unknown>('a:1'),
    secret: await kvs.getSecret<unknown>('a:1'),
    conflict,
    pages: await kvsPages('a:', 2),
  };
});
definitions.define('kvsTransact', async () => {
  await kvs.transact().set('t:1', 1).set('t:2', 2).delete('t:3').execute();
  const many = Array.from({ length: 26 }, (_, index) => `m:${String(index)}`);
  const tooMany = await refusalOf(() =>
    many.reduce((all, key) => all.set(key, 'x'), kvs.transact()).execute(),
  );
  const twice = await refusalOf(() => kvs.transact().set('t:1', 5).delete('t:1').execute());
  const batch = await kvs.batchSet<string | number>([
    { key: 'b:1', value: 1 },
    { key: 'b:2', value: 'x'.repeat(250 * 1024) },
  ]);
  return { pages: await kvsPages('t:', 10), written: await kvsPages('m:', 10), tooMany, twice, batch };
});
definitions.define('kvsSet', ({ payload }) => {
  const { key, bytes } = payload as { key: string; bytes: number };
  return refusalOf(() => kvs.set(key, 'x'.repeat(bytes)));
});
definitions.define(
  'kvsGet',
  async ({ payload }) => (await kvs.get<unknown>((payload as { key: string }).key)) ?? null,
);

definitions.define('push', async ({ payload }) => work.push(payload as PushEvent | PushEvent[]));
definitions.define('pushElsewhere', async () =>
  refusalOf(() => new Queue({ key: 'nobody' }).push({ body: {} })),
);
definitions.define('stats', async ({ payload }) =>
  work.getJob((payload as { jobId: string }).jobId).getStats(),
);
definitions.define('cancel', async ({ payload }) => {
  await work.getJob((payload as { jobId: string }).jobId).cancel();
});

export const resolver = definitions.getDefinitions();
