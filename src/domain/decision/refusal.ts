import type { AccountId, NameOf } from '../shared/account';
import { dayInWords } from '../shared/date-in-words';
import type { RouteRefusal } from '../responsibility/route';
import type { Submitted } from '../work-type/work-type';
import { APP_FIELDS, PEOPLE_FIELDS, type AppFieldName, type FieldName } from '../work-type/fields';

/** Why a gate keeps a ticket where it is. The set is closed: each code has its words below. */
export type GateRefusal =
  | RouteRefusal
  | { code: 'FIELD_MISSING'; fields: readonly FieldName[] }
  | { code: 'ACCOUNT_INACTIVE'; field: FieldName; account: AccountId }
  | { code: 'DATE_IN_PAST'; field: FieldName; date: string }
  | {
      code: 'PERIOD_TOO_LONG';
      field: FieldName;
      date: string;
      /** In days. */
      longest: number;
      isPrivileged: boolean;
    }
  | { code: 'OWNER_NOT_NAMED' }
  | { code: 'OWNER_INACTIVE'; account: AccountId }
  | { code: 'OWNER_IS_NOT_A_PERSON'; account: AccountId }
  | { code: 'SECURITY_CONTACT_NOT_NAMED' }
  | { code: 'ROUTE_STALE'; was: AccountId | null; now: AccountId }
  | { code: 'NOT_APPROVED_BY_ACCOUNTABLE' }
  | { code: 'APP_FIELD_FORGED'; fields: readonly AppFieldName[] }
  /**
   * `submits`: what else the ticket puts up isn't what was submitted. `matrix`: a version was approved after the draft
   * was begun.
   */
  | { code: 'CONTENT_CHANGED'; fields: readonly FieldName[]; submits?: Submitted; matrix?: 'base' }
  | { code: 'NO_DRAFT' }
  | {
      code: 'MATRIX_HAS_ERRORS';
      count: number;
      /** What the first few of them say. */
      first: readonly string[];
    }
  | { code: 'TICKET_UNKNOWN' }
  | { code: 'VALUE_UNREADABLE'; fields: readonly string[] }
  | { code: 'TRANSITION_UNKNOWN'; from: string; to: string }
  | { code: 'ACCOUNT_ID_MISSING' }
  | {
      code: 'ACCOUNT_ALREADY_REGISTERED';
      provider: string;
      accountId: string;
      ticketKey: string;
    };

export type GateRefusalCode = GateRefusal['code'];

/** Where the message is read: on the screen of a transition, or beside the ticket, where there is no screen. */
export type ReadOn = 'screen' | 'ticket';

type Words = {
  [Code in GateRefusalCode]: (
    refusal: Extract<GateRefusal, { code: Code }>,
    name: NameOf,
    readOn: ReadOn,
  ) => string;
};

/** What each refusal says: what is missing, who can supply it, and where. */
const WORDS: Words = {
  FIELD_MISSING: ({ fields }, _, readOn) => {
    const [are, them] = fields.length === 1 ? ['is', 'it'] : ['are', 'them'];
    const again = readOn === 'screen' ? ', on this screen or on the ticket, and try again' : '';
    return `${listed(fields.map(fieldName))} ${are} empty. Fill ${them} in${again}.`;
  },
  ACCOUNT_INACTIVE: ({ field, account }, name) =>
    `${name(account)} in ${fieldName(field)} has no active account of a person’s. Name somebody who has.`,
  DATE_IN_PAST: ({ field, date }) =>
    `${dayInWords(date)} in ${fieldName(field)} has passed. Use Rework if the ticket was submitted, and choose a day from today on.`,
  PERIOD_TOO_LONG: ({ field, date, longest, isPrivileged }) =>
    `${dayInWords(date)} in ${fieldName(field)} is too far away: ${isPrivileged ? 'privileged access' : 'access'} is for ${String(longest)} days at most, and can be asked for again. Choose an earlier day.`,
  OWNER_NOT_NAMED: (_, _name, readOn) =>
    `Nobody owns this account yet. Name the person who will answer for it in Account owner${readOn === 'screen' ? ', on this screen or on the ticket' : ''}.`,
  OWNER_INACTIVE: ({ account }, name) =>
    `${name(account)} has no active account and cannot own a cloud account. Name somebody else in Account owner.`,
  OWNER_IS_NOT_A_PERSON: ({ account }, name) =>
    `${name(account)} is not a person of this organisation's. Name a person in Account owner.`,
  SECURITY_CONTACT_NOT_NAMED: () =>
    'Nobody is named to call when something happens in the account. Name somebody in Security contact.',
  MATRIX_NOT_APPROVED: () =>
    'No responsibility matrix has been approved yet, so nobody is accountable. A Jira administrator can finish set-up in Settings, Apps, Remit.',
  SERVICE_UNKNOWN: ({ service }) =>
    `${service} is not in the services register. Choose another Cloud service, or ask a Jira administrator to add it.`,
  NO_RESPONSIBILITY: ({ domain, activity, service }) =>
    `Nobody is accountable for ${activity || domain} on ${service}: it is a gap in the responsibility matrix (${domain}). Ask the owner of the matrix to allocate it.`,
  ROLE_VACANT: ({ roleName }) =>
    `${roleName} is accountable for this, and nobody holds the role now. Ask a Jira administrator to name a holder or a deputy.`,
  NO_INDEPENDENT_APPROVER: ({ roleName, excluded }, name) =>
    `Everybody who could decide as ${roleName} is involved in this ticket (${listed(excluded.map(name))}), and the matrix approver cannot decide it either. Ask a Jira administrator to name a deputy who is not.`,
  ROUTE_STALE: ({ now }, name) =>
    `The responsibility for this ticket has changed since it was routed. It is being routed again, to ${name(now)}; reload it in a moment.`,
  NOT_APPROVED_BY_ACCOUNTABLE: () =>
    'This ticket did not get here by an approval of the accountable person. Use Rework, submit it again, and have it approved.',
  APP_FIELD_FORGED: ({ fields }) =>
    `${listed(fields.map(appFieldName))} ${fields.length === 1 ? 'is' : 'are'} written by Remit alone, and ${fields.length === 1 ? 'does' : 'do'} not hold what it wrote. The ticket is being routed again; reload it in a moment, and leave ${fields.length === 1 ? 'this field' : 'these fields'} alone.`,
  NO_DRAFT: () =>
    'This ticket has no draft of the responsibility matrix. A Jira administrator can write or import one in Apps, Remit, Responsibility matrix, and open its own ticket there; withdraw this one.',
  MATRIX_HAS_ERRORS: ({ count, first }) =>
    `The draft has ${count === 1 ? 'an error' : `${String(count)} errors`}. ${first.join(' ')}${count > first.length ? ' And others.' : ''} See the findings in Apps, Remit, Responsibility matrix, mend the rows there, and submit again.`,
  CONTENT_CHANGED: ({ fields, submits, matrix }) =>
    matrix !== undefined
      ? BASE_CHANGED
      : submits !== undefined
        ? changedSubject(submits)
        : fields.length === 0
          ? 'What was submitted is not on record for this ticket. Use Rework, and submit it again.'
          : `${listed(fields.map(fieldName))} changed after the ticket was submitted, so this is not what was put up for decision. Use Rework, and submit it again.`,
  TICKET_UNKNOWN: () =>
    'Remit does not know this ticket, so it cannot allow the move. Ask a Jira administrator to run set-up again in Settings, Apps, Remit, or to take Remit out of the workflow of a space that is not its own.',
  VALUE_UNREADABLE: ({ fields }) =>
    `What is being entered in ${listed(fields)} is nothing that can stand there. Enter it again, or leave it as it was; a Jira administrator can run set-up again in Settings, Apps, Remit, if it stays so.`,
  TRANSITION_UNKNOWN: ({ from, to }) =>
    `A move from ${from} to ${to} is not part of this work type. If somebody has moved it meanwhile, load it anew; if not, ask a Jira administrator to run set-up again in Settings, Apps, Remit.`,
  ACCOUNT_ID_MISSING: () => 'Enter the identifier that the provider gave the account in Account ID.',
  ACCOUNT_ALREADY_REGISTERED: ({ provider, accountId, ticketKey }) =>
    `${provider} account ${accountId} is already registered by ${ticketKey}. Check the identifier in Account ID; an account is registered once only.`,
};

const BASE_CHANGED =
  'Another version of the matrix was approved after this draft was begun. Use Rework, discard the draft, and begin it again from the newest version.';

function changedSubject({ what, where }: Submitted): string {
  const subject = what.charAt(0).toUpperCase() + what.slice(1);
  return `${subject} is not the one that was submitted. Use Rework, check what changed in ${where}, and submit it again.`;
}

/** The message of one refusal, ending in its code so that people can refer to it. */
export function refusalMessage(refusal: GateRefusal, name: NameOf, readOn: ReadOn = 'screen'): string {
  const words = WORDS[refusal.code] as (refusal: GateRefusal, name: NameOf, readOn: ReadOn) => string;
  return `${words(refusal, name, readOn)} (${refusal.code})`;
}

function fieldName(field: FieldName): string {
  return PEOPLE_FIELDS[field].name;
}

function appFieldName(field: AppFieldName): string {
  return APP_FIELDS[field].name;
}

function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(names);
}
