/** The sandbox over HTTP: the local Jira and its web shell on one origin, the app's pages on another. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SandboxClock } from '../clock.ts';
import type { ForgeHost, JiraSite } from '../seams.ts';
import type { Accounts } from './accounts.ts';
import { createAppPages } from './app-pages.ts';
import { BodyTooLarge, readExchange, send, type Answer, type Exchange } from './exchange.ts';
import { isForThisMachine } from './host-guard.ts';
import { listenOnLoopback, type Listening } from './listen.ts';
import { createRoutes } from './routes.ts';
import { systemCode } from './system-code.ts';

export interface ServerOptions {
  jira: JiraSite;
  host: ForgeHost;
  clock: SandboxClock;
  accounts: Accounts;
  /** 0 for a free one. */
  port: number;
  /** Where `buildShell` wrote the shell. */
  shellFolder: string;
  /** The site's cloud id, for the context of the app's pages. */
  cloudId?: string;
  /** Told of faults that callers only learn to have happened; standard error by default. */
  report?: (error: unknown) => void;
}

/** @returns the address to print, and how to stop; resolves when both origins listen */
export async function startServer(options: ServerOptions): Promise<{ url: string; close(): Promise<void> }> {
  const report = options.report ?? console.error;
  let shellPort = options.port;
  const pages = createAppPages(options.host, () => shellOrigins(shellPort));
  const appPages = await listenNextTo(options.port, answering(pages, report));
  const routes = createRoutes({
    ...options,
    report,
    frameOrigin: exchange => frameOrigin(exchange, appPages.port),
  });
  try {
    const shell = await listenOnLoopback(answering(routes, report), options.port);
    shellPort = shell.port;
    return {
      url: `http://localhost:${String(shell.port)}`,
      close: async () => {
        await Promise.all([shell.close(), appPages.close()]);
      },
    };
  } catch (error) {
    await appPages.close();
    throw error;
  }
}

/** Policies have no way to write an IPv6 address, so a shell opened at `[::1]` shows no pages of the app. */
function shellOrigins(port: number): string[] {
  return ['localhost', '127.0.0.1'].map(name => `http://${name}:${String(port)}`);
}

/**
 * The app's pages go by the machine's other name: `localhost` and `127.0.0.1` are different sites to a browser, so
 * the shell's cookie never reaches them. (The port alone makes another origin, but not another site.)
 */
function frameOrigin(exchange: Exchange, port: number): string {
  const name = (exchange.headers.host ?? 'localhost').replace(/:\d+$/, '');
  return `http://${name === '127.0.0.1' ? 'localhost' : '127.0.0.1'}:${String(port)}`;
}

/** The port after the shell's, so that it is the same at every start; any free one when that is taken. */
async function listenNextTo(
  port: number,
  handler: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<Listening> {
  try {
    return await listenOnLoopback(handler, port === 0 ? 0 : port + 1);
  } catch (error) {
    if (systemCode(error) !== 'EADDRINUSE') throw error;
    return listenOnLoopback(handler, 0);
  }
}

function answering(answer: (exchange: Exchange) => Promise<Answer>, report: (error: unknown) => void) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    if (!isForThisMachine(request)) {
      const message = 'The sandbox answers to localhost, 127.0.0.1 and [::1] alone, with its own port.';
      send(response, { status: 421, headers: { connection: 'close' }, json: { message } });
      return;
    }
    readExchange(request)
      .then(answer)
      .catch((error: unknown): Answer => {
        if (error instanceof BodyTooLarge)
          return { status: 413, headers: { connection: 'close' }, json: { message: error.message } };
        report(error);
        return { status: 500, json: { message: 'The sandbox failed; its own output says why.' } };
      })
      .then(answered => {
        send(response, answered);
      })
      .catch(report);
  };
}
