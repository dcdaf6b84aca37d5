import type { CloudAccount } from '../../domain/cloud-account/cloud-account';
import {
  asProvisioned,
  isOwnerChangedSince,
  OWNER_KINDS,
  ownerChangedComment,
  ownerEdit,
  ownerEditRefusal,
  ownerIgnoredComment,
  UNOWNED_LABEL,
  unownedComment,
  type OwnerEdit,
} from '../../domain/cloud-account/ownership';
import { evidenceId, ticketSubject, type EvidenceKind } from '../../domain/evidence/evidence-entry';
import type { Route } from '../../domain/responsibility/route';
import type { CommentParagraph } from '../../domain/ticket/comment';
import { isActive, nameIn, type AccountId, type Accounts } from '../../domain/shared/account';
import type { Instant } from '../../domain/shared/instant';
import { NO_CHANGES, type Ticket } from '../../domain/ticket/ticket';
import { workTypeNamed } from '../../domain/catalogue/work-types';
import type { CloudAccounts } from '../../ports/cloud-accounts';
import type { Directory } from '../../ports/directory';
import type { Ledger } from '../../ports/ledger';
import type { DecisionRecords, Decisions } from '../../ports/decisions';
import type { Tickets } from '../../ports/tickets';
import { allocationFor } from '../allocation';
import { accountOfTicket } from './account-of-ticket';

export interface FollowOwnerPorts {
  tickets: Tickets;
  decisions: Pick<Decisions, 'records'>;
  directory: Directory;
  ledger: Ledger;
  cloudAccounts: CloudAccounts;
}

/**
 * Keeps the register and the ticket of a cloud account together once it is provisioned: the register follows a new
 * owner whom an entitled person names on the ticket, and an account whose owner has left is labelled, told once and
 * recorded once for that owner. An edit that is not followed is told and recorded, and recorded again when undone. Tickets that have no registered account are left alone. Repeated, it writes nothing.
 * Source: domain rules, "Cloud accounts"; requirement R13.
 */
export async function followAccountOwner(
  ports: FollowOwnerPorts,
  ticket: Ticket,
  records: DecisionRecords,
  at: Instant,
): Promise<void> {
  const account = await accountOfTicket(ports.cloudAccounts, ticket, records);
  const decided = account && asProvisioned(ticket, records.decisions);
  if (!account || !decided) return;
  const edit = ownerEdit(ticket, account);
  const people = [account.owner, edit?.owner, edit?.editor].filter(person => person != null);
  const story = {
    account,
    ticket,
    decided,
    at,
    accounts: await ports.directory.accounts([...new Set(people)]),
  };
  const owner = edit ? await followEdit(ports, story, edit) : account.owner;
  if (!edit && isOwnerChangedSince(ticket)) await noteRestored(ports, story);
  await followAbsence(ports, { ...story, account: { ...account, owner } });
}

interface Story {
  account: CloudAccount;
  ticket: Ticket;
  /** With the fields that were decided on. */
  decided: Ticket;
  at: Instant;
  accounts: Accounts;
}

/** The register is written last: until it is, ticket and register differ, and the edit is found again. */
async function followEdit(ports: FollowOwnerPorts, story: Story, edit: OwnerEdit): Promise<AccountId> {
  const { account, ticket, accounts } = story;
  const then = await routeAt(ports, story, edit.at);
  const refusal = ownerEditRefusal(edit, then.route, accounts);
  const facts = { ...factsOf(account), to: edit.owner, change: edit.change };
  if (refusal === null && edit.owner !== null) {
    const kind = 'account-owner-changed';
    const { id } = await record(ports, story, kind, facts, edit.editor);
    const comment = ownerChangedComment(account, edit, nameIn(accounts, ticket.accounts));
    await ports.tickets.commentOnce(ticket, id, [comment]);
    await ports.cloudAccounts.changeOwner(account, edit.owner);
    return edit.owner;
  }
  await tellOnce(ports, story, 'account-owner-ignored', { ...facts, because: refusal }, async () => {
    const { route, accounts: known } = await routeAt(ports, story, story.at);
    const name = nameIn(accounts, known, ticket.accounts);
    return ownerIgnoredComment(account, edit, refusal ?? 'OWNER_INACTIVE', route, name);
  });
  return account.owner;
}

/** A ticket that names the registered owner again, after it named another whom the register did not follow. */
async function noteRestored(ports: FollowOwnerPorts, story: Story): Promise<void> {
  const subject = ticketSubject(story.ticket.id);
  const [last] = (await ports.ledger.list({ subject, kinds: OWNER_KINDS, limit: 1 })).entries;
  if (last?.kind !== 'account-owner-ignored') return;
  await record(ports, story, 'account-owner-restored', { ...factsOf(story.account), after: last.id }, null);
}

async function followAbsence(ports: FollowOwnerPorts, story: Story): Promise<void> {
  const { account, ticket, accounts } = story;
  const isUnowned = !isActive(accounts, account.owner);
  if (ticket.labels.includes(UNOWNED_LABEL) !== isUnowned) {
    await ports.tickets.setLabel(ticket, UNOWNED_LABEL, isUnowned);
  }
  if (!isUnowned) return;
  await tellOnce(ports, story, 'account-unowned', factsOf(account), async () => {
    const { route, accounts: known } = await routeAt(ports, story, story.at);
    return unownedComment(account, route, nameIn(accounts, known, ticket.accounts));
  });
}

/** Who is accountable for what was decided, at an instant: the registers and the matrix of then. */
async function routeAt(
  ports: FollowOwnerPorts,
  { decided }: Story,
  at: Instant,
): Promise<{ route: Route | null; accounts: Accounts }> {
  const workType = workTypeNamed(decided.workType);
  const { route, accounts } = await allocationFor(ports, decided, workType, NO_CHANGES, at);
  return { route: route.ok ? route.value : null, accounts };
}

/** The entries of a ticket are few; all that matter here are among the newest. */
const ENTRIES_READ = 200;

/** Comments, and records that it was told: the record is last, and says that it is done. */
async function tellOnce(
  ports: FollowOwnerPorts,
  story: Story,
  kind: EvidenceKind,
  facts: object,
  comment: () => Promise<CommentParagraph>,
): Promise<void> {
  const subject = ticketSubject(story.ticket.id);
  const id = evidenceId(kind, subject, facts);
  const told = await ports.ledger.list({ subject, kinds: [kind], limit: ENTRIES_READ });
  if (told.entries.some(entry => entry.id === id)) return;
  await ports.tickets.commentOnce(story.ticket, id, [await comment()]);
  await record(ports, story, kind, facts, null);
}

async function record(
  { ledger }: FollowOwnerPorts,
  { ticket, at }: Story,
  kind: EvidenceKind,
  facts: object,
  actor: AccountId | null,
): Promise<{ id: string }> {
  const subject = ticketSubject(ticket.id);
  const id = evidenceId(kind, subject, facts);
  await ledger.append({ id, at, kind, actor, subject, facts: { ticketKey: ticket.key, ...facts } });
  return { id };
}

function factsOf({ provider, accountId, owner }: CloudAccount) {
  return { provider, accountId, owner };
}
