/** Serves the built pages under Forge's real content security policy, with a bridge that answers from scenarios. */
import { readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { themeStyles } from '../../../sandbox/web/bridge.ts';
import { contentPolicy } from '../../../sandbox/web/content-policy.ts';
import { listenOnLoopback } from '../../../sandbox/web/listen.ts';
import { mediaType } from '../../../sandbox/web/media-type.ts';
import { fakeBridge } from './fake-bridge.ts';
import type { ColorMode, Scenario } from './scenario.ts';

export interface PreviewServer {
  /** Where a scenario is shown. */
  urlOf(scenario: string, colorMode?: ColorMode): string;
  close(): Promise<void>;
}

interface Served {
  type: string;
  bytes: string | Buffer;
  policy?: string;
}

/**
 * @param folder - the built pages
 * @param port - 0 for a free one
 */
export async function startPreview(
  folder: string,
  scenarios: Record<string, Scenario>,
  port = 0,
): Promise<PreviewServer> {
  const serve = async (url: URL): Promise<Served | null> => {
    if (url.pathname === '/') return { type: 'text/html; charset=utf-8', bytes: index(scenarios) };
    if (url.pathname === '/theme.css') return { type: 'text/css', bytes: themeStyles() };
    const [, name = '', colorMode = '', ...rest] = url.pathname.split('/');
    const scenario = scenarios[name];
    if (!scenario || (colorMode !== 'light' && colorMode !== 'dark')) return null;
    if (rest[0] === '') return { type: 'text/html; charset=utf-8', bytes: around(scenario.page) };
    if (rest[0] === 'bridge.js')
      return { type: 'text/javascript', bytes: fakeBridge({ ...scenario, colorMode }) };
    const file = join(folder, normalize(`/${rest.join('/')}`));
    const bytes = await readFile(file);
    if (!file.endsWith('.html')) return { type: mediaType(file), bytes };
    const html = bytes.toString('utf8');
    const policy = contentPolicy(html, { styles: ['unsafe-inline'] }, [url.origin]);
    return {
      type: 'text/html; charset=utf-8',
      bytes: html.replace('<head>', '<head><script src="bridge.js"></script>'),
      policy: policy.replace(/upgrade-insecure-requests;?/, ''), // the preview has no TLS
    };
  };

  const listening = await listenOnLoopback((request, response) => {
    const answer = async () => {
      const served = await serve(
        new URL(request.url ?? '/', `http://${request.headers.host ?? 'localhost'}`),
      );
      const headers = { 'content-type': served?.type ?? 'text/plain' };
      response.writeHead(
        served ? 200 : 404,
        served?.policy ? { ...headers, 'content-security-policy': served.policy } : headers,
      );
      response.end(served?.bytes ?? 'Not found');
    };
    answer().catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain' });
      response.end(String(error));
    });
  }, port);

  return {
    urlOf: (name, colorMode = 'light') => {
      if (!scenarios[name]) throw new RangeError(`There is no scenario ${name}`);
      return `http://127.0.0.1:${listening.port}/${name}/${colorMode}/`;
    },
    close: () => listening.close(),
  };
}

const TITLES: Record<Scenario['page'], string> = {
  'set-up': '<h1>Apps</h1>',
  remit: '<h1>Remit</h1>',
  gate: '<h1>Workflow</h1><h2>Validator</h2>',
  responsibility: '<h1>A new account for the payment team</h1><h2>Responsibility</h2>',
};

/** What Jira has around a page of the app: a title, and a frame that is as wide as there is room. */
function around(page: Scenario['page']): string {
  const style =
    'body{margin:0}h1,h2{font:600 16px sans-serif;margin:8px}iframe{border:0;width:100%;height:2600px}';
  const title = TITLES[page];
  const frame = `<iframe title="Remit" src="${page}.html"></iframe>`;
  return `<!doctype html><html lang="en"><title>Jira</title><style>${style}</style><main>${title}${frame}</main></html>`;
}

function index(scenarios: Record<string, Scenario>): string {
  const items = Object.keys(scenarios).map(
    name => `<li>${name}: <a href="/${name}/light/">light</a> <a href="/${name}/dark/">dark</a></li>`,
  );
  return `<!doctype html><html lang="en"><title>Preview</title><ul>${items.join('')}</ul></html>`;
}
