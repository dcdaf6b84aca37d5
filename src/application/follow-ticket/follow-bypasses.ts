import type { BypassMended, GateBypassed } from '../../contract/bypasses';
import { evidenceId, ticketSubject } from '../../domain/evidence/evidence-entry';
import { bypassesOf, transitionMeant, type Bypass } from '../../domain/bypass/bypass';
import { bypassComment, bypassHappened, type BypassStory } from '../../domain/bypass/bypass-words';
import { nameIn, type AccountId, type Accounts } from '../../domain/shared/account';
import type { Instant } from '../../domain/shared/instant';
import type { Ticket } from '../../domain/ticket/ticket';
import { type WorkType } from '../../domain/work-type/work-type';
import type { Directory } from '../../ports/directory';
import type { Ledger } from '../../ports/ledger';
import type { DecisionRecords } from '../../ports/decisions';
import type { Tickets } from '../../ports/tickets';

export interface FollowBypassesPorts {
  tickets: Tickets;
  ledger: Ledger;
  directory: Directory;
}

/** A ticket as it is followed, and whoever is accountable for it now. */
export interface FollowedTicket {
  ticket: Ticket;
  workType: WorkType;
  records: DecisionRecords;
  accounts: Accounts;
  accountable: AccountId | null;
}

/**
 * Records each way past the gates that the ticket's history shows, once, and says on the ticket what it means while it
 * is open; records too when the ticket has left it behind. Costs nothing where there is nothing to tell. What is
 * recorded last says that the ticket was told.
 * Source: white-space requirement 6.
 */
export async function followBypasses(
  ports: FollowBypassesPorts,
  { records, ...followed }: FollowedTicket,
  at: Instant,
): Promise<void> {
  const { ticket, workType } = followed;
  const bypasses = bypassesOf(ticket, workType, records);
  const isRecorded = new Set(records.bypasses);
  const unrecorded = bypasses.filter(({ id }) => !isRecorded.has(id));
  if (unrecorded.length > 0) await tell(ports, followed, unrecorded, at);
  await recordMended(ports.ledger, ticket, bypasses, records, at);
}

async function tell(
  { tickets, ledger, directory }: FollowBypassesPorts,
  { ticket, workType, accounts, accountable }: Omit<FollowedTicket, 'records'>,
  bypasses: readonly Bypass[],
  at: Instant,
): Promise<void> {
  const people = await knownPeople(directory, accounts, bypasses);
  const name = nameIn(people);
  const stories = bypasses.map(bypass => ({ bypass, ticket, workType, accountable, name }));
  const open = stories.filter(({ bypass }) => bypass.mendedBy === null);
  const newest = open.at(-1);
  if (newest) await tickets.commentOnce(ticket, newest.bypass.id, bypassComment(open));
  for (const story of stories) await record(ledger, story, people, at);
}

/** The people whom a condition let through are not always named with the ticket. */
async function knownPeople(
  directory: Directory,
  accounts: Accounts,
  bypasses: readonly Bypass[],
): Promise<Accounts> {
  const named = bypasses.flatMap(({ actor, expected }) => [actor, ...expected]);
  const unknown = [...new Set(named)].filter(account => !accounts.has(account));
  return unknown.length === 0 ? accounts : new Map([...accounts, ...(await directory.accounts(unknown))]);
}

async function record(ledger: Ledger, story: BypassStory, people: Accounts, at: Instant): Promise<void> {
  const { ticket, workType, name, bypass } = story;
  const { id, kind, change, at: when, actor, from, to, transition, expected } = bypass;
  await ledger.append({
    id,
    at,
    kind: 'gate-bypassed',
    actor,
    subject: ticketSubject(ticket.id),
    facts: {
      ticketKey: ticket.key,
      workType: workType.name,
      bypass: kind,
      change,
      when,
      from,
      to,
      transition,
      by: name(actor),
      byKind: people.get(actor)?.kind ?? null,
      expected: expected.map(accountId => ({ accountId, name: name(accountId) })),
      gates: gatesInto(workType, bypass),
      message: bypassHappened(story),
    } satisfies GateBypassed & Record<string, unknown>,
  });
}

/** What would have been asked on the way there. */
function gatesInto(workType: WorkType, bypass: Bypass): readonly string[] {
  return transitionMeant(bypass, workType)?.gates.map(({ name }) => name) ?? [];
}

/** One that is not found any more was of what the ticket was before it was moved. */
async function recordMended(
  ledger: Ledger,
  ticket: Ticket,
  bypasses: readonly Bypass[],
  { bypasses: recorded, bypassesMended }: DecisionRecords,
  at: Instant,
): Promise<void> {
  const isTold = new Set(bypassesMended);
  const subject = ticketSubject(ticket.id);
  const known = new Map(bypasses.map(bypass => [bypass.id, bypass]));
  for (const bypass of new Set([...recorded, ...known.keys()])) {
    const found = known.get(bypass);
    if (found?.mendedBy === null) continue;
    const id = evidenceId('bypass-mended', subject, { bypass });
    if (isTold.has(id)) continue;
    const { actor = null, change = null, to = null } = found?.mendedBy ?? {};
    const facts = { ticketKey: ticket.key, bypass, change, to } satisfies BypassMended &
      Record<string, unknown>;
    await ledger.append({ id, at, kind: 'bypass-mended', actor, subject, facts });
  }
}
