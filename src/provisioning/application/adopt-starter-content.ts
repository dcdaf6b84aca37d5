import { matrixApproved } from '../../domain/responsibility/matrix-evidence';
import { matrixHash, type MatrixVersion } from '../../domain/responsibility/matrix-version';
import { STARTER_RESPONSIBILITIES, STARTER_ROLES, STARTER_SERVICES } from '../../content';
import type { AccountId } from '../../domain/shared/account';
import type { Clock } from '../../ports/clock';
import type { Recorder } from '../../ports/recorder';
import type { MatrixVersions } from '../../ports/matrix-versions';
import type { Roles } from '../../ports/roles';
import type { Services } from '../../ports/services';

/** The version that set-up brings; later ones come by a Responsibility change. */
const FIRST_VERSION = 1;

export interface StarterContentPorts {
  roles: Roles;
  services: Services;
  matrixVersions: MatrixVersions;
  recorder: Recorder;
  clock: Clock;
}

/**
 * Gives a site that has none its first roles, services and responsibility matrix, in the name of the administrator who
 * runs set-up. Registers and versions that are there stay as they are, so that it can be repeated.
 * Source: requirements R2, R6, R8.
 */
export async function adoptStarterContent(
  ports: StarterContentPorts,
  administrator: AccountId,
): Promise<void> {
  const { roles, services, matrixVersions, recorder, clock } = ports;
  const knownRoles = new Set((await roles.list()).map(({ key }) => key));
  await roles.put(STARTER_ROLES.filter(({ key }) => !knownRoles.has(key)));
  const knownServices = new Set((await services.list()).map(({ key }) => key));
  await services.put(STARTER_SERVICES.filter(({ key }) => !knownServices.has(key)));
  const known = (await matrixVersions.list()).find(({ number }) => number === FIRST_VERSION);
  const version = known ?? firstVersion(administrator, clock);
  if (!known) await matrixVersions.adopt(version, CONTENT);
  const facts = { ...version, authors: [version.author], ticket: null, decision: null, supersedes: [] };
  const approved = { at: version.approvedAt, actor: version.approvedBy, facts };
  await recorder.record(as => [matrixApproved.entry(approved, as)]);
}

const CONTENT = { rows: STARTER_RESPONSIBILITIES, roles: STARTER_ROLES, services: STARTER_SERVICES };

function firstVersion(administrator: AccountId, clock: Clock): MatrixVersion {
  const at = clock.now();
  return {
    number: FIRST_VERSION,
    contentHash: matrixHash(CONTENT),
    author: administrator,
    approvedBy: administrator,
    approvedAt: at,
    effectiveFrom: at,
    changeTicket: null,
  };
}
