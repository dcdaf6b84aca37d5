import { describe, expect, it } from '@jest/globals';
import { editionOf, placeOfEdition, type ShownEdition } from '../../../static/src/pages/matrix/edition';
import { withEdits } from '../../../static/src/pages/matrix/draft-edits';
import { placeOf } from '../../../static/src/api/place';
import { MATRIX_ROWS } from '../preview/matrices.ts';

describe('what of the matrix an address shows', () => {
  it.each<ShownEdition>([
    { kind: 'version', version: undefined },
    { kind: 'version', version: 3 },
    { kind: 'day', day: '2026-03-03' },
    { kind: 'draft' },
    { kind: 'difference', from: 1, to: 3 },
    { kind: 'difference', from: 2, to: 'draft' },
  ])('leads back to %j', shown => {
    const { pathname, search } = new URL(placeOfEdition(shown), 'https://jira.invalid');
    expect(editionOf(placeOf({ pathname, search }).query)).toEqual(shown);
  });

  it('may be a row of it', () => {
    const place = placeOfEdition({ kind: 'day', day: '2026-03-03' }, 'a row & more');
    const { searchParams } = new URL(place, 'https://jira.invalid');
    expect([searchParams.get('at'), searchParams.get('row')]).toEqual(['2026-03-03', 'a row & more']);
    expect(placeOfEdition({ kind: 'version', version: undefined }, 'x')).toBe('/matrix?row=x');
  });

  it.each(['at=2026-02-30x', 'at=0020-03-03', 'at=', 'version=0', 'version=x', 'from=1', 'from=1&to=x', ''])(
    'is the version in force for %j',
    query => {
      expect(editionOf(new URLSearchParams(query))).toEqual({ kind: 'version', version: undefined });
    },
  );
});

describe('a draft with edits', () => {
  const [first, second] = MATRIX_ROWS;
  if (!first || !second) throw new Error('There are no rows');
  const rows = [first, second];

  it('has changed rows in their place, new ones last, and removed ones no more', () => {
    const changed = { ...first, activity: 'Another' };
    const added = { ...first, id: 'new' };
    expect(
      withEdits(
        rows,
        new Map([
          [first.id, changed],
          ['new', added],
        ]),
      ),
    ).toEqual([changed, second, added]);
    expect(withEdits(rows, new Map([[second.id, null]]))).toEqual([first]);
  });

  it('has no row that was added and removed again', () => {
    expect(withEdits(rows, new Map([['new', null]]))).toEqual(rows);
  });
});
