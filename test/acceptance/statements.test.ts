import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { PEOPLE, STARTS_WITHIN_MS, type Person } from '../support/sandbox-client.ts';
import { access } from './site/access.ts';
import type { CloudAccountRequest } from './site/cloud-account-request.ts';
import { Governance } from './site/governance.ts';

let site: Governance;

beforeAll(async () => {
  site = await Governance.open();
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());

/** How many statements each function of the app makes while someone acts. */
async function statementsOf(act: () => Promise<unknown>): Promise<Record<string, number>> {
  const counted: Record<string, number> = {};
  for (const { type, function: name } of await site.sandbox.callsDuring(act))
    if (type === 'sql') counted[name] = (counted[name] ?? 0) + 1;
  return counted;
}

/** How often the app calls Jira and the key-value store while someone acts. */
async function callsOf(act: () => Promise<unknown>): Promise<Record<string, number>> {
  const calls = await site.sandbox.callsDuring(act);
  const kinds = ['jira', 'kvs', 'sql'] as const;
  return Object.fromEntries(kinds.map(kind => [kind, calls.filter(({ type }) => type === kind).length]));
}

const look = (key: string) => site.sandbox.as('engineer').invoke('route.explain', { issueKey: key });

/** They are introduced by this, and known in all that follows. */
describe('what people who are on record for the first time ask of the database', () => {
  it('is one statement more, when the first of them raises a ticket and when the others are named on one', async () => {
    let request: CloudAccountRequest | undefined;
    const raise = async () => (request = await site.raise());
    expect(await statementsOf(raise)).toEqual({ 'on-routing-job': 4 });
    const submit = () => request?.mustMove('engineer', 'Submit') ?? Promise.reject(new Error('Not raised.'));
    expect(await statementsOf(submit)).toEqual({ 'decide-gate': 3, 'on-routing-job': 2 });
  });
});

/** One story in its order: each part begins where the one before left the ticket. */
describe('what a cloud account request asks of the database', () => {
  let request: CloudAccountRequest;

  it('is three when it is raised: what is on record, how it is routed, and that its readers were told', async () => {
    expect(await statementsOf(async () => (request = await site.raise()))).toEqual({ 'on-routing-job': 3 });
  });

  it('is nothing when a field is changed that nothing rests on', async () => {
    const edit = () => request.edit('engineer', { Environment: 'Staging', summary: 'Another summary' });
    expect(await statementsOf(edit)).toEqual({});
  });

  it('is one statement when a change leaves the route as it is', async () => {
    const edit = () => request.edit('engineer', { 'Account owner': 'secops' });
    expect(await statementsOf(edit)).toEqual({ 'on-routing-job': 1 });
  });

  it.each([
    ['engineer', 'Submit', {}, 2, 2],
    ['cloud', 'Approve', {}, 2, 3],
    ['cloud', 'Provision', { 'Account ID': '123456789012' }, 3, 4],
  ] as const)('is, when %s makes the transition %s, what has to be', async (by, name, values, gate, job) => {
    expect(await statementsOf(() => request.mustMove(by, name, values))).toEqual({
      'decide-gate': gate,
      'on-routing-job': job,
    });
  });

  it('is one statement for all that the panel shows', async () => {
    expect(await statementsOf(() => look(request.key))).toEqual({ resolver: 1 });
  });
});

describe('what an access request asks of the database', () => {
  it('is nothing that it need not', async () => {
    const entitlements = await Governance.of(site.sandbox, 'Remit: Access request');
    const values = await access(entitlements);
    let request: CloudAccountRequest | undefined;
    const raised = await statementsOf(async () => (request = await entitlements.raise(values)));
    if (!request) throw new Error('It was not raised.');
    const { key } = request;
    const moves = [
      ['engineer', 'Submit'],
      ['iam', 'Approve'],
      ['app', 'Grant'],
      ['app', 'Revoke'],
    ] as const;
    const steps = [raised];
    for (const [by, name] of moves) {
      const moving = request;
      steps.push(await statementsOf(() => moving.mustMove(by, name)));
    }
    steps.push(await statementsOf(() => look(key)));
    expect(steps).toEqual([
      { 'on-routing-job': 3 },
      { 'decide-gate': 2, 'on-routing-job': 2 },
      // From Approve on the index of tickets under obligation is kept in step, until the ticket has left it.
      { 'decide-gate': 2, 'on-routing-job': 3 },
      { 'decide-gate': 2, 'on-routing-job': 3 },
      { 'on-routing-job': 3 },
      { resolver: 1 },
    ]);
  });
});

describe('what the page Who owns this? asks', () => {
  it('is three statements: the registers, and the matrix with its rows', async () => {
    const ask = () => site.sandbox.as('engineer').invoke('owner.find', { text: 'backups on AWS' });
    expect(await statementsOf(ask)).toEqual({ resolver: 3 });
  });
});

describe('what the page Waiting for me asks', () => {
  const ask = (person: Person, name: 'work.mine' | 'bypass.list') => () =>
    site.sandbox.as(person).invoke(name);
  const waiting = z.object({ youMayOversee: z.boolean() });

  it.each([
    // May they, three searches and one for what is urgent, and are they administrators or auditors.
    ['engineer', 7],
    // An appointment is told: its people's names are on record.
    ['cloud', 7],
    ['admin', 6],
    // Who of those that approve matrices has an active account, in place of whether they are an administrator or auditor.
    ['ceo', 6],
    ['ciso', 6],
  ] as const)('is three statements for %s, whatever they may see', async (person, jira) => {
    expect(await callsOf(ask(person, 'work.mine'))).toEqual({ sql: 3, kvs: 2, jira });
  });

  it.each(PEOPLE)('is bypasses only where there is an answer: %s', async person => {
    const { youMayOversee } = await site.sandbox.as(person).ask('work.mine', waiting);
    const { overseen } = await site.sandbox
      .as(person)
      .ask('bypass.list', z.object({ overseen: z.unknown() }));
    expect(youMayOversee).toBe(['admin', 'auditor', 'ceo', 'ciso'].includes(person));
    expect(overseen !== null).toBe(youMayOversee);
  });

  it.each(['admin', 'auditor', 'ceo', 'ciso'] as const)(
    'is five statements more for %s, who sees bypasses and mutual approvals',
    async person => {
      expect(await statementsOf(ask(person, 'bypass.list'))).toEqual({ resolver: 5 });
    },
  );
});
