import type { CloudAccountCommand } from './account-command';
import { recording, type Step } from '../../effects/effect';
import type { EvidenceEntry } from '../../evidence/evidence-entry';
import { ticketFacts } from '../../evidence/facts';
import type { Found } from '../../plan/found';
import { notice, recordThenTell } from '../../plan/notice';
import { isActive } from '../../shared/account';
import type { TicketStory } from '../../ticket/story';
import type { Ticket } from '../../ticket/ticket';
import type { CloudAccount } from '../../cloud-account/cloud-account';
import {
  accountOwnerChanged,
  accountOwnerChangeRejected,
  accountOwnerReverted,
  accountUnowned,
  OWNER_EVIDENCE,
} from './account-evidence';
import type { RegisteredAccount } from './account-subject';
import {
  followedEdit,
  isOwnerChangedSince,
  ownerChangedComment,
  ownerEditRefusal,
  ownerIgnoredComment,
  unownedComment,
  UNOWNED_LABEL,
  type OwnerEdit,
} from './ownership';

/**
 * Keeps the register and the ticket of a cloud account together: the register follows a new owner an entitled
 * person names on the ticket, and an account whose owner has left is labelled, told once and recorded once for that
 * owner. An edit that is not followed is told and recorded, and recorded again when undone.
 * Source: domain rules, "Cloud accounts"; requirement R13.
 */
export function ownerSteps(story: TicketStory, registered: RegisteredAccount, found: Found): Step[] {
  const { edit } = registered;
  return [
    ...(edit ? editSteps(story, registered, edit, found) : agreementSteps(story, registered, found)),
    ...absenceSteps(story, registered, found),
  ];
}

function editSteps(story: TicketStory, registered: RegisteredAccount, edit: OwnerEdit, found: Found): Step[] {
  const { ticket } = story;
  const { at, pseudonymOf } = found;
  const { account, decidedThen, decidesNow, accounts } = registered;
  const refusal = ownerEditRefusal(edit, decidedThen, accounts);
  if (refusal === null && edit.owner !== null) {
    const entry = changedEntry(story, account, edit, found);
    if (!found.standing.recorded.has(entry.id)) return recording(entry);
    const { owner } = edit;
    const command: CloudAccountCommand = { register: 'cloud accounts', kind: 'change owner', account, owner };
    return [{ effects: [{ do: 'advance', command }], records: [] }];
  }
  const because = refusal ?? 'OWNER_INACTIVE';
  const facts = { ...factsOf(ticket, account), to: edit.owner, change: edit.change, because };
  const rejected = accountOwnerChangeRejected.entry({ at, actor: null, facts }, pseudonymOf);
  return recordThenTell(ticket, found, rejected, () => [
    ownerIgnoredComment(account, edit, because, decidesNow, found.name),
  ]);
}

function changedEntry(
  { ticket }: TicketStory,
  account: CloudAccount,
  { owner: to, change, editor }: OwnerEdit,
  { at, pseudonymOf }: Found,
): EvidenceEntry {
  const facts = { ...factsOf(ticket, account), to, change };
  return accountOwnerChanged.entry({ at, actor: editor, facts }, pseudonymOf);
}

/** Ticket and register name the same owner: after a change that is told, or after one that was undone. */
function agreementSteps(story: TicketStory, { account }: RegisteredAccount, found: Found): Step[] {
  const { ticket } = story;
  if (!isOwnerChangedSince(ticket)) return [];
  const last = found.marks.findLast(({ kind }) => OWNER_EVIDENCE.some(one => one.kind === kind));
  if (last?.kind === accountOwnerChangeRejected.kind) {
    const facts = { ...factsOf(ticket, account), after: last.id };
    return recording(accountOwnerReverted.entry({ at: found.at, actor: null, facts }, found.pseudonymOf));
  }
  const followed = followedEdit(ticket, account);
  if (!followed) return [];
  const { before, edit } = followed;
  const { id } = changedEntry(story, before, edit, found);
  if (last?.id !== id) return [];
  return notice(ticket, found, id, () => [ownerChangedComment(before, edit, found.name)]);
}

function absenceSteps(
  { ticket }: TicketStory,
  { account, accounts, decidesNow }: RegisteredAccount,
  found: Found,
): Step[] {
  const isUnowned = !isActive(accounts, account.owner);
  const label = { do: 'label', label: UNOWNED_LABEL, present: isUnowned } as const;
  const labelled: Step = { effects: [label], records: [] };
  if (!isUnowned) return [labelled];
  const facts = factsOf(ticket, account);
  const entry = accountUnowned.entry({ at: found.at, actor: null, facts }, found.pseudonymOf);
  return [
    labelled,
    ...recordThenTell(ticket, found, entry, () => [unownedComment(account, decidesNow, found.name)]),
  ];
}

function factsOf(ticket: Ticket, { provider, accountId, owner }: CloudAccount) {
  return { ...ticketFacts(ticket), provider, accountId, owner };
}
