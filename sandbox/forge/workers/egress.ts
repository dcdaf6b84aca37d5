import childProcess from 'node:child_process';
import cluster from 'node:cluster';
import dgram from 'node:dgram';
import dns from 'node:dns';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import inspector from 'node:inspector';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';
import workerThreads from 'node:worker_threads';

/** The app tried to leave Forge other than through its own APIs. */
export class EgressRefused extends Error {
  constructor(way: string) {
    super(
      `EGRESS_REFUSED: ${way}. The manifest declares no external permission, so only @forge/* calls leave the app.`,
    );
    this.name = 'EgressRefused';
  }
}

/**
 * Every way out of the process: sockets (which also stop a bundled HTTP client), names, processes, further threads
 * and debuggers. Listening counts too, as a Forge function can't be reached.
 */
const WAYS_OUT: readonly (readonly [name: string, owner: object, members: readonly string[]])[] = [
  ['net', net, ['connect', 'createConnection', 'createServer']],
  ['net.Socket', net.Socket.prototype, ['connect']],
  ['net.Server', net.Server.prototype, ['listen']],
  ['tls', tls, ['connect', 'createServer']],
  ['http', http, ['request', 'get', 'createServer']],
  ['https', https, ['request', 'get', 'createServer']],
  ['http2', http2, ['connect', 'createServer', 'createSecureServer']],
  ['dgram', dgram, ['createSocket']],
  ['dgram.Socket', dgram.Socket.prototype, ['bind', 'connect', 'send']],
  ['dns', dns, ['lookup', 'lookupService', 'resolve', 'resolve4', 'resolve6', 'resolveTxt', 'reverse']],
  [
    'dns.promises',
    dns.promises,
    ['lookup', 'lookupService', 'resolve', 'resolve4', 'resolve6', 'resolveTxt', 'reverse'],
  ],
  [
    'child_process',
    childProcess,
    ['exec', 'execFile', 'execFileSync', 'execSync', 'fork', 'spawn', 'spawnSync'],
  ],
  ['cluster', cluster, ['fork']],
  ['inspector', inspector, ['open']],
  ['worker_threads', workerThreads, ['Worker', 'BroadcastChannel']],
  ['process', process, ['dlopen', 'binding', 'kill']],
  ['global', globalThis, ['fetch', 'WebSocket', 'EventSource']],
];

/** Replaces every way out by a refusal. To be called before the app's code is loaded: it keeps what it imports. */
export function blockEgress(): void {
  for (const [name, owner, members] of WAYS_OUT) for (const member of members) replace(name, owner, member);
  syncBuiltinESMExports();
}

function replace(name: string, owner: object, member: string): void {
  if (!(member in owner)) return;
  const way = `${name}.${member}`;
  // A function, not an arrow: some of these are called with `new`.
  const refusal = function refuseEgress(): never {
    throw new EgressRefused(way);
  };
  Object.defineProperty(owner, member, {
    value: refusal,
    configurable: true,
    writable: true,
    enumerable: true,
  });
}
