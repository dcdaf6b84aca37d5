import type { NameOf } from '../shared/account';
import { dayInWords } from '../shared/date-in-words';
import type { Submitted } from '../work-type/work-type';
import { APP_FIELDS, PEOPLE_FIELDS, type AppFieldName, type FieldName } from '../work-type/fields';
import type { GateRefusal } from './refusal-facts';
import { listed, say } from '../shared/sentence';

export type { GateRefusal } from './refusal-facts';

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
    return say`${listed(fields.map(fieldName))} ${are} empty. Fill ${them} in${again}.`;
  },
  ACCOUNT_INACTIVE: ({ field, account }, name) =>
    say`${name(account)} in ${fieldName(field)} isn’t an active user. Choose someone else.`,
  DATE_IN_PAST: ({ field, date }) =>
    say`${dayInWords(date)} in ${fieldName(field)} is in the past. Choose today or a later day. If the ticket is already submitted, use Rework first.`,
  PERIOD_TOO_LONG: ({ field, date, longest, isPrivileged }) =>
    say`${dayInWords(date)} in ${fieldName(field)} is too far away: ${isPrivileged ? 'privileged access' : 'access'} can last ${String(longest)} days at most. Choose an earlier day, and request it again if it’s still needed then.`,
  OWNER_NOT_NAMED: (_, _name, readOn) =>
    say`This account has no owner yet. Name the person responsible for it in Account owner${readOn === 'screen' ? ', on this screen or on the ticket' : ''}.`,
  OWNER_INACTIVE: ({ account }, name) =>
    say`${name(account)} has no active account, so they can’t own a cloud account. Name someone else in Account owner.`,
  OWNER_IS_NOT_A_PERSON: ({ account }, name) =>
    say`${name(account)} isn’t a person in this organisation. Name a person in Account owner.`,
  SECURITY_CONTACT_NOT_NAMED: () =>
    'This account has no security contact. Name the person to call about incidents in Security contact.',
  MATRIX_NOT_APPROVED: () =>
    'No responsibility matrix has been approved yet, so no one is accountable. A Jira administrator can finish set-up in Settings, Apps, Remit.',
  SERVICE_UNKNOWN: ({ service }) =>
    say`${service} is not in the services register. Choose another Cloud service, or ask a Jira administrator to add it.`,
  NO_RESPONSIBILITY: ({ domain, activity, service }) =>
    say`No one is accountable for ${activity || domain} on ${service}: this is a gap in the responsibility matrix (${domain}). Ask the matrix owner to add a row for it.`,
  ROLE_VACANT: ({ roleName }) =>
    say`${roleName} is accountable for this, but no one holds that role now. Ask a Jira administrator to appoint a holder or a deputy.`,
  NO_INDEPENDENT_APPROVER: ({ roleName, excluded }, name) =>
    say`Everyone who could decide as ${roleName} is involved in this ticket (${listed(excluded.map(name))}), and the matrix approver can’t decide it either. Ask a Jira administrator to appoint a deputy who isn’t involved.`,
  ROUTE_STALE: ({ now }, name) =>
    say`The responsibility for this ticket has changed since it was routed. It’s being routed again, to ${name(now)}; reload it in a moment.`,
  NOT_APPROVED_BY_ACCOUNTABLE: () =>
    'The accountable person hasn’t approved this ticket. Use Rework, submit it again, and get it approved.',
  APP_FIELD_FORGED: ({ fields }) => {
    const [them, these] = fields.length === 1 ? ['it', 'this field'] : ['them', 'these fields'];
    return say`Only Remit sets ${listed(fields.map(appFieldName))}, and someone else changed ${them}. The ticket is being routed again: reload it in a moment, and don’t edit ${these}.`;
  },
  NO_DRAFT: () =>
    'This ticket has no draft of the responsibility matrix, so withdraw it. A Jira administrator can create or import a draft in Apps, Remit, Responsibility matrix, and submit it from there.',
  MATRIX_HAS_ERRORS: ({ count, first }) =>
    say`The draft has ${count === 1 ? 'an error' : say`${String(count)} errors`}. ${first.join(' ')}${count > first.length ? ' And more.' : ''} See the findings in Apps, Remit, Responsibility matrix, fix the rows there, and submit again.`,
  CONTENT_CHANGED: contentChanged,
  ATTACHMENT_UNREADABLE: ({ because, files }) => UNREADABLE[because](listed(files)),
  TICKET_UNKNOWN: () =>
    'Remit doesn’t know this ticket, so it can’t allow this transition. Ask a Jira administrator to run set-up again in Settings, Apps, Remit, or to remove Remit’s rules from the workflow of a space that isn’t its own.',
  VALUE_UNREADABLE: ({ fields }) =>
    say`The value entered in ${listed(fields)} isn’t valid. Enter it again, or leave it unchanged. If that doesn’t help, ask a Jira administrator to run set-up again in Settings, Apps, Remit.`,
  TRANSITION_UNKNOWN: ({ from, to }) =>
    say`This work type has no transition from ${from} to ${to}. If someone else has moved the ticket, reload it; otherwise ask a Jira administrator to run set-up again in Settings, Apps, Remit.`,
  ACCOUNT_ID_MISSING: () => 'In Account ID, enter the identifier that the provider gave the account.',
  ACCOUNT_ID_TOO_LONG: ({ longest }) =>
    say`What Account ID holds is longer than ${String(longest)} characters, once letters that stand for several are written out. Enter the identifier as the provider shows it.`,
  ACCOUNT_ALREADY_REGISTERED: ({ provider, accountId, ticketKey }) =>
    say`${provider} account ${accountId} is already registered by ${ticketKey}. Check the identifier in Account ID: an account can be registered only once.`,
};

type ContentChanged = Extract<GateRefusal, { code: 'CONTENT_CHANGED' }>;

function contentChanged({ fields, text = [], files, service, submits, matrix }: ContentChanged): string {
  if (matrix !== undefined) return BASE_CHANGED;
  const names = [...text.map(part => TEXT_NAMES[part]), ...fields.map(fieldName)];
  const changed = [
    ...(names.length > 0 ? [say`${listed(names)} changed after the ticket was submitted.`] : []),
    ...(files ? [filesChanged(files)] : []),
    ...(service ? [serviceChanged(service)] : []),
  ];
  if (submits !== undefined) return [...changed, changedSubject(submits)].join(' ');
  return changed.length === 0
    ? 'There is no record of what was submitted for this ticket. Use Rework, and submit it again.'
    : say`${changed.join(' ')} Use Rework, and submit it again.`;
}

const TEXT_NAMES = { summary: 'Summary', description: 'Description' } as const;

function filesChanged({ removed, replaced }: NonNullable<ContentChanged['files']>): string {
  const gone = [
    ...(removed.length > 0 ? [say`${listed(removed)} ${wasOrWere(removed)} removed`] : []),
    ...(replaced.length > 0 ? [say`${listed(replaced)} ${wasOrWere(replaced)} replaced`] : []),
  ];
  return say`Of the files that were attached when the ticket was submitted, ${gone.join(', and ')}.`;
}

function wasOrWere({ length }: readonly string[]): string {
  return length === 1 ? 'was' : 'were';
}

function serviceChanged({ name, was, is }: NonNullable<ContentChanged['service']>): string {
  if (is === null) return say`${name} is no longer a service that Remit knows.`;
  if (was === is || was === null) return say`${name} is another service than when the ticket was submitted.`;
  return say`The provider of ${name} was ${was} when the ticket was submitted, and is ${is} now.`;
}

const UNREADABLE: Record<
  Extract<GateRefusal, { code: 'ATTACHMENT_UNREADABLE' }>['because'],
  (files: string) => string
> = {
  'too large': files =>
    say`What is attached is part of what is decided, and Remit can’t read files this large: ${files}. Attached files can have 10 MB each and 20 MB together. Link to where they are kept, have an administrator of the space remove them here, and submit again.`,
  'too many': () =>
    'What is attached is part of what is decided, and Remit reads 50 files at most. Have an administrator of the space remove those that aren’t needed to decide, and submit again.',
  'not answered': files =>
    say`What is attached is part of what is decided, and Remit couldn’t read ${files}. Try again in a minute. If that doesn’t help, attach it again, have an administrator of the space remove the first one, and submit again.`,
};

const BASE_CHANGED =
  'Another version of the matrix was approved after this draft was started. Use Rework, discard the draft, and start a new one from the newest version.';

function changedSubject({ what, where }: Submitted): string {
  const subject = what.charAt(0).toUpperCase() + what.slice(1);
  return say`${subject} is not the one that was submitted. Use Rework, check what changed in ${where}, and submit it again.`;
}

/** The message of one refusal, ending in its code so that people can refer to it. */
export function refusalMessage(refusal: GateRefusal, name: NameOf, readOn: ReadOn = 'screen'): string {
  const words = WORDS[refusal.code] as (refusal: GateRefusal, name: NameOf, readOn: ReadOn) => string;
  return say`${words(refusal, name, readOn)} (${refusal.code})`;
}

function fieldName(field: FieldName): string {
  return PEOPLE_FIELDS[field].name;
}

function appFieldName(field: AppFieldName): string {
  return APP_FIELDS[field].name;
}
