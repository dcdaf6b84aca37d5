import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SandboxClock } from '../../../sandbox/clock.ts';
import { cleanUp, startFixture, type Fixture } from './fixture-host.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let fixture: Fixture;
beforeEach(async () => {
  // A quarter past, so that the hour has 45 minutes to go.
  const now = Date.now();
  fixture = await startFixture({ clock: new SandboxClock(HOUR - (now % HOUR) + 15 * MINUTE) });
  await fixture.host.settle();
});
afterEach(() => fixture.host.stop());
afterAll(cleanUp);

describe('the quota of points', () => {
  it('counts what Jira says that each call costs, and nothing for storage', async () => {
    fixture.jira.onRequest = () => Promise.resolve({ status: 200, body: {}, points: 17 });
    const { used } = fixture.host.points();
    const since = fixture.host.calls(0).at(-1)?.n ?? 0;
    await fixture.invoke('getIssue');
    await fixture.invoke('kvsGet', { key: 'k' });
    expect(fixture.host.calls(since).map(({ type, points }) => [type, points])).toEqual([
      ['jira', 17],
      ['kvs', 0],
    ]);
    expect(fixture.host.points().used - used).toBe(17);
  });

  it('counts a call whose answer was lost, and none that a fault answered in place of Jira', async () => {
    const { used } = fixture.host.points();
    fixture.host.addFault({ match: { path: '/issue/' }, status: 503, times: 1 });
    await fixture.invoke('getIssue');
    expect(fixture.host.points().used).toBe(used);
    fixture.host.addFault({ match: { path: '/issue/' }, drop: true, times: 1 });
    await expect(fixture.invoke('getIssue')).rejects.toThrow('fetch failed');
    expect(fixture.host.points().used).toBe(used + 1);
    expect(fixture.host.calls(0).at(-1)).toMatchObject({ status: 0, points: 1 });
  });

  it('refuses calls once it is spent, until the next full hour', async () => {
    fixture.jira.onRequest = () => Promise.resolve({ status: 200, body: {}, points: 10 });
    fixture.host.set({ pointsPerHour: fixture.host.points().used + 5 });
    expect(await fixture.invoke('getIssue')).toMatchObject({ status: 200 });
    const asked = fixture.jira.requests.length;
    const refused = (await fixture.invoke('getIssue')) as { status: number; retryAfter: string };
    expect(refused.status).toBe(429);
    expect(Number(refused.retryAfter)).toBeGreaterThan(44 * 60);
    expect(Number(refused.retryAfter)).toBeLessThanOrEqual(45 * 60);
    expect(fixture.jira.requests).toHaveLength(asked);
    expect(fixture.host.calls(0).at(-1)).toMatchObject({ status: 429, points: 0 });
    fixture.clock.advance(44 * MINUTE);
    expect(await fixture.invoke('getIssue')).toMatchObject({ status: 429 });
    fixture.clock.advance(MINUTE);
    expect(fixture.host.points()).toMatchObject({ used: 0 });
    expect(await fixture.invoke('getIssue')).toMatchObject({ status: 200 });
  });

  it('is what an app has by default', () => {
    expect(fixture.host.points()).toMatchObject({ perHour: 65_000 });
    expect(fixture.host.points().resetsAt).toMatch(/:00:00\.000Z$/);
  });
});
