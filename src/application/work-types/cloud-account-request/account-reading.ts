import type { CloudAccount } from '../../../domain/cloud-account/cloud-account';
import {
  ASKED_ACCOUNT,
  normaliseAccountId,
  reservationsLapsedBefore,
} from '../../../domain/cloud-account/cloud-account';
import type { RegisterCommand } from '../../../domain/effects/register-command';
import type { GateFacts } from '../../../domain/gate/gate';
import type { GateRefusal } from '../../../domain/decision/refusal';
import type { Route } from '../../../domain/responsibility/route';
import { isActive, type Accounts } from '../../../domain/shared/account';
import type { Instant } from '../../../domain/shared/instant';
import { allow, refuse, type Result } from '../../../domain/shared/result';
import { withScreen, NO_CHANGES } from '../../../domain/ticket/ticket';
import { NO_SUBJECT } from '../../../domain/work-type/subject';
import { isCloudAccountCommand } from '../../../domain/work-types/cloud-account-request/account-command';
import type {
  AccountSubject,
  RegisteredAccount,
} from '../../../domain/work-types/cloud-account-request/account-subject';
import {
  asProvisioned,
  ownerEdit,
  PROVISIONED,
  type OwnerEdit,
} from '../../../domain/work-types/cloud-account-request/ownership';
import { allocate } from '../../tickets/allocation';
import { recordsFor } from '../../tickets/look-at-tickets';
import type { LookPorts } from '../../tickets/look-ports';
import type { AskedSubject, WorkTypeReading } from '../../tickets/reading';
import { ACCOUNT_REGISTER } from './account-register';

/** How the account of a ticket is read, reserved and kept up. Source: domain rules, "Cloud accounts"; requirement R13. */
export const ACCOUNT_READING: WorkTypeReading<AccountSubject> = {
  read: readAccounts,
  claim: async ({ cloudAccounts }, facts) => {
    if (facts.transition.to !== PROVISIONED) return allow(null);
    return reserve(cloudAccounts, facts);
  },
  asks: (ticket, screen) => ({
    [ASKED_ACCOUNT]: normaliseAccountId(withScreen(ticket, screen).accountId ?? ''),
  }),
  register: ACCOUNT_REGISTER,
  advanced,
};

async function readAccounts(look: LookPorts, asked: readonly AskedSubject[]): Promise<AccountSubject[]> {
  const provisioned = asked.filter(({ story }) => story.ticket.status === PROVISIONED);
  const elsewhere = provisioned.filter(isElsewhere).map(({ story }) => story.ticket.id);
  const others = elsewhere.length > 0 ? await look.cloudAccounts.ofTickets(elsewhere) : [];
  const registered = await registeredOf(look, provisioned, others);
  return asked.map(one => ({
    ...NO_SUBJECT,
    decided: null,
    service: one.records.service,
    namesake: one.records.cloudAccount,
    reservations: one.records.reservations,
    registered: registered.get(one) ?? null,
  }));
}

/** A ticket that still holds a reservation has registered nothing yet. */
function isElsewhere(asked: AskedSubject): boolean {
  return !ownAccount(asked) && asked.records.reservations.length === 0;
}

/** The ticket's Account ID names its account, which was read with everything else; unless someone has changed that since. */
function ownAccount({ story, records: { cloudAccount } }: AskedSubject): CloudAccount | undefined {
  const isOwn = cloudAccount?.ticket === story.ticket.id && cloudAccount.status === 'active';
  return isOwn ? cloudAccount : undefined;
}

async function registeredOf(
  look: LookPorts,
  provisioned: readonly AskedSubject[],
  others: readonly CloudAccount[],
): Promise<Map<AskedSubject, RegisteredAccount>> {
  const entries = provisioned.flatMap(asked => {
    const { ticket } = asked.story;
    const account = ownAccount(asked) ?? others.find(other => other.ticket === ticket.id);
    return account ? [{ asked, account, edit: ownerEdit(ticket, account) }] : [];
  });
  const people = new Set(entries.flatMap(peopleOf));
  const accounts: Accounts = people.size > 0 ? await look.directory.accounts([...people]) : new Map();
  const found = new Map<AskedSubject, RegisteredAccount>();
  for (const entry of entries) found.set(entry.asked, await keptUp(look, entry, accounts));
  return found;
}

interface Entry {
  asked: AskedSubject;
  account: CloudAccount;
  edit: OwnerEdit | undefined;
}

/** Who decides, now and when an edit was made, is asked only where someone has to be told, or an edit judged. */
async function keptUp(
  look: LookPorts,
  { asked, account, edit }: Entry,
  accounts: Accounts,
): Promise<RegisteredAccount> {
  const then = edit ? await routeAsProvisioned(look, asked, edit.at) : NO_ONE;
  const isTold = edit !== undefined || !isActive(accounts, account.owner);
  const now = isTold ? await routeAsProvisioned(look, asked, asked.at) : NO_ONE;
  return {
    account,
    ...(edit ? { edit } : {}),
    decidedThen: then.route,
    decidesNow: now.route,
    accounts: new Map([...then.accounts, ...now.accounts, ...accounts]),
  };
}

const NO_ONE = { route: null, accounts: new Map() } as const;

/** Who is accountable for what was decided, at an instant. Null when no one is, or nothing was decided. */
async function routeAsProvisioned(
  look: LookPorts,
  { story }: AskedSubject,
  at: Instant,
): Promise<{ route: Route | null; accounts: Accounts }> {
  const ticket = asProvisioned(story.ticket, story.decisions);
  if (!ticket) return NO_ONE;
  const records = await recordsFor(look.decisions, ticket, story.workType, at);
  const asked = { story: { ...story, ticket }, subject: NO_SUBJECT, screen: NO_CHANGES, records, at };
  const [allocated] = await allocate(look.directory, [asked]);
  const route = allocated?.route.ok ? allocated.route.value : null;
  return { route, accounts: allocated?.accounts ?? new Map() };
}

function peopleOf({ account, edit }: Entry): string[] {
  const people = [account.owner, account.securityContact, edit?.owner, edit?.editor];
  return people.filter(person => person != null);
}

/** The permission holds only together with the reservation of the account id. */
async function reserve(
  cloudAccounts: Parameters<NonNullable<WorkTypeReading['claim']>>[0]['cloudAccounts'],
  facts: GateFacts<AccountSubject>,
): Promise<Result<null, GateRefusal>> {
  const entry = reservation(facts);
  const { reservations } = facts.subject;
  const outcome = await cloudAccounts.reserve(entry, reservationsLapsedBefore(facts.at), reservations);
  if (outcome === 'reserved') return allow(null);
  const { provider, accountId } = entry;
  return refuse({ code: 'ACCOUNT_ALREADY_REGISTERED', provider, accountId, ticketKey: 'another ticket' });
}

function reservation({ story, screen, subject, at }: GateFacts<AccountSubject>): CloudAccount {
  const { ticket } = story;
  const { service } = subject;
  const values = withScreen(ticket, screen);
  const { accountOwner: owner, securityContact, environment, dataClassification, accountId } = values;
  if (!service || !owner || !securityContact || !environment || !dataClassification || !accountId)
    throw new Error(`${ticket.key} passed its gates without what the register needs.`);
  return {
    provider: service.provider,
    accountId: normaliseAccountId(accountId),
    service: service.name,
    environment,
    dataClassification,
    owner,
    securityContact,
    billingOwner: values.billingOwner,
    ticket: ticket.id,
    ticketKey: ticket.key,
    status: 'reserved',
    reservedAt: at,
    registeredAt: null,
  };
}

function advanced(
  subject: AccountSubject,
  command: RegisterCommand,
  _: unknown,
  accounts: Accounts,
): AccountSubject {
  if (!isCloudAccountCommand(command)) return subject;
  const { registered, reservations } = subject;
  if (command.kind === 'change owner') {
    if (!registered) return subject;
    const { edit: _followed, ...kept } = registered;
    return { ...subject, registered: { ...kept, account: { ...kept.account, owner: command.owner } } };
  }
  const { accountId, at } = command;
  const reserved = reservations.find(entry => entry.accountId === accountId) ?? reservations[0];
  if (registered || !reserved) return subject;
  const account = { ...reserved, accountId, status: 'active', registeredAt: at } as const;
  const kept = { account, decidedThen: null, decidesNow: null, accounts };
  return { ...subject, reservations: [], registered: kept };
}
