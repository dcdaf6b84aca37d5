import type { FileError } from '../../contract/reply';
import type { RoleHolder } from '../../domain/responsibility/role';
import type { AccountId } from '../../domain/shared/account';
import { allow, refuse, type Result } from '../../domain/shared/result';
import type { Directory } from '../../ports/directory';
import type { Jobs } from '../../ports/jobs';
import {
  appointed,
  makeAppointments,
  planAppointments,
  type AppointmentPorts,
  type AppointmentRefusal,
} from './appoint-holders';

export type AppointOneRefusal =
  AppointmentRefusal | { code: 'ACCOUNT_INACTIVE' | 'ROLE_UNKNOWN'; errors: FileError[] };

/**
 * Appoints one holder or deputy from a day on; a new holder ends the open period of the one before. Open tickets are
 * followed afterwards.
 * Refuses: ROLE_UNKNOWN, ACCOUNT_INACTIVE, SELF_APPOINTMENT, PERIOD_IN_THE_PAST.
 * Source: domain rules, "Appointments"; requirement R5.
 */
export async function appointHolder(
  ports: AppointmentPorts & { directory: Directory; jobs: Jobs },
  holder: RoleHolder,
  administrator: AccountId,
): Promise<Result<{ changed: boolean }, AppointOneRefusal>> {
  const role = (await ports.roles.list()).find(({ key }) => key === holder.role);
  if (role?.kind !== 'internal') return refused('ROLE_UNKNOWN', 'role', 'There is no such internal role.');
  const account = (await ports.directory.accounts([holder.accountId])).get(holder.accountId);
  if (!account?.active || account.kind !== 'person') {
    return refused('ACCOUNT_INACTIVE', 'accountId', 'Only a person with an active account can hold a role.');
  }
  const appointments = [{ line: 1, account, holder }];
  const planned = await planAppointments(ports, appointments, administrator, false);
  if (!planned.ok) return planned;
  await makeAppointments(ports, planned.value, administrator, appointed(appointments));
  if (planned.value.length > 0) await ports.jobs.push([{ kind: 'sweep' }]);
  return allow({ changed: planned.value.length > 0 });
}

function refused(code: 'ACCOUNT_INACTIVE' | 'ROLE_UNKNOWN', column: string, problem: string) {
  return refuse({ code, errors: [{ line: 1, column, problem }] });
}
