/** The built shell: its files, and its one page for every address that a person can open. */
import { join, resolve, sep } from 'node:path';
import { readIfThere } from './app-pages.ts';
import type { Answer, Exchange } from './exchange.ts';
import { mediaType } from './media-type.ts';

/** @param frameOrigin - the second origin, the only one whose pages the shell may frame */
export async function shellFile(folder: string, exchange: Exchange, frameOrigin: string): Promise<Answer> {
  if (exchange.method !== 'GET' && exchange.method !== 'HEAD')
    return { status: 405, json: { message: 'Pages can only be read.' } };
  const root = resolve(folder);
  const file = resolve(join(root, exchange.path));
  const asset = file.startsWith(root + sep) && !file.endsWith('.html') ? await readIfThere(file) : undefined;
  if (asset) {
    // Vite writes a hash of the content into the names under assets/.
    const cached = exchange.path.startsWith('/assets/')
      ? { 'cache-control': 'public, max-age=31536000, immutable' }
      : {};
    return { status: 200, headers: { 'content-type': mediaType(file), ...cached }, bytes: asset };
  }
  if (/\.[a-z0-9]+$/i.test(exchange.path))
    return { status: 404, json: { message: 'There is no such file.' } };
  const page = await readIfThere(join(root, 'index.html'));
  if (!page)
    return {
      status: 500,
      json: { message: `The shell is not built: ${join(root, 'index.html')} is missing.` },
    };
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy(frameOrigin),
    'referrer-policy': 'same-origin',
  };
  return { status: 200, headers, bytes: page };
}

function policy(frameOrigin: string): string {
  return [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'", // Atlaskit's positioned layers set inline styles
    `img-src 'self' data: https: ${frameOrigin}`, // the app's icons come from where its pages do
    `frame-src ${frameOrigin}`,
    "frame-ancestors 'none'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ');
}
