import { comparableId, isBlank } from '../../shared/text';
import type { DraftResponsibility } from '../responsibility';
import { ANY_SERVICE, comparedActivity } from '../responsibility';
import type { CloudService } from '../cloud-service';
import type { Role } from '../role';
import { finding, type Finding } from './finding';
import { describing, type Describe } from './row-in-words';
import { listed, say } from '../../shared/sentence';

/** Words that name a group of people, not a role that one person fills. Source: mistakes N13, N16. */
const NAMES_A_GROUP =
  /\b(teams?|departments?|groups?|squad|committee|everyone|organi[sz]ation|company|staff)\b/i;

/** Words for one person: a Security Team Lead, a Head of Department and a Company Secretary are no groups. */
const NAMES_A_PERSON =
  /\b(lead|leader|head|manager|owner|officer|chair|chairman|chairwoman|chairperson|chief|director|secretary|engineer|architect|administrator|coordinator|ciso|cio|cto|ceo|cfo|coo)$/i;

/** What a name is about is its last word, before any "of", "for" or "in": a Team of the CISO is a team. */
function namesAGroup(name: string): boolean {
  const [about = ''] = name.replace(/\(.*?\)/g, ' ').split(/\s(?:of|for|in)\s/i);
  return NAMES_A_GROUP.test(name) && !NAMES_A_PERSON.test(about.trim());
}

/**
 * Exactly one accountable, and an internal role: never a team, never the provider.
 * Finds NO_ACCOUNTABLE, SEVERAL_ACCOUNTABLE, ACCOUNTABLE_IS_A_TEAM, ROLE_UNKNOWN, ACCOUNTABLE_NOT_INTERNAL.
 * Source: requirement R3; mistakes N11, N13, N16.
 */
export function accountabilityFindings(
  rows: readonly DraftResponsibility[],
  roles: readonly Role[],
  services: readonly CloudService[],
): Finding[] {
  const byKey = new Map(roles.map(role => [role.key, role]));
  const describe = describing(services);
  return rows.flatMap(row => accountabilityOf(row, byKey, describe(row)));
}

/** @param at - the row in words */
function accountabilityOf(row: DraftResponsibility, roles: ReadonlyMap<string, Role>, at: string): Finding[] {
  const named = row.accountable.filter(name => !isBlank(name));
  if (named.length === 0) {
    return [
      finding('NO_ACCOUNTABLE', [row.id], say`No one is accountable for ${at}. Name one internal role.`),
    ];
  }
  if (named.length > 1) {
    const names = listed(named.map(key => roles.get(key)?.name ?? key));
    const message = say`${names} are all accountable for ${at}. Keep one, and move the others to Responsible or Consulted.`;
    return [finding('SEVERAL_ACCOUNTABLE', [row.id], message)];
  }
  return named.flatMap(name => roleFindings(name, { row, at }, roles.get(name)));
}

function roleFindings(
  name: string,
  { row, at }: { row: DraftResponsibility; at: string },
  role: Role | undefined,
): Finding[] {
  if (namesAGroup(role?.name ?? name)) {
    const message = say`"${role?.name ?? name}" is a group of people, and a group can’t be accountable for ${at}. Name a role that one person fills.`;
    return [finding('ACCOUNTABLE_IS_A_TEAM', [row.id], message)];
  }
  if (!role) {
    return [
      finding(
        'ROLE_UNKNOWN',
        [row.id],
        say`The accountable role "${name}" of ${at} is not in the roles register. Add it there, or name another.`,
      ),
    ];
  }
  if (role.kind !== 'internal') {
    const message = say`${role.name} isn’t an internal role. Tasks can go to a third party, but accountability for ${at} can’t. Name an internal role.`;
    return [finding('ACCOUNTABLE_NOT_INTERNAL', [row.id], message)];
  }
  return [];
}

/**
 * Every role and service that a row refers to is in its register.
 * Finds ROLE_UNKNOWN (other than the accountable one), SERVICE_UNKNOWN.
 */
export function referenceFindings(
  rows: readonly DraftResponsibility[],
  roles: readonly Role[],
  services: readonly CloudService[],
): Finding[] {
  const roleKeys = new Set(roles.map(({ key }) => key));
  const serviceKeys = new Set([ANY_SERVICE, ...services.map(({ key }) => key)]);
  const describe = describing(services);
  return rows.flatMap(row => {
    const unknown = [...row.responsible, ...row.consulted, ...row.informed].filter(key => !roleKeys.has(key));
    const findings = [...new Set(unknown)].map(key =>
      finding(
        'ROLE_UNKNOWN',
        [row.id],
        say`The role "${key}" of ${describe(row)} is not in the roles register. Add it there, or name another.`,
      ),
    );
    if (serviceKeys.has(row.service)) return findings;
    const message = say`The service "${row.service}" of ${describe(row)} is not in the services register. Add it there, or name another.`;
    return [...findings, finding('SERVICE_UNKNOWN', [row.id], message)];
  });
}

/** One row only for each activity and service, however they are spelled. Finds DUPLICATE_RESPONSIBILITY. */
export function duplicateFindings(rows: readonly DraftResponsibility[], describe: Describe): Finding[] {
  const groups = Map.groupBy(rows, row => JSON.stringify([comparedActivity(row), comparableId(row.service)]));
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first || others.length === 0) return [];
    const ids = [first, ...others].map(({ id }) => id);
    return [
      finding('DUPLICATE_RESPONSIBILITY', ids, say`${ids} all cover ${describe(first)}. Keep one of them.`),
    ];
  });
}
