import { findService } from '../../domain/responsibility/cloud-service';
import { DOMAINS, findDomain } from '../../domain/responsibility/domains';
import { askedOwner } from '../../domain/responsibility/owner-search/asked-owner';
import {
  bestOwners,
  type ListedActivity,
  type OwnerMatch,
} from '../../domain/responsibility/owner-search/best-owners';
import { soughtWords } from '../../domain/responsibility/owner-search/owner-score';
import { indexResponsibilities, mostSpecific } from '../../domain/responsibility/resolve';
import type { Responsibility } from '../../domain/responsibility/responsibility';
import type { MatrixVersions, NamedInMatrix } from '../../ports/matrix-versions';

/** A version of the matrix that is searched, by its number. */
export interface SearchedVersion {
  matrixVersions: Pick<MatrixVersions, 'activities' | 'rowsAnswering'>;
  number: number;
  named: NamedInMatrix;
}

/** More activities than are ever shown: some turn out to have none of the words. */
const ACTIVITIES_AT_ONCE = 40;

/**
 * Searches a version in the words that people use, and reads no more of it than the answers take: its best activities
 * and their rows, until no other activity can be among the answers.
 */
export async function searchByWords(
  { matrixVersions, number, named }: SearchedVersion,
  text: string,
  limit: number,
): Promise<OwnerMatch[]> {
  const asked = askedOwner(text, named.services);
  const services = asked.services.map(({ key }) => key);
  const words = soughtWords(asked.words, DOMAINS, named.roles);
  const activities: ListedActivity[] = [];
  const rows: Responsibility[] = [];
  for (;;) {
    const after = activities.at(-1);
    const query = { words, services, limit: ACTIVITIES_AT_ONCE, ...(after ? { after } : {}) };
    const next = await matrixVersions.activities(number, query);
    const ids = next.map(({ row }) => row);
    rows.push(...(await matrixVersions.rowsAnswering(number, { activities: next, services, ids })));
    activities.push(...next);
    const isAll = next.length < ACTIVITIES_AT_ONCE;
    const found = bestOwners(asked, named, { activities, isAll, rows }, limit);
    if (found) return found;
  }
}

/** The row of a version that answers for an activity on a service. */
export async function searchByNames(
  { matrixVersions, number, named }: SearchedVersion,
  asked: { service: string; domain: string; activity: string },
): Promise<OwnerMatch[]> {
  const question = { ...asked, domain: findDomain(asked.domain) ?? asked.domain };
  const service = findService(named.services, asked.service);
  if (!service) return [];
  const query = { activities: [question], services: [service.key], ids: [] };
  const rows = await matrixVersions.rowsAnswering(number, query);
  const found = mostSpecific(indexResponsibilities(rows), question, service.key);
  return found ? [{ row: found.row, service }] : [];
}
