import SectionMessage from '@atlaskit/section-message';
import type { Lack } from '../../../../src/contract/route-explain';

/** The code of the findings that say that a ticket bypassed its gates; the others are on the matrix or an account. */
const GATE_BYPASSED = 'GATE_BYPASSED';

export function isPastItsGates({ code }: Lack): boolean {
  return code === GATE_BYPASSED;
}

/** Says first of all that what stands on the ticket was not decided as it should have been. */
export function PastItsGates({ findings }: { findings: readonly Lack[] }) {
  const past = findings.filter(isPastItsGates);
  if (past.length === 0) return null;
  return (
    <SectionMessage appearance="error" title="This ticket bypassed approval" headingLevel="h3">
      {past.map(({ message }) => (
        <p key={message}>{message}</p>
      ))}
    </SectionMessage>
  );
}
