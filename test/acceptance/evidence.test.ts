import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { itNamesNoOneInEvidence } from './site/no-one-named.ts';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { STARTS_WITHIN_MS } from '../support/sandbox-client.ts';
import { editTransition, withoutGates } from '../attacks/site/administrator.ts';
import type { CloudAccountRequest } from './site/cloud-account-request.ts';
import { COMPLETE, Governance } from './site/governance.ts';
import { setUp } from './site/set-up.ts';

const page = z.object({
  entries: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      title: z.string(),
      message: z.string(),
      by: z.string().nullable(),
      ticket: z.string().nullable(),
    }),
  ),
  kinds: z.array(z.object({ kind: z.string(), title: z.string() })),
  cursor: z.string().optional(),
});
const file = z.object({ fileName: z.string(), csv: z.string(), cursor: z.string().optional() });

let site: Governance;
let request: CloudAccountRequest;

/** A company in which nearly everything that is put on record has happened once. */
beforeAll(async () => {
  site = await Governance.open();
  request = await site.raise({ ...COMPLETE, 'Account owner': null });
  await request.move('engineer', 'Submit');
  await request.mustMove('engineer', 'Submit', { 'Account owner': 'engineer2' });
  await request.mustMove('cloud', 'Approve');
  await request.mustMove('cloud', 'Provision', { 'Account ID': '1234-5678-9012' });
  const waved = await site.approved();
  await editTransition(site, 'Provision', withoutGates);
  await waved.mustMove('cloud', 'Provision', { 'Account ID': 'waved-through' });
  await site.sandbox.run('sweep');
  await setUp(site.sandbox);
  const [bypass] = await waved.evidence('gate-bypassed');
  const reason = '=HYPERLINK("x") is what it said';
  await site.sandbox.as('ceo').ask('bypass.acknowledge', z.unknown(), { bypass: bypass?.id, reason });
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());

const auditor = () => site.sandbox.as('auditor');

/** Everything, page by page. */
async function everyEntry(asked: object = {}) {
  const entries: z.infer<typeof page>['entries'] = [];
  let cursor: string | undefined;
  do {
    const read = await auditor().ask('evidence.read', page, { ...asked, ...(cursor && { cursor }) });
    entries.push(...read.entries);
    cursor = read.cursor;
  } while (cursor !== undefined);
  return entries;
}

async function everyLine(asked: object): Promise<Record<string, string>[]> {
  let csv = '';
  let cursor: string | undefined;
  do {
    const part = await auditor().ask('register.export', file, { ...asked, ...(cursor && { cursor }) });
    csv += part.csv;
    cursor = part.cursor;
  } while (cursor !== undefined);
  return parse(csv, { columns: true });
}

describe('the evidence, for an auditor', () => {
  it('tells the history of a ticket: who decided what, by which matrix, and what came of it', async () => {
    const told = await everyEntry({ ticket: request.key });
    const routed = (status: string) => [
      'Routed',
      `In ${status}: to Priya Raman, for the Cloud Platform Owner: Cloud account provisioning on AWS in matrix v1.`,
      null,
    ];
    const permitted = (transition: string) => [
      'Gate decided',
      `${transition} was permitted. Priya Raman was accountable, for the Cloud Platform Owner. Matrix v1.`,
      null,
    ];
    const moved = (by: string, how: string) => ['Status changed', `${how}, as its gate had permitted.`, by];
    const assigned = (to: string) => ['Assigned', `The ticket was assigned to ${to}.`, null];
    // What is put on record together is of one instant, and comes in any order.
    const inAnyOrder = (entries: readonly unknown[]) => entries.map(entry => JSON.stringify(entry)).sort();
    const expected = [
      routed('Requested'),
      assigned('Ravi Patel'),
      ['Notice given', 'Remit commented on the ticket.', null],
      ['Gate decided', 'Submit was blocked: owner not named.', null],
      permitted('Submit'),
      moved('Ravi Patel', 'From Requested to Awaiting approval by Submit'),
      routed('Awaiting approval'),
      assigned('Priya Raman'),
      permitted('Approve'),
      moved('Priya Raman', 'From Awaiting approval to Approved by Approve'),
      routed('Approved'),
      assigned('Priya Raman'),
      permitted('Provision'),
      moved('Priya Raman', 'From Approved to Provisioned by Provision'),
      ['Cloud account registered', 'It is in the register.', 'Priya Raman'],
    ];
    const found = told.map(({ title, message, by }) => [title, message, by]);
    expect(inAnyOrder(found)).toEqual(inAnyOrder(expected));
  });

  it('has words for every entry, each page once, and lists every kind there is', async () => {
    const entries = await everyEntry();
    expect(entries.length).toBeGreaterThan(50);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
    expect(entries.filter(({ message }) => message === '')).toEqual([]);
    const { kinds } = await auditor().ask('evidence.read', page);
    const titles = new Map(kinds.map(({ kind, title }) => [kind, title]));
    expect(entries.filter(({ kind, title }) => titles.get(kind) !== title)).toEqual([]);
  });

  it('can be read by kind', async () => {
    const told = await everyEntry({ kind: 'bypass-acknowledged' });
    expect(told).toMatchObject([
      {
        by: site.nameOf('ceo'),
        message: expect.stringContaining('By Ada Lindqvist, for the Executive Owner'),
      },
    ]);
  });

  it('says of a ticket that is not there that it is not, and of a cursor of no one’s that it is none', async () => {
    const gone = await auditor().invoke('evidence.read', { ticket: 'GOV-9999' });
    expect(gone).toMatchObject({ ok: false, code: 'NOT_FOUND' });
    const elsewhere = { dataset: 'evidence', cursor: 'from elsewhere' };
    expect(await auditor().invoke('register.export', elsewhere)).toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('is exported whole, with every fact, and with no formula in it', async () => {
    const lines = await everyLine({ dataset: 'evidence' });
    const entries = await everyEntry();
    expect(lines.map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
    const judged = lines.find(({ kind }) => kind === 'bypass-acknowledged');
    expect(JSON.parse(judged?.['facts'] ?? '')).toMatchObject({ reason: '=HYPERLINK("x") is what it said' });
    const cells = lines.flatMap(line => Object.values(line));
    expect(cells.filter(cell => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });

  it('is exported as it was filtered', async () => {
    const lines = await everyLine({ dataset: 'evidence', ticket: request.key, kind: 'gate-decided' });
    expect(lines.map(({ ticket, kind }) => [ticket, kind])).toEqual(
      Array.from({ length: 4 }, () => [request.key, 'gate-decided']),
    );
  });
});

describe('the register of cloud accounts, for an auditor', () => {
  it('is exported with the names of those who answer for each account', async () => {
    expect(await everyLine({ dataset: 'accounts' })).toMatchObject([
      {
        account_id: '123456789012',
        service: 'AWS',
        owner: site.nameOf('engineer2'),
        owner_account: site.accountId('engineer2'),
        security_contact: site.nameOf('secops'),
        ticket: request.key,
        findings: '',
      },
    ]);
  });
});

itNamesNoOneInEvidence(() => site);
