import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EvidenceEntry } from '../../../src/domain/evidence/evidence-entry';
import { NOW } from '../../support/builders/company';
import { openSqlStore, type SqlStore } from './sql-store.ts';

/** What only a database can do wrong; the rest is in the contract of the port. */
describe('an entry of the ledger', () => {
  let store: SqlStore;

  beforeAll(async () => {
    store = await openSqlStore();
  });
  afterAll(() => store.close());

  const entry = (id: string): EvidenceEntry => ({
    id,
    at: NOW,
    kind: 'set-up-step',
    actor: null,
    subject: id,
    facts: {},
  });
  const listed = async (subject: string) =>
    (await store.ports.ledger.list({ subject, limit: 10 })).entries.map(({ id }) => id);

  it('is found whose answer was lost', async () => {
    store.forge.fail({ containing: 'insert into `evidence_entry`', how: 'answer lost' });
    expect(await store.ports.ledger.append(entry('lost'))).toBe('repeated');
    expect(await listed('lost')).toEqual(['lost']);
  });

  it('is not there when it was not written, and that is said', async () => {
    store.forge.fail({ containing: 'insert into `evidence_entry`', how: 'refused' });
    await expect(store.ports.ledger.append(entry('failed'))).rejects.toThrow();
    expect(await listed('failed')).toEqual([]);
  });
});
