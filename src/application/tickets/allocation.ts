import { indexResponsibilities, type Allocation } from '../../domain/responsibility/resolve';
import type { Route } from '../../domain/responsibility/route';
import { routeOf, type TicketRouteRefusal } from '../../domain/routing/ticket-route';
import type { Account, AccountId, Accounts } from '../../domain/shared/account';
import type { Instant } from '../../domain/shared/instant';
import type { Result } from '../../domain/shared/result';
import { keptOut } from '../../domain/ticket/excluded-people';
import type { TicketStory } from '../../domain/ticket/story';
import type { ScreenChanges } from '../../domain/ticket/ticket';
import type { Subject } from '../../domain/work-type/subject';
import { USER_FIELDS } from '../../domain/work-type/fields';
import type { DecisionRecords } from '../../ports/decisions';
import type { Directory } from '../../ports/directory';

/** A ticket whose route is asked for. */
export interface AskedRoute {
  story: TicketStory;
  subject: Subject;
  screen: ScreenChanges;
  records: DecisionRecords;
  at: Instant;
}

/** Who decides a ticket, and what that was computed from. */
export interface Allocated {
  allocation: Allocation;
  /** The ticket's, as it will be once the screen is saved. */
  route: Result<Route, TicketRouteRefusal>;
  accounts: Accounts;
}

/**
 * Who decides each of these tickets, by what the matrix and the registers say. The directory is asked only about people
 * who matter and Jira hasn't named with the ticket, and about those of all tickets at once.
 */
export async function allocate(
  directory: Pick<Directory, 'accounts'>,
  asked: readonly AskedRoute[],
): Promise<Allocated[]> {
  let looked: Accounts = new Map();
  let wanted = new Set(asked.flatMap(peopleWhoMatter));
  for (;;) {
    const unknown = [...wanted].filter(person => !looked.has(person));
    looked = await withAccounts(directory, looked, unknown);
    const found = asked.map(one => allocatedBy(one, looked));
    wanted = new Set(found.flatMap(chosenUnknown));
    if (wanted.size === 0) return found;
  }
}

/** Those the route depends on whatever it turns out to be, and Jira hasn't named with the ticket. */
function peopleWhoMatter({ story, screen, records }: AskedRoute): AccountId[] {
  const matter = [...peopleOn(screen), ...excludedHolders(story, screen, records)];
  return matter.filter(person => !story.ticket.accounts.has(person));
}

function allocatedBy(asked: AskedRoute, looked: Accounts): Allocated {
  const { story, subject, screen, records, at } = asked;
  const accounts = looked.size === 0 ? story.ticket.accounts : new Map([...looked, ...story.ticket.accounts]);
  const allocation = {
    matrix: records.matrix,
    rows: indexResponsibilities(records.rows),
    roles: records.roles,
    holders: records.holders,
    services: records.services,
    matrixApproverRole: records.settings.matrixApproverRole,
    accounts: presumedActive(accounts, records),
  };
  const route = routeOf(story, screen, { allocation, subject, settings: records.settings, at });
  return { allocation, route, accounts };
}

function chosenUnknown({ route, accounts }: Allocated): AccountId[] {
  const chosen = route.ok ? [route.value.accountable, route.value.performer] : [];
  return chosen.filter(person => !accounts.has(person));
}

/** Holders the route passes over: whether they could act tells a role that is vacant from one that is involved. */
function excludedHolders(
  story: TicketStory,
  screen: ScreenChanges,
  { holders }: DecisionRecords,
): AccountId[] {
  const excluded = keptOut(story, screen);
  return holders.map(({ accountId }) => accountId).filter(person => excluded.has(person));
}

/** Accounts not looked up yet count as active until the route names them: most never matter. */
function presumedActive(known: Accounts, { holders }: DecisionRecords): Accounts {
  const presumed = holders.filter(({ accountId }) => !known.has(accountId)).map(({ accountId }) => accountId);
  return new Map([...presumed.map(person => [person, unnamed(person, true)] as const), ...known]);
}

/** The accounts with those of further people, who are asked for when they are not among them. */
export async function withAccounts(
  directory: Pick<Directory, 'accounts'>,
  known: Accounts,
  people: readonly AccountId[],
): Promise<Accounts> {
  const unknown = [...new Set(people)].filter(person => !known.has(person));
  if (unknown.length === 0) return known;
  const found = await directory.accounts(unknown);
  return new Map([
    ...known,
    ...unknown.map(person => [person, found.get(person) ?? unnamed(person, false)] as const),
  ]);
}

function unnamed(accountId: AccountId, active: boolean): Account {
  return { accountId, displayName: accountId, active, kind: 'person' };
}

function peopleOn({ fields, reporter }: ScreenChanges): AccountId[] {
  const people = [...USER_FIELDS.map(field => fields[field]), reporter];
  return people.filter(person => person !== null && person !== undefined);
}
