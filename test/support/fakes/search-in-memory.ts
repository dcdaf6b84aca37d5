import { DOMAINS } from '../../../src/domain/responsibility/domains';
import type { MatrixContent } from '../../../src/domain/responsibility/matrix-version';
import { askedOwner } from '../../../src/domain/responsibility/owner-search/asked-owner';
import {
  bestOwners,
  byName,
  type ListedActivity,
  type OwnerMatch,
} from '../../../src/domain/responsibility/owner-search/best-owners';
import {
  soughtWords,
  WEIGHTS,
  wordsOfRow,
  type SoughtWord,
} from '../../../src/domain/responsibility/owner-search/owner-score';
import { comparedActivity, type Responsibility } from '../../../src/domain/responsibility/responsibility';
import { comparable } from '../../../src/domain/shared/text';
import type { ActivityQuery, AnsweringQuery } from '../../../src/ports/matrix-versions';

type Rows = readonly Responsibility[];

/** Activities that can answer, found by going through all rows. */
export function activitiesIn(rows: Rows, { words, services, after, limit }: ActivityQuery): ListedActivity[] {
  const answers = ({ domain, activity }: ListedActivity) =>
    services.length === 0 ||
    rows.some(
      row =>
        row.domain === domain &&
        ['', activity].includes(comparable(row.activity)) &&
        [...services, '*'].includes(row.service),
    );
  const bestFirst = (a: Omit<ListedActivity, 'row'>, b: Omit<ListedActivity, 'row'>) =>
    b.most - a.most || byName(a, b);
  return firstRows(rows)
    .map(row => {
      const { id, domain, activity } = row;
      return { domain, activity: comparable(activity), row: id, most: mostOf(row, words) };
    })
    .filter(listed => (words.length === 0 || listed.most > 0) && answers(listed))
    .filter(listed => !after || bestFirst(after, listed) < 0)
    .sort(bestFirst)
    .slice(0, limit);
}

/** Of each activity the first row by service and id. */
function firstRows(rows: Rows): Responsibility[] {
  const first = new Map<string, Responsibility>();
  const isBefore = (a: Responsibility, b: Responsibility) =>
    a.service === b.service ? a.id < b.id : a.service < b.service;
  for (const row of rows) {
    const activity = comparedActivity(row);
    const known = first.get(activity);
    if (!known || isBefore(row, known)) first.set(activity, row);
  }
  return [...first.values()];
}

function mostOf(row: Responsibility, words: readonly SoughtWord[]): number {
  const { activity, role, tasks } = wordsOfRow(row);
  const weights = words.map(({ contained, domains, roles }) => {
    const isIn = (texts: readonly string[]) => ` ${texts.join(' ')} `.includes(contained);
    if (isIn(activity)) return WEIGHTS.activity;
    if (domains.includes(row.domain)) return WEIGHTS.domain;
    if (roles.includes(row.accountable) || isIn(role)) return WEIGHTS.role;
    return isIn(tasks) ? WEIGHTS.tasks : 0;
  });
  return weights.reduce((sum, weight) => sum + weight, 0);
}

export function rowsAnsweringIn(rows: Rows, { activities, services, ids }: AnsweringQuery): Responsibility[] {
  const answersFor = (row: Responsibility) =>
    activities.some(
      ({ domain, activity }) =>
        row.domain === domain && ['', comparable(activity)].includes(comparable(row.activity)),
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
  const activities = activitiesIn(rows, { words: [], services: [], limit: rows.length });
  const found = bestOwners(asked, { roles, services }, { activities, isAll: true, rows }, limit);
  if (!found) throw new Error('All rows were read, and yet others could answer better.');
  return found;
}

/** What a search asks for first. */
export function activityQuery(
  text: string,
  { roles, services }: Pick<MatrixContent, 'roles' | 'services'>,
): ActivityQuery {
  const asked = askedOwner(text, services);
  return {
    words: soughtWords(asked.words, DOMAINS, roles),
    services: asked.services.map(({ key }) => key),
    limit: 1_000,
  };
}
