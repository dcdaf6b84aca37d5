import { normaliseAccountId } from '../domain/cloud-account/cloud-account';
import { indexResponsibilities, type Allocation } from '../domain/responsibility/resolve';
import { routeOf, ticketResponsibility, type TicketRouteRefusal } from '../domain/routing/ticket-route';
import type { Route } from '../domain/responsibility/route';
import type { Account, AccountId, Accounts } from '../domain/shared/account';
import type { Instant } from '../domain/shared/instant';
import type { Result } from '../domain/shared/result';
import { excludedPeople } from '../domain/ticket/excluded-people';
import { withScreen, type ScreenChanges, type Ticket } from '../domain/ticket/ticket';
import { USER_FIELDS } from '../domain/work-type/fields';
import type { WorkType } from '../domain/work-type/work-type';
import type { Directory } from '../ports/directory';
import type { DecisionRecords, Decisions } from '../ports/decisions';

/** What a decision about one ticket is computed from, with the accounts it depends on. */
export interface TicketAllocation {
  records: DecisionRecords;
  allocation: Allocation;
  /** The ticket's, as it will be once the screen is saved. */
  route: Result<Route, TicketRouteRefusal>;
  accounts: Accounts;
}

/**
 * Reads what the matrix and the registers say for a ticket at an instant: one statement, and one question to the
 * directory only when somebody matters whom Jira has not named with the ticket.
 */
export async function allocationFor(
  { decisions, directory }: { decisions: Pick<Decisions, 'records'>; directory: Directory },
  ticket: Ticket,
  workType: WorkType,
  screen: ScreenChanges,
  at: Instant,
): Promise<TicketAllocation> {
  const { domain, service } = ticketResponsibility(ticket, workType, screen);
  const accountId = normaliseAccountId(withScreen(ticket, screen).accountId ?? '');
  const records = await decisions.records({
    ticketId: ticket.id,
    domain,
    activity: usualActivity(workType),
    service,
    cloudAccountId: accountId === '' ? null : accountId,
    at,
  });
  const base = {
    matrix: records.matrix,
    rows: indexResponsibilities(records.rows),
    roles: records.roles,
    holders: records.holders,
    services: records.service ? [records.service] : [],
    matrixApproverRole: records.settings.matrixApproverRole,
  };
  const matter = [...peopleOn(screen), ...excludedHolders(ticket, workType, screen, records)];
  const unnamedYet = matter.filter(person => !ticket.accounts.has(person));
  let known = await withAccounts(directory, ticket.accounts, unnamedYet);
  for (;;) {
    const allocation = { ...base, accounts: presumedActive(known, records) };
    const route = routeOf(ticket, workType, screen, allocation, at);
    const chosen = route.ok ? [route.value.accountable, route.value.performer] : [];
    const unknown = chosen.filter(person => !known.has(person));
    if (unknown.length === 0) return { records, allocation, route, accounts: known };
    known = await withAccounts(directory, known, unknown);
  }
}

/** Asked for though the ticket or the screen names a domain: a gate also looks at the route without the screen. */
function usualActivity({ responsibility }: WorkType): string {
  return responsibility.by === 'matrix' ? responsibility.activity : '';
}

/** Holders whom the route passes over: whether they could act tells a role that is vacant from one that is involved. */
function excludedHolders(
  ticket: Ticket,
  workType: WorkType,
  screen: ScreenChanges,
  { holders }: DecisionRecords,
): AccountId[] {
  const excluded = excludedPeople(ticket, workType, screen);
  return holders.map(({ accountId }) => accountId).filter(person => excluded.has(person));
}

/** Accounts not looked up yet count as active until the route names them: most never matter. */
function presumedActive(known: Accounts, { holders }: DecisionRecords): Accounts {
  const presumed = holders.filter(({ accountId }) => !known.has(accountId)).map(({ accountId }) => accountId);
  return new Map([...presumed.map(person => [person, unnamed(person, true)] as const), ...known]);
}

/** The accounts with those of further people, who are asked for when they are not among them. */
export async function withAccounts(
  directory: Directory,
  known: Accounts,
  people: readonly AccountId[],
): Promise<Accounts> {
  if (people.length === 0) return known;
  const found = await directory.accounts([...new Set(people)]);
  return new Map([
    ...known,
    ...people.map(person => [person, found.get(person) ?? unnamed(person, false)] as const),
  ]);
}

function unnamed(accountId: AccountId, active: boolean): Account {
  return { accountId, displayName: accountId, active, kind: 'person' };
}

function peopleOn({ fields, reporter }: ScreenChanges): AccountId[] {
  const people = [...USER_FIELDS.map(field => fields[field]), reporter];
  return people.filter(person => person !== null && person !== undefined);
}
