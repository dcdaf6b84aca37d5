import { findDomain } from '../../domain/responsibility/domains';
import { ANY_SERVICE, type DraftResponsibility } from '../../domain/responsibility/responsibility';
import { findService, type CloudService } from '../../domain/responsibility/cloud-service';
import { findRole, type Role } from '../../domain/responsibility/role';

/**
 * A row as it is kept, however it was written: roles and services by their keys where the register knows the key or
 * the name, and as they were written where it does not. Space around a cell or a role does not count.
 * Source: the public contract, "Import files".
 */
export function writtenRow(
  row: DraftResponsibility,
  roles: readonly Role[],
  services: readonly CloudService[],
): DraftResponsibility {
  const roleKey = (written: string) => findRole(roles, written)?.key ?? written;
  const roleKeys = (list: readonly string[]) => [...new Set(rolesIn(list.join(';')).map(roleKey))];
  const service = row.service.trim();
  return {
    id: row.id.trim(),
    domain: findDomain(row.domain) ?? row.domain.trim(),
    activity: row.activity.trim(),
    service: service === ANY_SERVICE ? service : (findService(services, service)?.key ?? service),
    party: row.party,
    accountable: roleKeys(row.accountable),
    responsible: roleKeys(row.responsible),
    consulted: roleKeys(row.consulted),
    informed: roleKeys(row.informed),
    customerTasks: row.customerTasks.trim(),
    providerTasks: row.providerTasks.trim(),
    policy: row.policy.trim(),
    procedure: row.procedure.trim(),
    systemOfRecord: row.systemOfRecord.trim(),
    evidence: row.evidence.trim(),
    contractClause: row.contractClause.trim(),
    frequency: row.frequency.trim(),
  };
}

/** The roles in a cell: semicolons separate them. */
export function rolesIn(cell: string): string[] {
  return cell
    .split(';')
    .map(role => role.trim())
    .filter(role => role !== '');
}
