import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { searchByWords } from '../../../src/application/owners/search-matrix';
import type { DraftResponsibility } from '../../../src/domain/responsibility/responsibility';
import type {
  ActivityQuery,
  AnsweringQuery,
  MatrixVersions,
  NamedInMatrix,
  RowQuery,
} from '../../../src/ports/matrix-versions';
import { sortedBy } from '../../../src/domain/shared/content-hash';
import { aRole, instant, SERVICES } from '../../support/builders/company';
import { aMatrixContent, aMatrixVersion, aResponsibility, ASSETS } from '../../support/builders/matrix';
import { anyMatrix, anyQuestion } from '../../support/builders/owner-questions';
import { activityQuery, searchEverything } from '../../support/fakes/search-in-memory';
import type { OpenStore } from '../ports-under-test.ts';
import { AWKWARD } from './awkward-text.ts';
import { useStore } from './use-store.ts';

const FIRST = aMatrixVersion({ effectiveFrom: instant('2026-01-01') });
const SECOND = aMatrixVersion({ number: 2, contentHash: 'h2', effectiveFrom: instant('2026-07-01') });
/** More than any store reads at once, and in no order. */
const MANY = Array.from({ length: 320 }, (_, index) =>
  aResponsibility({ id: `row-${String((index * 7) % 320).padStart(3, '0')}`, customerTasks: AWKWARD }),
);

/** What a version names comes by its keys. */
export function byKey({ roles, services }: NamedInMatrix): NamedInMatrix {
  return { roles: sortedBy(roles, ({ key }) => key), services: sortedBy(services, ({ key }) => key) };
}

/** Every page, one after the other. */
async function everyPage(
  versions: MatrixVersions,
  number: number,
  query: RowQuery = {},
): Promise<DraftResponsibility[]> {
  const rows: DraftResponsibility[] = [];
  for (let after: string | undefined; ;) {
    const page = await versions.rows(number, after === undefined ? query : { ...query, after });
    rows.push(...page.rows);
    after = page.next;
    if (after === undefined) return rows;
  }
}

export function matrixVersionsContract(open: OpenStore): void {
  const ports = useStore(open);

  it('come by their numbers, whatever was written first', async () => {
    const { matrixVersions } = ports();
    await matrixVersions.adopt(SECOND, aMatrixContent());
    await matrixVersions.adopt(FIRST, aMatrixContent());
    expect(await matrixVersions.list()).toEqual([FIRST, SECOND]);
  });

  it('come back whole, rows by their ids, and are written once', async () => {
    const { matrixVersions } = ports();
    const content = aMatrixContent({ rows: MANY });
    await matrixVersions.adopt(FIRST, content);
    await matrixVersions.adopt(FIRST, aMatrixContent({ rows: [] }));
    expect(await matrixVersions.list()).toEqual([FIRST]);
    const rows = MANY.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(await matrixVersions.content(1)).toEqual({ ...byKey(content), rows });
    expect(await matrixVersions.named(1)).toMatchObject(byKey(content));
  });

  it('are missing when no one approved them', async () => {
    const { matrixVersions } = ports();
    await expect(matrixVersions.content(7)).rejects.toThrow(RangeError);
    expect(await matrixVersions.named(7)).toBeUndefined();
    expect(await matrixVersions.allRows(7)).toEqual([]);
    expect(await matrixVersions.rows(7)).toEqual({ rows: [] });
  });

  it('show their rows as drafts do, in pages and all at once', async () => {
    const { matrixVersions } = ports();
    await matrixVersions.adopt(FIRST, aMatrixContent({ rows: MANY }));
    const ids = MANY.map(({ id }) => id).sort();
    const all = await matrixVersions.allRows(1);
    expect(all.map(({ id }) => id)).toEqual(ids);
    expect(all[0]?.accountable).toEqual([MANY[0]?.accountable]);
    expect(await everyPage(matrixVersions, 1)).toEqual(all);
    expect((await matrixVersions.rows(1, { after: 'row-310' })).rows[0]?.id).toBe('row-311');
  });

  it.each<[RowQuery, string[]]>([
    [{ domain: 'Governance' }, ['gov-*', 'gov-aws']],
    [{ service: 'aws' }, ['assets-*', 'assets-aws', 'gov-*', 'gov-aws']],
    [{ service: 'github', domain: ASSETS }, ['assets-*', 'assets-github']],
    [{ service: '*', domain: ASSETS }, ['assets-*']],
    [{ service: 'nothing', domain: 'Recovery' }, []],
  ])('show of their rows what is asked for: %j', async (query, ids) => {
    const { matrixVersions } = ports();
    const rows = ['*', 'aws', 'github'].map(service => aResponsibility({ id: `assets-${service}`, service }));
    const governance = ['*', 'aws'].map(service =>
      aResponsibility({ id: `gov-${service}`, service, domain: 'Governance' }),
    );
    await matrixVersions.adopt(FIRST, aMatrixContent({ rows: [...rows, ...governance] }));
    expect((await everyPage(matrixVersions, 1, query)).map(({ id }) => id)).toEqual(ids);
  });

  describe('searched', () => {
    const rows = [
      aResponsibility({ id: 'a-any', activity: 'Backup', accountable: 'no-such-role' }),
      aResponsibility({ id: 'a-aws', activity: 'Backup', service: 'aws', customerTasks: 'Überwachung' }),
      aResponsibility({ id: 'b-aws', activity: 'Überwachen der Schlüssel', service: 'aws' }),
      aResponsibility({ id: 'b-github', activity: 'Überwachen der Schlüssel', service: 'github' }),
      aResponsibility({ id: 'c-github', activity: '', domain: 'Governance', service: 'github' }),
      aResponsibility({ id: 'd-other', activity: 'Review', domain: 'Governance', service: 'other' }),
    ];
    const NAMES = { roles: [aRole({ key: 'no-such-role', name: 'Keeper' })], services: SERVICES };
    beforeEach(() => ports().matrixVersions.adopt(FIRST, aMatrixContent({ rows })));
    const list = (text: string, query: Partial<ActivityQuery> = {}) =>
      ports().matrixVersions.activities(1, { ...activityQuery(text, NAMES), ...query });

    it('list each activity once, as it is compared, by its first row for any service or else the first service', async () => {
      const listed = await list('');
      expect(listed).toEqual([
        { domain: 'Governance', activity: '', row: 'c-github', most: 0 },
        { domain: ASSETS, activity: 'backup', row: 'a-any', most: 0 },
        { domain: 'Governance', activity: 'review', row: 'd-other', most: 0 },
        { domain: ASSETS, activity: 'überwachen der schlüssel', row: 'b-aws', most: 0 },
      ]);
      const query = activityQuery('', NAMES);
      expect(await ports().matrixVersions.activities(7, query)).toEqual([]);
    });

    it.each<[string, (readonly [row: string, most: number])[]]>([
      ['überwachung', [['b-aws', 8]]],
      [
        'backups reviews',
        [
          ['a-any', 8],
          ['d-other', 8],
        ],
      ],
      [
        'governance backup open accounts',
        [
          ['a-any', 10],
          ['c-github', 6],
          ['d-other', 6],
          ['b-aws', 2],
        ],
      ],
      ['keeper', [['a-any', 3]]],
      ['such', [['a-any', 3]]],
      ['nothing', []],
      [
        'AWS',
        [
          ['a-any', 0],
          ['b-aws', 0],
        ],
      ],
      [
        'GitHub',
        [
          ['c-github', 0],
          ['a-any', 0],
          ['d-other', 0],
          ['b-aws', 0],
        ],
      ],
      ['review AWS', []],
      ['review AWS GitHub', [['d-other', 8]]],
    ])('list what can answer, best first: %j', async (text, expected) => {
      const listed = await list(text);
      expect(listed.map(({ row, most }) => [row, most])).toEqual(expected);
    });

    it.each(['', 'governance backup open accounts'])('list page by page: %j', async text => {
      const all = await list(text);
      for (const limit of [1, 2, 3]) {
        const pages = [];
        for (let page = await list(text, { limit }); page.length > 0;) {
          pages.push(...page);
          const after = page.at(-1);
          page = after && page.length === limit ? await list(text, { limit, after }) : [];
        }
        expect(pages).toEqual(all);
      }
    });

    it('list by many words', async () => {
      const text = Array.from({ length: 120 }, (_, nth) => `w${String(nth)}`).join(' ');
      expect(await list(`${text} backup`)).toMatchObject([{ row: 'a-any', most: 8 }]);
    });

    it.each<[Partial<AnsweringQuery>, string[]]>([
      [{ ids: ['b-github', 'a-any', 'nothing'] }, ['a-any', 'b-github']],
      [{ activities: [rows[0] ?? aResponsibility()], services: ['aws'] }, ['a-any', 'a-aws']],
      [
        { activities: [rows[2] ?? aResponsibility()], services: ['github'], ids: ['b-aws'] },
        ['b-aws', 'b-github'],
      ],
      [{ activities: [rows[5] ?? aResponsibility()], services: ['github'] }, ['c-github']],
      [{ activities: [rows[5] ?? aResponsibility()] }, []],
      [{}, []],
    ])('read the rows that answer: %#', async (query, ids) => {
      const asked = { activities: [], services: [], ids: [], ...query };
      const read = await ports().matrixVersions.rowsAnswering(1, asked);
      expect(read).toEqual(rows.filter(({ id }) => ids.includes(id)));
    });

    it('read more rows than fit in one statement', async () => {
      await ports().matrixVersions.adopt(SECOND, aMatrixContent({ rows: MANY }));
      const ids = MANY.map(({ id }) => id);
      const read = await ports().matrixVersions.rowsAnswering(2, { activities: [], services: [], ids });
      expect(read.map(({ id }) => id)).toEqual([...ids].sort());
    });

    it('give what a search through everything gives', async () => {
      await fc.assert(
        fc.asyncProperty(anyMatrix, anyQuestion, async (some, text) => {
          const { matrixVersions } = ports();
          const number = 2 + (await matrixVersions.list()).length;
          await matrixVersions.adopt(aMatrixVersion({ number }), aMatrixContent({ rows: some }));
          const content = aMatrixContent({ rows: some });
          const searched = { matrixVersions, number, named: content };
          expect(await searchByWords(searched, text, 4)).toEqual(searchEverything(text, content, 4));
        }),
        { numRuns: 60 },
      );
    });
  });
}
