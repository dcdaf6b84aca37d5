import { describe, expect, it } from '@jest/globals';
import type { MatrixDraft } from '../../../src/domain/responsibility/matrix-change';
import { APP, CISO } from '../../support/builders/company';
import { aDraft, aMatrixContent, aMatrixVersion, aResponsibility } from '../../support/builders/matrix';
import type { OpenStore, StoredPorts } from '../ports-under-test.ts';
import { byKey } from './matrix-versions.ts';
import { useStore } from './use-store.ts';

const BEGUN: MatrixDraft = {
  number: 2,
  base: 1,
  state: 'importing',
  authors: [APP],
  revision: 0,
  matrixApproverRole: null,
  ticket: null,
};
const NAMED = { roles: aMatrixContent().roles, services: aMatrixContent().services };
const ROWS = ['b', 'a'].map(id => aDraft({ id }));

export function matrixDraftsContract(open: OpenStore): void {
  const ports = useStore(open);

  /** A draft of these rows that can be edited. */
  async function opened({ drafts }: StoredPorts, rows = ROWS): Promise<MatrixDraft> {
    await drafts.begin(BEGUN);
    await drafts.addRows(BEGUN, rows);
    const draft = await drafts.advance(BEGUN, { state: 'open' });
    if (!draft) throw new Error('The draft did not open.');
    return draft;
  }
  const idsOf = async ({ matrixVersions }: StoredPorts, number = 2) =>
    (await matrixVersions.allRows(number)).map(({ id }) => id);

  describe('the draft itself', () => {
    it('is begun once, and is the current one until it is forgotten', async () => {
      const { drafts } = ports();
      expect(await drafts.current()).toBeNull();
      expect(await drafts.begin(BEGUN)).toBe('begun');
      expect(await drafts.begin({ ...BEGUN, authors: [CISO] })).toBe('there already');
      expect(await drafts.current()).toEqual(BEGUN);
      await drafts.forget({ ...BEGUN, revision: 7 });
      expect(await drafts.current()).toEqual(BEGUN);
      await drafts.forget(BEGUN);
      expect(await drafts.current()).toBeNull();
    });

    it('moves on one revision at a time, for those who have seen the last one', async () => {
      const { drafts } = ports();
      await drafts.begin(BEGUN);
      const open = await drafts.advance(BEGUN, { state: 'open', authors: [APP, CISO], ticket: '10001' });
      const expected = { ...BEGUN, state: 'open', authors: [APP, CISO], ticket: '10001', revision: 1 };
      expect(open).toEqual(expected);
      expect(await drafts.advance(BEGUN, { state: 'submitted' })).toBeUndefined();
      expect(await drafts.advance({ ...BEGUN, revision: 1 }, { state: 'submitted' })).toBeUndefined();
      expect(await drafts.current()).toEqual(expected);
    });

    it('keeps what a change leaves out, and takes null for what is given up', async () => {
      const { drafts } = ports();
      await drafts.begin({ ...BEGUN, ticket: '10001' });
      expect(await drafts.advance({ ...BEGUN, ticket: '10001' }, {})).toMatchObject({ ticket: '10001' });
      const seen = { ...BEGUN, ticket: '10001', revision: 1 };
      expect(await drafts.advance(seen, { ticket: null })).toMatchObject({ ticket: null, revision: 2 });
    });
  });

  describe('its rows', () => {
    it('are added while it is imported, by those who have seen it', async () => {
      const store = ports();
      const { drafts } = store;
      await drafts.begin(BEGUN);
      expect(await drafts.addRows({ ...BEGUN, revision: 7 }, ROWS)).toBe(false);
      expect(await drafts.addRows(BEGUN, ROWS)).toBe(true);
      expect(await drafts.addRows(BEGUN, [])).toBe(true);
      await expect(drafts.addRows(BEGUN, [aDraft({ id: 'a' })])).rejects.toThrow();
      expect(await store.matrixVersions.allRows(2)).toEqual([...ROWS].reverse());
    });

    it('are as the author wrote them, with several or no accountable roles', async () => {
      const store = ports();
      const rows = [
        aDraft({ id: 'a', accountable: ['ciso', 'cloud-platform-owner'] }),
        aDraft({ id: 'b', accountable: [], domain: 'No domain of ours' }),
      ];
      await opened(store, rows);
      expect(await store.matrixVersions.allRows(2)).toEqual(rows);
    });

    it('are those of the base when it is copied, and gone when they are cleared', async () => {
      const store = ports();
      const { drafts, matrixVersions } = store;
      const rows = ['x', 'y'].map(id => aResponsibility({ id }));
      await matrixVersions.adopt(aMatrixVersion(), aMatrixContent({ rows }));
      await drafts.begin(BEGUN);
      await drafts.copyBase({ ...BEGUN, revision: 7 });
      expect(await idsOf(store)).toEqual([]);
      await drafts.copyBase(BEGUN);
      expect(await matrixVersions.allRows(2)).toEqual(await matrixVersions.allRows(1));
      await drafts.clearRows({ ...BEGUN, revision: 7 });
      expect(await idsOf(store)).toEqual(['x', 'y']);
      await drafts.clearRows(BEGUN);
      expect(await idsOf(store)).toEqual([]);
      expect(await idsOf(store, 1)).toEqual(['x', 'y']);
    });

    it('are edited one at a time while it is open', async () => {
      const store = ports();
      const { drafts } = store;
      const open = await opened(store);
      expect(await drafts.putRow(open, aDraft({ id: 'a', activity: 'Changed' }))).toBe(true);
      expect(await drafts.putRow(open, aDraft({ id: 'c' }))).toBe(true);
      expect(await drafts.removeRow(open, 'b')).toBe(true);
      expect(await drafts.removeRow(open, 'b')).toBe(false);
      const rows = await store.matrixVersions.allRows(2);
      expect(rows.map(({ id, activity }) => [id, activity])).toEqual([
        ['a', 'Changed'],
        ['c', aDraft().activity],
      ]);
    });

    it.each<[string, (draft: MatrixDraft) => MatrixDraft]>([
      ['an older revision', draft => ({ ...draft, revision: draft.revision - 1 })],
      ['another draft', draft => ({ ...draft, number: 3 })],
    ])('are not edited by someone who has seen %s', async (_, changed) => {
      const store = ports();
      const seen = changed(await opened(store));
      expect(await store.drafts.putRow(seen, aDraft({ id: 'c' }))).toBe(false);
      expect(await store.drafts.removeRow(seen, 'a')).toBe(false);
      expect(await idsOf(store)).toEqual(['a', 'b']);
    });

    it('are not edited while it is imported, nor added, copied or cleared while it is open', async () => {
      const store = ports();
      const { drafts } = store;
      await drafts.begin(BEGUN);
      expect(await drafts.putRow(BEGUN, aDraft())).toBe(false);
      await drafts.addRows(BEGUN, ROWS);
      const open = await drafts.advance(BEGUN, { state: 'open' });
      if (!open) throw new Error('The draft did not open.');
      expect(await drafts.addRows(open, [aDraft({ id: 'c' })])).toBe(false);
      await drafts.copyBase(open);
      await drafts.clearRows(open);
      expect(await idsOf(store)).toEqual(['a', 'b']);
    });

    it('are left where they are when it is forgotten, for the person who starts again', async () => {
      const store = ports();
      const open = await opened(store);
      await store.drafts.forget(open);
      expect(await idsOf(store)).toEqual(['a', 'b']);
      await store.drafts.begin(BEGUN);
      await store.drafts.clearRows(BEGUN);
      expect(await idsOf(store)).toEqual([]);
    });
  });

  describe('the version that it becomes', () => {
    const version = aMatrixVersion({ number: 2, contentHash: 'h2' });

    it('has its rows and what they name, and the first one stays', async () => {
      const store = ports();
      await opened(store);
      await store.drafts.adopt(version, NAMED);
      await store.drafts.adopt({ ...version, contentHash: 'other' }, { roles: [], services: [] });
      expect(await store.matrixVersions.list()).toEqual([version]);
      const rows = ['a', 'b'].map(id => aResponsibility({ id }));
      expect(await store.matrixVersions.content(2)).toEqual({ ...byKey(NAMED), rows });
    });

    it('is never written in, though the draft is still there', async () => {
      const store = ports();
      const { drafts } = store;
      const open = await opened(store);
      await drafts.adopt(version, NAMED);
      expect(await drafts.putRow(open, aDraft({ id: 'c' }))).toBe(false);
      expect(await drafts.removeRow(open, 'a')).toBe(false);
      const importing = await drafts.advance(open, { state: 'importing' });
      if (!importing) throw new Error('The draft did not move on.');
      await drafts.clearRows(importing);
      expect(await drafts.addRows(importing, [aDraft({ id: 'd' })])).toBe(false);
      expect(await idsOf(store)).toEqual(['a', 'b']);
    });
  });
}
