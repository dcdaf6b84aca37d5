import { describe, expect, it } from '@jest/globals';
import { namesOf } from '../../../static/src/pages/matrix/names';
import {
  filtered,
  findingsByRow,
  NO_FILTER,
  searchable,
  type RowFilter,
} from '../../../static/src/pages/matrix/row-search';
import { FINDINGS, largeMatrix, MATRIX_ROWS, matrixView } from '../preview/matrices.ts';

const names = namesOf(matrixView(), null);
const rows = searchable(MATRIX_ROWS, names);
const findings = findingsByRow(FINDINGS.findings);
const idsFor = (filter: Partial<RowFilter>) =>
  filtered(rows, { ...NO_FILTER, ...filter }, findings).map(({ id }) => id);

describe('the rows of the matrix', () => {
  it('stand domain by domain, each with its default last', () => {
    const shown = filtered(rows, NO_FILTER, findings);
    expect(shown).toHaveLength(MATRIX_ROWS.length);
    const assets = shown.filter(({ domain }) => domain === 'Asset and configuration management');
    expect(shown.slice(0, assets.length)).toEqual(assets);
    expect(assets.at(-1)?.id).toBe('asset-default');
  });

  it.each<[string, Partial<RowFilter>, string[]]>([
    ['every word, in any column', { text: 'IAM-nothing' }, []],
    ['a name that a key stands for', { text: 'ines  ROOT' }, ['iam-root-aws']],
    ['what stands for an empty activity', { text: 'everything identity' }, ['iam-default']],
    ['a party', { party: 'third-party' }, ['backup-regions-aws']],
    [
      'a role in any capacity',
      { role: 'iam-lead', service: 'aws' },
      ['iam-root-aws', 'iam-approval', 'iam-sso'],
    ],
    ['a domain and a service', { domain: 'Identity and access management', service: '*' }, ['iam-default']],
    ['errors', { found: 'error' }, ['log-retention-aws']],
    ['findings', { found: 'anything' }, ['log-retention-aws', 'backup-restore-aws', 'backup-regions-aws']],
  ])('are found by %s', (_, filter, ids) => {
    expect(idsFor(filter)).toEqual(ids);
  });

  it('are 2,000 and still found before anyone feels it', () => {
    const all = largeMatrix().flatMap(view => view.rows);
    const prepared = searchable(all, names);
    const began = performance.now();
    for (const text of ['a', 'ac', 'activity', 'activity 19', 'activity 1999'])
      filtered(prepared, { ...NO_FILTER, text }, findings);
    expect(all).toHaveLength(2_000);
    expect((performance.now() - began) / 5).toBeLessThan(50);
  });
});

describe('names in the matrix', () => {
  it('are those of the version, and for what it does not name those of the register', () => {
    const { roles } = namesOf(matrixView(), {
      youMayEdit: true,
      youMayExport: true,
      roles: [
        {
          key: 'ciso',
          name: 'Renamed since',
          kind: 'internal',
          charter: '',
          acting: null,
          periods: [],
          accountableFor: 0,
        },
        {
          key: 'auditor',
          name: 'Auditor',
          kind: 'internal',
          charter: '',
          acting: null,
          periods: [],
          accountableFor: 0,
        },
      ],
    });
    expect([roles.get('ciso')?.name, roles.get('auditor')?.name]).toEqual(['CISO', 'Auditor']);
  });
});
