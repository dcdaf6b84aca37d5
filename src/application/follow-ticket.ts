import { planRevocation, REVOCATION_LABEL, type RevocationPlan } from '../domain/access/revocation';
import { ticketSubject, type EvidenceEntry } from '../domain/evidence/evidence-entry';
import { planRouting, type RoutingPlan } from '../domain/routing/routing-plan';
import type { Routing } from '../domain/routing/routing';
import { nameIn, type NameOf } from '../domain/shared/account';
import type { Instant } from '../domain/shared/instant';
import {
  latestSubmit,
  latestTransition,
  observedTransitions,
  type ObservedTransition,
} from '../domain/ticket/observed-transition';
import { NO_CHANGES, type Ticket } from '../domain/ticket/ticket';
import { workTypeNamed } from '../domain/catalogue/work-types';
import type { Clock } from '../ports/clock';
import type { CloudAccounts } from '../ports/cloud-accounts';
import type { Directory } from '../ports/directory';
import type { Ledger } from '../ports/ledger';
import type { Jobs } from '../ports/jobs';
import type { MatrixDrafts } from '../ports/matrix-drafts';
import type { DecisionRecords, Decisions } from '../ports/decisions';
import type { MatrixVersions } from '../ports/matrix-versions';
import type { Roles } from '../ports/roles';
import type { Services } from '../ports/services';
import type { Tickets, WriteAppFields } from '../ports/tickets';
import { allocationFor, withAccounts, type TicketAllocation } from './allocation';
import { carryOutRouting } from './follow-ticket/carry-out-routing';
import { followAccountOwner } from './cloud-accounts/follow-account-owner';
import { followBypasses } from './follow-ticket/follow-bypasses';
import { followChange, releaseDraft } from './matrix/follow-change';
import { draftOf, withAuthors } from './matrix/matrix-change';
import { settleTransition, type Settled } from './follow-ticket/settle-transition';

export interface FollowTicketPorts {
  tickets: Tickets;
  decisions: Decisions;
  directory: Directory;
  ledger: Ledger;
  cloudAccounts: CloudAccounts;
  drafts: MatrixDrafts;
  matrixVersions: MatrixVersions;
  roles: Roles;
  services: Services;
  jobs: Jobs;
  clock: Clock;
}

/**
 * Brings the records and the ticket up to what has happened: records each committed transition, registers what was
 * provisioned, shows the hash of what was submitted, routes, and says when access has ended or a gate was passed by.
 * Repeated and late deliveries write nothing new, and one that was cut short is finished by the next: what is recorded
 * last is what says that it is done.
 * Source: domain rules, "An allow is a permission", "Routing"; requirements W3, R5; white-space 1, 6, 7.
 */
export async function followTicket(ports: FollowTicketPorts, idOrKey: string): Promise<'followed' | 'gone'> {
  const read = await ports.tickets.readToWrite(idOrKey);
  if (!read) {
    await releaseDraft(ports.drafts, idOrKey);
    return 'gone';
  }
  const ticket = withAuthors(read.ticket, await draftOf(ports.drafts, read.ticket));
  const workType = workTypeNamed(ticket.workType);
  const at = ports.clock.now();
  const found = await allocationFor(ports, ticket, workType, NO_CHANGES, at);
  const observed = observedTransitions(ticket, workType, found.records.decisions);
  const isRecorded = new Set(found.records.observedChanges);
  if (workType.responsibility.by === 'matrix approver') {
    const latest = latestTransition(observed);
    await followChange(ports, ticket, latest, latest !== undefined && !isRecorded.has(latest.change));
  }
  const last = found.records.routings.at(-1) ?? null;
  const nameOf = await namesFor(ports, found, last);
  const plan = planRouting(ticket, workType, found.route, last, nameOf);
  const unseen = observed.filter(({ change }) => !isRecorded.has(change));
  const registered = await settleAndRoute(ports, {
    ticket,
    writeAppFields: read.writeAppFields,
    records: found.records,
    observed,
    unseen,
    plan,
    at,
  });
  const route = found.route.ok ? found.route.value : null;
  const granted = { ticket, workType, observed };
  const revocation = planRevocation(granted, route, found.records.revocationsDue, nameOf, at);
  await carryOutRevocation(ports, ticket, revocation, at);
  const { accounts } = found;
  const records = withRegistered(found.records, ticket, registered);
  await followBypasses(
    ports,
    { ticket, workType, records, accounts, accountable: route?.accountable ?? null },
    at,
  );
  if (ticket.status === 'Provisioned') await followAccountOwner(ports, ticket, records, at);
  return 'followed';
}

/** A run that was cut short has taken who had it before off the ticket already. */
async function namesFor(
  { directory }: FollowTicketPorts,
  { accounts }: TicketAllocation,
  last: Routing | null,
): Promise<NameOf> {
  const before = last?.route ? [last.route.accountable, last.route.performer] : [];
  const strangers = before.filter(person => !accounts.has(person));
  return nameIn(await withAccounts(directory, accounts, strangers));
}

interface Settling {
  ticket: Ticket;
  writeAppFields: WriteAppFields;
  records: DecisionRecords;
  observed: readonly ObservedTransition[];
  /** Those that are not on record. */
  unseen: readonly ObservedTransition[];
  plan: RoutingPlan;
  at: Instant;
}

/**
 * Does what transitions entail and what the route demands, and then puts all of it on record in one statement: what
 * was done is there also when the rest failed, and what was cut off before is done again.
 */
async function settleAndRoute(
  ports: FollowTicketPorts,
  { ticket, writeAppFields, records, observed, unseen, plan, at }: Settling,
): Promise<Settled['registered']> {
  const done: EvidenceEntry[] = [];
  let registered: Settled['registered'];
  try {
    for (const transition of unseen) {
      const settled = await settleTransition(ports, ticket, records, transition, at);
      done.push(...settled.entries);
      registered = settled.registered ?? registered;
    }
    await showContentHash(writeAppFields, ticket, observed);
    const routed = await carryOutRouting(ports.tickets, { ticket, writeAppFields }, plan, at);
    if (routed) done.push(routed);
  } finally {
    if (done.length > 0) await ports.ledger.appendAll(done);
  }
  return registered;
}

/** The records as they are once the reservation that they show is confirmed. */
function withRegistered(
  records: DecisionRecords,
  { id }: Ticket,
  registered: Settled['registered'],
): DecisionRecords {
  const { cloudAccount } = records;
  if (cloudAccount?.ticket !== id || cloudAccount.accountId !== registered?.accountId) return records;
  return { ...records, cloudAccount: { ...cloudAccount, status: 'active', registeredAt: registered.at } };
}

/** The field is for people and scripts to read: gates compare with the decision on record. */
async function showContentHash(
  writeAppFields: WriteAppFields,
  ticket: Ticket,
  observed: readonly ObservedTransition[],
): Promise<void> {
  const contentHash = latestSubmit(observed)?.decision?.snapshot?.contentHash ?? null;
  if (contentHash !== ticket.appFields.contentHash) await writeAppFields({ contentHash });
}

/** What is recorded last says that the performer was told. */
async function carryOutRevocation(
  { tickets, ledger }: FollowTicketPorts,
  ticket: Ticket,
  { label, notice }: RevocationPlan,
  at: Instant,
): Promise<void> {
  if (label !== undefined) await tickets.setLabel(ticket, REVOCATION_LABEL, label);
  if (!notice) return;
  const { due, assignee, comment } = notice;
  if (assignee !== null && assignee !== ticket.assignee) await tickets.assign(ticket, assignee);
  await tickets.commentOnce(ticket, due.id, [comment]);
  const { id, ...facts } = due;
  const subject = ticketSubject(ticket.id);
  const entry = { id, at, kind: 'revocation-due', actor: null, subject } as const;
  await ledger.append({ ...entry, facts: { ticketKey: ticket.key, ...facts } });
}
