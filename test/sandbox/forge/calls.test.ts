import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanUp, startFixture, type Fixture } from './fixture-host.ts';

let fixture: Fixture;
beforeEach(async () => {
  fixture = await startFixture();
  await fixture.host.settle();
});
afterEach(() => fixture.host.stop());
afterAll(cleanUp);

describe('a call to Jira', () => {
  it('is the person in whose session the function runs, with the scopes of the manifest', async () => {
    await fixture.invoke('asUser');
    expect(fixture.jira.requests.at(-1)).toMatchObject({
      method: 'GET',
      path: '/rest/api/3/myself',
      identity: { kind: 'user', accountId: 'user-1' },
      scopes: ['read:jira-work', 'write:jira-work', 'storage:app'],
    });
  });

  it('is the app itself with its own account, its body parsed and its path as it was', async () => {
    expect(await fixture.invoke('asApp')).toMatchObject({ status: 200 });
    expect(fixture.jira.requests.at(-1)).toMatchObject({
      method: 'PUT',
      path: '/rest/api/3/issue/GOV%201?expand=names',
      identity: { kind: 'app', accountId: fixture.host.app.accountId },
      body: { a: 1 },
    });
  });

  it('is refused as someone who is not there, when no scope allows impersonation', async () => {
    const before = fixture.jira.requests.length;
    await expect(fixture.invoke('asSomeone', { id: 'user-2' })).rejects.toThrow('Authentication Required');
    expect(fixture.jira.requests).toHaveLength(before);
    await expect(fixture.invoke('asSomeone', { id: 'user-1' })).resolves.toMatchObject({
      identity: { accountId: 'user-1' },
    });
  });
});

describe('the record of calls', () => {
  it('names each call, who made it, what it said and how it was answered', async () => {
    const since = fixture.host.calls(0).at(-1)?.n ?? 0;
    await fixture.invoke('asApp');
    await fixture.invoke('kvsGet', { key: 'k' });
    const [jira, kvs] = fixture.host.calls(since);
    expect(jira).toMatchObject({
      type: 'jira',
      provider: 'app',
      function: 'resolver',
      method: 'PUT',
      status: 200,
      body: { a: 1 },
    });
    expect(kvs).toMatchObject({
      n: (jira?.n ?? 0) + 1,
      type: 'kvs',
      path: '/api/v1/get',
      body: { key: 'k' },
      status: 404,
    });
    expect(kvs?.invocation).not.toBe(jira?.invocation);
    expect(jira?.bytes).toBeGreaterThan('{"a":1}'.length);
    expect(fixture.host.calls(kvs?.n ?? 0)).toEqual([]);
  });
});

describe('a fault', () => {
  it('with a status answers in place of Jira, as often as it is told', async () => {
    fixture.host.addFault({ match: { type: 'jira', path: '/issue/' }, status: 429, times: 1 });
    expect(await fixture.invoke('getIssue')).toEqual({ status: 429, retryAfter: '1' });
    expect(fixture.jira.requests.filter(request => request.path.includes('/issue/'))).toEqual([]);
    expect(await fixture.invoke('getIssue')).toMatchObject({ status: 200 });
  });

  it('that drops lets the call take effect and loses the answer', async () => {
    fixture.host.addFault({ match: { type: 'kvs', path: '/api/v1/set' }, drop: true, times: 1 });
    expect(await fixture.invoke('kvsSet', { key: 'k', bytes: 2 })).toContain('fetch failed');
    expect(await fixture.invoke('kvsGet', { key: 'k' })).toBe('xx');
    expect(fixture.host.calls(0).find(call => call.path === '/api/v1/set')).toMatchObject({ status: 0 });
  });

  it('lets as many calls pass as it is told, and is then met', async () => {
    const match = { path: '/api/v1/get' };
    fixture.host.addFault({ match, after: 2, status: 500, times: 1 });
    for (const answer of ['none', 'none', 'fails', 'none']) {
      const asked = fixture.invoke('kvsGet', { key: 'nothing' });
      if (answer === 'fails') await expect(asked).rejects.toThrow();
      else await expect(asked).resolves.not.toThrow();
    }
  });

  it('of a time-out ends the function at once, and the call takes effect after it', async () => {
    fixture.host.addFault({ match: { path: '/api/v1/set' }, timeOut: true, times: 1 });
    await expect(fixture.invoke('kvsSet', { key: 'k', bytes: 2 })).rejects.toThrow('took longer than 25 s');
    expect(await fixture.invoke('kvsGet', { key: 'k' })).toBe('xx');
    expect(await fixture.invoke('kvsSet', { key: 'k', bytes: 3 })).toBe('none');
  });

  it('that delays holds the call up', async () => {
    fixture.host.addFault({ match: { function: 'resolver' }, delayMs: 120, times: 1 });
    await fixture.invoke('kvsGet', { key: 'k' });
    expect(fixture.host.calls(0).at(-1)?.ms).toBeGreaterThanOrEqual(115);
  });

  it('touches nothing that it does not match', async () => {
    fixture.host.addFault({ match: { function: 'consume' }, status: 500, times: 1 });
    expect(await fixture.invoke('getIssue')).toMatchObject({ status: 200 });
  });

  it('that no call has met can be called off', async () => {
    fixture.host.addFault({ match: { function: 'resolver' }, status: 500, times: 1 });
    fixture.host.clearFaults();
    expect(await fixture.invoke('getIssue')).toMatchObject({ status: 200 });
  });

  it.each([[{ match: {}, times: 1 }], [{ match: {}, status: 500, times: 0 }]])(
    'that would do nothing is refused (%j)',
    fault => {
      expect(() => {
        fixture.host.addFault(fault);
      }).toThrow(RangeError);
    },
  );
});

describe('the key-value store', () => {
  it('keeps values and secrets apart, refuses to overwrite when asked, and pages by key', async () => {
    expect(await fixture.invoke('kvsRoundTrip')).toEqual({
      before: null,
      value: { x: [1, 'two', true] },
      secret: 's3cret',
      conflict: 'KEY_CONFLICT',
      pages: [['a:1', 'a:2'], ['a:3']],
    });
  });

  it('does all of a transaction or nothing, and each of a batch by itself', async () => {
    expect(await fixture.invoke('kvsTransact')).toMatchObject({
      pages: [['t:1', 't:2']],
      written: [[]],
      tooMany: 'TOO_MANY_OPERATIONS',
      twice: 'DUPLICATE_KEY',
      batch: { successfulKeys: [{ key: 'b:1' }], failedKeys: [{ key: 'b:2', error: { code: 'MAX_SIZE' } }] },
    });
  });

  it.each([
    ['k'.repeat(500), 10, 'none'],
    ['k'.repeat(501), 10, 'KEY_TOO_LONG'],
    ['a/b', 10, 'INVALID_KEY'],
    [' ', 10, 'INVALID_KEY'],
    ['a b:c.d_e-f#g', 10, 'none'],
    ['full', 240 * 1024 - 2, 'none'],
    ['overfull', 240 * 1024 - 1, 'MAX_SIZE'],
  ])('judges key %.20s with %i bytes: %s', async (key, bytes, verdict) => {
    expect(await fixture.invoke('kvsSet', { key, bytes })).toBe(verdict);
  });

  it('keeps its values over a restart', async () => {
    await fixture.invoke('kvsSet', { key: 'kept', bytes: 3 });
    await fixture.host.stop();
    fixture = await startFixture({ dataFolder: fixture.dataFolder });
    expect(await fixture.invoke('kvsGet', { key: 'kept' })).toBe('xxx');
  });
});
