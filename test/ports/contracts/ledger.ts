import { describe, expect, it } from '@jest/globals';
import type { EvidenceEntry, EvidenceKind } from '../../../src/domain/evidence/evidence-entry';
import { plus } from '../../../src/domain/shared/instant';
import type { EvidenceQuery, Ledger } from '../../../src/ports/ledger';
import { CLOUD, NOW } from '../../support/builders/company';
import type { OpenStore } from '../ports-under-test.ts';
import { AWKWARD } from './awkward-text.ts';
import { useStore } from './use-store.ts';

function entry(id: string, overrides: Partial<EvidenceEntry> = {}): EvidenceEntry {
  const facts = { text: AWKWARD, nested: { list: [1, null, true] } };
  return { id, at: NOW, kind: 'set-up-step', actor: null, subject: 'site', facts, ...overrides };
}

const SUBJECT = 'ticket:7';
/** Two kinds by turns, four in each instant. */
const TWELVE = Array.from({ length: 12 }, (_, index) =>
  entry(`page-${String(index).padStart(2, '0')}`, {
    subject: SUBJECT,
    kind: index % 2 === 0 ? 'routed' : 'gate-decided',
    at: plus(NOW, Math.floor(index / 4)),
  }),
);

async function everyPage(ledger: Ledger, query: EvidenceQuery): Promise<EvidenceEntry[]> {
  const entries: EvidenceEntry[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await ledger.list(cursor === undefined ? query : { ...query, cursor });
    expect(page.entries.length).toBeLessThanOrEqual(query.limit);
    entries.push(...page.entries);
    cursor = page.cursor;
    if (cursor === undefined) return entries;
  }
}

export function ledgerContract(open: OpenStore): void {
  const ports = useStore(open);

  describe('appending', () => {
    it('writes an entry once, and keeps what it was', async () => {
      const { ledger } = ports();
      expect(await ledger.append(entry('once'))).toBe('appended');
      expect(await ledger.append(entry('once', { facts: { other: true }, actor: CLOUD }))).toBe('repeated');
      expect(await ledger.list({ limit: 10 })).toEqual({ entries: [entry('once')] });
    });

    it('writes one of several at the same moment', async () => {
      const { ledger } = ports();
      const outcomes = await Promise.all([1, 2, 3].map(() => ledger.append(entry('contended'))));
      expect(outcomes.sort()).toEqual(['appended', 'repeated', 'repeated']);
      expect((await ledger.list({ limit: 10 })).entries).toHaveLength(1);
    });

    it('takes many at a time, those of them that are new', async () => {
      const { ledger } = ports();
      const many = Array.from({ length: 120 }, (_, index) => entry(`many-${String(index)}`));
      await ledger.appendAll(many.slice(0, 50));
      await ledger.appendAll(many);
      await ledger.appendAll([]);
      expect((await ledger.list({ limit: 200 })).entries).toHaveLength(120);
    });
  });

  describe('listing', () => {
    it('goes through everything, newest first, page by page, each entry once', async () => {
      const { ledger } = ports();
      // In whatever order they were written: the instant counts, and in one instant the id.
      await ledger.appendAll(TWELVE.toReversed());
      const expected = TWELVE.map(({ id }) => id).reverse();
      const seen = await everyPage(ledger, { subject: SUBJECT, limit: 5 });
      expect(seen.map(({ id }) => id)).toEqual(expected);
      expect(await everyPage(ledger, { limit: 12 })).toEqual(seen);
    });

    it('shows nothing twice or not at all when something is written meanwhile', async () => {
      const { ledger } = ports();
      await ledger.appendAll(TWELVE);
      const { entries, cursor = '' } = await ledger.list({ limit: 5 });
      await ledger.append(entry('late', { at: plus(NOW, 100) }));
      const rest = await ledger.list({ limit: 20, cursor });
      expect([...entries, ...rest.entries].map(({ id }) => id)).toEqual(TWELVE.map(({ id }) => id).reverse());
    });

    it.each<[kinds: EvidenceKind[], entries: number]>([
      [['routed'], 6],
      [['routed', 'gate-decided'], 12],
      [['routed', 'gate-bypassed'], 6],
      [['gate-bypassed'], 0],
    ])('keeps to a subject and to kinds: of %j there are %i', async (kinds, count) => {
      const { ledger } = ports();
      await ledger.appendAll(TWELVE);
      const { entries } = await ledger.list({ subject: SUBJECT, kinds, limit: 100 });
      expect(entries).toHaveLength(count);
      expect(kinds).toEqual(expect.arrayContaining(entries.map(({ kind }) => kind)));
      expect((await ledger.list({ subject: 'ticket:70', limit: 100 })).entries).toEqual([]);
    });

    it('refuses a cursor that it did not give', async () => {
      await expect(ports().ledger.list({ limit: 5, cursor: 'nonsense' })).rejects.toThrow();
    });
  });
}
