import { findService } from '../../domain/responsibility/cloud-service';
import { askedOwner } from '../../domain/responsibility/owner-search/asked-owner';
import { bestOwners, rankOwners, type OwnerMatch } from '../../domain/responsibility/owner-search/best-owners';
import { rolesNamedBy } from '../../domain/responsibility/owner-search/owner-score';
import { indexResponsibilities, mostSpecific } from '../../domain/responsibility/resolve';
import type { Responsibility } from '../../domain/responsibility/responsibility';
import type { MatrixVersions, NamedInMatrix } from '../../ports/matrix-versions';

/** A version of the matrix that is searched, by its number. */
export interface SearchedVersion {
  matrixVersions: Pick<MatrixVersions, 'activities' | 'rowsAnswering'>;
  number: number;
  named: NamedInMatrix;
}

/** Activities whose rows are read together: more than are ever shown, since some turn out to have none of the words. */
const ACTIVITIES_AT_ONCE = 50;

/**
 * Searches a version in the words that people use, and reads no more rows than the answers take: those of the
 * activities that can be among the best, until no other activity can be.
 */
export async function searchByWords(
  { matrixVersions, number, named }: SearchedVersion,
  text: string,
  limit: number,
): Promise<OwnerMatch[]> {
  const asked = askedOwner(text, named.services);
  const services = asked.services.map(({ key }) => key);
  const roles = rolesNamedBy(asked.words, named.roles);
  const listed = await matrixVersions.activities(number, { words: asked.words, roles, services });
  const ranking = rankOwners(asked, listed, named);
  const rows: Responsibility[] = [];
  for (let read = ACTIVITIES_AT_ONCE; ; read += ACTIVITIES_AT_ONCE) {
    const activities = ranking.activities.slice(read - ACTIVITIES_AT_ONCE, read);
    const ids = activities.map(({ row }) => row);
    rows.push(...(await matrixVersions.rowsAnswering(number, { activities, services, ids })));
    const found = bestOwners(ranking, read, rows, limit);
    if (found) return found;
  }
}

/** The row of a version that answers for an activity on a service. */
export async function searchByNames(
  { matrixVersions, number, named }: SearchedVersion,
  question: { service: string; domain: string; activity: string },
): Promise<OwnerMatch[]> {
  const service = findService(named.services, question.service);
  if (!service) return [];
  const query = { activities: [question], services: [service.key], ids: [] };
  const rows = await matrixVersions.rowsAnswering(number, query);
  const found = mostSpecific(indexResponsibilities(rows), question, service.key);
  return found ? [{ row: found.row, service }] : [];
}
