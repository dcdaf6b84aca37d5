import { say } from '../../../../src/contract/text';
import type { DecisionSoFar } from '../../../../src/contract/route-explain';

/** What a gate's refusal codes mean, as the end of the sentence "Refused because …". */
const WORDS: Record<string, string> = {
  FIELD_MISSING: 'a required field was empty',
  DATE_IN_PAST: 'a date was in the past',
  PERIOD_TOO_LONG: 'the period was too long',
  ACCOUNT_INACTIVE: 'a person named in it was inactive',
  OWNER_NOT_NAMED: 'the account owner was not named',
  OWNER_INACTIVE: 'the account owner was inactive',
  OWNER_IS_NOT_A_PERSON: 'the account owner was not a person',
  SECURITY_CONTACT_NOT_NAMED: 'the security contact was not named',
  NO_RESPONSIBILITY: 'no one was responsible for it in the matrix',
  ROLE_VACANT: 'no one held the accountable role',
  MATRIX_NOT_APPROVED: 'no approved matrix was in force',
  SERVICE_UNKNOWN: 'the cloud service was not registered',
  ROUTE_STALE: 'someone else had become accountable',
  NO_INDEPENDENT_APPROVER: 'everyone who could decide had a stake in it',
  NOT_APPROVED_BY_ACCOUNTABLE: 'the accountable person had not approved it',
  APP_FIELD_FORGED: 'a field that only Remit writes was set',
  CONTENT_CHANGED: 'the content had changed since it was submitted',
  TICKET_UNKNOWN: 'Remit did not know the ticket',
  VALUE_UNREADABLE: 'a field had an invalid value',
  TRANSITION_UNKNOWN: 'the work type has no such transition',
  ACCOUNT_ID_MISSING: 'the account ID was missing',
  ACCOUNT_ID_TOO_LONG: 'the account ID was too long',
  ACCOUNT_ALREADY_REGISTERED: 'that account was already registered',
};

/** Refusal codes in words; a code that is not known here is spelt out. */
export function refusalWords(codes: readonly string[]): string {
  const words = codes.map(code => WORDS[code] ?? code.toLowerCase().replaceAll('_', ' '));
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(words);
}

/** What a transition is called once it was made, and before. */
const CALLED: Record<string, readonly [made: string, before: string]> = {
  Submit: ['Submitted', 'Submission'],
  Approve: ['Approved', 'Approval'],
  Provision: ['Provisioned', 'Provisioning'],
  Grant: ['Granted', 'Grant'],
};

/** A decision as its headline. A transition that was permitted may still be on its way. */
export function decisionTitle({ transition, verdict, madeBy }: DecisionSoFar): string {
  const [made, before] = CALLED[transition] ?? [transition, transition];
  if (verdict === 'refuse') return say`${before} blocked`;
  return madeBy ? made : say`${before} permitted`;
}
