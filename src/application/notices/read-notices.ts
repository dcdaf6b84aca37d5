import type { Notice } from '../../contract/people';
import type { AccountId } from '../../domain/shared/account';
import type { Instant } from '../../domain/shared/instant';
import type { Directory } from '../../ports/directory';
import type { Ledger } from '../../ports/ledger';
import type { People } from '../../ports/people';
import type { Decisions } from '../../ports/decisions';
import { appointmentNotices } from '../holders/appointment-notices';
import { matrixApproval, overdueReview, type MatrixApproval } from '../matrix/matrix-approver';

/**
 * What someone has to know beside the tickets that wait for them: changes of who holds which role, and, for who
 * approves matrices, that the one in force is past its review cadence; and what they have to do with approving it.
 * Source: domain rules, "Appointments"; requirement R8; mistake N12.
 */
export async function readNotices(
  ports: {
    ledger: Ledger;
    people: People;
    decisions: Pick<Decisions, 'registersAsOf'>;
    directory: Directory;
  },
  reader: AccountId,
  at: Instant,
): Promise<{ notices: Notice[]; overdueReview: string | null; approval: MatrixApproval }> {
  const registers = await ports.decisions.registersAsOf(at);
  const approval = await matrixApproval(ports.directory, registers, reader, at);
  const isMatrixApprover = approval === 'acts';
  return {
    notices: await appointmentNotices(ports, registers.roles, { accountId: reader, isMatrixApprover }, at),
    overdueReview: isMatrixApprover ? overdueReview(registers, at) : null,
    approval,
  };
}
