import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runServer, type RunningServer } from './running-server.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await runServer();
});
afterAll(() => server.close());

/** `fetch` tidies `..` away before it sends. */
function rawStatus(origin: string, path: string): Promise<number | undefined> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path }, response => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

function directives(response: Response): Map<string, string[]> {
  const policy = response.headers.get('content-security-policy') ?? '';
  return new Map(
    policy.split('; ').map(directive => [directive.split(' ')[0] ?? '', directive.split(' ').slice(1)]),
  );
}

describe('a page of the app', () => {
  it('is on another site than the local Jira, by whichever name that is opened', async () => {
    const frameHost = async (name: string) => {
      const url = server.url.replace('localhost', name);
      const { modules } = (await (await fetch(`${url}/sandbox/modules`)).json()) as {
        modules: { frameUrl: string }[];
      };
      return new URL(modules[0]?.frameUrl ?? '').hostname;
    };
    expect(await frameHost('localhost')).toBe('127.0.0.1');
    expect(await frameHost('127.0.0.1')).toBe('localhost');
  });

  it('comes with the bridge as its first script and under Forge’s policy', async () => {
    const response = await fetch(`${server.frames}/responsibility/panel.html`);
    expect(await response.text()).toContain('<head><script src="/__forge/bridge.js"></script><title>');
    const policy = directives(response);
    expect(policy.get('script-src')).toContain("'self'");
    expect(policy.get('script-src')).not.toContain("'unsafe-inline'");
    expect(policy.get('script-src')).not.toContain("'unsafe-eval'");
    expect(policy.get('style-src')).toContain("'unsafe-inline'"); // the manifest asks for it
    expect(policy.get('frame-ancestors')).toContain(server.url);
    expect(policy.has('sandbox')).toBe(true);
    expect(policy.has('report-uri')).toBe(false); // nothing is reported to anyone outside
  });

  it('gets the bridge as a classic script, and every theme’s tokens', async () => {
    const script = await (await fetch(`${server.frames}/__forge/bridge.js`)).text();
    expect(script).toContain('__bridge');
    expect(script).not.toMatch(/^\s*(import|export)\b/m);
    const styles = await (await fetch(`${server.frames}/__forge/theme.css`)).text();
    expect(styles).toContain('html[data-color-mode="dark"]');
    expect(styles).toContain('--ds-text');
  });
});

describe('the second origin', () => {
  it.each([
    '/rest/api/3/myself',
    '/sandbox/accounts',
    '/',
    '/responsibility/missing.js',
    '/unknown/panel.html',
  ])('serves nothing but pages: %s', async path => {
    expect((await fetch(server.frames + path)).status).toBe(404);
  });

  it.each([
    '/responsibility/../../outside.txt',
    '/responsibility/%2e%2e/outside.txt',
    '/responsibility/..%2foutside.txt',
  ])('does not leave the folder of the module: %s', async path => {
    expect(await rawStatus(server.frames, path)).toBe(404);
  });

  it('takes no writes', async () => {
    expect((await fetch(`${server.frames}/responsibility/panel.html`, { method: 'POST' })).status).toBe(405);
  });
});

describe('the shell', () => {
  it.each(['/', '/issues', '/browse/GOV-1', '/apps/administration'])(
    'is one page for every address: %s',
    async path => {
      const response = await fetch(server.url + path);
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('<title>Shell</title>');
      const policy = directives(response);
      expect(policy.get('frame-src')).toEqual([server.frames]);
      expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
    },
  );

  it('keeps its assets, whose names change with their content, in the browser’s cache', async () => {
    const response = await fetch(`${server.url}/assets/main-1a2b.js`);
    expect(response.headers.get('content-type')).toContain('text/javascript');
    expect(response.headers.get('cache-control')).toContain('immutable');
  });

  it.each(['/assets/none.js', '/..%2fpanel%2fpanel.html'])('has no file %s', async path => {
    expect(await rawStatus(server.url, path)).toBe(404);
  });
});
