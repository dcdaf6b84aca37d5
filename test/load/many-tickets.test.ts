import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { RecordedCall } from '../../sandbox/seams.ts';
import type { CloudAccountRequest } from '../acceptance/site/cloud-account-request.ts';
import { Governance } from '../acceptance/site/governance.ts';
import { STARTS_WITHIN_MS, type Person } from '../support/sandbox-client.ts';
import { evidenceOf, forEach, moveWhenTold, raiseMany, refusedCalls } from './crowd.ts';

const TICKETS = 1_000;
const MOVED = 100;
const PEOPLE: Person[] = ['engineer', 'engineer2', 'app', 'iam', 'secops'];

let site: Governance;
let requests: CloudAccountRequest[];
/** What the app did from the first of the tickets on. */
let calls: RecordedCall[];

/** Told in order: raised and routed, submitted, approved. */
beforeAll(async () => {
  site = await Governance.open();
  calls = await site.sandbox.callsDuring(async () => {
    requests = await raiseMany(site, TICKETS, PEOPLE);
  });
}, STARTS_WITHIN_MS + 300_000);
afterAll(() => site.sandbox.stop());

const searched = z.object({
  issues: z.array(z.object({ id: z.string(), fields: z.record(z.string(), z.unknown()) })),
  nextPageToken: z.string().nullish(),
});

async function fieldsOfAll(): Promise<Map<string, Record<string, unknown>>> {
  const fields = [
    'assignee',
    'creator',
    'labels',
    'comment',
    site.fieldId('Accountable'),
    site.fieldId('Responsibility'),
  ];
  const found = new Map<string, Record<string, unknown>>();
  for (let token: string | null | undefined; ;) {
    const body = {
      jql: 'project = GOV',
      fields,
      maxResults: 100,
      ...(token ? { nextPageToken: token } : {}),
    };
    const page = searched.parse((await site.sandbox.as('admin').post('/rest/api/3/search/jql', body)).body);
    for (const issue of page.issues) found.set(issue.id, issue.fields);
    token = page.nextPageToken;
    if (!token) return found;
  }
}

describe('a thousand tickets that are raised at once', () => {
  it('are all routed to the same person and row, and assigned to their creators', async () => {
    const all = await fieldsOfAll();
    expect(all.size).toBe(TICKETS);
    const accountable = { accountId: site.accountId('cloud') };
    const row = 'asset-account-provisioning.aws @ v1';
    const amiss = [...all].filter(([, fields]) => {
      const matched = fields[site.fieldId('Responsibility')] === row;
      const user = z.object({ accountId: z.string() });
      const [to, by] = [user.safeParse(fields['assignee']).data, user.parse(fields['creator'])];
      const decides = user.safeParse(fields[site.fieldId('Accountable')]).data;
      return !matched || to?.accountId !== by.accountId || decides?.accountId !== accountable.accountId;
    });
    expect(amiss).toEqual([]);
  });

  it('are each recorded and told once', async () => {
    const routed = await evidenceOf(site, 'routed');
    expect(routed).toHaveLength(TICKETS);
    expect(new Set(routed.map(({ subject }) => subject)).size).toBe(TICKETS);
    const told = await forEach(
      requests.filter((_, at) => at % 20 === 0),
      request => request.comments(),
    );
    expect(told.filter(comments => comments.length !== 1)).toEqual([]);
  });

  it('keep to the limits of the platform, and wait where the queue takes no more in a minute', () => {
    // An event whose push was refused is asked for again: none of the tickets above was left behind.
    const waited = /^queue POST \S+ 429 /;
    expect(refusedCalls(calls).filter(call => !waited.test(call))).toEqual([]);
    expect(calls.filter(({ type }) => type === 'queue').length).toBeGreaterThanOrEqual(TICKETS);
  });
});

describe('a hundred transitions at once', () => {
  it('of Submit by five people are all made, each decided and recorded once', async () => {
    const some = requests.slice(0, MOVED);
    const made = await site.sandbox.callsDuring(async () => {
      const moves = await Promise.all(
        some.map((request, at) => moveWhenTold(request, PEOPLE[at % PEOPLE.length] ?? 'engineer', 'Submit')),
      );
      expect(moves.filter(({ status }) => status !== 204)).toEqual([]);
    });
    expect(refusedCalls(made)).toEqual([]);
    expect(await evidenceOf(site, 'transition-observed')).toHaveLength(MOVED);
    expect(await evidenceOf(site, 'gate-decided')).toHaveLength(MOVED);
  }, 120_000);

  it('of Approve by the accountable person are all made, and each is an approval', async () => {
    const some = requests.slice(0, MOVED);
    const made = await site.sandbox.callsDuring(async () => {
      const moves = await Promise.all(some.map(request => moveWhenTold(request, 'cloud', 'Approve')));
      expect(moves.filter(({ status }) => status !== 204)).toEqual([]);
    });
    expect(refusedCalls(made)).toEqual([]);
    const standing = await forEach(some, request => request.now());
    const approved = { status: 'Approved', assignee: site.accountId('cloud') };
    expect(standing).toEqual(standing.map(one => ({ ...one, ...approved })));
    expect(await evidenceOf(site, 'transition-observed')).toHaveLength(2 * MOVED);
    expect(await evidenceOf(site, 'gate-decided')).toHaveLength(2 * MOVED);
  }, 120_000);
});
