import { isInternal } from '../../domain/responsibility/role';
import { rolesGained } from '../../domain/responsibility/self-appointment';
import type { Settings } from '../../domain/settings/settings';
import { settingsChanged } from '../../domain/settings/settings-evidence';
import type { AccountId } from '../../domain/shared/account';
import { contentHash } from '../../domain/shared/content-hash';
import { allow, refuse, type Result } from '../../domain/shared/result';
import type { Clock } from '../../ports/clock';
import type { Directory } from '../../ports/directory';
import type { Jobs } from '../../ports/jobs';
import type { MatrixVersions } from '../../ports/matrix-versions';
import type { Recorder } from '../../ports/recorder';
import type { Roles } from '../../ports/roles';
import type { StoredSettings } from '../../ports/stored-settings';

export interface SettingsPorts {
  recorder: Recorder;
  roles: Roles;
  matrixVersions: Pick<MatrixVersions, 'list'>;
  directory: Pick<Directory, 'accounts'>;
  settings: StoredSettings;
  jobs: Jobs;
  clock: Clock;
}

export interface SettingsRefusal {
  code: 'ROLE_UNKNOWN' | 'SELF_APPOINTMENT' | 'CONSENT_NEEDED';
}

/**
 * Changes the settings; the change itself is the record. Open tickets are followed afterwards. Settings that are in force
 * already are not recorded again. Once there is a matrix, another role approves it only by a Responsibility change, which
 * the present approver approves; before anyone has held the role, an administrator still chooses it, but no role in which
 * they would decide themselves.
 * Refuses: ROLE_UNKNOWN, SELF_APPOINTMENT, CONSENT_NEEDED. Source: domain rules, "Appointments".
 */
export async function changeSettings(
  ports: SettingsPorts,
  settings: Settings,
  administrator: AccountId,
): Promise<Result<Settings, SettingsRefusal>> {
  if (!isInternal(await ports.roles.list(), settings.matrixApproverRole))
    return refuse({ code: 'ROLE_UNKNOWN' });
  const current = await ports.settings.current();
  if (contentHash(current) === contentHash(settings)) return allow(settings);
  const refusal = await approverRefusal(ports, [current, settings], administrator);
  if (refusal) return refuse(refusal);
  const change = { at: ports.clock.now(), actor: administrator, facts: settings };
  await ports.recorder.record(as => [settingsChanged.entry(change, as)]);
  await ports.jobs.push([{ kind: 'sweep' }]);
  return allow(settings);
}

async function approverRefusal(
  { roles, matrixVersions, directory, clock }: SettingsPorts,
  [before, after]: readonly [Settings, Settings],
  administrator: AccountId,
): Promise<SettingsRefusal | null> {
  if (before.matrixApproverRole === after.matrixApproverRole) return null;
  if ((await matrixVersions.list()).length === 0) return null;
  const holders = await roles.holders();
  const concerned = holders.filter(({ role }) =>
    [before.matrixApproverRole, after.matrixApproverRole].includes(role),
  );
  const accounts = await directory.accounts([...new Set(concerned.map(({ accountId }) => accountId))]);
  const offices = ({ matrixApproverRole }: Settings) => ({ holders: concerned, matrixApproverRole });
  const compared = { before: offices(before), after: offices(after), now: clock.now() };
  if (rolesGained(administrator, compared, accounts).length > 0) return { code: 'SELF_APPOINTMENT' };
  const wasHeld = holders.some(({ role }) => role === before.matrixApproverRole);
  return wasHeld ? { code: 'CONSENT_NEEDED' } : null;
}
