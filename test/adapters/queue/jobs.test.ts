import { beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { queuedJobs } from '../../../src/adapters/queue/jobs';
import type { Job } from '../../../src/ports/jobs';
import { answerCalls } from '../../support/forge-invocation.ts';

const pushed = z.object({
  queueName: z.string(),
  payload: z.array(
    z.object({ body: z.unknown(), concurrency: z.object({ key: z.string(), limit: z.number() }) }),
  ),
});

/** What reached each queue, in order. */
let pushes: z.infer<typeof pushed>[];
/** How many of the next pushes are refused with 429. */
let refusals: number;
let remainingTime: number;

beforeEach(() => {
  pushes = [];
  refusals = 0;
  remainingTime = 25_000;
  answerCalls(
    ({ body }) => {
      if (refusals > 0) {
        refusals -= 1;
        return Promise.resolve({ status: 429, body: {} });
      }
      pushes.push(pushed.parse(body));
      return Promise.resolve({ status: 201, body: {} });
    },
    () => remainingTime,
  );
});

const follow = (count: number) =>
  Array.from({ length: count }, (_, at): Job => ({ kind: 'reconcile ticket', ticket: String(at) }));

describe('the queues', () => {
  it('have a lane for routing, so that it waits for no sweep', async () => {
    await queuedJobs().push([{ kind: 'sweep', cursor: 'next' }, ...follow(2), { kind: 'check set-up' }]);
    expect(pushes.map(({ queueName, payload }) => [queueName, payload.map(({ body }) => body)])).toEqual([
      ['upkeep', [{ kind: 'sweep', cursor: 'next' }, { kind: 'check set-up' }]],
      ['routing', follow(2)],
    ]);
  });

  it('never have two jobs of one ticket, or two sweeps, at the same time', async () => {
    await queuedJobs().push([...follow(1), { kind: 'hourly sweep' }, { kind: 'sweep' }]);
    expect(pushes.flatMap(({ payload }) => payload.map(({ concurrency }) => concurrency))).toEqual([
      { key: 'ticket-0', limit: 1 },
      { key: 'sweep', limit: 1 },
      { key: 'sweep', limit: 1 },
    ]);
  });

  it('are not used for nothing', async () => {
    await queuedJobs().push([]);
    expect(pushes).toEqual([]);
  });

  it('take what they refused for being too much in a minute, a little later', async () => {
    refusals = 1;
    await queuedJobs().push(follow(1));
    expect(pushes.map(({ payload }) => payload.length)).toEqual([1]);
  }, 10_000);

  it('are full where there is no time to wait, and say so', async () => {
    remainingTime = 4_000;
    refusals = 1;
    await expect(queuedJobs().push(follow(1))).rejects.toThrow('The platform accepts 500 jobs a minute');
    expect(pushes).toEqual([]);
  });

  it('take 500 jobs a minute: others wait, or are refused where there is no time', async () => {
    await expect(queuedJobs().push(follow(501))).rejects.toThrow('The platform accepts 500 jobs a minute');
    expect(pushes.flatMap(({ payload }) => payload)).toHaveLength(500);
  });
});
