import { askedOwner } from '../../../src/domain/responsibility/owner-search/asked-owner';
import { bestOwners, rankOwners, type OwnerMatch } from '../../../src/domain/responsibility/owner-search/best-owners';
import { wordsOfRow, type ListedActivity } from '../../../src/domain/responsibility/owner-search/owner-score';
import { contained } from '../../../src/domain/responsibility/owner-search/similar-words';
import type { MatrixContent } from '../../../src/domain/responsibility/matrix-version';
import type { Responsibility } from '../../../src/domain/responsibility/responsibility';
import type { ActivityQuery, AnsweringQuery } from '../../../src/ports/matrix-versions';

type Rows = readonly Responsibility[];

/** Activities that can answer, found by going through all rows. */
export function activitiesIn(rows: Rows, { words, roles, services }: ActivityQuery): ListedActivity[] {
  const isAsked = ({ accountable, has }: ListedActivity) =>
    words.length === 0 || has.includes(true) || roles.includes(accountable);
  const answers = ({ domain, activity }: ListedActivity) =>
    services.length === 0 ||
    rows.some(
      row =>
        row.domain === domain && ['', activity].includes(row.activity) && [...services, '*'].includes(row.service),
    );
  return firstRows(rows)
    .map(row => {
      const text = ` ${[...wordsOfRow(row)].join(' ')} `;
      const { id, domain, activity, accountable } = row;
      return { domain, activity, accountable, row: id, has: words.map(word => text.includes(contained(word))) };
    })
    .filter(listed => isAsked(listed) && answers(listed));
}

/** Of each activity the first row by service and id. */
function firstRows(rows: Rows): Responsibility[] {
  const first = new Map<string, Responsibility>();
  const before = (a: Responsibility, b: Responsibility) =>
    a.service === b.service ? a.id < b.id : a.service < b.service;
  for (const row of rows) {
    const activity = JSON.stringify([row.domain, row.activity]);
    const known = first.get(activity);
    if (!known || before(row, known)) first.set(activity, row);
  }
  return [...first.values()];
}

export function rowsAnsweringIn(rows: Rows, { activities, services, ids }: AnsweringQuery): Responsibility[] {
  const answersFor = (row: Responsibility) =>
    activities.some(
      ({ domain, activity }) => row.domain === domain && ['', activity].includes(row.activity),
    );
  return rows
    .filter(
      row =>
        ids.includes(row.id) ||
        (services.length > 0 && [...services, '*'].includes(row.service) && answersFor(row)),
    )
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** The answers of a search that reads everything, and so cannot miss one. */
export function searchEverything(
  text: string,
  { rows, roles, services }: MatrixContent,
  limit: number,
): OwnerMatch[] {
  const asked = askedOwner(text, services);
  const listed = activitiesIn(rows, { words: [], roles: [], services: [] });
  const has = asked.words.map(() => true);
  const ranking = rankOwners(asked, listed.map(activity => ({ ...activity, has })), { roles, services });
  const found = bestOwners(ranking, ranking.activities.length, rows, limit);
  if (!found) throw new Error('All rows were read, and yet others could answer better.');
  return found;
}
