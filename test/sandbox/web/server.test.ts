import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { basic, ENGINEER, LEAVER, OUTSIDER, post, runServer, type RunningServer } from './running-server.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await runServer();
});
afterAll(() => server.close());

async function signedIn(): Promise<{ cookie: string }> {
  const response = await post(`${server.url}/sandbox/session`, { email: ENGINEER.email });
  return { cookie: (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
}
const lastRequest = () => server.jira.requests.at(-1);

describe('Jira REST over HTTP', () => {
  it('hands Jira the request as the person whose password came with it', async () => {
    const response = await post(
      `${server.url}/rest/api/3/search/jql?x=1`,
      { jql: 'a' },
      { authorization: basic(ENGINEER.email) },
    );
    expect(response.status).toBe(200);
    expect(lastRequest()).toMatchObject({
      method: 'POST',
      path: '/rest/api/3/search/jql?x=1',
      body: { jql: 'a' },
      identity: { kind: 'user', accountId: ENGINEER.accountId },
    });
    expect(lastRequest()?.headers).not.toHaveProperty('authorization');
  });

  it('leaves it to Jira what an anonymous caller may do', async () => {
    await fetch(`${server.url}/rest/api/3/myself`);
    expect(lastRequest()?.identity).toEqual({ kind: 'anonymous' });
  });

  it.each([
    ['a wrong password', basic(ENGINEER.email, 'wrong')],
    ['an unknown account', basic('nobody@aurora.example')],
    ['an account that has left', basic(LEAVER.email)],
    ['another scheme', 'Bearer abc'],
    ['no colon', `Basic ${Buffer.from('engineer').toString('base64')}`],
  ])('refuses %s before Jira sees it', async (_, authorization) => {
    const before = server.jira.requests.length;
    const response = await fetch(`${server.url}/rest/api/3/myself`, { headers: { authorization } });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toContain('Basic');
    expect(server.jira.requests).toHaveLength(before);
  });

  it('refuses a body that is not JSON', async () => {
    const response = await fetch(`${server.url}/rest/api/3/issue`, { method: 'POST', body: '{' });
    expect(response.status).toBe(400);
  });
});

describe('a session of the shell', () => {
  it('identifies the person until it ends', async () => {
    const headers = await signedIn();
    await fetch(`${server.url}/rest/api/3/myself`, { headers });
    expect(lastRequest()?.identity).toEqual({ kind: 'user', accountId: ENGINEER.accountId });
    await fetch(`${server.url}/sandbox/session`, {
      method: 'DELETE',
      headers: { ...headers, origin: server.url },
    });
    await fetch(`${server.url}/rest/api/3/myself`, { headers });
    expect(lastRequest()?.identity).toEqual({ kind: 'anonymous' });
  });

  it('is kept from scripts and from other sites', async () => {
    const cookie = (await post(`${server.url}/sandbox/session`, { email: ENGINEER.email })).headers.get(
      'set-cookie',
    );
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict$/);
  });

  it('is not opened for an account that has left, nor for an unknown one', async () => {
    expect((await post(`${server.url}/sandbox/session`, { email: LEAVER.email })).status).toBe(403);
    expect((await post(`${server.url}/sandbox/session`, { email: 'nobody' })).status).toBe(404);
    expect((await post(`${server.url}/sandbox/session`, { mail: ENGINEER.email })).status).toBe(400);
  });

  it.each([
    ['the same origin', () => ({ origin: server.url }), 200],
    ['a fetch of the same origin', () => ({ 'sec-fetch-site': 'same-origin' }), 200],
    ['nowhere to be seen', () => ({}), 403],
    ['the pages of the app', () => ({ origin: server.frames }), 403],
    ['the other port of the same site', () => ({ 'sec-fetch-site': 'same-site' }), 403],
    ['another site', () => ({ origin: 'http://evil.example' }), 403],
    ['a page without origin', () => ({ origin: 'null' }), 403],
  ])('writes only from the pages of the shell: %s', async (_, from, status) => {
    const before = server.jira.requests.length;
    const response = await post(
      `${server.url}/rest/api/3/issue`,
      {},
      { ...(await signedIn()), ...(from() as Record<string, string>) },
    );
    // The permitted twin reaches Jira, which knows no work item by that path and echoes.
    expect(response.status).toBe(status);
    expect(server.jira.requests.length - before).toBe(status === 200 ? 1 : 0);
  });
});

describe('invoking a resolver function', () => {
  const invoke = (
    fn: string,
    body: unknown,
    headers: Record<string, string> = { authorization: basic(ENGINEER.email) },
  ) => post(`${server.url}/sandbox/invoke/${fn}`, body, headers);

  it('is what the issue panel of that work item does, with the platform’s own records', async () => {
    const response = await invoke('route.explain', { payload: { a: 1 }, context: { issueKey: 'GOV-1' } });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      ok: true,
      call: {
        functionKey: 'route.explain',
        payload: { a: 1 },
        accountId: ENGINEER.accountId,
        moduleKey: 'responsibility',
        extension: {
          type: 'jira:issuePanel',
          issue: { id: '20001', key: 'GOV-1', type: 'Cloud account request', typeId: '10010' },
          project: { id: '10000', key: 'GOV', type: 'business' },
        },
      },
    });
  });

  it('passes a work item on that the caller may not see: refusing is the app’s duty', async () => {
    const response = await invoke(
      'route.explain',
      { context: { issueKey: 'GOV-1' } },
      { authorization: basic(OUTSIDER.email) },
    );
    expect(response.status).toBe(200);
    expect(server.host.resolved.at(-1)).toMatchObject({
      accountId: OUTSIDER.accountId,
      extension: { issue: { key: 'GOV-1' } },
    });
  });

  it('comes from the administration page when no work item is named, no matter who calls', async () => {
    await invoke('settings.get', {});
    expect(server.host.resolved.at(-1)).toMatchObject({
      moduleKey: 'administration',
      extension: { type: 'jira:adminPage' },
    });
  });

  it('takes the module it is told', async () => {
    await invoke('settings.get', { context: { issueKey: 'GOV-1', moduleKey: 'administration' } });
    expect(server.host.resolved.at(-1)?.moduleKey).toBe('administration');
  });

  it('answers null for a function that returns nothing', async () => {
    expect(await (await invoke('nothing', {})).json()).toBeNull();
  });

  it('says no more than that it failed when the function throws', async () => {
    const response = await invoke('explode', {});
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ message: 'There was an error invoking the function' });
    expect(server.reported.at(-1)).toMatchObject({ message: 'a secret of the database' });
  });

  it.each([
    ['an unknown work item', { context: { issueKey: 'GOV-404' } }, 404],
    ['an unknown module', { context: { moduleKey: 'none' } }, 404],
    ['an unknown property', { payload: {}, actor: 'id-admin' }, 400],
    ['an actor in the context', { context: { accountId: 'id-admin' } }, 400],
  ])('refuses %s', async (_, body, status) => {
    const before = server.host.resolved.length;
    expect((await invoke('settings.get', body)).status).toBe(status);
    expect(server.host.resolved).toHaveLength(before);
  });

  it('needs someone to call', async () => {
    expect((await invoke('settings.get', {}, {})).status).toBe(401);
    expect((await invoke('settings.get', {}, { authorization: basic(ENGINEER.email, 'x') })).status).toBe(
      401,
    );
    expect((await invoke('settings.get', {}, { ...(await signedIn()), origin: server.url })).status).toBe(
      200,
    );
  });
});
