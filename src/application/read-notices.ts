import type { Notice } from '../contract/people';
import type { AccountId } from '../domain/shared/account';
import type { Instant } from '../domain/shared/instant';
import type { Directory } from '../ports/directory';
import type { EvidenceLedger } from '../ports/evidence-ledger';
import type { Registers } from '../ports/registers';
import { appointmentNotices } from './holders/appointment-notices';
import { actsAsMatrixApprover, overdueReview } from './matrix/matrix-approver';

/**
 * What somebody has to know beside the tickets that wait for them: changes of who holds which role, and, for who
 * approves matrices, that the one in force is past its review cadence.
 * Source: domain rules, "Appointments"; requirement R8; mistake N12.
 */
export async function readNotices(
  ports: { ledger: EvidenceLedger; registers: Registers; directory: Directory },
  reader: AccountId,
  at: Instant,
): Promise<{ notices: Notice[]; overdueReview: string | null }> {
  const isMatrixApprover = await actsAsMatrixApprover(ports, reader, at);
  return {
    notices: await appointmentNotices(ports, { accountId: reader, isMatrixApprover }, at),
    overdueReview: isMatrixApprover ? await overdueReview(ports.registers, at) : null,
  };
}
