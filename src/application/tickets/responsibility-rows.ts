import type { Lack, ResponsibilityRow } from '../../contract/route-explain';
import {
  ANY_SERVICE,
  comparedActivity,
  type Responsibility,
} from '../../domain/responsibility/responsibility';
import { matrixFindings } from '../../domain/responsibility/findings/matrix-findings';
import type { Finding } from '../../domain/responsibility/findings/finding';
import { actingHolders } from '../../domain/responsibility/role';
import type { Route } from '../../domain/responsibility/route';
import { GRAY_ZONE_ACTIVITIES, REQUIRED_ACTIVITIES } from '../../content';
import type { Accounts } from '../../domain/shared/account';
import type { Instant } from '../../domain/shared/instant';
import type { DecisionRecords } from '../../ports/decisions';
import { personNamed } from '../people/person-named';
import { say } from '../../domain/shared/sentence';

/**
 * The rows of every domain that hold for the ticket's service, the one that routes it first, with what is wrong with
 * them; none as long as the ticket names no service.
 */
export function responsibilityRows(
  records: DecisionRecords,
  route: Route | null,
  accounts: Accounts,
  at: Instant,
): { rows: ResponsibilityRow[]; findings: Lack[] } {
  const holding = records.service ? withoutOverridden(records.rows) : [];
  const shown = holding.map(row => shownRow(row, records, route, accounts, at));
  return { rows: shown.sort(routingFirst), findings: findingsOn(holding, records, accounts, at) };
}

/** A general row does not hold where the service has one of its own. */
function withoutOverridden(rows: readonly Responsibility[]): Responsibility[] {
  const own = new Set(rows.filter(({ service }) => service !== ANY_SERVICE).map(comparedActivity));
  return rows.filter(row => row.service !== ANY_SERVICE || !own.has(comparedActivity(row)));
}

function shownRow(
  row: Responsibility,
  { roles, holders, service }: DecisionRecords,
  route: Route | null,
  accounts: Accounts,
  at: Instant,
): ResponsibilityRow {
  const [acting] = actingHolders(row.accountable, holders, accounts, at);
  const { id, domain, activity, party, customerTasks, providerTasks, evidence, procedure, frequency } = row;
  return {
    id,
    domain,
    activity,
    service: row.service === ANY_SERVICE ? 'Any service' : (service?.name ?? row.service),
    party,
    role: roles.find(({ key }) => key === row.accountable)?.name ?? row.accountable,
    holder: acting ? personNamed(accounts)(acting.accountId) : null,
    viaDeputy: acting?.viaDeputy ?? false,
    customerTasks,
    providerTasks,
    evidence,
    procedure,
    frequency,
    routes: route?.by === 'matrix' && route.responsibility === row.id,
  };
}

function routingFirst(a: ResponsibilityRow, b: ResponsibilityRow): number {
  return (
    Number(b.routes) - Number(a.routes) || compare(a.domain, b.domain) || compare(a.activity, b.activity)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function findingsOn(
  rows: readonly Responsibility[],
  records: DecisionRecords,
  accounts: Accounts,
  at: Instant,
): Lack[] {
  const { roles, holders, service, matrix, settings } = records;
  if (!service || !matrix) return [];
  const drafts = rows.map(row => ({ ...row, accountable: [row.accountable] }));
  const findings = matrixFindings(
    {
      rows: drafts,
      roles,
      services: [service],
      holders,
      accounts,
      required: REQUIRED_ACTIVITIES,
      grayZones: GRAY_ZONE_ACTIVITIES,
      lastReviewed: matrix.approvedAt,
      reviewCadenceDays: settings.reviewCadenceDays,
    },
    at,
  );
  return [...Map.groupBy(findings, ({ code }) => code)].flatMap(([code, alike]) =>
    inOne(code, alike, service.name),
  );
}

/** A ticket shows one of several findings of a kind, and how many more there are: the matrix lists them. */
function inOne(code: string, [first, ...more]: readonly Finding[], service: string): Lack[] {
  if (!first) return [];
  const others = more.length === 1 ? '1 more row' : say`${String(more.length)} more rows`;
  const rest = more.length === 0 ? '' : say` The same goes for ${others} on ${service}.`;
  return [{ code, message: say`${first.message}${rest}` }];
}
