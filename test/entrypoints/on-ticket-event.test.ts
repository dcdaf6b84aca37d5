import { beforeEach, describe, expect, it } from '@jest/globals';
import { createOnTicketEvent } from '../../src/entrypoints/triggers/on-ticket-event';
import type { Ports } from '../../src/entrypoints/ports';
import type { Job } from '../../src/ports/jobs';
import { NOTHING_SET_UP } from '../../src/ports/site-configuration';

let projectId: string | undefined;
let reads: number;
let pushed: Job[];
let hear: (event: unknown) => Promise<unknown>;

const event = (id: string, project: string) => ({ issue: { id, fields: { project: { id: project } } } });

beforeEach(() => {
  projectId = '10000';
  reads = 0;
  pushed = [];
  hear = createOnTicketEvent({
    configurations: {
      read: () => {
        reads += 1;
        return Promise.resolve({ ...NOTHING_SET_UP, ...(projectId === undefined ? {} : { projectId }) });
      },
    },
    jobs: {
      push: (jobs: Job[]) => {
        pushed.push(...jobs);
        return Promise.resolve();
      },
    },
  } as unknown as Ports);
});

describe('the event of a ticket', () => {
  it('has it followed where it is ours, and nothing done where it is not', async () => {
    await hear(event('1', '10000'));
    await hear(event('2', '20000'));
    await hear({ issue: { id: '3' } });
    expect(pushed.map(job => (job.kind === 'follow ticket' ? job.ticket : job.kind))).toEqual(['1', '3']);
  });

  it('does not ask again which space is ours for the next ticket of it', async () => {
    await hear(event('1', '10000'));
    await hear(event('2', '10000'));
    expect(pushed).toHaveLength(2);
    expect(reads).toBe(1);
  });

  it('asks about every ticket that is not known to be ours: set-up may have made another space since', async () => {
    await hear(event('1', '10000'));
    projectId = '20000';
    await hear(event('2', '20000'));
    expect(pushed).toHaveLength(2);
  });

  it('leaves everything alone until set-up has made a space', async () => {
    projectId = undefined;
    await hear(event('1', '10000'));
    await hear({ issue: { id: '2' } });
    expect(pushed).toEqual([]);
  });
});
