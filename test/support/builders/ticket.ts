import type { CloudAccount } from '../../../src/domain/cloud-account/cloud-account';
import type { DecisionSnapshot, GateDecision } from '../../../src/domain/decision/decision';
import type { Gate, GateFacts } from '../../../src/domain/gate/gate';
import { NOT_ROUTED, storedForm } from '../../../src/domain/routing/stored-route';
import { routeOf } from '../../../src/domain/routing/ticket-route';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings/settings';
import type { Instant } from '../../../src/domain/shared/instant';
import { plus, MINUTE } from '../../../src/domain/shared/instant';
import { filesStillThere } from '../../../src/domain/ticket/decided-files';
import { decidingContent } from '../../../src/domain/ticket/deciding-content';
import { NO_CHANGES, type Change, type HistoryEntry, type Ticket } from '../../../src/domain/ticket/ticket';
import { CLOUD_ACCOUNT_REQUEST } from '../../../src/domain/work-types/cloud-account-request/cloud-account-request';
import { FIELD_NAMES } from '../../../src/domain/work-type/fields';
import { WORK_TYPES } from '../../../src/domain/work-types/work-types';
import { storyOf } from '../../../src/domain/ticket/story';
import type { AccountSubject } from '../../../src/domain/work-types/cloud-account-request/account-subject';
import { NO_SUBJECT, type Subject } from '../../../src/domain/work-type/subject';
import type { Transition, TransitionName, WorkType } from '../../../src/domain/work-type/work-type';
import { CLOUD, CLOUD_ROLE, ENGINEER, EVERYONE, NOW, OWNER, SECOPS, SERVICES, asTheyAre } from './company';
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
    description: null,
    workType: CLOUD_ACCOUNT_REQUEST.name,
    status: 'Requested',
    creator: ENGINEER,
    reporter: ENGINEER,
    assignee: null,
    created: plus(NOW, -60 * MINUTE),
    labels: [],
    attachments: [],
    history: [],
    accounts: EVERYONE,
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
    unreadable: [],
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
export function theTransition(
  name: TransitionName,
  workType: WorkType<Gate> = CLOUD_ACCOUNT_REQUEST,
): Transition<Gate> {
  const transition = workType.transitions.find(one => one.name === name);
  if (!transition) throw new RangeError(`There is no transition ${name}.`);
  return transition;
}

export function aSnapshot(ticket: Ticket, overrides: Partial<DecisionSnapshot> = {}): DecisionSnapshot {
  const files = ticket.attachments.map(({ id, filename }) => ({ id, filename, sha256: `hash of ${id}` }));
  const { service } = anAccountSubject();
  const found = { screen: NO_CHANGES, subject: NO_SUBJECT, service, files, pseudonymOf: asTheyAre };
  const content = decidingContent({ ticket, workType: CLOUD_ACCOUNT_REQUEST }, found);
  return {
    contentHash: content.hash,
    decidingFields: content.fields,
    service: content.service,
    text: content.text,
    files: content.files,
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

/** The work type of that name. */
export function workTypeNamed(name: string): WorkType<Gate> {
  const workType = WORK_TYPES.find(one => one.name === name);
  if (!workType) throw new RangeError(`There is no work type ${name}.`);
  return workType;
}

/** The subject of a request for an account, as it is before anything is registered. */
export function anAccountSubject(overrides: Partial<AccountSubject> = {}): AccountSubject {
  const service = SERVICES.find(({ key }) => key === 'aws') ?? null;
  return {
    ...NO_SUBJECT,
    decided: null,
    service,
    namesake: null,
    reservations: [],
    registered: null,
    ...overrides,
  };
}

type FactsAsked<S extends Subject> = Partial<
  Omit<GateFacts<S>, 'transition' | 'route' | 'story' | 'subject'>
> & {
  transition?: TransitionName;
  ticket?: Ticket;
  decisions?: readonly GateDecision[];
  workType?: WorkType<Gate>;
  subject?: S;
};

/** Everything a gate looks at, for a ticket that passes every gate of the named transition. */
export function gateFacts(asked: FactsAsked<AccountSubject> = {}): GateFacts<AccountSubject> {
  return factsOf({ subject: anAccountSubject(), ...asked });
}

/** The same for a ticket of any work type, about what it is about. */
export function factsOf<S extends Subject>({
  transition = 'Submit',
  ticket: asked,
  decisions: given,
  workType = CLOUD_ACCOUNT_REQUEST,
  subject,
  ...overrides
}: FactsAsked<S> & { subject: S }): GateFacts<S> {
  const passing = PASSING[transition]?.() ?? { ticket: aTicket(), decisions: [] };
  const ticket = asked ?? passing.ticket;
  const story = storyOf(ticket, workType, given ?? passing.decisions, subject.authors);
  const { accountable } = passing.ticket.appFields;
  const facts = {
    story,
    subject,
    transition: theTransition(transition, workType),
    screen: NO_CHANGES,
    service: anAccountSubject().service,
    files: filesStillThere(story),
    allocation: anAllocation(),
    accounts: EVERYONE,
    lastRouted: accountable === null ? NOT_ROUTED : storedForm(aRoute()),
    settings: DEFAULT_SETTINGS,
    pseudonymOf: asTheyAre,
    at: minute(60),
    ...overrides,
  };
  return { ...facts, route: routeOf(story, facts.screen, facts) };
}

export interface Decided {
  ticket: Ticket;
  decisions: GateDecision[];
}

/** Submitted by the engineer, with the permission of its gate. */
export function aSubmittedTicket(overrides: TicketOverrides = {}): Decided {
  const ticket = aRoutedTicket({
    status: 'Awaiting approval',
    history: [anEntry(1, ENGINEER, moved('Requested', 'Awaiting approval'))],
    ...overrides,
  });
  return { ticket, decisions: [aDecision(ticket, 'Submit')] };
}

/** Submitted, and approved by the person its gate named. */
export function anApprovedTicket(overrides: TicketOverrides = {}): Decided {
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

const PASSING: Partial<Record<TransitionName, () => Decided>> = {
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
