import { describe, expect, it } from '@jest/globals';
import type { Submitted } from '../../../src/domain/work-type/work-type';
import { RESPONSIBILITY_CHANGE } from '../../../src/domain/work-types/responsibility-change/responsibility-change';
import { refusalMessage } from '../../../src/domain/decision/refusal';
import type { GateRefusal, GateRefusalCode } from '../../../src/domain/decision/refusal';
import { CISO, CLOUD, LEAVER, nameOf, ROBOT } from '../../support/builders/company';

/** One refusal of every code, with the words that its message must have: what, who, and where. */
const SAID: { [Code in GateRefusalCode]: [Extract<GateRefusal, { code: Code }>, ...string[]] } = {
  FIELD_MISSING: [
    { code: 'FIELD_MISSING', fields: ['cloudService', 'environment'] },
    'Cloud service and Environment are empty',
    'Fill them in, on this screen',
  ],
  ACCOUNT_INACTIVE: [
    { code: 'ACCOUNT_INACTIVE', field: 'securityContact', account: LEAVER },
    'Leaver in Security contact',
    'Choose someone else',
  ],
  DATE_IN_PAST: [
    { code: 'DATE_IN_PAST', field: 'accessUntil', date: '2026-03-01' },
    '1 Mar 2026 in Access until is in the past',
    'Choose today or a later day',
  ],
  PERIOD_TOO_LONG: [
    { code: 'PERIOD_TOO_LONG', field: 'accessUntil', date: '2027-06-01', longest: 365, isPrivileged: false },
    '1 Jun 2027 in Access until is too far away: access can last 365 days at most',
    'Choose an earlier day',
  ],
  OWNER_NOT_NAMED: [{ code: 'OWNER_NOT_NAMED' }, 'in Account owner'],
  OWNER_INACTIVE: [
    { code: 'OWNER_INACTIVE', account: LEAVER },
    'Leaver has no active account',
    'in Account owner',
  ],
  OWNER_IS_NOT_A_PERSON: [
    { code: 'OWNER_IS_NOT_A_PERSON', account: ROBOT },
    'Robot isn’t a person',
    'Account owner',
  ],
  SECURITY_CONTACT_NOT_NAMED: [{ code: 'SECURITY_CONTACT_NOT_NAMED' }, 'in Security contact'],
  MATRIX_NOT_APPROVED: [{ code: 'MATRIX_NOT_APPROVED' }, 'Jira administrator', 'Apps, Remit'],
  SERVICE_UNKNOWN: [
    { code: 'SERVICE_UNKNOWN', service: 'Azure' },
    'Azure is not in',
    'Choose another Cloud service',
  ],
  NO_RESPONSIBILITY: [
    { code: 'NO_RESPONSIBILITY', domain: 'Governance', activity: 'Risk acceptance', service: 'AWS' },
    'accountable for Risk acceptance on AWS',
    '(Governance)',
    'matrix owner',
  ],
  ROLE_VACANT: [
    { code: 'ROLE_VACANT', role: 'ciso', roleName: 'CISO', responsibility: 'r1' },
    'CISO is accountable for this',
    'Jira administrator',
  ],
  NO_INDEPENDENT_APPROVER: [
    { code: 'NO_INDEPENDENT_APPROVER', role: 'ciso', roleName: 'CISO', excluded: [CLOUD, CISO] },
    'as CISO is involved in this ticket (Cloud and Ciso)',
    'matrix approver can’t',
    'appoint a deputy',
  ],
  ROUTE_STALE: [{ code: 'ROUTE_STALE', was: CLOUD, now: CISO }, 'routed again, to Ciso', 'reload'],
  NOT_APPROVED_BY_ACCOUNTABLE: [{ code: 'NOT_APPROVED_BY_ACCOUNTABLE' }, 'Use Rework', 'get it approved'],
  APP_FIELD_FORGED: [
    { code: 'APP_FIELD_FORGED', fields: ['accountable', 'accountableRole'] },
    'Only Remit sets Accountable and Accountable role, and someone else changed',
    'don’t edit these fields',
  ],
  ATTACHMENT_UNREADABLE: [
    { code: 'ATTACHMENT_UNREADABLE', because: 'too large', files: ['plan.pdf'] },
    'files this large: plan.pdf',
    '10 MB each',
    'have an administrator of the space remove them',
  ],
  CONTENT_CHANGED: [
    { code: 'CONTENT_CHANGED', fields: ['environment', 'billingOwner'] },
    'Environment and Billing owner changed after',
    'Use Rework',
  ],
  NO_DRAFT: [
    { code: 'NO_DRAFT' },
    'has no draft',
    'Jira administrator',
    'Apps, Remit, Responsibility matrix',
  ],
  MATRIX_HAS_ERRORS: [
    {
      code: 'MATRIX_HAS_ERRORS',
      count: 4,
      first: ['No one is accountable for a.', 'No one is accountable for b.'],
    },
    'has 4 errors. No one is accountable for a. No one is accountable for b. And more.',
    'Apps, Remit, Responsibility matrix',
  ],
  TICKET_UNKNOWN: [{ code: 'TICKET_UNKNOWN' }, 'doesn’t know this ticket', 'run set-up again'],
  VALUE_UNREADABLE: [
    { code: 'VALUE_UNREADABLE', fields: ['Environment', 'Reporter'] },
    'in Environment and Reporter',
    'Enter it again',
  ],
  TRANSITION_UNKNOWN: [
    { code: 'TRANSITION_UNKNOWN', from: 'Requested', to: 'Granted' },
    'from Requested to Granted',
    'If someone else has moved the ticket, reload it',
    'run set-up again',
  ],
  ACCOUNT_ID_TOO_LONG: [{ code: 'ACCOUNT_ID_TOO_LONG', longest: 255 }, 'Account ID', 'longer than 255'],
  ACCOUNT_ID_MISSING: [{ code: 'ACCOUNT_ID_MISSING' }, 'In Account ID'],
  ACCOUNT_ALREADY_REGISTERED: [
    { code: 'ACCOUNT_ALREADY_REGISTERED', provider: 'Amazon', accountId: '123', ticketKey: 'GOV-2' },
    'Amazon account 123 is already registered by GOV-2',
    'in Account ID',
  ],
};

describe('refusalMessage', () => {
  it.each(Object.entries(SAID))(
    '%s says what is missing, who can supply it and where',
    (code, [refusal, ...words]) => {
      const message = refusalMessage(refusal, nameOf);
      for (const part of words) expect(message).toContain(part);
      expect(message.endsWith(`. (${code})`)).toBe(true);
      expect(message).not.toMatch(/undefined|null|acc-|\[object/);
    },
  );

  it.each<[GateRefusal, string, string]>([
    [
      { code: 'FIELD_MISSING', fields: ['environment'] },
      'Environment is empty. Fill it in, on this screen or on the ticket, and try again. (FIELD_MISSING)',
      'Environment is empty. Fill it in. (FIELD_MISSING)',
    ],
    [
      { code: 'OWNER_NOT_NAMED' },
      'This account has no owner yet. Name the person responsible for it in Account owner, on this screen or on the ticket. (OWNER_NOT_NAMED)',
      'This account has no owner yet. Name the person responsible for it in Account owner. (OWNER_NOT_NAMED)',
    ],
  ])('speaks of a screen only to the person who has one before them: %j', (refusal, onScreen, onTicket) => {
    expect(refusalMessage(refusal, nameOf)).toBe(onScreen);
    expect(refusalMessage(refusal, nameOf, 'screen')).toBe(onScreen);
    expect(refusalMessage(refusal, nameOf, 'ticket')).toBe(onTicket);
  });

  it.each<[GateRefusal, string]>([
    [
      { code: 'PERIOD_TOO_LONG', field: 'accessUntil', date: '2027-01-01', longest: 90, isPrivileged: true },
      'privileged access can last 90 days at most',
    ],
    [{ code: 'FIELD_MISSING', fields: ['environment'] }, 'Environment is empty. Fill it in, on this screen'],
    [
      { code: 'APP_FIELD_FORGED', fields: ['accountable'] },
      'Only Remit sets Accountable, and someone else changed',
    ],
    [{ code: 'APP_FIELD_FORGED', fields: ['accountable'] }, 'don’t edit this field'],
    [
      { code: 'CONTENT_CHANGED', fields: [] },
      'There is no record of what was submitted for this ticket. Use Rework',
    ],
    [
      { code: 'CONTENT_CHANGED', fields: [], submits: RESPONSIBILITY_CHANGE.submits as Submitted },
      'The draft of the matrix is not the one that was submitted. Use Rework',
    ],
    [
      { code: 'CONTENT_CHANGED', fields: ['environment'], text: ['summary', 'description'] },
      'Summary, Description and Environment changed after the ticket was submitted. Use Rework',
    ],
    [
      { code: 'CONTENT_CHANGED', fields: [], files: { removed: ['a.pdf', 'b.pdf'], replaced: ['c.pdf'] } },
      'Of the files that were attached when the ticket was submitted, a.pdf and b.pdf were removed, and c.pdf was replaced. Use Rework',
    ],
    [
      { code: 'CONTENT_CHANGED', fields: [], files: { removed: [], replaced: ['c.pdf'] } },
      'when the ticket was submitted, c.pdf was replaced. Use Rework',
    ],
    [
      { code: 'CONTENT_CHANGED', fields: [], service: { name: 'AWS', was: 'Amazon', is: 'Other' } },
      'The provider of AWS was Amazon when the ticket was submitted, and is Other now. Use Rework',
    ],
    [
      { code: 'CONTENT_CHANGED', fields: [], service: { name: 'AWS', was: 'Amazon', is: 'Amazon' } },
      'AWS is another service than when the ticket was submitted. Use Rework',
    ],
    [
      { code: 'CONTENT_CHANGED', fields: [], service: { name: 'AWS', was: 'Amazon', is: null } },
      'AWS is no longer a service that Remit knows. Use Rework',
    ],
    [
      { code: 'ATTACHMENT_UNREADABLE', because: 'too many', files: [] },
      'Remit reads 50 files at most. Have an administrator of the space remove those',
    ],
    [
      { code: 'ATTACHMENT_UNREADABLE', because: 'not answered', files: ['a.pdf', 'b.pdf'] },
      'Remit couldn’t read a.pdf and b.pdf. Try again in a minute',
    ],
    [
      { code: 'CONTENT_CHANGED', fields: [], matrix: 'base' },
      'Another version of the matrix was approved after this draft was started',
    ],
    [
      { code: 'MATRIX_HAS_ERRORS', count: 1, first: ['Two rows answer for Backup.'] },
      'The draft has an error. Two rows answer for Backup. See the findings',
    ],
    [
      { code: 'NO_RESPONSIBILITY', domain: 'Governance', activity: '', service: 'AWS' },
      'No one is accountable for Governance on AWS',
    ],
  ])('has words for one as well as for several: %j', (refusal, words) => {
    expect(refusalMessage(refusal, nameOf)).toContain(words);
  });
});
