import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { askedOwner } from '../../../../src/domain/responsibility/owner-search/asked-owner';
import { bestOwners, rankOwners } from '../../../../src/domain/responsibility/owner-search/best-owners';
import { rolesNamedBy } from '../../../../src/domain/responsibility/owner-search/owner-score';
import { ROLES, SERVICES } from '../../../support/builders/company';
import { aResponsibility } from '../../../support/builders/matrix';
import { anyMatrix, anyQuestion } from '../../../support/builders/owner-questions';
import { activitiesIn, rowsAnsweringIn, searchEverything } from '../../../support/fakes/search-in-memory';

describe('the best owners', () => {
  it('are those of a search through everything, once no other row can change them', () => {
    fc.assert(
      fc.property(anyMatrix, anyQuestion, fc.integer({ min: 1, max: 4 }), (rows, text, limit) => {
        const asked = askedOwner(text, SERVICES);
        const services = asked.services.map(({ key }) => key);
        const roles = rolesNamedBy(asked.words, ROLES);
        const listed = activitiesIn(rows, { words: asked.words, roles, services });
        const ranking = rankOwners(asked, listed, { roles: ROLES, services: SERVICES });
        const everything = searchEverything(text, { rows, roles: ROLES, services: SERVICES }, limit);
        for (let read = 0; read <= ranking.activities.length; read += 1) {
          const activities = ranking.activities.slice(0, read);
          const ids = activities.map(({ row }) => row);
          const found = bestOwners(
            ranking,
            read,
            rowsAnsweringIn(rows, { activities, services, ids }),
            limit,
          );
          if (found || read === ranking.activities.length) expect(found).toEqual(everything);
        }
      }),
      { numRuns: 500 },
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
    const names = { roles: ROLES, services: SERVICES };
    const listed = activitiesIn(rows, { words: ['backup'], roles: [], services: [] });
    const ranking = rankOwners(askedOwner('backup', SERVICES), listed, names);
    expect(listed).toHaveLength(30);
    expect(bestOwners(ranking, 9, rows.slice(0, 9), 10)).toBeUndefined();
    expect(bestOwners(ranking, 10, rows.slice(0, 10), 10)?.map(({ row }) => row.id)).toEqual(
      rows.slice(0, 10).map(({ id }) => id),
    );
  });

  it('are known when the others are far behind, though there are few of them', () => {
    const rows = [
      aResponsibility({ id: 'a', activity: 'Backup' }),
      aResponsibility({ id: 'b', activity: 'Review', customerTasks: 'Keep a backup.' }),
    ];
    const asked = askedOwner('backup', SERVICES);
    const listed = activitiesIn(rows, { words: asked.words, roles: [], services: [] });
    const ranking = rankOwners(asked, listed, { roles: ROLES, services: SERVICES });
    expect(bestOwners(ranking, 1, rows.slice(0, 1), 10)?.map(({ row }) => row.id)).toEqual(['a']);
  });

  it('cannot be told without their rows', () => {
    const asked = askedOwner('provisioning', SERVICES);
    const rows = [aResponsibility()];
    const listed = activitiesIn(rows, { words: asked.words, roles: [], services: [] });
    const ranking = rankOwners(asked, listed, { roles: ROLES, services: SERVICES });
    expect(() => bestOwners(ranking, 1, [], 10)).toThrow(RangeError);
  });
});
