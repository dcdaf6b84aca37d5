import type { CloudAccount } from '../domain/cloud-account/cloud-account';
import { normaliseAccountId, reservationsLapsedBefore } from '../domain/cloud-account/cloud-account';
import { ticketSubject } from '../domain/evidence/evidence-entry';
import { accountRecorded } from '../domain/gate/account-recorded';
import { decide, recordOf } from '../domain/gate/decide';
import type { DecisionSnapshot } from '../domain/decision/decision';
import type { GateFacts } from '../domain/gate/gate';
import { refusalMessage } from '../domain/decision/refusal';
import type { GateRefusal } from '../domain/decision/refusal';
import { allow, refuse, type Result } from '../domain/shared/result';
import { withScreen } from '../domain/ticket/ticket';
import { workTypeNamed } from '../domain/catalogue/work-types';
import { transitionBetween } from '../domain/work-type/work-type';
import { nameIn } from '../domain/shared/account';
import type { Clock } from '../ports/clock';
import type { CloudAccounts } from '../ports/cloud-accounts';
import type { Decisions } from '../ports/decisions';
import type { Directory } from '../ports/directory';
import type { Ledger } from '../ports/ledger';
import type { Jobs } from '../ports/jobs';
import type { MatrixDrafts } from '../ports/matrix-drafts';
import type { MatrixVersions } from '../ports/matrix-versions';
import type { Roles } from '../ports/roles';
import type { Services } from '../ports/services';
import type { Tickets } from '../ports/tickets';
import { allocationFor } from './allocation';
import { gateFacts } from './gate-facts';
import { matrixChangeOf, withAuthors } from './matrix/matrix-change';

export interface DecideTransitionPorts {
  tickets: Tickets;
  decisions: Decisions;
  directory: Directory;
  ledger: Ledger;
  cloudAccounts: CloudAccounts;
  jobs: Jobs;
  drafts: MatrixDrafts;
  matrixVersions: MatrixVersions;
  roles: Roles;
  services: Services;
  clock: Clock;
}

/** What Jira tells a gate of the transition under way. */
export interface TransitionUnderWay {
  issueKey: string;
  toStatusId: string;
  modifiedFields: Record<string, unknown>;
}

/** Codes after which the ticket is routed again at once, so that the person need only reload. */
const ROUTES_AGAIN: ReadonlySet<GateRefusal['code']> = new Set(['ROUTE_STALE', 'APP_FIELD_FORGED']);

/**
 * Decides one transition and records the decision before it is told. The rule's own configuration is not asked: which
 * gates apply follows from the ticket and where it is going, so that a rule that was edited lets nobody past.
 * Refuses with every message that applies. A fault is thrown, and the caller refuses.
 * Source: domain rules, "Gates"; requirements W3, R3; white-space 1, 2.
 */
export async function decideTransition(
  ports: DecideTransitionPorts,
  underWay: TransitionUnderWay,
): Promise<Result<null, string[]>> {
  const { issueKey, toStatusId, modifiedFields } = underWay;
  const asked = await ports.tickets.readForTransition(issueKey, toStatusId, modifiedFields);
  if (!asked) return refuse([refusalMessage({ code: 'TICKET_UNKNOWN' }, account => account)]);
  const { screen, unreadable, to } = asked;
  if (unreadable.length > 0)
    return refuse([refusalMessage({ code: 'VALUE_UNREADABLE', fields: unreadable }, account => account)]);
  const matrixChange = await matrixChangeOf(ports, asked.ticket);
  const ticket = withAuthors(asked.ticket, matrixChange);
  const workType = workTypeNamed(ticket.workType);
  const transition = transitionBetween(workType, ticket.status, to);
  if (!transition) {
    return refuse([
      refusalMessage({ code: 'TRANSITION_UNKNOWN', from: ticket.status, to }, account => account),
    ]);
  }
  const at = ports.clock.now();
  const found = await allocationFor(ports, ticket, workType, screen, at);
  const facts = gateFacts({ ticket, workType, transition, screen, matrixChange, at }, found);
  const decision = await reserving(ports, facts, found.records.reservations, decide(facts));
  await record(ports, facts, decision);
  if (decision.ok) return allow(null);
  if (decision.refusal.some(({ code }) => ROUTES_AGAIN.has(code))) {
    await ports.jobs.push([{ kind: 'follow ticket', ticket: ticket.id }]);
  }
  const nameOf = nameIn(found.accounts);
  return refuse(decision.refusal.map(refusal => refusalMessage(refusal, nameOf)));
}

/** Where an account is registered, the permission holds only together with the reservation of its id. */
async function reserving(
  ports: DecideTransitionPorts,
  facts: GateFacts,
  held: readonly CloudAccount[],
  decision: Result<DecisionSnapshot, GateRefusal[]>,
): Promise<Result<DecisionSnapshot, GateRefusal[]>> {
  if (!decision.ok || !facts.transition.gates.includes(accountRecorded)) return decision;
  const entry = reservation(facts);
  const outcome = await ports.cloudAccounts.reserve(entry, reservationsLapsedBefore(facts.at), held);
  if (outcome === 'reserved') return decision;
  const { provider, accountId } = entry;
  return refuse([{ code: 'ACCOUNT_ALREADY_REGISTERED', provider, accountId, ticketKey: 'another ticket' }]);
}

function reservation({ ticket, screen, provider, allocation, at }: GateFacts): CloudAccount {
  const values = withScreen(ticket, screen);
  const [service] = allocation.services;
  const { accountOwner, securityContact, environment, dataClassification, accountId } = values;
  if (
    !service ||
    !provider ||
    !accountOwner ||
    !securityContact ||
    !environment ||
    !dataClassification ||
    !accountId
  ) {
    throw new Error(`${ticket.key} passed its gates without what the register needs.`);
  }
  return {
    provider,
    accountId: normaliseAccountId(accountId),
    service: service.name,
    environment,
    dataClassification,
    owner: accountOwner,
    securityContact,
    billingOwner: values.billingOwner,
    ticket: ticket.id,
    ticketKey: ticket.key,
    status: 'reserved',
    reservedAt: at,
    registeredAt: null,
  };
}

async function record(
  { ledger }: DecideTransitionPorts,
  facts: GateFacts,
  decision: Result<DecisionSnapshot, GateRefusal[]>,
): Promise<void> {
  const record = recordOf(facts, decision);
  const subject = ticketSubject(facts.ticket.id);
  await ledger.append({
    id: record.id,
    at: facts.at,
    kind: 'gate-decided',
    actor: null,
    subject,
    facts: record,
  });
}
