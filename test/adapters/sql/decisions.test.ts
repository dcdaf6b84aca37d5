import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NOW } from '../../support/builders/company';
import { NOTHING_ASKED } from '../../ports/contracts/questions.ts';
import type { StoredPorts } from '../../ports/ports-under-test.ts';
import { openSqlStore, type SqlStore } from './sql-store.ts';

describe('statements', () => {
  let store: SqlStore;

  beforeAll(async () => {
    store = await openSqlStore();
  });
  afterAll(() => store.close());

  const question = { ...NOTHING_ASKED, ticketId: '1' };
  const page = Array.from({ length: 50 }, (_, nth) => ({ ...question, ticketId: String(nth) }));

  it.each<[string, number, (ports: StoredPorts) => Promise<unknown>]>([
    ['a decision', 1, ({ decisions }) => decisions.records(question)],
    ['the decisions about a page of tickets', 1, ({ decisions }) => decisions.recordsOfEach(page)],
    ['an explanation', 1, ({ decisions }) => decisions.recordsToExplain(question)],
    ['what the registers say', 1, ({ decisions }) => decisions.registersAsOf(NOW)],
    ['the same with the names of the version', 1, ({ decisions }) => decisions.registersWithNames(NOW)],
    ['no decision', 0, ({ decisions }) => decisions.recordsOfEach([])],
    ['no roles', 0, ({ roles }) => roles.put([])],
    ['no services', 0, ({ services }) => services.put([])],
    ['no periods', 0, ({ roles }) => roles.openPeriods([])],
    ['no ends of periods', 0, ({ roles }) => roles.closePeriods([])],
    ['no evidence', 0, ({ ledger }) => ledger.appendAll([])],
  ])('of %s are %i', async (_, statements, act) => {
    store.forge.forget();
    await act(store.ports);
    expect(store.forge.statements).toHaveLength(statements);
  });
});
