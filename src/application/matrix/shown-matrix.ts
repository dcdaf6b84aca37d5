import type { MatrixRow, MatrixVersionShown } from '../../contract/matrix';
import type { Person } from '../../contract/route-explain';
import type { MatrixVersion } from '../../domain/responsibility/matrix-version';
import type { DraftResponsibility } from '../../domain/responsibility/responsibility';
import type { AccountId } from '../../domain/shared/account';

/** A row as the contract shows it. */
export function shownRow(row: DraftResponsibility): MatrixRow {
  return {
    ...row,
    accountable: [...row.accountable],
    responsible: [...row.responsible],
    consulted: [...row.consulted],
    informed: [...row.informed],
  };
}

/** A version as the contract shows it. */
export function shownVersion(
  { author, approvedBy, ...version }: MatrixVersion,
  inForce: number | undefined,
  person: (account: AccountId) => Person,
): MatrixVersionShown {
  return {
    ...version,
    author: person(author),
    approvedBy: person(approvedBy),
    inForce: version.number === inForce,
  };
}
