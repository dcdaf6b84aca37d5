import type { Accounts } from '../../shared/account';
import { elapsed, type Instant } from '../../shared/instant';
import { isBlank } from '../../shared/text';
import type { CloudService } from '../cloud-service';
import { namesClause } from '../contract-clause';
import {
  ANY_SERVICE,
  comparedActivity,
  type DraftResponsibility,
  type RequiredActivity,
} from '../responsibility';
import { actingHolders, type Role, type RoleHolder } from '../role';
import { finding, type Finding } from './finding';
import { describing, type Describe } from './row-in-words';
import { say } from '../../shared/sentence';

/**
 * Accountable roles of our own that no one fills at the instant; others hold nothing here. Finds ROLE_VACANT.
 * Source: requirement R5; white-space 4.
 */
export function vacancyFindings(
  rows: readonly DraftResponsibility[],
  roles: readonly Role[],
  holders: readonly RoleHolder[],
  accounts: Accounts,
  at: Instant,
): Finding[] {
  return roles
    .filter(({ kind }) => kind === 'internal')
    .flatMap(role => {
      const accountableFor = rows
        .filter(({ accountable }) => accountable.includes(role.key))
        .map(({ id }) => id);
      if (accountableFor.length === 0 || actingHolders(role.key, holders, accounts, at).length > 0) return [];
      const message = say`${role.name} is accountable here, but no one holds the role. Appoint a holder or a deputy.`;
      return [finding('ROLE_VACANT', accountableFor, message)];
    });
}

/**
 * Required activities that a material service has no row for. A gray-zone activity needs a row of the service's own:
 * a general row is exactly how a gray zone hides. Finds GRAY_ZONE. Source: requirement R6; mistake N10.
 */
export function grayZoneFindings(
  rows: readonly DraftResponsibility[],
  services: readonly CloudService[],
  required: readonly RequiredActivity[],
  grayZones: readonly RequiredActivity[],
): Finding[] {
  const present = new Set(rows.map(row => JSON.stringify([comparedActivity(row), row.service])));
  const has = (needed: RequiredActivity, service: string) =>
    present.has(JSON.stringify([comparedActivity(needed), service]));
  const zones = new Set(grayZones.map(comparedActivity));
  const isGrayZone = (needed: RequiredActivity) => zones.has(comparedActivity(needed));
  return services
    .filter(({ material }) => material)
    .flatMap(service =>
      required
        .filter(needed => !has(needed, service.key) && (isGrayZone(needed) || !has(needed, ANY_SERVICE)))
        .map(({ domain, activity }) => {
          const message = say`${activity} on ${service.name} isn’t assigned to anyone (${domain}). Add a row for ${service.name} that says who does what.`;
          return finding('GRAY_ZONE', [], message);
        }),
    );
}

/** Rows that do not say where their evidence lies or how they are carried out. Finds NO_EVIDENCE, NO_PROCEDURE. Source: requirement R1. */
export function executabilityFindings(rows: readonly DraftResponsibility[], describe: Describe): Finding[] {
  return rows.flatMap(row => [
    ...(isBlank(row.evidence)
      ? [
          finding(
            'NO_EVIDENCE',
            [row.id],
            say`${describe(row)} names no evidence. Say what you would show an auditor.`,
          ),
        ]
      : []),
    ...(isBlank(row.procedure)
      ? [
          finding(
            'NO_PROCEDURE',
            [row.id],
            say`${describe(row)} names no procedure or runbook. Say where the work is described.`,
          ),
        ]
      : []),
  ]);
}

/**
 * Tasks of the provider on a material service that no contract clause backs; a starter text that still asks for the
 * clause is none. Finds NO_CONTRACT_CLAUSE. Source: requirement R9.
 */
export function contractFindings(
  rows: readonly DraftResponsibility[],
  services: readonly CloudService[],
): Finding[] {
  const describe = describing(services);
  const material = new Set(services.filter(service => service.material).map(({ key }) => key));
  return rows
    .filter(
      row => material.has(row.service) && !isBlank(row.providerTasks) && !namesClause(row.contractClause),
    )
    .map(row => {
      const message = say`No contract clause backs the provider’s tasks for ${describe(row)}. Name the clause, or take over the tasks.`;
      return finding('NO_CONTRACT_CLAUSE', [row.id], message);
    });
}

/** A matrix past its review cadence. Finds NOT_REVIEWED. Source: requirement R8; mistake N12. */
export function reviewFindings(lastReviewed: Instant | null, cadenceDays: number, at: Instant): Finding[] {
  const DAY = 86_400_000;
  if (lastReviewed === null || elapsed(lastReviewed, at) <= cadenceDays * DAY) return [];
  const days = Math.floor(elapsed(lastReviewed, at) / DAY);
  const message = say`The matrix was approved ${days} days ago, but must be reviewed every ${cadenceDays} days. Review it, and submit it again.`;
  return [finding('NOT_REVIEWED', [], message)];
}
