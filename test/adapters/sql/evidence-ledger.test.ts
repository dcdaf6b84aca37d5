import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase } from '../../../src/adapters/sql/database';
import { sqlDecisions } from '../../../src/adapters/sql/decisions/sql-decisions';
import { sqlLedger } from '../../../src/adapters/sql/ledger/sql-ledger';
import { migrate } from '../../../src/adapters/sql/migrations';
import type { EvidenceEntry, EvidenceKind } from '../../../src/domain/evidence/evidence-entry';
import { plus } from '../../../src/domain/shared/instant';
import type { Ledger } from '../../../src/ports/ledger';
import type { Decisions } from '../../../src/ports/decisions';
import { CLOUD, NOW } from '../../support/builders/company';
import { aRoute } from '../../support/builders/matrix';
import { ForgeSql } from './forge-sql.ts';

let forge: ForgeSql;
let ledger: Ledger;
let decisions: Decisions;

beforeAll(async () => {
  forge = await ForgeSql.open();
  await migrate();
  ledger = sqlLedger(openDatabase());
  decisions = sqlDecisions();
});
afterAll(() => forge.close());

function entry(id: string, overrides: Partial<EvidenceEntry> = {}): EvidenceEntry {
  const facts = { text: `O'Brien \\ "☁️" \n`, nested: { list: [1, null, true] } };
  return { id, at: NOW, kind: 'set-up-step', actor: null, subject: 'site', facts, ...overrides };
}

describe('append', () => {
  it('writes an entry once, and keeps what it was', async () => {
    expect(await ledger.append(entry('once'))).toBe('appended');
    expect(await ledger.append(entry('once', { facts: { other: true }, actor: CLOUD }))).toBe('repeated');
    expect(await ledger.list({ limit: 10 })).toEqual({ entries: [entry('once')] });
  });

  it('of two at the same moment writes one', async () => {
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => ledger.append(entry('contended', { subject: 'race' }))),
    );
    expect(outcomes.sort()).toEqual(['appended', 'repeated', 'repeated']);
    expect((await ledger.list({ subject: 'race', limit: 10 })).entries).toHaveLength(1);
  });

  it('finds an entry whose answer was lost', async () => {
    forge.fail({ containing: 'insert into `evidence_entry`', how: 'answer lost' });
    expect(await ledger.append(entry('lost', { subject: 'lost' }))).toBe('repeated');
    expect((await ledger.list({ subject: 'lost', limit: 10 })).entries).toHaveLength(1);
  });

  it('says so when nothing was written', async () => {
    forge.fail({ containing: 'insert into `evidence_entry`', how: 'refused' });
    await expect(ledger.append(entry('failed', { subject: 'failed' }))).rejects.toThrow();
    expect((await ledger.list({ subject: 'failed', limit: 10 })).entries).toEqual([]);
  });

  it('takes many at a time, those of them that are new', async () => {
    const many = Array.from({ length: 120 }, (_, index) =>
      entry(`many-${String(index)}`, { subject: 'many' }),
    );
    await ledger.appendAll(many.slice(0, 50));
    await ledger.appendAll(many);
    await ledger.appendAll([]);
    expect((await ledger.list({ subject: 'many', limit: 200 })).entries).toHaveLength(120);
  });
});

describe('list', () => {
  beforeAll(async () => {
    const kinds: EvidenceKind[] = ['routed', 'gate-decided'];
    for (let index = 0; index < 12; index += 1) {
      const kind = kinds[index % 2] ?? 'routed';
      await ledger.append(
        entry(`page-${String(index)}`, { subject: 'ticket:7', kind, at: plus(NOW, Math.floor(index / 4)) }),
      );
    }
  });

  it('goes through everything, newest first, page by page, each entry once', async () => {
    const seen: EvidenceEntry[] = [];
    let cursor: string | undefined;
    do {
      const page = await ledger.list({
        subject: 'ticket:7',
        limit: 5,
        ...(cursor === undefined ? {} : { cursor }),
      });
      expect(page.entries.length).toBeLessThanOrEqual(5);
      seen.push(...page.entries);
      ({ cursor } = page);
    } while (cursor !== undefined);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(12);
    expect(seen.map(({ at }) => at)).toEqual(
      [...seen]
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
  });

  it.each<[kinds: EvidenceKind[], entries: number]>([
    [['routed'], 6],
    [['routed', 'gate-decided'], 12],
    [['routed', 'gate-bypassed'], 6],
    [['gate-bypassed'], 0],
  ])('keeps to a subject and to kinds: of %j there are %i', async (kinds, count) => {
    const { entries } = await ledger.list({ subject: 'ticket:7', kinds, limit: 100 });
    expect(entries).toHaveLength(count);
    expect(kinds).toEqual(expect.arrayContaining(entries.map(({ kind }) => kind)));
    expect((await ledger.list({ subject: 'ticket:70', limit: 100 })).entries).toEqual([]);
  });

  it('refuses a cursor that it did not give', async () => {
    await expect(ledger.list({ limit: 5, cursor: 'nonsense' })).rejects.toThrow();
  });
});

describe('what a ticket’s decision reads of the ledger', () => {
  const subject = 'ticket:10001';
  const routing = (previous: string | null, status: string) => ({
    ticketKey: 'GOV-1',
    status,
    previous,
    refusal: null,
    route: aRoute(),
  });

  beforeAll(async () => {
    // In one instant, and with ids that sort the other way round: only what each names tells their order.
    await ledger.append(entry('c', { subject, kind: 'routed', facts: routing(null, 'Requested') }));
    await ledger.append(entry('a', { subject, kind: 'routed', facts: routing('b', 'Approved') }));
    await ledger.append(entry('b', { subject, kind: 'routed', facts: routing('c', 'Awaiting approval') }));
    await ledger.append(entry('seen', { subject, kind: 'transition-observed', facts: { change: '77' } }));
    await ledger.append(
      entry('other', { subject: 'ticket:1000', kind: 'transition-observed', facts: { change: '1' } }),
    );
  });

  it('is this ticket’s alone, its routings in the order in which they followed each other', async () => {
    const question = {
      ticketId: '10001',
      domain: 'Governance',
      activity: '',
      service: null,
      cloudAccountId: null,
      at: NOW,
    };
    const { routings, marks, ...recorded } = await decisions.records(question);
    expect(routings.map(({ id, status }) => [id, status])).toEqual([
      ['c', 'Requested'],
      ['b', 'Awaiting approval'],
      ['a', 'Approved'],
    ]);
    expect(routings[0]?.route).toEqual(aRoute());
    expect(marks).toContainEqual({ id: 'seen', kind: 'transition-observed' });
    expect(marks.map(({ id }) => id)).not.toContain('other');
    expect(recorded.decisions).toEqual([]);
  });
});
