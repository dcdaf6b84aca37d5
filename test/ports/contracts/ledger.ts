import { describe, expect, it } from '@jest/globals';
import { gateDecided } from '../../../src/domain/decision/decision-evidence';
import type { EvidenceEntry } from '../../../src/domain/evidence/evidence-entry';
import { plus, type Instant } from '../../../src/domain/shared/instant';
import { transitionObserved } from '../../../src/domain/ticket/transition-evidence';
import type { EvidenceQuery, Ledger } from '../../../src/ports/ledger';
import { CLOUD, NOW } from '../../support/builders/company';
import { aDecision, aSnapshot, aTicket } from '../../support/builders/ticket';
import type { OpenStore } from '../ports-under-test.ts';
import { AWKWARD } from './awkward-text.ts';
import { useStore } from './use-store.ts';

function entry(id: string, overrides: Partial<EvidenceEntry> = {}): EvidenceEntry {
  const facts = { text: AWKWARD, nested: { list: [1, null, true] } };
  return {
    id,
    at: NOW,
    kind: 'of-a-later-release',
    version: 7,
    actor: null,
    subject: 'site',
    facts,
    ...overrides,
  };
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

/** An approval on record: by whom, for whom. */
interface Approved {
  by: string;
  submitter?: string;
  holder?: string;
  fields?: Record<string, string>;
}

const asItIs = (person: string) => person;

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

    it.each<[kinds: string[], entries: number]>([
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
  describe('approvals among those who approve', () => {
    const [A, B, C, D] = ['a', 'b', 'c', 'd'].map(letter => `p-${letter.repeat(26)}`) as [
      string,
      string,
      string,
      string,
    ];
    /** What is on record of a ticket that one submitted and another approved; then also by whom it was observed. */
    const approved = (
      ticket: string,
      at: Instant,
      { by, submitter = D, holder = by, fields = {} }: Approved,
    ) => {
      const of = { ticket, ticketKey: `GOV-${ticket}` };
      const snapshot = aSnapshot(aTicket(), { holder, decidingFields: fields });
      const { id: _id, at: _at, ...facts } = aDecision(aTicket(), 'Approve', { ...of, snapshot });
      const decision = gateDecided.entry({ at, actor: null, facts }, asItIs);
      const transition = (name: string, actor: string, when: Instant, permitted: string | null) =>
        transitionObserved.entry(
          {
            at: when,
            actor,
            facts: {
              ...of,
              change: `${ticket} ${name}`,
              at: when,
              actor,
              from: 'x',
              to: 'y',
              transition: name,
              decision: permitted,
            },
          },
          asItIs,
        );
      return [
        transition('Submit', submitter, plus(at, -1), null),
        decision,
        transition('Approve', by, at, decision.id),
      ];
    };
    const found = async (since = NOW) =>
      (await ports().ledger.approvalsAmong(since))
        .map(({ observed, gained }) => [observed.facts, gained] as const)
        .map(([facts, gained]) => [(facts as { ticketKey: string }).ticketKey, [...gained].sort()]);

    it('are those for beneficiaries, owners and requesters who approve themselves, the newest first', async () => {
      await ports().ledger.appendAll([
        ...approved('1', plus(NOW, 10), { by: A, fields: { beneficiary: B } }),
        ...approved('2', plus(NOW, 20), {
          by: B,
          fields: { accountOwner: A, accountId: '"holder":"x", "beneficiary":"y' },
        }),
        ...approved('3', plus(NOW, 30), { by: C, submitter: A }),
        ...approved('4', plus(NOW, 40), { by: A, fields: { beneficiary: D } }),
      ]);
      expect(await found()).toEqual([
        ['GOV-3', [A]],
        ['GOV-2', [A, D]],
        ['GOV-1', [B, D]],
      ]);
      expect(await found(plus(NOW, 15))).toEqual([
        ['GOV-3', [A]],
        ['GOV-2', [A, D]],
      ]);
      expect(await found(plus(NOW, 35))).toEqual([]);
    });

    it('are none that someone else made, that no gate permitted, or for oneself', async () => {
      await ports().ledger.appendAll([
        ...approved('1', plus(NOW, 10), { by: A, holder: C, fields: { beneficiary: B } }),
        ...approved('2', plus(NOW, 20), { by: B, fields: { beneficiary: A } }),
        ...approved('3', plus(NOW, 30), { by: C, fields: { beneficiary: C } }),
        ...approved('4', plus(NOW, 40), { by: A, fields: { beneficiary: B } }).filter(
          ({ kind }) => kind !== 'gate-decided',
        ),
      ]);
      expect(await found()).toEqual([]);
    });
  });
}
