import type { AccountId } from '../shared/account';
import { contentHash, sortedBy } from '../shared/content-hash';
import type { Instant } from '../shared/instant';
import type { CloudService } from './cloud-service';
import type { Responsibility } from './responsibility';
import type { Role } from './role';

/** An approved, immutable version of the responsibility matrix, without its rows. Source: requirement R8. */
export interface MatrixVersion {
  number: number;
  /** Hash of the rows and of the roles and services that they name. */
  contentHash: string;
  author: AccountId;
  approvedBy: AccountId;
  approvedAt: Instant;
  /** Never before the approval. */
  effectiveFrom: Instant;
  /** The key of the Responsibility change that brought it; null for the version that set-up adopted. */
  changeTicket: string | null;
}

/** What a matrix version says: self-contained, so that it can be read after its registers have changed. */
export interface MatrixContent {
  rows: readonly Responsibility[];
  roles: readonly Role[];
  services: readonly CloudService[];
}

/**
 * The version in force at an instant: of those that have begun, the one with the highest number. Once a later version
 * holds, no earlier one comes back, though its day comes after. Answers "which matrix held on 3 March?" for any past
 * instant.
 * Source: domain rules, "Matrix version".
 */
export function inForceAt(versions: readonly MatrixVersion[], at: Instant): MatrixVersion | undefined {
  return versions
    .filter(({ effectiveFrom }) => effectiveFrom <= at)
    .reduce<MatrixVersion | undefined>(
      (latest, version) => (latest && latest.number > version.number ? latest : version),
      undefined,
    );
}

/** The versions that have not begun at an instant, and still will: no later one takes their place before their day. */
export function stillToCome(versions: readonly MatrixVersion[], at: Instant): MatrixVersion[] {
  const begins = (version: MatrixVersion) => version.effectiveFrom > at;
  return versions.filter(version => begins(version) && !isSuperseded(version, versions));
}

/** The versions that were still to come when another was approved, and never will be in force because of it. */
export function supersededBy(
  version: Pick<MatrixVersion, 'number' | 'effectiveFrom'>,
  versions: readonly MatrixVersion[],
): MatrixVersion[] {
  const before = versions.filter(({ number }) => number < version.number);
  return before.filter(one => isSuperseded(one, [version]) && !isSuperseded(one, before));
}

/** Whether a version with a higher number is in force from the day on which this one begins. */
function isSuperseded(
  { number, effectiveFrom }: MatrixVersion,
  by: readonly Pick<MatrixVersion, 'number' | 'effectiveFrom'>[],
): boolean {
  return by.some(other => other.number > number && other.effectiveFrom <= effectiveFrom);
}

/** The hash that an approval of a matrix is bound to; the order of rows, roles and services does not matter. */
export function matrixHash(content: MatrixContent): string {
  return contentHash({
    rows: sortedBy(content.rows, ({ id }) => id),
    roles: sortedBy(content.roles, ({ key }) => key),
    services: sortedBy(content.services, ({ key }) => key),
  });
}
