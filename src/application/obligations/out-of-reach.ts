import type { EvidenceEntry } from '../../domain/evidence/evidence-entry';
import type { Obligation, Trouble } from '../../domain/obligation/obligation';
import { troubleOf } from '../../domain/obligation/obligation-evidence';
import type { Clock } from '../../ports/clock';
import type { Obligations } from '../../ports/obligations';
import type { Recorder } from '../../ports/recorder';
import type { Sight, Tickets } from '../../ports/tickets';
import type { TicketKinds } from '../tickets/reading';

export interface OutOfReachPorts {
  kinds: TicketKinds;
  obligations: Pick<Obligations, 'keep'>;
  recorder: Recorder;
  clock: Clock;
}

/** What keeps a ticket from being checked, as Jira shows it; undefined when nothing does. */
export function troubleSeen(
  { ticket }: Obligation,
  { elsewhere, unreadable, tickets }: Sight,
): { what: Trouble; where: string | null } | undefined {
  if (tickets.some(({ id }) => id === ticket)) return undefined;
  const moved = elsewhere.find(({ id }) => id === ticket);
  if (moved) return { what: 'moved', where: moved.key };
  return { what: unreadable.includes(ticket) ? 'unreadable' : 'gone', where: null };
}

/**
 * Puts on record that a ticket under obligation can't be checked, once, and what is due of it all the same; then the
 * index says so, until it can be checked again.
 * Source: domain rules, "Under obligation".
 */
export async function putOutOfReach(
  { kinds, obligations, recorder, clock }: OutOfReachPorts,
  obligation: Obligation,
  seen: { what: Trouble; where: string | null },
): Promise<void> {
  const at = clock.now();
  const rules = kinds.all.find(({ workType }) => workType.name === obligation.workType)?.rules;
  // Its entry names no one.
  const { trouble, entry } = troubleOf(obligation, seen, { at, pseudonymOf: account => account });
  await recorder.record((pseudonymOf): EvidenceEntry[] => [
    ...(entry ? [entry] : []),
    ...(rules?.outOfReach?.(obligation, { at, pseudonymOf }) ?? []),
  ]);
  await obligations.keep({ ...obligation, trouble }, at);
}

/** Looks for a ticket that is not where it was: does nothing unless it is under obligation. */
export async function lookForTicket(
  ports: OutOfReachPorts & { obligations: Obligations; tickets: Pick<Tickets, 'sightOf'> },
  ticket: string,
): Promise<void> {
  const [obligation] = await ports.obligations.ofTickets([ticket]);
  if (!obligation) return;
  const seen = troubleSeen(obligation, await ports.tickets.sightOf([ticket]));
  if (seen) await putOutOfReach(ports, obligation, seen);
}
