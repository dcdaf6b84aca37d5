/**
 * Protection against pages of other names that have them lead to this machine (DNS rebinding): to a browser such a page
 * is of the sandbox's own origin, and only the header `Host` still says by which name it came.
 */
import type { IncomingMessage } from 'node:http';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Whether the request names this machine by a loopback name, with the port that it came to. */
export function isForThisMachine({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>): boolean {
  const port = socket.localPort ?? 0;
  const host = (headers.host ?? '').toLowerCase();
  return LOOPBACK.some(name => host === `${name}:${String(port)}` || (port === 80 && host === name));
}
