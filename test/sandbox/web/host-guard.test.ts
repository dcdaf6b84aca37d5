import { describe, expect, it } from '@jest/globals';
import type { IncomingMessage } from 'node:http';
import { isForThisMachine } from '../../../sandbox/web/host-guard.ts';

const asked = (host: string | undefined, localPort = 8080) =>
  isForThisMachine({ headers: { host }, socket: { localPort } } as unknown as IncomingMessage);

describe('a request to the sandbox', () => {
  it.each(['localhost:8080', '127.0.0.1:8080', '[::1]:8080', 'LOCALHOST:8080'])('is answered to %s', host => {
    expect(asked(host)).toBe(true);
  });

  it.each([
    'evil.example:8080',
    'localhost.evil.example:8080',
    'evil.example',
    'localhost',
    'localhost:8081',
    'localhost:80800',
    '127.0.0.2:8080',
    '',
    undefined,
  ])('is answered to no other name or port: %s', host => {
    expect(asked(host)).toBe(false);
  });

  it('needs no port where that is the usual one', () => {
    expect(asked('localhost', 80)).toBe(true);
    expect(asked('evil.example', 80)).toBe(false);
  });
});
