import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanUp, fixtureBundle, startFixture, temporaryFolder, type Fixture } from './fixture-host.ts';

const MINUTE = 60_000;
let fixture: Fixture;

beforeEach(async () => {
  fixture = await startFixture();
  await fixture.host.settle();
});

afterEach(() => fixture.host.stop());

afterAll(cleanUp);

async function later(ms: number): Promise<void> {
  fixture.clock.advance(ms);
  fixture.host.clockMoved();
  await fixture.host.settle();
}

describe('a product event', () => {
  const publish = async (
    payload: Record<string, unknown>,
    eventType = 'avi:jira:updated:issue',
    atlassianId = 'user-2',
  ) => {
    fixture.host.app.publish({ eventType, atlassianId, payload });
    await fixture.host.settle();
  };
  const seen = () =>
    fixture.jira.told('trigger') as { event: Record<string, unknown>; context: Record<string, unknown> }[];

  it('reaches the triggers that name it, with its payload and who caused it', async () => {
    await publish({ issue: { key: 'GOV-1' } });
    await publish({}, 'avi:jira:commented:issue');
    expect(seen().map(({ event }) => event)).toEqual([
      { eventType: 'avi:jira:updated:issue', issue: { key: 'GOV-1' }, atlassianId: 'user-2' },
    ]);
  });

  it("is marked when the app caused it, and kept from a trigger that ignores the app's own acts", async () => {
    const self = fixture.host.app.accountId;
    await publish({}, 'avi:jira:updated:issue', self);
    await publish({}, 'avi:jira:deleted:issue', self);
    expect(seen().map(({ event }) => [event['eventType'], event['selfGenerated']])).toEqual([
      ['avi:jira:updated:issue', true],
    ]);
    await publish({}, 'avi:jira:deleted:issue');
    expect(seen()).toHaveLength(2);
  });

  it('is delivered again on request, four times at most', async () => {
    await publish({ ask: 'retry' });
    for (let minute = 0; minute < 6; minute++) await later(MINUTE);
    expect(seen().map(({ event }) => event['retryContext'])).toEqual([
      undefined,
      ...[1, 2, 3, 4].map(retryCount => ({
        retryCount,
        retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED',
        retryData: { seen: retryCount - 1 },
      })),
    ]);
  });

  it('is not delivered again when the trigger throws', async () => {
    await publish({ ask: 'throw' });
    await later(60 * MINUTE);
    expect(seen()).toHaveLength(1);
  });

  it('is delivered again when the trigger takes too long', async () => {
    await fixture.host.stop();
    fixture = await startFixture({ limits: { interactiveMs: 1_000 } });
    await publish({ ask: 'hang' });
    await later(10_000);
    expect(seen()[1]?.event['retryContext']).toMatchObject({
      retryCount: 1,
      retryReason: 'FUNCTION_TIME_OUT',
    });
  });

  it('can be late, and arrives when the clock has come to it', async () => {
    fixture.host.set({ eventDelayMs: 3 * MINUTE });
    fixture.host.app.publish({ eventType: 'avi:jira:updated:issue', atlassianId: 'user-2', payload: {} });
    await fixture.host.settle('keep');
    fixture.clock.advance(2 * MINUTE);
    fixture.host.clockMoved();
    await fixture.host.settle('keep');
    expect(seen()).toEqual([]);
    fixture.clock.advance(MINUTE);
    fixture.host.clockMoved();
    await fixture.host.settle('keep');
    expect(seen()).toHaveLength(1);
  });

  it('that is late arrives at once when everything pending is waited for', async () => {
    fixture.host.set({ eventDelayMs: 3 * MINUTE });
    await publish({ issue: { key: 'GOV-1' } });
    await publish({ ask: 'retry' });
    expect(seen().map(({ event }) => event['retryContext'])).toEqual([undefined, undefined]);
  });

  it('over 200 kB is lost, as Forge loses it', async () => {
    await publish({ text: 'x'.repeat(200 * 1024) });
    expect(seen()).toEqual([]);
  });
});

describe('the life cycle', () => {
  it('tells the app that it was installed, once', async () => {
    expect(fixture.jira.told('life-cycle')).toMatchObject([
      { eventType: 'avi:forge:installed:app', app: { version: '1.0.0' } },
    ]);
    expect(fixture.jira.installed).toBe(fixture.host.app);
    await fixture.host.stop();
    fixture = await startFixture({ dataFolder: fixture.dataFolder });
    await fixture.host.settle();
    expect(fixture.jira.told('life-cycle')).toEqual([]);
  });

  it('tells the app that it was upgraded when another bundle runs', async () => {
    await fixture.host.stop();
    const bundle = join(temporaryFolder(), 'index.cjs');
    writeFileSync(bundle, `${readFileSync(await fixtureBundle(), 'utf8')}\n// version 2\n`);
    fixture = await startFixture({ dataFolder: fixture.dataFolder, bundle });
    await fixture.host.settle();
    expect(fixture.jira.told('life-cycle')).toMatchObject([
      {
        eventType: 'avi:forge:upgraded:app',
        app: { version: '2.0.0' },
        permissions: { scopes: ['read:jira-work', 'write:jira-work', 'storage:app'] },
      },
    ]);
  });
});

describe('a scheduled trigger', () => {
  const turns = (): unknown[] => fixture.jira.told('scheduled');

  it('runs five minutes after installation and then at its interval, on the sandbox clock', async () => {
    await later(4 * MINUTE);
    expect(turns()).toHaveLength(0);
    await later(MINUTE);
    expect(turns()).toHaveLength(1);
    await later(59 * MINUTE);
    expect(turns()).toHaveLength(1);
    await later(MINUTE);
    expect(turns()).toHaveLength(2);
  });

  it('runs once after a leap over many turns, and keeps its minute', async () => {
    await later(5 * MINUTE + 30 * 24 * 60 * MINUTE + 10 * MINUTE);
    expect(turns()).toHaveLength(1);
    await later(50 * MINUTE);
    expect(turns()).toHaveLength(2);
  });

  it('can be run at any time by its key, with what Forge passes', async () => {
    await fixture.host.runScheduled('hourly-sweep');
    expect(turns()).toMatchObject([{ request: { context: { moduleKey: 'hourly-sweep' } } }]);
    await expect(fixture.host.runScheduled('nothing')).rejects.toThrow('no scheduledTrigger nothing');
  });

  it.each([
    [424, undefined],
    [424, { status: 204 }],
    [424, { statusCode: '204' }],
    [500, { statusCode: 500 }],
    [204, { statusCode: 204 }],
  ])('is recorded as %i when it returns %j, and a failure is logged', async (statusCode, answer) => {
    fixture.jira.onRequest = () => Promise.resolve({ status: 200, body: { answer } });
    expect(await fixture.host.runScheduled('hourly-sweep')).toEqual({ statusCode });
    const line = `scheduled trigger hourly-sweep is recorded as ${String(statusCode)}`;
    expect(fixture.logs.includes(line)).toBe(statusCode !== 204);
  });
});
