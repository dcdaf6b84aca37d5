import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { instant } from '../../support/builders/company';
import { aDraft, aMatrixContent, aMatrixVersion, aResponsibility } from '../../support/builders/matrix';
import { openSqlStore, type SqlStore } from './sql-store.ts';

/** What only a database can do wrong; the rest is in the contract of the port. */
describe('versions of the matrix in the database', () => {
  const version = aMatrixVersion({ effectiveFrom: instant('2026-01-01') });
  const rows = Array.from({ length: 250 }, (_, index) => aResponsibility({ id: `row-${String(index)}` }));
  const content = aMatrixContent({ rows });
  let store: SqlStore;

  beforeAll(async () => {
    store = await openSqlStore();
  });
  beforeEach(() => store.empty());
  afterAll(() => store.close());

  it.each(['insert into `responsibility`', 'insert into `matrix_version`'])(
    'are not there before they are whole: cut at %s',
    async containing => {
      const { matrixVersions, decisions } = store.ports;
      store.forge.fail({ containing, how: 'refused' });
      await expect(matrixVersions.adopt(version, content)).rejects.toThrow();
      expect(await matrixVersions.list()).toEqual([]);
      expect((await decisions.registersAsOf(instant('2026-02-01'))).matrix).toBeNull();
      await matrixVersions.adopt(version, content);
      expect((await matrixVersions.content(1)).rows).toHaveLength(rows.length);
    },
  );

  it('are there though the answer was lost', async () => {
    const { matrixVersions } = store.ports;
    store.forge.fail({ containing: 'insert into `matrix_version`', how: 'answer lost' });
    await matrixVersions.adopt(version, aMatrixContent());
    expect(await matrixVersions.list()).toEqual([version]);
    expect((await matrixVersions.content(1)).rows).toHaveLength(1);
  });

  it('take the longest rows of a draft, whatever their letters', async () => {
    const { drafts, matrixVersions } = store.ports;
    const begun = {
      number: 2,
      base: 1,
      state: 'importing',
      authors: [],
      revision: 0,
      ticket: null,
      matrixApproverRole: null,
    } as const;
    // Every word is kept a second time, to be found by.
    const words = Array.from({ length: 500 }, (_, nth) => `鍵${String(nth).padStart(4, '0')}`).join(' ');
    const longest = Array.from({ length: 100 }, (_, nth) =>
      aDraft({ id: `row-${String(nth).padStart(3, '0')}`, customerTasks: words, providerTasks: words }),
    );
    await drafts.begin(begun);
    expect(await drafts.addRows(begun, longest)).toBe(true);
    expect(await matrixVersions.allRows(2)).toEqual(longest);
  });
});
