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
import type { People } from '../../ports/people';
import { bypassesOnRecord } from '../bypasses/bypasses-on-record';
import { say } from '../../domain/shared/sentence';

/**
 * Every way around the gates that the ticket has not left behind: what to do about it, or who has judged that nothing
 * is. The ledger is asked only where there is one. Source: white-space requirement 6.
 */
export async function bypassFindings(
  ports: { ledger: Pick<Ledger, 'list'>; people: Pick<People, 'called'> },
  open: readonly Bypass[],
  told: Omit<BypassStory, 'bypass'>,
): Promise<Lack[]> {
  if (open.length === 0) return [];
  const { bypasses, nameOf } = await bypassesOnRecord(ports, ticketSubject(told.story.ticket.id));
  const judged = new Map(bypasses.map(({ found, acknowledged }) => [found.id, acknowledged]));
  return open.map(bypass => {
    const acknowledged = judged.get(bypass.id);
    if (!acknowledged) return { code: 'GATE_BYPASSED', message: bypassMessage({ ...told, bypass }) };
    const happened = happenedInWords(bypassHappened(told.story, bypass), told.name);
    const judgement = { ...acknowledged.facts, by: nameOf(acknowledged.actor ?? '') };
    const message = say`${happened} ${acknowledgedInWords(judgement, dayInWords(acknowledged.at))}`;
    return { code: 'GATE_BYPASSED', message };
  });
}
