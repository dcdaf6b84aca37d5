import { evidenceId } from '../../domain/evidence/evidence-entry';
import { matrixHash, type MatrixVersion } from '../../domain/responsibility/matrix-version';
import { STARTER_RESPONSIBILITIES, STARTER_ROLES, STARTER_SERVICES } from '../../content';
import type { AccountId } from '../../domain/shared/account';
import type { Clock } from '../../ports/clock';
import type { EvidenceLedger } from '../../ports/evidence-ledger';
import type { Registers } from '../../ports/registers';

/** The version that set-up brings; later ones come by a Responsibility change. */
const FIRST_VERSION = 1;

/**
 * Gives a site that has none its first roles, services and responsibility matrix, in the name of the administrator who
 * runs set-up. Registers and versions that are there stay as they are, so that it can be repeated.
 * Source: requirements R2, R6, R8.
 */
export async function adoptStarterContent(
  { registers, ledger, clock }: { registers: Registers; ledger: EvidenceLedger; clock: Clock },
  administrator: AccountId,
): Promise<void> {
  const roles = new Set((await registers.roles()).map(({ key }) => key));
  await registers.putRoles(STARTER_ROLES.filter(({ key }) => !roles.has(key)));
  const services = new Set((await registers.services()).map(({ key }) => key));
  await registers.putServices(STARTER_SERVICES.filter(({ key }) => !services.has(key)));
  const known = (await registers.versions()).find(({ number }) => number === FIRST_VERSION);
  const version = known ?? firstVersion(administrator, clock);
  if (!known) await registers.adoptVersion(version, CONTENT);
  await ledger.append({
    id: evidenceId('matrix-approved', `matrix:${String(version.number)}`, {
      contentHash: version.contentHash,
    }),
    at: version.approvedAt,
    kind: 'matrix-approved',
    actor: version.approvedBy,
    subject: `matrix:${String(version.number)}`,
    facts: { ...version, by: 'set-up' },
  });
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
