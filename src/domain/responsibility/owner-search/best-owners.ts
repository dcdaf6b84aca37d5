import type { CloudService } from '../cloud-service';
import { indexResponsibilities, mostSpecific, type ResponsibilityIndex } from '../resolve';
import type { Responsibility } from '../responsibility';
import type { Role } from '../role';
import type { AskedOwner } from './asked-owner';
import { scoreAtMost, scoreOf, type ListedActivity } from './owner-score';

/** A row that answers, for a service; null: for any service. */
export interface OwnerMatch {
  row: Responsibility;
  service: CloudService | null;
}

/** The roles and services that a version names, by the names that people use. */
interface Names {
  roles: readonly Role[];
  services: readonly CloudService[];
}

/** The activities of a version, ordered by how well they can answer. */
export interface OwnerRanking {
  asked: AskedOwner;
  names: Names;
  /** Best first, each with the highest score that its row can have. */
  activities: readonly (ListedActivity & { most: number })[];
}

/** Orders activities without the text of their rows. */
export function rankOwners(
  asked: AskedOwner,
  listed: readonly ListedActivity[],
  names: Names,
): OwnerRanking {
  const activities = listed
    .map(one => ({ ...one, most: scoreAtMost(one, asked.words, names.roles) }))
    .filter(({ most }) => asked.words.length === 0 || most > 0)
    .sort((a, b) => b.most - a.most || byName(a, b));
  return { asked, names, activities };
}

/**
 * The answers, best first: rows that have most of the words, each for the service that the question names, or as it
 * holds for any. Undefined when activities whose rows have not been read could change them.
 * @param read - of how many activities, from the best on, the rows have been read
 * @param rows - these, and the others that answer for them
 * @param limit - at most so many answers
 * Source: requirement R11; white-space 5.
 */
export function bestOwners(
  { asked, names, activities }: OwnerRanking,
  read: number,
  rows: readonly Responsibility[],
  limit: number,
): OwnerMatch[] | undefined {
  const index = indexResponsibilities(rows);
  const matches = firstRows(activities.slice(0, read), rows)
    .map(row => ({ row, score: scoreOf(row, asked.words, names.roles) }))
    .filter(({ score }) => asked.words.length === 0 || score > 0)
    .sort((a, b) => b.score - a.score || byName(a.row, b.row))
    .flatMap(one => answersFor(one.row, asked, names, index).map(match => ({ ...one, match })));
  const best = matches[0]?.score ?? 0;
  const answers = matches.filter(({ score }) => score * 3 >= best).slice(0, limit);
  const next = activities[read];
  const last = answers[limit - 1];
  const isBehindAll = next && last && (next.most - last.score || byName(last.row, next)) < 0;
  const isFarBehind = next && next.most * 3 < best;
  return !next || isBehindAll || isFarBehind ? answers.map(({ match }) => match) : undefined;
}

function firstRows(activities: readonly ListedActivity[], rows: readonly Responsibility[]): Responsibility[] {
  const byId = new Map(rows.map(row => [row.id, row]));
  return activities.map(({ row: id }) => {
    const row = byId.get(id);
    if (!row) throw new RangeError(`The row ${id} was not read.`);
    return row;
  });
}

function answersFor(
  row: Responsibility,
  asked: AskedOwner,
  { services }: Names,
  index: ResponsibilityIndex,
): OwnerMatch[] {
  if (asked.services.length === 0)
    return [{ row, service: services.find(({ key }) => key === row.service) ?? null }];
  return asked.services.flatMap(service => {
    const found = mostSpecific(index, row, service.key);
    return found ? [{ row: found.row, service }] : [];
  });
}

function byName(
  a: Pick<ListedActivity, 'domain' | 'activity'>,
  b: Pick<ListedActivity, 'domain' | 'activity'>,
): number {
  return compare(a.activity, b.activity) || compare(a.domain, b.domain);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
