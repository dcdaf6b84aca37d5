/**
 * Protection against requests that another page makes a browser send (CSRF). Cookies don't tell ports apart, so a
 * page of the app on the second origin would carry the session of the shell: only `Origin` and `Sec-Fetch-Site` do.
 */
import type { Caller } from './sign-in.ts';
import type { Exchange } from './exchange.ts';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** @returns why the request may not write, or undefined when it may */
export function crossSiteRefusal(exchange: Exchange, caller: Caller): string | undefined {
  if (READS.has(exchange.method)) return undefined;
  const { origin, host } = exchange.headers;
  const site = exchange.headers['sec-fetch-site'];
  const foreign = origin !== undefined && origin !== `http://${host ?? ''}`;
  if (foreign || site === 'cross-site' || site === 'same-site')
    return 'XSRF check failed: the request comes from another origin.';
  const proven = origin !== undefined || site === 'same-origin';
  if (caller.kind === 'signed-in' && caller.by === 'cookie' && !proven) {
    return 'XSRF check failed: a session may only be used from the pages of this site.';
  }
  return undefined;
}
