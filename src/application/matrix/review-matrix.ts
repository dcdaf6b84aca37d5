import type { MatrixFindings } from '../../contract/matrix';
import { matrixFindings } from '../../domain/responsibility/findings/matrix-findings';
import { inForceAt } from '../../domain/responsibility/matrix-version';
import { GRAY_ZONE_ACTIVITIES, REQUIRED_ACTIVITIES } from '../../content';
import { allow, type Result } from '../../domain/shared/result';
import { refuseMatrix, type MatrixRefusal } from './matrix-refusal';
import type { ViewMatrixPorts } from './view-matrix';

/** Told in one reply, errors first; the numbers are of all. */
const TOLD = 2_000;

/**
 * Everything wrong with the draft, a version, or the version in force, held against the registers as they are now.
 * Refuses: NO_DRAFT, MATRIX_NOT_APPROVED, VERSION_UNKNOWN.
 * Source: domain rules, "Findings on a matrix"; requirements R6, R8.
 */
export async function reviewMatrix(
  { drafts, matrixVersions, decisions, services, directory, clock }: ViewMatrixPorts,
  asked: { version?: number; draft?: true },
): Promise<Result<MatrixFindings, MatrixRefusal>> {
  const at = clock.now();
  const versions = await matrixVersions.list();
  const inForce = inForceAt(versions, at);
  const version =
    asked.version === undefined ? inForce : versions.find(({ number }) => number === asked.version);
  const number = asked.draft ? (await drafts.current())?.number : version?.number;
  if (number === undefined)
    return refuseMatrix(asked.draft ? 'NO_DRAFT' : asked.version ? 'VERSION_UNKNOWN' : 'MATRIX_NOT_APPROVED');
  const { roles, holders, settings } = await decisions.registersAsOf(at);
  const findings = matrixFindings(
    {
      rows: await matrixVersions.allRows(number),
      roles,
      services: await services.list(),
      holders,
      accounts: await directory.accounts([...new Set(holders.map(({ accountId }) => accountId))]),
      required: REQUIRED_ACTIVITIES,
      grayZones: GRAY_ZONE_ACTIVITIES,
      lastReviewed: !asked.draft && version && version === inForce ? version.approvedAt : null,
      reviewCadenceDays: settings.reviewCadenceDays,
    },
    at,
  );
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return allow({ errors, warnings: findings.length - errors, findings: findings.slice(0, TOLD) });
}
