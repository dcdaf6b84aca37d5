import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SandboxClock } from '../../../sandbox/clock.ts';
import { cleanUp, startFixture, type Fixture } from './fixture-host.ts';

const MINUTE = 60_000;
let fixture: Fixture;

beforeEach(async () => {
  fixture = await startFixture();
  await fixture.host.settle();
});

afterEach(() => fixture.host.stop());

afterAll(cleanUp);

async function push(events: unknown): Promise<string> {
  const { jobId } = (await fixture.invoke('push', events)) as { jobId: string };
  return jobId;
}

async function later(ms: number): Promise<void> {
  fixture.clock.advance(ms);
  fixture.host.clockMoved();
  await fixture.host.settle();
}

interface Started {
  event: {
    body: { n?: number };
    eventId: string;
    jobId: string;
    queueName: string;
    retryContext?: Record<string, unknown>;
  };
  context: Record<string, unknown>;
}

const started = (): Started[] => fixture.jira.told('consumer-start') as Started[];

describe('a queue', () => {
  it('gives each event to the consumer, and tells how the job goes', async () => {
    const jobId = await push([{ body: { n: 1 } }, { body: { n: 2 } }]);
    await fixture.host.settle();
    expect(
      started()
        .map(({ event }) => [event.body.n, event.jobId, event.queueName])
        .sort(),
    ).toEqual([
      [1, jobId, 'work'],
      [2, jobId, 'work'],
    ]);
    expect(started()[0]?.event).not.toHaveProperty('retryContext');
    expect(await fixture.invoke('stats', { jobId })).toEqual({ success: 2, inProgress: 0, failed: 0 });
  });

  it('keeps a delayed event until the sandbox clock has come to it', async () => {
    const jobId = await push({ body: {}, delayInSeconds: 600 });
    await fixture.host.settle();
    expect(started()).toEqual([]);
    expect(await fixture.invoke('stats', { jobId })).toEqual({ success: 0, inProgress: 1, failed: 0 });
    await later(9 * MINUTE);
    expect(started()).toEqual([]);
    await later(MINUTE);
    expect(started()).toHaveLength(1);
  });

  it('calls again when the consumer asks for it, with what it was told', async () => {
    await push({ body: { ask: 'retry' } });
    await fixture.host.settle();
    expect(started()).toHaveLength(1);
    await later(59_000);
    expect(started()).toHaveLength(1);
    await later(1_000);
    expect(started()[1]?.event.retryContext).toMatchObject({
      retryCount: 1,
      retryReason: 'FUNCTION_RETRY_REQUEST',
      retryData: 'later',
      retentionWindow: { remainingTimeMs: expect.any(Number) as unknown },
    });
  });

  it('calls again when the consumer throws, at growing intervals, until it succeeds', async () => {
    const jobId = await push({ body: { ask: 'throw', until: 3 } });
    await fixture.host.settle();
    await later(10_000);
    await later(29_000);
    expect(started()).toHaveLength(2);
    await later(1_000);
    await later(90_000);
    expect(started().map(({ event }) => event.retryContext?.['retryCount'])).toEqual([undefined, 1, 2, 3]);
    expect(await fixture.invoke('stats', { jobId })).toEqual({ success: 1, inProgress: 0, failed: 0 });
  });

  it('gives up on an event that fails for a day', async () => {
    const jobId = await push({ body: { ask: 'throw', until: 1_000_000 } });
    await fixture.host.settle();
    await later(25 * 60 * MINUTE);
    expect(await fixture.invoke('stats', { jobId })).toEqual({ success: 0, inProgress: 0, failed: 1 });
    expect(fixture.logs.join()).toContain('not delivered within 24 hours');
    const attempts = started().length;
    await later(60 * MINUTE);
    expect(started()).toHaveLength(attempts);
  });

  it('lets no more run at once than the concurrency key allows', async () => {
    const one = { concurrency: { key: 'k', limit: 1 } };
    await push([
      { body: { ask: 'slow' }, ...one },
      { body: { ask: 'slow' }, ...one },
      { body: { ask: 'slow' }, ...one },
    ]);
    await fixture.host.settle();
    const order = fixture.jira.requests
      .map(({ path }) => path)
      .filter(path => path.startsWith('/told/consumer'));
    expect(order).toEqual(
      Array.from({ length: 6 }, (_, index) => `/told/consumer-${index % 2 === 0 ? 'start' : 'end'}`),
    );
  });

  it('runs events side by side without a key', async () => {
    const two = [{ body: { ask: 'slow' } }, { body: { ask: 'slow' } }];
    // The first time a second worker has to start; from then on both are warm.
    await push(two);
    await fixture.host.settle();
    fixture.jira.requests.length = 0;
    await push(two);
    await fixture.host.settle();
    const order = fixture.jira.requests
      .map(({ path }) => path)
      .filter(path => path.startsWith('/told/consumer'));
    expect(order.slice(0, 2)).toEqual(['/told/consumer-start', '/told/consumer-start']);
  });

  it('drops what a cancelled job still has waiting', async () => {
    const jobId = await push({ body: {}, delayInSeconds: 10 });
    await fixture.invoke('cancel', { jobId });
    await later(MINUTE);
    expect(started()).toEqual([]);
    await expect(fixture.invoke('stats', { jobId: 'unknown' })).rejects.toThrow('was not found');
  });

  it('needs a consumer in the manifest', async () => {
    expect(await fixture.invoke('pushElsewhere')).toContain(
      'The manifest lacks a consumer module for the queue nobody',
    );
  });

  it('takes 50 events in a push and 200 KB, no more', async () => {
    const events = (count: number, bytes = 0) =>
      Array.from({ length: count }, () => ({ body: { x: 'x'.repeat(bytes) }, delayInSeconds: 900 }));
    await expect(push(events(50))).resolves.toBeDefined();
    await expect(push(events(51))).rejects.toThrow('more than the 50 events');
    await expect(push(events(1, 210 * 1024))).rejects.toThrow('200KB');
  });

  it('takes 100 KB in an event for a function that may run long', async () => {
    const event = (bytes: number) => ({ body: { x: 'x'.repeat(bytes) }, delayInSeconds: 900 });
    await expect(push([event(99 * 1024), event(99 * 1024)])).resolves.toBeDefined();
    await expect(push(event(101 * 1024))).rejects.toThrow('100KB');
  });

  it('takes 500 events in a minute, no more', async () => {
    const fifty = Array.from({ length: 50 }, () => ({ body: {}, delayInSeconds: 900 }));
    for (let times = 0; times < 10; times += 1) await push(fifty);
    await expect(push({ body: {} })).rejects.toThrow('Too many requests');
    fixture.clock.advance(MINUTE);
    await expect(push(fifty)).resolves.toBeDefined();
  });

  it('delivers after a restart what was pending before it', async () => {
    await push([{ body: { n: 7 }, delayInSeconds: 60 }]);
    await fixture.host.stop();
    fixture = await startFixture({ dataFolder: fixture.dataFolder, clock: new SandboxClock(2 * MINUTE) });
    await fixture.host.settle();
    expect(started().map(({ event }) => event.body.n)).toEqual([7]);
  });
});
