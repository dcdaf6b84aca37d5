import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { askedOwner } from '../../../../src/domain/responsibility/owner-search/asked-owner';
import { bestOwners, byName } from '../../../../src/domain/responsibility/owner-search/best-owners';
import { comparable } from '../../../../src/domain/shared/text';
import type { Responsibility } from '../../../../src/domain/responsibility/responsibility';
import { ROLES, SERVICES } from '../../../support/builders/company';
import { aResponsibility } from '../../../support/builders/matrix';
import { anyMatrix, anyQuestion } from '../../../support/builders/owner-questions';
import {
  activitiesIn,
  activityQuery,
  rowsAnsweringIn,
  searchEverything,
} from '../../../support/fakes/search-in-memory';

const NAMES = { roles: ROLES, services: SERVICES };

/** What is found once so many of the activities have been read. */
function foundIn(rows: readonly Responsibility[], text: string, read: number, limit: number) {
  const query = activityQuery(text, NAMES);
  const all = activitiesIn(rows, query);
  const activities = all.slice(0, read);
  const answering = { activities, services: query.services, ids: activities.map(({ row }) => row) };
  return bestOwners(
    askedOwner(text, SERVICES),
    NAMES,
    { activities, isAll: read > all.length, rows: rowsAnsweringIn(rows, answering) },
    limit,
  );
}

describe('the best owners', () => {
  it('are those of a search through everything, as soon as they are known', () => {
    fc.assert(
      fc.property(anyMatrix, anyQuestion, fc.integer({ min: 1, max: 4 }), (rows, text, limit) => {
        const everything = searchEverything(text, { rows, ...NAMES }, limit);
        for (let read = 0; read <= rows.length + 1; read += 1) {
          const found = foundIn(rows, text, read, limit);
          if (found) expect(found).toEqual(everything);
        }
        expect(foundIn(rows, text, rows.length + 1, limit)).toBeDefined();
      }),
      { numRuns: 200 },
    );
  });

  it('are known from the first rows where what is done has the words', () => {
    const rows = Array.from({ length: 30 }, (_, nth) =>
      aResponsibility({
        id: `row-${String(nth).padStart(2, '0')}`,
        activity: nth < 12 ? `Backup ${String(nth).padStart(2, '0')}` : `Review ${String(nth)}`,
        customerTasks: 'Keep a backup.',
      }),
    );
    expect(foundIn(rows, 'backup', 9, 10)).toBeUndefined();
    expect(foundIn(rows, 'backup', 10, 10)?.map(({ row }) => row)).toEqual(rows.slice(0, 10));
  });

  it('are known when the others are far behind, though there are few of them', () => {
    const far = ['b', 'c'].map(id => aResponsibility({ id, activity: id, customerTasks: 'Keep a backup.' }));
    const rows = [aResponsibility({ id: 'a', activity: 'Backup' }), ...far];
    expect(foundIn(rows, 'backup', 1, 10)).toBeUndefined();
    expect(foundIn(rows, 'backup', 2, 10)?.map(({ row }) => row.id)).toEqual(['a']);
  });

  it('are not kept back by an activity that has no answer for the service', () => {
    const elsewhere = aResponsibility({ id: 'a', activity: 'Backup', service: 'github' });
    const here = aResponsibility({ id: 'b', activity: 'Restore', customerTasks: 'Use the backup.' });
    expect(foundIn([elsewhere, here], 'backup aws', 3, 10)?.map(({ row }) => row.id)).toEqual(['b']);
  });

  it('cannot be told without their rows', () => {
    const [listed] = activitiesIn([aResponsibility()], activityQuery('', NAMES));
    if (!listed) throw new Error('Nothing is listed.');
    const read = { activities: [listed], isAll: true, rows: [] };
    expect(() => bestOwners(askedOwner('', SERVICES), NAMES, read, 10)).toThrow(RangeError);
  });
});

describe('the order of names', () => {
  it('is the one of the bytes that databases keep, of names as they are compared', () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 4 });
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const order = byName({ activity: one, domain: '' }, { activity: other, domain: '' });
        expect(Math.sign(order)).toBe(
          Buffer.compare(Buffer.from(comparable(one)), Buffer.from(comparable(other))),
        );
      }),
      { examples: [['\uE000', '𝒜']] },
    );
  });
});
