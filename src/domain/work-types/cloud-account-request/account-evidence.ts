import { z } from 'zod';
import { defineEvidence, type Names } from '../../evidence/define-evidence';
import { ofTicket } from '../../evidence/facts';
import { person } from '../../evidence/person';
import { ticketSubject } from '../../evidence/evidence-entry';
import { say } from '../../shared/sentence';

/** That a cloud account is in the register, by a provisioning that its gate had permitted. */
export const cloudAccountRegistered = defineEvidence('cloud-account-registered', {
  version: 1,
  facts: z.strictObject({
    ...ofTicket,
    /** The changelog entry. */
    change: z.string(),
    /** The id of the gate's decision. */
    decision: z.string(),
  }),
  title: 'Cloud account registered',
  subjectOf: ({ ticket }) => ticketSubject(ticket),
  distinguishing: ({ change }) => ({ change }),
  describe: () => 'It is in the register.',
});

/** That an account was provisioned and is in no register: its reservation had lapsed, and another ticket has its id. */
export const cloudAccountNotRegistered = defineEvidence('cloud-account-not-registered', {
  version: 1,
  facts: z.strictObject({ ...ofTicket, change: z.string(), decision: z.string() }),
  title: 'Cloud account not registered',
  subjectOf: ({ ticket }) => ticketSubject(ticket),
  distinguishing: ({ change }) => ({ change }),
  describe: () => 'Its reservation had expired, and another ticket took the identifier.',
});

const account = { ...ofTicket, provider: z.string(), accountId: z.string(), owner: person() };
const edited = {
  ...account,
  /** Null when the field was emptied. */
  to: person().nullable(),
  /** The changelog entry. */
  change: z.string(),
};

/** That no one owns an account any more: its owner has no active account. */
export const accountUnowned = defineEvidence('account-unowned', {
  version: 1,
  facts: z.strictObject(account),
  title: 'Cloud account without an owner',
  subjectOf: ({ ticket }) => ticketSubject(ticket),
  distinguishing: withoutKey,
  describe: ({ facts }, { person: name }) =>
    say`${called(facts)} belonged to ${name(facts.owner)}, who has no active account.`,
});

/** That the register followed a new owner an entitled person named on the ticket. */
export const accountOwnerChanged = defineEvidence('account-owner-changed', {
  version: 1,
  facts: z.strictObject(edited),
  title: 'Account owner changed',
  subjectOf: ({ ticket }) => ticketSubject(ticket),
  distinguishing: withoutKey,
  describe: ({ facts }, names) =>
    say`${called(facts)} went from ${names.person(facts.owner)} to ${nobodyOr(facts.to, names)}.`,
});

/** That a ticket names an owner the register did not follow, and why not. */
export const accountOwnerChangeRejected = defineEvidence('account-owner-change-rejected', {
  version: 1,
  facts: z.strictObject({
    ...edited,
    because: z.enum(['NOT_ENTITLED', 'NAMED_THEMSELVES', 'OWNER_INACTIVE']),
  }),
  title: 'Account owner change rejected',
  subjectOf: ({ ticket }) => ticketSubject(ticket),
  distinguishing: withoutKey,
  describe: ({ facts }, names) =>
    say`The ticket names ${nobodyOr(facts.to, names)}; ${called(facts)} still belongs to ${names.person(facts.owner)}.`,
});

/** That a ticket names the registered owner again. */
export const accountOwnerReverted = defineEvidence('account-owner-reverted', {
  version: 1,
  facts: z.strictObject({
    ...account,
    /** The id of the entry that this one follows. */
    after: z.string(),
  }),
  title: 'Account owner change reverted',
  subjectOf: ({ ticket }) => ticketSubject(ticket),
  distinguishing: withoutKey,
  describe: ({ facts }, { person: name }) =>
    say`The ticket names ${name(facts.owner)} again, as the register does.`,
});

/** What became of an owner that a ticket names: the newest entry of these says how ticket and register stand. */
export const OWNER_EVIDENCE = [
  accountOwnerChangeRejected,
  accountOwnerChanged,
  accountOwnerReverted,
] as const;

/** All that is on record of cloud accounts. */
export const ACCOUNT_EVIDENCE = [
  cloudAccountRegistered,
  cloudAccountNotRegistered,
  accountUnowned,
  ...OWNER_EVIDENCE,
] as const;

/** A ticket's key changes when it is moved. */
function withoutKey<Facts extends { ticketKey: string }>({ ticketKey: _key, ...facts }: Facts) {
  return facts;
}

function called({ provider, accountId }: { provider: string; accountId: string }): string {
  return say`${provider} ${accountId}`;
}

function nobodyOr(account: string | null, { person: name }: Names): string {
  return account === null ? 'no one' : name(account);
}
