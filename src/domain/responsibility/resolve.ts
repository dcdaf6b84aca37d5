import type { AccountId } from '../shared/account';
import type { Instant } from '../shared/instant';
import { allow, refuse, type Result } from '../shared/result';
import { comparable } from '../shared/text';
import { serviceMeant, type KnownServices } from './cloud-service';
import type { MatrixVersion } from './matrix-version';
import { ANY_SERVICE, type Responsibility } from './responsibility';
import { actingFor, chooseDecider, type RoleAllocation } from './decider';
import { roleNameIn, type EffectiveHolder } from './role';
import type { MatrixRoute, Specificity } from './route';
import type { RouteRefusal } from './route-facts';

/** What a route is computed from: the matrix in force and the registers, as they stand at the instant of the question. */
export interface Allocation extends RoleAllocation {
  /** Null before the first approval. */
  matrix: Pick<MatrixVersion, 'number' | 'contentHash'> | null;
  rows: ResponsibilityIndex;
  services: KnownServices;
}

export interface RouteQuestion {
  domain: string;
  /** Empty: ask for the domain's default. */
  activity: string;
  /** A service's name or key. */
  service: string;
  at: Instant;
  /** People who can’t decide this ticket. */
  excluded: ReadonlySet<AccountId>;
  /** People who may not carry it out either; no one when absent. */
  mayNotPerform?: ReadonlySet<AccountId>;
}

/** Rows by domain, activity (both as they are compared) and service, so that a look-up does not depend on the size of the matrix. */
export type ResponsibilityIndex = ReadonlyMap<
  string,
  ReadonlyMap<string, ReadonlyMap<string, Responsibility>>
>;

/** Of several rows for one activity and service (an error that approval blocks), the first by id answers. */
export function indexResponsibilities(rows: readonly Responsibility[]): ResponsibilityIndex {
  const index = new Map<string, Map<string, Map<string, Responsibility>>>();
  for (const row of rows) {
    const ofService = within(within(index, comparable(row.domain)), comparable(row.activity));
    const known = ofService.get(row.service);
    if (!known || row.id < known.id) ofService.set(row.service, row);
  }
  return index;
}

function within<T>(index: Map<string, Map<string, T>>, key: string): Map<string, T> {
  const known = index.get(key);
  if (known) return known;
  const made = new Map<string, T>();
  index.set(key, made);
  return made;
}

/**
 * Finds the row that answers for an activity on a service: the most specific of (activity, service),
 * (activity, any), (domain default, service), (domain default, any).
 * Source: domain rules, "Resolve"; requirement R4.
 */
export function mostSpecific(
  rows: ResponsibilityIndex,
  { domain, activity }: Pick<RouteQuestion, 'domain' | 'activity'>,
  serviceKey: string,
): { row: Responsibility; specificity: Specificity } | undefined {
  const ofDomain = rows.get(comparable(domain));
  const asked = comparable(activity);
  const [own, byDefault] = [asked === '' ? undefined : ofDomain?.get(asked), ofDomain?.get('')];
  return (
    found('activity and service', own?.get(serviceKey)) ??
    found('activity', own?.get(ANY_SERVICE)) ??
    found('domain default for the service', byDefault?.get(serviceKey)) ??
    found('domain default', byDefault?.get(ANY_SERVICE))
  );
}

function found(
  specificity: Specificity,
  row: Responsibility | undefined,
): { row: Responsibility; specificity: Specificity } | undefined {
  return row && { row, specificity };
}

/**
 * Decides who is accountable for a question now, or says why no one is. The person is never among the excluded,
 * never inactive, and always acts for the accountable role or, where that role has no one left, for the matrix approver's.
 * Refuses: MATRIX_NOT_APPROVED, SERVICE_UNKNOWN, NO_RESPONSIBILITY, ROLE_VACANT, NO_INDEPENDENT_APPROVER.
 * Source: ISO/IEC 27017 6.1.1, 6.1.2; requirements R3, R5, R11; domain rules, "Resolve", "Independence".
 */
export function resolve(question: RouteQuestion, allocation: Allocation): Result<MatrixRoute, RouteRefusal> {
  const { matrix } = allocation;
  if (!matrix) return refuse({ code: 'MATRIX_NOT_APPROVED' });
  const service = serviceMeant(allocation.services, question.service);
  if (!service) return refuse({ code: 'SERVICE_UNKNOWN', service: question.service });
  const answer = mostSpecific(allocation.rows, question, service.key);
  if (!answer) {
    const { domain, activity } = question;
    return refuse({ code: 'NO_RESPONSIBILITY', domain, activity, service: service.name });
  }
  const acting = actingFor(answer.row.accountable, question.at, allocation);
  const named = { role: answer.row.accountable, responsibility: answer.row.id };
  const decider = chooseDecider(named, acting, question, allocation);
  if (!decider.ok) return decider;
  return allow({
    by: 'matrix',
    matrixVersion: matrix.number,
    matrixHash: matrix.contentHash,
    responsibility: answer.row.id,
    domain: answer.row.domain,
    activity: answer.row.activity,
    service: service.name,
    specificity: answer.specificity,
    role: answer.row.accountable,
    roleName: roleNameIn(allocation.roles, answer.row.accountable),
    ...decider.value,
    performer: choosePerformer(answer.row, acting, question, allocation) ?? decider.value.accountable,
  });
}

/**
 * Who acts for the first internal role that performs the activity; no one when the row names none, or it has no one who
 * may.
 * @param acting - for the accountable role of the row, which performs it as a rule
 */
function choosePerformer(
  row: Responsibility,
  acting: readonly EffectiveHolder[],
  { at, mayNotPerform }: RouteQuestion,
  allocation: Allocation,
): AccountId | undefined {
  const internal = row.responsible.find(key =>
    allocation.roles.some(role => role.key === key && role.kind === 'internal'),
  );
  if (internal === undefined) return undefined;
  const able = internal === row.accountable ? acting : actingFor(internal, at, allocation);
  return able.find(({ accountId }) => !mayNotPerform?.has(accountId))?.accountId;
}
