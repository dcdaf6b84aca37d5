import type { CloudAccount } from '../../../src/domain/cloud-account/cloud-account';
import type { DecisionSnapshot, GateDecision } from '../../../src/domain/decision/decision';
import type { Gate, GateFacts } from '../../../src/domain/gate/gate';
import { NOT_ROUTED, storedForm } from '../../../src/domain/routing/stored-route';
import { routeOf } from '../../../src/domain/routing/ticket-route';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings/settings';
import type { Instant } from '../../../src/domain/shared/instant';
import { plus, MINUTE } from '../../../src/domain/shared/instant';
import { decidingContent } from '../../../src/domain/ticket/deciding-content';
import { NO_CHANGES, type Change, type HistoryEntry, type Ticket } from '../../../src/domain/ticket/ticket';
import { CLOUD_ACCOUNT_REQUEST } from '../../../src/domain/catalogue/cloud-account-request';
import { FIELD_NAMES } from '../../../src/domain/work-type/fields';
import { workTypeNamed } from '../../../src/domain/catalogue/work-types';
import type { Transition, TransitionName } from '../../../src/domain/work-type/work-type';
import { CLOUD, CLOUD_ROLE, ENGINEER, EVERYBODY, NOW, OWNER, SECOPS } from './company';
import { anAllocation, aRoute } from './matrix';

type TicketOverrides = Partial<Omit<Ticket, 'fields' | 'appFields'>> & {
  fields?: Partial<Ticket['fields']>;
  appFields?: Partial<Ticket['appFields']>;
};

/** Every field that people write, unset. */
export const EMPTY = Object.fromEntries(FIELD_NAMES.map(field => [field, null])) as Ticket['fields'];

/** A request that names everything it must, not yet submitted, and not yet routed. */
export function aTicket({ fields, appFields, ...overrides }: TicketOverrides = {}): Ticket {
  return {
    id: '10001',
    key: 'GOV-1',
    summary: 'An account for the shop',
    workType: CLOUD_ACCOUNT_REQUEST.name,
    status: 'Requested',
    creator: ENGINEER,
    reporter: ENGINEER,
    assignee: null,
    created: plus(NOW, -60 * MINUTE),
    labels: [],
    history: [],
    accounts: EVERYBODY,
    ...overrides,
    fields: {
      ...EMPTY,
      cloudService: 'AWS',
      accountOwner: OWNER,
      securityContact: SECOPS,
      environment: 'Production',
      dataClassification: 'Internal',
      ...fields,
    },
    appFields: { ...NOT_ROUTED, contentHash: null, ...appFields },
  };
}

/** A ticket on which the app has written the route of `aRoute`. */
export function aRoutedTicket({ appFields, ...overrides }: TicketOverrides = {}): Ticket {
  return aTicket({ ...overrides, appFields: { ...storedForm(aRoute()), ...appFields } });
}

/** An entry of the changelog; entries number `id` minutes after the tests begin. */
export function anEntry(id: number, actor: string, ...changes: Change[]): HistoryEntry {
  return { id: String(id), at: minute(id), actor, changes };
}

/** The instant so many minutes after the tests begin. */
export function minute(number: number): Instant {
  return plus(NOW, number * MINUTE);
}

export function moved(from: string, to: string): Change {
  return { field: 'status', from, to };
}

/** The transition of that name, of a cloud account request; where several have it, the one that comes first. */
export function theTransition(name: TransitionName, workType = CLOUD_ACCOUNT_REQUEST): Transition<Gate> {
  const transition = workType.transitions.find(one => one.name === name);
  if (!transition) throw new RangeError(`There is no transition ${name}.`);
  return transition;
}

export function aSnapshot(ticket: Ticket, overrides: Partial<DecisionSnapshot> = {}): DecisionSnapshot {
  const content = decidingContent(ticket, CLOUD_ACCOUNT_REQUEST, NO_CHANGES);
  return {
    contentHash: content.hash,
    decidingFields: content.fields,
    matrixVersion: 1,
    matrixHash: 'hash-of-v1',
    responsibility: 'assets-accounts',
    role: CLOUD_ROLE,
    roleName: 'Cloud Platform Owner',
    holder: CLOUD,
    decidedBy: 'holder',
    ...overrides,
  };
}

/** An allow for what stands on the ticket, given when nothing had happened to it yet. */
export function aDecision(
  ticket: Ticket,
  transition: TransitionName,
  overrides: Partial<GateDecision> = {},
): GateDecision {
  const { from, to } = theTransition(transition, workTypeNamed(ticket.workType));
  return {
    id: `decision-${transition}-${overrides.at ?? ''}-${overrides.newestChange ?? ''}`,
    at: NOW,
    ticket: ticket.id,
    ticketKey: ticket.key,
    workType: ticket.workType,
    transition,
    from,
    to,
    inputsHash: 'inputs',
    newestChange: null,
    verdict: 'allow',
    refusals: [],
    snapshot: aSnapshot(ticket),
    ...overrides,
  };
}

/** Everything a gate looks at, for a ticket that passes every gate of the named transition. */
export function gateFacts({
  transition = 'Submit',
  ...overrides
}: Partial<Omit<GateFacts, 'transition' | 'route'>> & { transition?: TransitionName } = {}): GateFacts {
  const { ticket, decisions } = PASSING[transition]?.() ?? { ticket: aTicket(), decisions: [] };
  const { accountable } = ticket.appFields;
  const facts = {
    ticket,
    workType: CLOUD_ACCOUNT_REQUEST,
    transition: theTransition(transition),
    screen: NO_CHANGES,
    allocation: anAllocation(),
    accounts: EVERYBODY,
    decisions,
    lastRouted: accountable === null ? NOT_ROUTED : storedForm(aRoute()),
    cloudAccount: null,
    provider: 'Amazon Web Services EMEA SARL',
    settings: DEFAULT_SETTINGS,
    matrixChange: null,
    at: minute(60),
    ...overrides,
  };
  const route = routeOf(facts.ticket, facts.workType, facts.screen, facts.allocation, facts.at);
  return { ...facts, route };
}

interface Story {
  ticket: Ticket;
  decisions: GateDecision[];
}

/** Submitted by the engineer, with the permission of its gate. */
export function aSubmittedTicket(overrides: TicketOverrides = {}): Story {
  const ticket = aRoutedTicket({
    status: 'Awaiting approval',
    history: [anEntry(1, ENGINEER, moved('Requested', 'Awaiting approval'))],
    ...overrides,
  });
  return { ticket, decisions: [aDecision(ticket, 'Submit')] };
}

/** Submitted, and approved by the person its gate named. */
export function anApprovedTicket(overrides: TicketOverrides = {}): Story {
  const { ticket, decisions } = aSubmittedTicket(overrides);
  const approved: Ticket = {
    ...ticket,
    status: 'Approved',
    history: [...ticket.history, anEntry(2, CLOUD, moved('Awaiting approval', 'Approved'))],
    ...(overrides.history ? { history: overrides.history } : {}),
  };
  const approval = aDecision(approved, 'Approve', { at: minute(1.5), newestChange: '1' });
  return { ticket: approved, decisions: [...decisions, approval] };
}

const PASSING: Partial<Record<TransitionName, () => Story>> = {
  Approve: aSubmittedTicket,
  Reject: aSubmittedTicket,
  Rework: aSubmittedTicket,
  Provision: () => anApprovedTicket({ fields: { accountId: '123456789012' } }),
};

export function aCloudAccount(overrides: Partial<CloudAccount> = {}): CloudAccount {
  return {
    provider: 'Amazon Web Services EMEA SARL',
    accountId: '123456789012',
    service: 'AWS',
    environment: 'Production',
    dataClassification: 'Internal',
    owner: OWNER,
    securityContact: SECOPS,
    billingOwner: null,
    ticket: '10002',
    ticketKey: 'GOV-2',
    status: 'active',
    reservedAt: NOW,
    registeredAt: NOW,
    ...overrides,
  };
}
