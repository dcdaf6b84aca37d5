import { comparable } from '../../shared/text';
import type { CloudService } from '../cloud-service';
import { indexResponsibilities, mostSpecific, type ResponsibilityIndex } from '../resolve';
import type { Responsibility } from '../responsibility';
import type { Role } from '../role';
import type { AskedOwner } from './asked-owner';
import { scoreOf } from './owner-score';

/**
 * An activity of a version, which counts as its first row does: of those for any service, or else of the first service.
 * Domain defaults count as an activity of their own.
 */
export interface ListedActivity {
  domain: string;
  /** As it is compared. */
  activity: string;
  /** The id of that row. */
  row: string;
  /** The highest score that the row can have. */
  most: number;
}

/** What has been read of a version to answer a question. */
export interface OwnersRead {
  /** The best of its activities, best first. */
  activities: readonly ListedActivity[];
  /** Whether these are all that can answer. */
  isAll: boolean;
  /** The first rows of these activities, and the others that answer for them. */
  rows: readonly Responsibility[];
}

/** The roles and services that a version names, by the names that people use. */
interface Names {
  roles: readonly Role[];
  services: readonly CloudService[];
}

/** A row that answers, for a service; null: for any service. */
export interface OwnerMatch {
  row: Responsibility;
  service: CloudService | null;
}

/**
 * The answers, best first: rows that have most of the words, each for the service that the question names, or as it
 * holds for any. Undefined when activities that have not been read could change them.
 * @param limit - at most so many answers
 * Source: requirement R11; white-space 5.
 */
export function bestOwners(
  asked: AskedOwner,
  names: Names,
  { activities, isAll, rows }: OwnersRead,
  limit: number,
): OwnerMatch[] | undefined {
  const index = indexResponsibilities(rows);
  const matches = firstRows(activities, rows)
    .map(row => ({ row, score: scoreOf(row, asked.words, names.roles) }))
    .filter(({ score }) => asked.words.length === 0 || score > 0)
    .sort((a, b) => b.score - a.score || byName(a.row, b.row))
    .flatMap(one => answersFor(one.row, asked, names, index).map(match => ({ ...one, match })));
  const best = matches[0]?.score ?? 0;
  const answers = matches.filter(({ score }) => score * 3 >= best).slice(0, limit);
  const worst = activities.at(-1);
  const last = answers[limit - 1];
  const isBehind = worst && last && (worst.most - last.score || byName(last.row, worst)) <= 0;
  const isFarBehind = worst && worst.most * 3 < best;
  return isAll || isBehind || isFarBehind ? answers.map(({ match }) => match) : undefined;
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

type Named = Pick<ListedActivity, 'domain' | 'activity'>;

/** The order of activities as they are compared, as the database has it. */
export function byName(a: Named, b: Named): number {
  return compare(comparable(a.activity), comparable(b.activity)) || compare(a.domain, b.domain);
}

function compare(a: string, b: string): number {
  for (let nth = 0; nth < a.length && nth < b.length; nth += 1) {
    const order = place(a.charCodeAt(nth)) - place(b.charCodeAt(nth));
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Characters of two code units come after all others. */
function place(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}
