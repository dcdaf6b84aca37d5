import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { systemCode } from './system-code.ts';

export interface Listening {
  port: number;
  close(): Promise<void>;
}

/**
 * Listens on loopback only: on 127.0.0.1, and on ::1 too where the machine has it, because `localhost` may mean either.
 * @param port - 0 for a free one
 */
export async function listenOnLoopback(handler: RequestListener, port: number): Promise<Listening> {
  const first = await listen(handler, port, '127.0.0.1');
  const chosen = (first.address() as AddressInfo).port;
  const servers = [first];
  try {
    servers.push(await listen(handler, chosen, '::1'));
  } catch (error) {
    const code = systemCode(error) ?? '';
    if (!['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EADDRINUSE'].includes(code)) throw error;
  }
  return {
    port: chosen,
    close: async () => {
      await Promise.all(servers.map(close));
    },
  };
}

function listen(handler: RequestListener, port: number, address: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(handler);
    server.once('error', reject);
    server.listen(port, address, () => {
      server.off('error', reject);
      resolve(server);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close(error => {
      if (error) reject(error);
      else resolve();
    });
    server.closeAllConnections();
  });
}
