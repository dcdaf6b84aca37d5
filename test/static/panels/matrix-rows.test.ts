import { describe, expect, it } from '@jest/globals';
import {
  activityOf,
  domainsOf,
  EVERY_DOMAIN,
  pageOf,
  shownRows,
} from '../../../static/src/panels/responsibility/matrix-rows';
import { row, ROWS } from '../preview/rows.ts';

const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
const [first, routing, other] = [
  row({ id: 'first', customerTasks: 'Rotate the keys' }),
  row({ id: 'routing', routes: true }),
  row({ id: 'other', domain: 'Governance', holder: null, role: 'CISO' }),
];

describe('the rows of the matrix that are shown', () => {
  it('begin with the one that routes the ticket and keep the order of the others', () => {
    expect(ids(shownRows([first, routing, other], EVERY_DOMAIN, ''))).toEqual(['routing', 'first', 'other']);
  });

  it('keep the rows of a domain together, its default last', () => {
    const rows = [
      row({ id: 'default', activity: '' }),
      row({ id: 'elsewhere', domain: 'Governance' }),
      row({ id: 'own' }),
    ];
    expect(ids(shownRows(rows, EVERY_DOMAIN, ''))).toEqual(['own', 'default', 'elsewhere']);
  });

  it('are those of one domain', () => {
    expect(ids(shownRows([first, routing, other], 'Governance', ''))).toEqual(['other']);
  });

  it.each([
    ['KEYS rotate', ['first']],
    ['ciso', ['other']],
    ['vacant', ['other']],
    ['keys ciso', []],
    ['  ', ['routing', 'first', 'other']],
  ])('are those with every word of "%s"', (text, expected) => {
    expect(ids(shownRows([first, routing, other], EVERY_DOMAIN, text))).toEqual(expected);
  });

  it('name each domain once', () => {
    expect(domainsOf(ROWS)).toHaveLength(4);
  });

  it('say what a default of a domain is', () => {
    expect(activityOf(row({ id: 'default', activity: '' }))).toBe('Everything else in this domain');
  });

  it('come in pages', () => {
    expect(pageOf([1, 2, 3, 4, 5], 2, 2)).toEqual([3, 4]);
    expect(pageOf([1, 2, 3, 4, 5], 3, 2)).toEqual([5]);
  });
});
