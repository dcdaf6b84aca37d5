import type { GateDecision } from '../../decision/decision';
import type { NameOf } from '../../shared/account';
import type { Route } from '../../responsibility/route';
import type { CommentParagraph } from '../../ticket/comment';
import { isActive, type AccountId, type Accounts } from '../../shared/account';
import type { Instant } from '../../shared/instant';
import type { HistoryEntry, Ticket } from '../../ticket/ticket';
import type { CloudAccount } from '../../cloud-account/cloud-account';
import { say } from '../../shared/sentence';

/** The status in which a ticket has brought an account into the register. */
export const PROVISIONED = 'Provisioned';

/** Carried by the tickets of cloud accounts that no one owns any more, so that they can be found. */
export const UNOWNED_LABEL = 'unowned-account';

/** A change of Account owner that the register has not followed. */
export interface OwnerEdit {
  /** The changelog entry. */
  change: string;
  at: Instant;
  editor: AccountId;
  /** Null when the field was emptied. */
  owner: AccountId | null;
}

/** The latest change of Account owner; undefined when ticket and register name the same owner. */
export function ownerEdit(ticket: Ticket, { owner }: CloudAccount): OwnerEdit | undefined {
  if (ticket.fields.accountOwner === owner) return undefined;
  const entry = ticket.history.findLast(namesOwner);
  if (!entry) return undefined;
  return { change: entry.id, at: entry.at, editor: entry.actor, owner: ticket.fields.accountOwner };
}

/** The change of Account owner by which the register came to name its owner, with the account as it was before. */
export function followedEdit(
  ticket: Ticket,
  account: CloudAccount,
): { edit: OwnerEdit; before: CloudAccount } | undefined {
  const entry = ticket.history.findLast(namesOwner);
  const change = entry?.changes.find(({ field }) => field === 'accountOwner');
  if (!entry || !change?.from || change.to !== account.owner) return undefined;
  const edit = { change: entry.id, at: entry.at, editor: entry.actor, owner: change.to };
  return { edit, before: { ...account, owner: change.from } };
}

/** Whether Account owner was changed since the ticket was provisioned first: only then can it have been set back. */
export function isOwnerChangedSince({ history }: Ticket): boolean {
  const provisioned = history.findIndex(({ changes }) =>
    changes.some(({ field, to }) => field === 'status' && to === PROVISIONED),
  );
  return history.findLastIndex(namesOwner) > provisioned;
}

function namesOwner({ changes }: HistoryEntry): boolean {
  return changes.some(({ field }) => field === 'accountOwner');
}

/**
 * The ticket with the fields that were decided on: the person who edits them afterwards cannot choose who is accountable.
 * Undefined when no gate ever permitted that the account was provisioned.
 */
export function asProvisioned(ticket: Ticket, decisions: readonly GateDecision[]): Ticket | undefined {
  const provision = decisions.findLast(({ to, verdict }) => to === 'Provisioned' && verdict === 'allow');
  if (!provision?.snapshot) return undefined;
  const { accountOwner: _owner, ...decided } = provision.snapshot.decidingFields;
  return { ...ticket, fields: { ...ticket.fields, ...decided } };
}

/** Why the register does not follow a change of the owner; null when it does. */
export type OwnerEditRefusal = 'NOT_ENTITLED' | 'NAMED_THEMSELVES' | 'OWNER_INACTIVE' | null;

/**
 * Whether the register follows: a person with an active account was named, by the person who was accountable for the account
 * then or carries it out, and no one named themselves.
 * Source: domain rules, "Cloud accounts", "Nothing a user can write is trusted".
 * @param route - of the ticket as it was decided on, at the instant of the edit; null when it had none
 */
export function ownerEditRefusal(edit: OwnerEdit, route: Route | null, accounts: Accounts): OwnerEditRefusal {
  const isEntitled = route !== null && [route.accountable, route.performer].includes(edit.editor);
  if (!isEntitled) return 'NOT_ENTITLED';
  if (edit.owner === edit.editor) return 'NAMED_THEMSELVES';
  const owner = edit.owner === null ? undefined : accounts.get(edit.owner);
  return owner?.kind === 'person' && isActive(accounts, owner.accountId) ? null : 'OWNER_INACTIVE';
}

const REFUSED: Record<Exclude<OwnerEditRefusal, null>, string> = {
  NOT_ENTITLED: 'only the accountable person or the performer can name a new owner',
  NAMED_THEMSELVES: 'people can’t make themselves the owner',
  OWNER_INACTIVE: 'the owner must be a person with an active account',
};

/** `Amazon Web Services account 123456789012`. */
export function accountCalled({ provider, accountId }: CloudAccount): string {
  return say`${provider} account ${accountId}`;
}

/** Says on the ticket that no one owns the account, to anyone who can name a new owner. */
export function unownedComment(account: CloudAccount, route: Route | null, name: NameOf): CommentParagraph {
  return [
    { strong: 'This cloud account is unowned. ' },
    say`${name(account.owner)}, who owned ${accountCalled(account)}, no longer has an active account. `,
    ...appealTo(route, name),
  ];
}

/** Says on the ticket who owns the account from now on. */
export function ownerChangedComment(account: CloudAccount, edit: OwnerEdit, name: NameOf): CommentParagraph {
  const owner = edit.owner ?? '';
  return [
    { mention: owner, name: name(owner) },
    say` now owns ${accountCalled(account)}, named by ${name(edit.editor)}. The previous owner was ${name(account.owner)}.`,
  ];
}

/** Says on the ticket that the register has not followed, and what would make it. */
export function ownerIgnoredComment(
  account: CloudAccount,
  edit: OwnerEdit,
  refusal: Exclude<OwnerEditRefusal, null>,
  route: Route | null,
  name: NameOf,
): CommentParagraph {
  return [
    { strong: 'Account owner change rejected. ' },
    say`${unfollowed(account, edit, name)}: ${REFUSED[refusal]}. `,
    ...appealTo(route, name),
  ];
}

/** What stands on the ticket and not in the register. */
export function unfollowed(account: CloudAccount, { editor, owner }: OwnerEdit, name: NameOf): string {
  const to = owner === null ? 'emptied by' : say`set to ${name(owner)} by`;
  return say`Account owner was ${to} ${name(editor)}, and ${accountCalled(account)} still belongs to ${name(account.owner)}`;
}

/** The same for anyone who reads the register, with what would make it follow. @param to - null when the field was emptied */
export function notFollowed(
  account: CloudAccount,
  to: AccountId | null,
  because: Exclude<OwnerEditRefusal, null>,
  name: NameOf,
): string {
  const edited =
    to === null
      ? say`${account.ticketKey} names no owner`
      : say`${account.ticketKey} names ${name(to)} as its owner`;
  return say`${edited}, but the register wasn’t changed: ${REFUSED[because]}. Have the accountable person set Account owner there, or set it back to ${name(account.owner)}.`;
}

function appealTo(route: Route | null, name: NameOf): CommentParagraph {
  if (!route)
    return ['No one is accountable for it now. A Jira administrator can appoint someone in Apps, Remit.'];
  const how =
    ' can set Account owner on this ticket to the new owner (clear it first if it already shows that name). The register is then updated.';
  return [{ mention: route.accountable, name: name(route.accountable) }, how];
}
