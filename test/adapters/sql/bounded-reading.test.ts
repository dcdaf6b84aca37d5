import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MOST_READ } from '../../../src/adapters/sql/ledger/ticket-history-part';
import type { EvidenceEntry } from '../../../src/domain/evidence/evidence-entry';
import { plus } from '../../../src/domain/shared/instant';
import { NOW } from '../../support/builders/company';
import { aRoute } from '../../support/builders/matrix';
import { aDecision, aTicket } from '../../support/builders/ticket';
import { NOTHING_ASKED } from '../../ports/contracts/questions.ts';
import { openSqlStore, type SqlStore } from './sql-store.ts';

const MANY = 60;
const TICKET = '1';
const question = { ...NOTHING_ASKED, ticketId: TICKET };

let store: SqlStore;

beforeAll(async () => {
  store = await openSqlStore();
});
beforeEach(() => store.empty());
afterAll(() => store.close());

function entries(kind: string, factsOf: (nth: number) => unknown, ticket = TICKET): EvidenceEntry[] {
  return Array.from({ length: MANY }, (_, nth) => ({
    id: `${kind} ${ticket} ${String(nth).padStart(3, '0')}`,
    at: plus(NOW, nth * 1_000),
    kind,
    version: 1,
    actor: null,
    subject: `ticket:${ticket}`,
    facts: factsOf(nth),
  }));
}

const onTicket = { ticket: TICKET, ticketKey: 'GOV-1' };

function decided(transition: 'Submit' | 'Approve', verdict: 'allow' | 'refuse'): EvidenceEntry[] {
  const { id: _id, at: _at, ...facts } = aDecision(aTicket(), transition);
  const why = verdict === 'refuse' ? { refusals: [{ code: 'OWNER_NOT_NAMED' }], snapshot: null } : {};
  return entries('gate-decided', () => ({ ...facts, ...onTicket, ...why, verdict })).map(entry => ({
    ...entry,
    id: `${transition} ${verdict} ${entry.id}`,
  }));
}

const append = (...all: EvidenceEntry[][]) => store.ports.ledger.appendAll(all.flat());

describe('what is read of a ticket', () => {
  it('is of the refusals the newest, of each transition the newest permissions, and since when', async () => {
    await append(
      decided('Submit', 'refuse'),
      decided('Submit', 'allow'),
      decided('Approve', 'allow').slice(0, 3),
    );
    const { decisions, allowsReadFrom } = await store.ports.decisions.records(question);
    const count = (transition: string, verdict: string) =>
      decisions.filter(one => one.transition === transition && one.verdict === verdict).length;
    expect(count('Submit', 'refuse')).toBe(MOST_READ.refusals);
    expect(count('Submit', 'allow')).toBe(MOST_READ.allowsOfATransition);
    expect(count('Approve', 'allow')).toBe(3);
    expect(decisions.at(-1)?.at).toBe(plus(NOW, (MANY - 1) * 1_000));
    expect(allowsReadFrom).toEqual({
      'Requested > Awaiting approval': plus(NOW, (MANY - MOST_READ.allowsOfATransition) * 1_000),
    });
  });

  it('is the latest routings, in their order, and says that there are more', async () => {
    const routed = entries('routed', nth => ({
      ...onTicket,
      status: 'Requested',
      previous: nth === 0 ? null : `routed 1 ${String(nth - 1).padStart(3, '0')}`,
      route: aRoute(),
      refusal: null,
    }));
    await append(routed);
    const { routings, isMarkedFurther } = await store.ports.decisions.records(question);
    expect(routings.map(({ id }) => id)).toEqual(routed.slice(-MOST_READ.routings).map(({ id }) => id));
    expect(isMarkedFurther).toBe(true);
  });

  it('is of every other kind that the newest are there, and all of them can be asked for', async () => {
    const notices = entries('notice-given', nth => ({ ...onTicket, mark: String(nth) }));
    await append(notices, entries('routing-refused', () => ({}), '2').slice(0, 2));
    const { marks, isMarkedFurther } = await store.ports.decisions.records(question);
    expect(marks).toHaveLength(MOST_READ.ofOthers);
    expect(isMarkedFurther).toBe(true);
    const ids = notices.map(({ id }) => id);
    expect(await store.ports.ledger.recorded([...ids, 'another'])).toEqual(new Set(ids));
    const [other] = await store.ports.decisions.recordsOfEach([{ ...question, ticketId: '2' }]);
    expect(other).toMatchObject({ isMarkedFurther: false, marks: [{}, {}] });
  });

  it('is told apart for each ticket of a page', async () => {
    await append(
      entries('notice-given', nth => ({ ...onTicket, mark: String(nth) })),
      entries('notice-given', nth => ({ ...onTicket, mark: String(nth) }), '2').slice(0, 5),
    );
    const read = await store.ports.decisions.recordsOfEach(
      ['1', '2', '3'].map(ticketId => ({ ...question, ticketId })),
    );
    expect(read.map(({ marks }) => marks.length)).toEqual([MOST_READ.ofOthers, 5, 0]);
  });
});
