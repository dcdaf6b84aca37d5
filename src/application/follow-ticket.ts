import { planRevocation, REVOCATION_LABEL, type RevocationPlan } from '../domain/access/revocation';
import { normaliseAccountId } from '../domain/cloud-account/cloud-account';
import { evidenceId, ticketSubject } from '../domain/evidence/evidence-entry';
import type { CommentParagraph } from '../domain/ticket/comment';
import { planRouting, GAP_LABEL, type RoutingPlan } from '../domain/routing/routing-plan';
import { commentMark, type Routing } from '../domain/routing/routing';
import { routeOf } from '../domain/routing/ticket-route';
import type { Instant } from '../domain/shared/instant';
import {
  latestSubmit,
  latestTransition,
  observedTransitions,
  type ObservedTransition,
} from '../domain/ticket/observed-transition';
import { fieldAfter, NO_CHANGES, type Ticket } from '../domain/ticket/ticket';
import { workTypeNamed } from '../domain/catalogue/work-types';
import type { Clock } from '../ports/clock';
import type { CloudAccounts } from '../ports/cloud-accounts';
import type { Directory } from '../ports/directory';
import type { EvidenceLedger } from '../ports/evidence-ledger';
import type { Jobs } from '../ports/jobs';
import type { MatrixDrafts } from '../ports/matrix-drafts';
import type { Registers } from '../ports/registers';
import type { Tickets } from '../ports/tickets';
import { allocationFor, withAccounts } from './allocation';
import { followAccountOwner } from './cloud-accounts/follow-account-owner';
import { followBypasses } from './follow-bypasses';
import { followChange, releaseDraft } from './matrix/follow-change';
import { draftOf, withAuthors } from './matrix/matrix-change';

export interface FollowTicketPorts {
  tickets: Tickets;
  registers: Registers;
  directory: Directory;
  ledger: EvidenceLedger;
  cloudAccounts: CloudAccounts;
  drafts: MatrixDrafts;
  jobs: Jobs;
  clock: Clock;
}

/**
 * Brings the records and the ticket up to what has happened: records each committed transition, registers what was
 * provisioned, shows the hash of what was submitted, routes, and says when access has ended or a gate was passed by. Repeated and late deliveries write nothing new, and
 * one that was cut short is finished by the next: what is recorded last is what says that it is done.
 * Source: domain rules, "An allow is a permission", "Routing"; requirements W3, R5; white-space 1, 6, 7.
 */
export async function followTicket(ports: FollowTicketPorts, idOrKey: string): Promise<'followed' | 'gone'> {
  const read = await ports.tickets.read(idOrKey);
  if (!read) {
    await releaseDraft(ports.drafts, idOrKey);
    return 'gone';
  }
  const ticket = withAuthors(read, await draftOf(ports.drafts, read));
  const workType = workTypeNamed(ticket.workType);
  const at = ports.clock.now();
  const { records, allocation, accounts } = await allocationFor(ports, ticket, workType, NO_CHANGES, at);
  const observed = observedTransitions(ticket, workType, records.decisions);
  const isRecorded = new Set(records.observedChanges);
  if (workType.responsibility.by === 'matrix approver') {
    const latest = latestTransition(observed);
    await followChange(ports, ticket, latest, latest !== undefined && !isRecorded.has(latest.change));
  }
  for (const transition of observed.filter(({ change }) => !isRecorded.has(change))) {
    await settle(ports, ticket, transition, at);
  }
  await showContentHash(ports, ticket, observed);
  const outcome = routeOf(ticket, workType, NO_CHANGES, allocation, at);
  const before = records.routings.at(-1)?.route;
  // A run that was cut short has taken who had it before off the ticket already.
  const strangers = before
    ? [before.accountable, before.performer].filter(person => !accounts.has(person))
    : [];
  const named = await withAccounts(ports.directory, accounts, strangers);
  const nameOf = (account: string) => named.get(account)?.displayName ?? account;
  const plan = planRouting(ticket, workType, outcome, records.routings.at(-1) ?? null, nameOf);
  await carryOut(ports, ticket, plan, at);
  const granted = { ticket, workType, observed };
  const revocation = planRevocation(
    granted,
    outcome.ok ? outcome.value : null,
    records.revocationsDue,
    nameOf,
    at,
  );
  await carryOutRevocation(ports, ticket, revocation, at);
  const accountable = outcome.ok ? outcome.value.accountable : null;
  await followBypasses(ports, { ticket, workType, records, accounts, accountable }, at);
  if (ticket.status === 'Provisioned') await followAccountOwner(ports, ticket, records.decisions, at);
  return 'followed';
}

/** Nothing is registered here, so no evidence may say that it was. */
const RESERVATION_LOST: CommentParagraph = [
  'This cloud account is not in the register: its reservation lapsed before the transition was seen, and another work item took the identifier. Check Account ID on both.',
];

/** Does what a committed transition entails, and then records that it was seen. */
async function settle(
  { cloudAccounts, ledger, tickets }: FollowTicketPorts,
  ticket: Ticket,
  transition: ObservedTransition,
  at: Instant,
): Promise<void> {
  const subject = ticketSubject(ticket.id);
  const { decision, ...committed } = transition;
  if (transition.transition === 'Provision' && decision) {
    const accountId = normaliseAccountId(fieldAfter(ticket, 'accountId', transition.change) ?? '');
    const outcome = await cloudAccounts.confirm(ticket.id, accountId, transition.at);
    const id = evidenceId('cloud-account-registered', subject, { change: transition.change });
    const entry = { id, at, kind: 'cloud-account-registered', actor: transition.actor, subject } as const;
    const facts = { ticketKey: ticket.key, decision: decision.id };
    if (outcome === 'absent') await tickets.commentOnce(ticket, `${id}-absent`, [RESERVATION_LOST]);
    else await ledger.append({ ...entry, facts });
  }
  await ledger.append({
    id: evidenceId('transition-observed', subject, { change: transition.change }),
    at,
    kind: 'transition-observed',
    actor: transition.actor,
    subject,
    facts: { ticketKey: ticket.key, ...committed, decision: decision?.id ?? null },
  });
}

/** The field is for people and scripts to read: gates compare with the decision on record. */
async function showContentHash(
  { tickets }: FollowTicketPorts,
  ticket: Ticket,
  observed: readonly ObservedTransition[],
): Promise<void> {
  const contentHash = latestSubmit(observed)?.decision?.snapshot?.contentHash ?? null;
  if (contentHash !== ticket.appFields.contentHash) await tickets.writeAppFields(ticket, { contentHash });
}

const NOT_ASSIGNABLE: CommentParagraph = [
  'Jira does not let this work item be assigned to the person it is for. A Jira administrator can give them the permission "Assignable user" in this space.',
];

async function carryOut(
  ports: FollowTicketPorts,
  ticket: Ticket,
  plan: RoutingPlan,
  at: Instant,
): Promise<void> {
  const { tickets } = ports;
  // The fields after the assignee: they are what tells the next run that this one was cut short.
  const outcome = plan.assignee === undefined ? 'assigned' : await tickets.assign(ticket, plan.assignee);
  if (Object.keys(plan.appFields).length > 0) await tickets.writeAppFields(ticket, plan.appFields);
  if (plan.gapLabel !== undefined) await tickets.setLabel(ticket, GAP_LABEL, plan.gapLabel);
  if (plan.comment && plan.routing)
    await tickets.commentOnce(ticket, commentMark(plan.routing), [plan.comment]);
  if (outcome === 'not assignable' && plan.routing) {
    await tickets.commentOnce(ticket, `${plan.routing.id}-unassigned`, [NOT_ASSIGNABLE]);
  }
  if (plan.routing) await recordRouting(ports, ticket, plan.routing, at);
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

async function recordRouting(
  { ledger }: FollowTicketPorts,
  ticket: Ticket,
  routing: Routing,
  at: Instant,
): Promise<void> {
  const kind = routing.route ? 'routed' : 'routing-refused';
  const { id, ...facts } = routing;
  await ledger.append({
    id,
    at,
    kind,
    actor: null,
    subject: ticketSubject(ticket.id),
    facts: { ticketKey: ticket.key, ...facts },
  });
}
