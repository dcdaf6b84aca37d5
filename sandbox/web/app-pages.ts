/**
 * The second origin: the app's built pages and nothing else, each under the policy that Forge gives it. Being another
 * origin than the local Jira, a page can reach Jira only through the bridge.
 */
import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import type { ForgeHost, UiModule } from '../seams.ts';
import { bridgeScript, themeStyles } from './bridge.ts';
import type { Answer, Exchange } from './exchange.ts';
import { mediaType } from './media-type.ts';
import { systemCode } from './system-code.ts';

const NOT_FOUND: Answer = { status: 404, headers: { 'content-type': 'text/plain' }, bytes: 'Not found' };

/** `/{moduleKey}/{file}`: where a module's page is served on the second origin. */
export function pagePath(module: UiModule): string {
  return `/${module.key}/${module.entry}`;
}

/**
 * @param shellOrigins - the origins of the local Jira, asked at each request
 * @returns what answers requests on the second origin
 */
export function createAppPages(
  host: ForgeHost,
  shellOrigins: () => readonly string[],
): (exchange: Exchange) => Promise<Answer> {
  // Made when a page first asks for it: most sandboxes never show one.
  const bridge = once(bridgeScript);
  const theme = once(themeStyles);
  const platform = new Map<string, { type: string; text: () => string | Promise<string> }>([
    ['/__forge/bridge.js', { type: 'text/javascript; charset=utf-8', text: bridge }],
    ['/__forge/theme.css', { type: 'text/css; charset=utf-8', text: theme }],
  ]);
  return async exchange => {
    if (exchange.method !== 'GET' && exchange.method !== 'HEAD')
      return { ...NOT_FOUND, status: 405, bytes: 'Pages only' };
    const own = platform.get(exchange.path);
    if (own) return { status: 200, headers: { 'content-type': own.type }, bytes: await own.text() };
    const file = fileOf(host.uiModules, exchange.path);
    const bytes = file === undefined ? undefined : await readIfThere(file);
    if (file === undefined || bytes === undefined) return NOT_FOUND;
    if (extname(file) !== '.html')
      return { status: 200, headers: { 'content-type': mediaType(file) }, bytes };
    return page(bytes.toString('utf8'), host, shellOrigins());
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

async function page(html: string, host: ForgeHost, shellOrigins: readonly string[]): Promise<Answer> {
  // Forge's package and the parser of HTML are loaded by the sandboxes that show a page: most tests show none.
  const { contentPolicy } = await import('./content-policy.ts');
  const policy = contentPolicy(html, host.contentPermissions, shellOrigins);
  const withBridge = html.replace(
    /<head[^>]*>/i,
    head => `${head}<script src="/__forge/bridge.js"></script>`,
  );
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
    bytes: withBridge,
  };
}

/** The file that a path names, if it lies within the folder of its module. */
function fileOf(modules: readonly UiModule[], path: string): string | undefined {
  const [, key, ...rest] = path.split('/');
  const module = modules.find(each => each.key === key);
  if (!module || rest.length === 0) return undefined;
  const folder = resolve(module.folder);
  const file = resolve(join(folder, ...rest.map(decodePart)));
  return file.startsWith(folder + sep) ? file : undefined;
}

/** One part of a path, decoded if it is encoded. */
export function decodePart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // not an encoded name: looked for as it is written
  }
}

/** Undefined when there is no such file; any other failure is thrown. */
export async function readIfThere(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (['ENOENT', 'EISDIR', 'ENOTDIR'].includes(systemCode(error) ?? '')) return undefined;
    throw error;
  }
}
