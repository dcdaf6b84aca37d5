import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { millisecondsOf } from '../../../sandbox/web/duration.ts';
import { LEAVER, post, runServer, type RunningServer } from './running-server.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await runServer();
});
afterAll(() => server.close());
const command = (path: string, body?: unknown) => post(`${server.url}/sandbox/${path}`, body);

describe('an ISO 8601 duration', () => {
  it.each([
    ['P30D', 30 * 86_400_000],
    ['PT1H', 3_600_000],
    ['P1DT2H30M', 95_400_000],
    ['P2W', 14 * 86_400_000],
    ['PT1.5S', 1500],
  ])('%s is %d milliseconds', (text, expected) => {
    expect(millisecondsOf(text)).toBe(expected);
  });
  it.each(['P', 'PT', '30D', 'P1Y', 'P1M', 'P-1D', ''])('%j is none', text => {
    expect(millisecondsOf(text)).toBeUndefined();
  });
});

describe('the clock', () => {
  it('moves by a duration and tells the host', async () => {
    const before = server.clock.now();
    const response = await command('clock', { advance: 'P30D' });
    const { now } = (await response.json()) as { now: string };
    expect(Date.parse(now) - before).toBeGreaterThanOrEqual(30 * 86_400_000);
    expect(server.host.moves).toBeGreaterThan(0);
  });

  it('moves to an instant', async () => {
    const target = new Date(server.clock.now() + 86_400_000).toISOString();
    expect(
      ((await (await command('clock', { set: target })).json()) as { now: string }).now.slice(0, 16),
    ).toBe(target.slice(0, 16));
  });

  it.each([
    ['backwards', { set: '2001-01-01T00:00:00Z' }],
    ['by years', { advance: 'P1Y' }],
    ['to a day without a time', { set: '2030-01-01' }],
    ['both ways at once', { advance: 'P1D', set: '2030-01-01T00:00:00Z' }],
    ['nowhere', undefined],
  ])('does not move %s', async (_, body) => {
    const ahead = server.clock.ahead();
    const response = await command('clock', body);
    expect(response.status).toBe(400);
    expect(((await response.json()) as { message: string }).message).not.toBe('');
    expect(server.clock.ahead()).toBe(ahead);
  });
});

describe('the other commands', () => {
  it('run a scheduled trigger by its key', async () => {
    const ran = await command('run/hourly-sweep');
    expect(ran.status).toBe(200);
    expect(await ran.json()).toEqual({ ran: 'hourly-sweep', statusCode: 424 });
    expect(server.host.ran).toEqual(['hourly-sweep']);
    expect((await command('run/unheard-of')).status).toBe(404);
    const broken = await command('run/broken');
    expect(broken.status).toBe(500);
    expect(await broken.text()).not.toContain('secret');
  });

  it('settle, and leave late events for the clock when they are told to', async () => {
    server.host.settled.length = 0;
    expect((await command('settle')).status).toBe(200);
    expect((await command('settle', { late: 'keep' })).status).toBe(200);
    expect(server.host.settled).toEqual([undefined, undefined, 'keep', 'keep']);
    expect((await command('settle', { late: 'never' })).status).toBe(400);
  });

  it('list the calls after a number', async () => {
    const numbers = async (query: string) =>
      ((await (await fetch(`${server.url}/sandbox/calls${query}`)).json()) as { n: number }[]).map(
        call => call.n,
      );
    expect(await numbers('')).toEqual([1, 2, 3]);
    expect(await numbers('?since=2')).toEqual([3]);
    expect((await fetch(`${server.url}/sandbox/calls?since=x`)).status).toBe(400);
  });

  it('tell what the listed calls cost together, and what is used of the hour', async () => {
    const listed = await fetch(`${server.url}/sandbox/calls?since=1`);
    expect(listed.headers.get('x-sandbox-points')).toBe('5');
    expect(await (await fetch(`${server.url}/sandbox/points`)).json()).toMatchObject({ used: 12 });
  });

  it('change settings, and keep those that are not given', async () => {
    expect(await (await command('settings', { eventDelay: 'PT2M30S' })).json()).toEqual({
      eventDelay: 'PT150S',
      pointsPerHour: 65_000,
    });
    expect(await (await command('settings', { pointsPerHour: 100 })).json()).toEqual({
      eventDelay: 'PT150S',
      pointsPerHour: 100,
    });
    expect(server.host.settings).toEqual({ eventDelayMs: 150_000, pointsPerHour: 100 });
  });

  it.each([
    ['an event delay over 3 minutes', { eventDelay: 'PT3M1S' }],
    ['an event delay that is no duration', { eventDelay: '3 minutes' }],
    ['more points than an app has', { pointsPerHour: 65_001 }],
    ['an unknown setting', { searchLag: 'PT1S' }],
  ])('refuse %s', async (_, settings) => {
    expect((await command('settings', settings)).status).toBe(400);
  });

  it('add a fault as it was asked for, and call it off', async () => {
    const fault = { match: { type: 'jira', path: '/rest/api/3/issue' }, status: 503, times: 2 };
    expect((await command('faults', fault)).status).toBe(200);
    expect(server.host.faults).toEqual([fault]);
    expect((await fetch(`${server.url}/sandbox/faults`, { method: 'DELETE' })).status).toBe(200);
    expect(server.host.faults).toEqual([]);
  });

  it.each([
    ['no count', { match: {}, status: 500 }],
    ['an unknown kind of call', { match: { type: 'ldap' }, times: 1 }],
    ['a misspelt property', { match: {}, times: 1, delay: 5 }],
  ])('refuse a fault with %s', async (_, fault) => {
    const before = server.host.faults.length;
    expect((await command('faults', fault)).status).toBe(400);
    expect(server.host.faults).toHaveLength(before);
  });

  it('list the accounts for the sign-in page, also those who have left', async () => {
    const accounts = (await (await fetch(`${server.url}/sandbox/accounts`)).json()) as unknown[];
    expect(accounts).toContainEqual(LEAVER);
  });

  it('cannot be sent by the page of another site', async () => {
    const headers = { 'content-type': 'text/plain', origin: 'http://evil.example' };
    const response = await fetch(`${server.url}/sandbox/run/hourly-sweep`, { method: 'POST', headers });
    expect(response.status).toBe(403);
  });

  it('answer 404 to an unknown one', async () => {
    expect((await command('dance')).status).toBe(404);
  });
});
