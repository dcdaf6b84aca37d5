import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { isJobKind, JOBS, LANES } from '../../src/ports/jobs';
import type { JobHandlers } from '../../src/entrypoints/jobs/job-handlers';
import { createOnJob } from '../../src/entrypoints/jobs/on-job';
import { createOnSweep } from '../../src/entrypoints/triggers/on-sweep';
import type { Ports } from '../../src/entrypoints/ports';
import { loadManifest } from '../../sandbox/forge/manifest.ts';
import { join } from 'node:path';

describe('the lanes of jobs', () => {
  it('are the consumers of the manifest, each with a queue, a function and a time limit of its own', async () => {
    const { modules } = await loadManifest(join(import.meta.dirname, '..', '..'));
    const lanes = modules.consumer.map(({ key, queue, function: reader }) => {
      expect(key).toBe(queue);
      const { timeoutSeconds } = modules.function.find(one => one.key === reader) ?? {};
      return [queue, { seconds: timeoutSeconds }];
    });
    expect(Object.fromEntries(lanes)).toEqual(LANES);
    expect(new Set(modules.consumer.map(consumer => consumer.function)).size).toBe(lanes.length);
  }, 60_000);

  it('keep routing apart from all that takes long', () => {
    const kinds = Object.keys(JOBS).filter(isJobKind);
    expect(kinds.filter(kind => JOBS[kind].lane === 'routing')).toEqual(['reconcile ticket']);
  });
});

describe('a job', () => {
  let logged: jest.SpiedFunction<typeof console.error>;
  let asked: string[];
  beforeEach(() => {
    asked = [];
    logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  });
  afterEach(() => {
    logged.mockRestore();
  });

  const ports = {
    clock: { now: () => '2026-11-30T14:35:10.000Z' },
    tickets: {
      readToWrite: (ticket: string) => {
        asked.push(ticket);
        return Promise.reject(new Error('Jira is away.'));
      },
    },
  } as unknown as Ports;

  it('that fails is asked for again', async () => {
    const again = await createOnJob('routing', ports)({ body: { kind: 'reconcile ticket', ticket: '1' } });
    expect(again).toMatchObject({ _retry: true });
    expect(asked).toEqual(['1']);
  });

  it.each<[what: string, body: unknown]>([
    ['of another lane', { kind: 'hourly sweep' }],
    ['of no kind', { ticket: '1' }],
    ['of a kind that every object inherits', { kind: 'constructor' }],
    ['with more in it than it takes', { kind: 'reconcile ticket', ticket: '1', by: 'nobody' }],
    ['with less in it than it takes', { kind: 'reconcile ticket' }],
  ])('%s is passed over, and never asked for again', async (_, body) => {
    expect(await createOnJob('routing', ports)({ body })).toBeUndefined();
    expect(asked).toEqual([]);
    expect(logged).toHaveBeenCalledTimes(1);
  });
});

describe('the hourly trigger', () => {
  const site = (hasDatabase: boolean): Ports =>
    ({
      provisioning: { hasDatabase: () => Promise.resolve(hasDatabase) },
      jobs: { push: () => Promise.resolve() },
    }) as unknown as Ports;

  it.each([false, true])(
    'answers what the platform records as success, whether there are tables or not: %s',
    async hasDatabase => {
      expect(await createOnSweep(site(hasDatabase))()).toEqual({ statusCode: 204 });
    },
  );
});

/** Never called: what is to be refused here is refused by the compiler. */
export function mustNotCompile(complete: JobHandlers): JobHandlers {
  const { 'check set-up': _, ...others } = complete;
  // @ts-expect-error a kind of job that nothing does
  return others;
}
