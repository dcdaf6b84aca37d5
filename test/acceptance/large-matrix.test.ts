import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { STARTS_WITHIN_MS } from '../support/sandbox-client.ts';
import { Governance } from './site/governance.ts';
import { MatrixOffice } from './site/matrix-office.ts';

const ROWS = 10_000;
const PART_CHARACTERS = 390_000;
/** What the platform gives a function that a page calls. Source: Forge, "Invocation limits". */
const FUNCTION_MS = 25_000;

describe('a matrix of ten thousand rows', () => {
  let site: Governance;
  let office: MatrixOffice;
  let csv: string;
  let parts: string[];

  beforeAll(async () => {
    site = await Governance.open();
    office = await MatrixOffice.of(site);
    const [header = ''] = (await office.exported()).split('\n');
    csv = [header, ...Array.from({ length: ROWS }, (_, at) => lineOf(at))].join('\n').concat('\n');
    parts = Array.from({ length: Math.ceil(csv.length / PART_CHARACTERS) }, (_, at) =>
      csv.slice(at * PART_CHARACTERS, (at + 1) * PART_CHARACTERS),
    );
  }, STARTS_WITHIN_MS);
  afterAll(() => site.sandbox.stop());

  it('is imported in parts, in any order, each within the time of a function', async () => {
    const upload = randomUUID();
    expect(parts.length).toBeGreaterThan(5);
    const order = parts.map((text, at) => ({ text, number: at + 1 })).reverse();
    for (const [sent, { text, number }] of order.entries()) {
      const began = performance.now();
      const reply = await office.import(text, { part: { upload, number, of: parts.length } });
      expect(performance.now() - began).toBeLessThan(FUNCTION_MS);
      const left = parts.length - sent - 1;
      if (left > 0) expect(reply).toEqual({ ok: true, data: { waitingFor: left } });
      else expect(reply).toMatchObject({ ok: true, data: { lines: ROWS, added: ROWS, changed: 0 } });
    }
    expect(await office.draft()).toMatchObject({ number: 2, state: 'open' });
  }, 120_000);

  it('is shown in pages, and exported as it was imported', async () => {
    const { rows, cursor } = await office.draft();
    expect(rows).toHaveLength(1_000);
    expect(cursor).toBe(rows.at(-1)?.id);
    expect(await office.exported({ draft: true })).toBe(csv);
  }, 60_000);

  it('is decided within the time of a gate, and becomes a version', async () => {
    const change = await office.opened();
    expect(await change.move('admin', 'Submit')).toMatchObject({ status: 204 });
    expect(await change.move('ceo', 'Approve')).toMatchObject({ status: 204 });
    expect((await office.view()).version).toMatchObject({ number: 2, inForce: true });
  }, 120_000);
});

function lineOf(at: number): string {
  const id = `row-${String(at).padStart(5, '0')}`;
  const tasks = `Operate control ${String(at)} as described in its runbook; record each run and follow up what fails.`;
  const cells = [
    id,
    'Governance',
    `Activity ${String(at)}`,
    'aws',
    'shared',
    'ciso',
    'iam-lead;ciso',
    '',
    '',
  ];
  return [...cells, tasks, tasks, 'Policy 3', 'RB-1', 'Remit', tasks, 'MSA 4', 'Quarterly'].join(',');
}
