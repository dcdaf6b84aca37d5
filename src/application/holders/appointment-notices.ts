import type { Notice } from '../../contract/people';
import { concerns, noticeOf } from '../../domain/responsibility/appointment-notice';
import { roleNameIn, type Role } from '../../domain/responsibility/role';
import type { AccountId } from '../../domain/shared/account';
import { HOUR, plus, type Instant } from '../../domain/shared/instant';
import type { Ledger } from '../../ports/ledger';
import type { People } from '../../ports/people';
import { recentHolderChanges } from './holder-changes';

const TOLD_FOR_MS = 30 * 24 * HOUR;

/** As many as someone reads. */
const SHOWN = 50;

/**
 * What changed in the holders register in the last 30 days that the reader has to know: as the old holder or the new
 * one; all of it for the matrix approver. The newest first, 50 at most.
 * Source: domain rules, "Appointments".
 */
export async function appointmentNotices(
  ports: { ledger: Ledger; people: People },
  roles: readonly Role[],
  { accountId, isMatrixApprover }: { accountId: AccountId; isMatrixApprover: boolean },
  at: Instant,
): Promise<Notice[]> {
  const { changes, nameOf } = await recentHolderChanges(ports, plus(at, -TOLD_FOR_MS));
  const told = changes.filter(({ change }) => concerns(change, accountId, isMatrixApprover)).slice(0, SHOWN);
  const names = { person: nameOf, role: (key: string) => roleNameIn(roles, key) };
  return told.map(({ change, at: since }) => ({ at: since, message: noticeOf(change, names) }));
}
