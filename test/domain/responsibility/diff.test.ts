import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  COLUMNS,
  diffMatrices,
  type Column,
  type MatrixDifference,
} from '../../../src/domain/responsibility/diff';
import { draftHash } from '../../../src/domain/responsibility/matrix-change';
import type { CloudService } from '../../../src/domain/responsibility/cloud-service';
import type { DraftResponsibility } from '../../../src/domain/responsibility/responsibility';
import { aService, GITHUB, ROLES, SERVICES } from '../../support/builders/company';
import { aDraft } from '../../support/builders/matrix';

const LISTS: ReadonlySet<Column> = new Set(['accountable', 'responsible', 'consulted', 'informed']);

const roles = fc.array(fc.constantFrom('ciso', 'iam-lead', 'app-owner'), { maxLength: 3 });
const text = fc.constantFrom('', 'Weekly', 'Daily; nightly', 'one\ntwo');
const anyRow = fc.record({ accountable: roles, informed: roles, frequency: text, customerTasks: text });
const anyMatrix = fc
  .dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), anyRow)
  .map(rows => Object.entries(rows).map(([id, cells]) => aDraft({ id, ...cells })));

/** The rows after a difference was made to them, cell by cell as it is told. */
function applied(rows: readonly DraftResponsibility[], difference: MatrixDifference): DraftResponsibility[] {
  const removed = new Set(difference.removed.map(({ id }) => id));
  const kept = rows.filter(({ id }) => !removed.has(id));
  const changed = kept.map(row => {
    const cells = difference.changed.find(({ id }) => id === row.id)?.cells ?? [];
    const values = cells.map(({ column, to }) => [
      column,
      column !== 'id' && LISTS.has(column) ? (to === '' ? [] : to.split(';')) : to,
    ]);
    return { ...row, ...Object.fromEntries(values) } as DraftResponsibility;
  });
  return [...changed, ...difference.added];
}

describe('diffMatrices', () => {
  it('names every cell that differs, as it stands in the import file', () => {
    const row = aDraft({ responsible: ['app-owner', 'ciso'] });
    const changed = { ...row, responsible: ['ciso'], frequency: 'Weekly' };
    expect(diffMatrices([row], [changed])).toEqual({
      added: [],
      removed: [],
      changed: [
        {
          id: row.id,
          cells: [
            { column: 'responsible', from: 'app-owner;ciso', to: 'ciso' },
            { column: 'frequency', from: 'Quarterly', to: 'Weekly' },
          ],
        },
      ],
    });
  });

  it('tells rows that came from rows that went, in the order of their ids', () => {
    const [a, b, c] = ['a', 'b', 'c'].map(id => aDraft({ id }));
    if (!a || !b || !c) throw new Error('There are three rows.');
    expect(diffMatrices([c, a], [b])).toEqual({ added: [b], removed: [a, c], changed: [] });
    expect(diffMatrices([b], [c, a])).toEqual({ added: [a, c], removed: [b], changed: [] });
    const weekly = [c, a, b].map(row => ({ ...row, frequency: 'Weekly' }));
    expect(diffMatrices([a, b, c], weekly).changed.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('looks at every column there is', () => {
    expect(['id', ...COLUMNS].sort()).toEqual(Object.keys(aDraft()).sort());
  });

  it('gives the one matrix when it is applied to the other, for any two', () => {
    fc.assert(
      fc.property(anyMatrix, anyMatrix, (from, to) => {
        expect(hashOf(applied(from, diffMatrices(from, to)))).toBe(hashOf(to));
      }),
    );
  });

  it('is empty for a matrix and itself', () => {
    fc.assert(
      fc.property(anyMatrix, matrix => {
        expect(diffMatrices(matrix, structuredClone(matrix))).toEqual({
          added: [],
          removed: [],
          changed: [],
        });
      }),
    );
  });
});

const hashOf = (rows: readonly DraftResponsibility[]) =>
  draftHash({ rows, roles: ROLES, services: SERVICES }, SAME_APPROVER);

const SAME_APPROVER = { matrixApproverRole: null };

describe('draftHash', () => {
  it('is another where another role is to approve matrices', () => {
    const content = { rows: [aDraft()], roles: ROLES, services: SERVICES };
    expect(draftHash(content, { matrixApproverRole: 'ciso' })).not.toBe(draftHash(content, SAME_APPROVER));
  });

  it('is the same for the same rows in any order, and another for any other cell', () => {
    fc.assert(
      fc.property(anyMatrix, matrix => {
        expect(hashOf([...matrix].reverse())).toBe(hashOf(matrix));
      }),
    );
    const [a, b] = [aDraft({ id: 'a' }), aDraft({ id: 'b' })];
    expect(hashOf([b, a])).toBe(hashOf([a, b]));
    for (const column of COLUMNS) {
      const other = {
        ...aDraft(),
        [column]: LISTS.has(column) ? ['somebody-else'] : 'other',
      };
      expect(hashOf([other])).not.toBe(hashOf([aDraft()]));
    }
  });

  it.each([
    ['its provider', { provider: 'Other' }],
    ['its name', { name: 'Other' }],
    ['whether it is material', { material: false }],
  ] as const)('is another once a service that a row names has changed: %s', (_, changed) => {
    const on = (service: string, services: readonly CloudService[]) =>
      draftHash({ rows: [aDraft({ service })], roles: ROLES, services }, SAME_APPROVER);
    const after = [aService(changed), GITHUB];
    expect(on('aws', after)).not.toBe(on('aws', SERVICES));
    // no row names it
    expect(on('github', after)).toBe(on('github', SERVICES));
    expect(on('*', after)).toBe(on('*', SERVICES));
  });
});
