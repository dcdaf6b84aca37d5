import type { Settings } from '../../domain/settings/settings';
import { settingsChanged } from '../../domain/settings/settings-evidence';
import type { AccountId } from '../../domain/shared/account';
import { contentHash } from '../../domain/shared/content-hash';
import { allow, refuse, type Result } from '../../domain/shared/result';
import type { Clock } from '../../ports/clock';
import type { Jobs } from '../../ports/jobs';
import type { Recorder } from '../../ports/recorder';
import type { Roles } from '../../ports/roles';
import type { StoredSettings } from '../../ports/stored-settings';

/**
 * Changes the settings; the change itself is the record. Open tickets are followed afterwards, since another matrix
 * approver can change who decides. Settings that are in force already are not recorded again.
 * Refuses: ROLE_UNKNOWN.
 */
export async function changeSettings(
  ports: { recorder: Recorder; roles: Roles; settings: StoredSettings; jobs: Jobs; clock: Clock },
  settings: Settings,
  administrator: AccountId,
): Promise<Result<Settings, { code: 'ROLE_UNKNOWN' }>> {
  const role = (await ports.roles.list()).find(({ key }) => key === settings.matrixApproverRole);
  if (role?.kind !== 'internal') return refuse({ code: 'ROLE_UNKNOWN' });
  if (contentHash(await ports.settings.current()) === contentHash(settings)) return allow(settings);
  const at = ports.clock.now();
  const change = { at, actor: administrator, facts: settings };
  await ports.recorder.record(as => [settingsChanged.entry(change, as)]);
  await ports.jobs.push([{ kind: 'sweep' }]);
  return allow(settings);
}
