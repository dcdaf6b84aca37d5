import type { Lack } from '../../contract/route-explain';
import type { Bypass } from '../../domain/bypass/bypass';
import {
  acknowledgedInWords,
  bypassHappened,
  bypassMessage,
  happenedInWords,
  type BypassStory,
} from '../../domain/bypass/bypass-words';
import { ticketSubject } from '../../domain/evidence/evidence-entry';
import { dayInWords } from '../../domain/shared/date-in-words';
import type { Ledger } from '../../ports/ledger';
import { bypassesOnRecord } from '../bypasses/bypasses-on-record';

/**
 * Every way past the gates that the ticket has not left behind: what to do about it, or who has judged that nothing
 * is. The ledger is asked only where there is one. Source: white-space requirement 6.
 */
export async function bypassFindings(
  ledger: Pick<Ledger, 'list'>,
  open: readonly Bypass[],
  told: Omit<BypassStory, 'bypass'>,
): Promise<Lack[]> {
  if (open.length === 0) return [];
  const onRecord = await bypassesOnRecord(ledger, ticketSubject(told.story.ticket.id));
  const judged = new Map(onRecord.map(({ found, acknowledged }) => [found.id, acknowledged]));
  return open.map(bypass => {
    const acknowledged = judged.get(bypass.id);
    const message = acknowledged
      ? `${happenedInWords(bypassHappened(told.story, bypass), told.name)} ${acknowledgedInWords(acknowledged.facts, dayInWords(acknowledged.at))}`
      : bypassMessage({ ...told, bypass });
    return { code: 'GATE_BYPASSED', message };
  });
}
