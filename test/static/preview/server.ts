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
    if (url.pathname === '/') return { type: 'text/html', bytes: index(scenarios) };
    if (url.pathname === '/theme.css') return { type: 'text/css', bytes: themeStyles() };
    const [, name = '', colorMode = '', ...rest] = url.pathname.split('/');
    const scenario = scenarios[name];
    if (!scenario || (colorMode !== 'light' && colorMode !== 'dark')) return null;
    if (rest[0] === 'bridge.js')
      return { type: 'text/javascript', bytes: fakeBridge({ answers: scenario.answers, colorMode }) };
    const file = join(folder, normalize(`/${rest.join('/')}`));
    const bytes = await readFile(file);
    if (!file.endsWith('.html')) return { type: mediaType(file), bytes };
    const html = bytes.toString('utf8');
    const policy = contentPolicy(html, { styles: ['unsafe-inline'] }, [url.origin]);
    return {
      type: 'text/html',
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
      const scenario = scenarios[name];
      if (!scenario) throw new RangeError(`There is no scenario ${name}`);
      return `http://127.0.0.1:${listening.port}/${name}/${colorMode}/${scenario.page}.html`;
    },
    close: () => listening.close(),
  };
}

function index(scenarios: Record<string, Scenario>): string {
  const items = Object.entries(scenarios).map(
    ([name, { page }]) =>
      `<li>${name}: <a href="/${name}/light/${page}.html">light</a> <a href="/${name}/dark/${page}.html">dark</a></li>`,
  );
  return `<!doctype html><title>Preview</title><ul>${items.join('')}</ul>`;
}
