import { evidenceId } from '../../domain/evidence/evidence-entry';
import { SETTINGS_SUBJECT, type Settings } from '../../domain/settings/settings';
import type { AccountId } from '../../domain/shared/account';
import { contentHash } from '../../domain/shared/content-hash';
import { allow, refuse, type Result } from '../../domain/shared/result';
import type { Clock } from '../../ports/clock';
import type { Ledger } from '../../ports/ledger';
import type { Jobs } from '../../ports/jobs';
import type { Roles } from '../../ports/roles';
import type { StoredSettings } from '../../ports/stored-settings';

/**
 * Changes the settings; the change itself is the record. Open tickets are followed afterwards, since another matrix
 * approver can change who decides. Settings that are in force already are not recorded again.
 * Refuses: ROLE_UNKNOWN.
 */
export async function changeSettings(
  ports: { ledger: Ledger; roles: Roles; settings: StoredSettings; jobs: Jobs; clock: Clock },
  settings: Settings,
  administrator: AccountId,
): Promise<Result<Settings, { code: 'ROLE_UNKNOWN' }>> {
  const role = (await ports.roles.list()).find(({ key }) => key === settings.matrixApproverRole);
  if (role?.kind !== 'internal') return refuse({ code: 'ROLE_UNKNOWN' });
  if (contentHash(await ports.settings.current()) === contentHash(settings)) return allow(settings);
  const at = ports.clock.now();
  const subject = SETTINGS_SUBJECT;
  const id = evidenceId('settings-changed', subject, { settings, at });
  await ports.ledger.append({
    id,
    at,
    kind: 'settings-changed',
    actor: administrator,
    subject,
    facts: settings,
  });
  await ports.jobs.push([{ kind: 'sweep' }]);
  return allow(settings);
}
