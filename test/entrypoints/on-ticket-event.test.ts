import { beforeEach, describe, expect, it } from '@jest/globals';
import { createOnTicketEvent } from '../../src/entrypoints/triggers/on-ticket-event';
import type { Ports } from '../../src/entrypoints/ports';
import type { Job } from '../../src/ports/jobs';
import { NOTHING_SET_UP } from '../../src/ports/site-configuration';

let projectId: string | undefined;
let fields: Record<string, string>;
let pushed: Job[];
let hear: (event: unknown) => Promise<unknown>;

const [OPEN, LOCKED] = ['10100', '10101'];
const event = (id: string, project: string, status = OPEN) => ({
  issue: { id, fields: { project: { id: project }, status: { id: status } } },
});
/** Someone changed these fields. */
const edit = (...fieldIds: string[]) => editIn(OPEN, ...fieldIds);
/** The same in a status. */
const editIn = (status: string | undefined, ...fieldIds: string[]) => ({
  ...(status === undefined
    ? { issue: { id: '1', fields: { project: { id: '10000' } } } }
    : event('1', '10000', status)),
  changelog: {
    items: fieldIds.map(fieldId => ({ field: 'as Jira shows it', fieldId, from: null, to: '1' })),
  },
});
const ENVIRONMENT = 'customfield_10010';
const SERVICE = 'customfield_10011';

beforeEach(() => {
  projectId = '10000';
  fields = { environment: ENVIRONMENT, cloudService: SERVICE };
  pushed = [];
  hear = createOnTicketEvent({
    configurations: {
      read: () => {
        return Promise.resolve({
          ...NOTHING_SET_UP,
          fields,
          statuses: { Requested: OPEN, 'Awaiting approval': LOCKED },
          ...(projectId === undefined ? {} : { projectId }),
        });
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
    expect(pushed.map(job => (job.kind === 'reconcile ticket' ? job.ticket : job.kind))).toEqual(['1', '3']);
  });

  it('is compared with the space of its own site, also where one process serves several', async () => {
    await hear(edit(ENVIRONMENT));
    // Another site: the same id of a space, and a decisive field where the first has one that nothing rests on.
    fields = { cloudService: ENVIRONMENT };
    await hear(edit(ENVIRONMENT));
    projectId = '20000';
    await hear(event('2', '10000'));
    expect(pushed).toEqual([{ kind: 'reconcile ticket', ticket: '1' }]);
  });

  it('is compared with the space that is ours now: set-up may have made another since', async () => {
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

  it.each<[what: string, edit: object]>([
    ['a field that nothing rests on', edit(ENVIRONMENT)],
    ['such a field and one of Jira’s own', edit(ENVIRONMENT, 'summary', 'assignee')],
    ['what is to be decided, where people may edit', edit('summary', 'description', 'attachment')],
    ['what no one decides on, behind a lock', editIn(LOCKED, 'priority', 'duedate')],
  ])('has nothing followed when someone changed %s', async (_, changed) => {
    await hear(changed);
    expect(pushed).toEqual([]);
  });

  it.each<[what: string, edit: object]>([
    ['a field that the route rests on', edit(SERVICE)],
    ['such a field with others', edit(ENVIRONMENT, SERVICE)],
    ['the status', edit('status')],
    ['the status together with a field that nothing rests on', edit(ENVIRONMENT, 'status')],
    ['the labels, by which tickets are found', edit('labels')],
    ['a field that is none of ours', edit('customfield_19999')],
    ['a field that is decided on, behind a lock', editIn(LOCKED, ENVIRONMENT)],
    ['the summary behind a lock', editIn(LOCKED, 'summary')],
    ['the description in a status that is none of ours', editIn('10999', 'description')],
    ['the files in a status that the event does not tell', editIn(undefined, 'attachment')],
    ['nothing that the event would tell', edit()],
    ['what the event tells in another way', { ...edit(ENVIRONMENT), changelog: { items: [{ field: 'x' }] } }],
    ['what the event does not tell', event('1', '10000')],
  ])('has the ticket followed when someone changed %s', async (_, changed) => {
    await hear(changed);
    expect(pushed).toEqual([{ kind: 'reconcile ticket', ticket: '1' }]);
  });

  it('has the ticket followed whose file was deleted: Jira may tell of nothing else', async () => {
    await hear({ eventType: 'avi:jira:deleted:attachment', attachment: { id: '20000', issueId: '7' } });
    expect(pushed).toEqual([{ kind: 'reconcile ticket', ticket: '7' }]);
  });
});
