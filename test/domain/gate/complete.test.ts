import { NO_SUBJECT } from '../../../src/domain/work-type/subject';
import { endsInTime } from '../../../src/domain/work-types/access-request/access-period';
import { describe, expect, it } from '@jest/globals';
import { complete } from '../../../src/domain/gate/complete';
import type { ScreenChanges } from '../../../src/domain/ticket/ticket';
import { ACCESS_REQUEST } from '../../../src/domain/work-types/access-request/access-request';
import { CUSTOMER, LEAVER, OWNER, ROBOT, STRANGER } from '../../support/builders/company';
import { aTicket, factsOf, gateFacts } from '../../support/builders/ticket';

const setting = (fields: ScreenChanges['fields']): ScreenChanges => ({ fields, appFields: [] });

describe('complete', () => {
  it('lets a ticket pass whose required fields are all there', () => {
    expect(complete.refusals(gateFacts())).toEqual([]);
  });

  it.each(['cloudService', 'environment', 'dataClassification'] as const)('asks for %s', field => {
    for (const empty of [null, '', '  ']) {
      const ticket = aTicket({ fields: { [field]: empty } });
      expect(complete.refusals(gateFacts({ ticket }))).toEqual([{ code: 'FIELD_MISSING', fields: [field] }]);
      expect(complete.refusals(gateFacts({ ticket, screen: setting({ [field]: 'AWS' }) }))).toEqual([]);
    }
  });

  it('names all that is missing at once, in the order of the screen', () => {
    const ticket = aTicket({ fields: { environment: null, cloudService: null } });
    const screen = setting({ dataClassification: null });
    expect(complete.refusals(gateFacts({ ticket, screen }))).toEqual([
      { code: 'FIELD_MISSING', fields: ['cloudService', 'environment', 'dataClassification'] },
    ]);
  });

  it('leaves a billing owner to the person who has one, and the owner and security contact to their own gate', () => {
    const ticket = aTicket({ fields: { billingOwner: null, accountOwner: null, securityContact: null } });
    expect(complete.refusals(gateFacts({ ticket }))).toEqual([]);
  });

  it.each(['securityContact', 'billingOwner'] as const)('refuses a %s who has left', field => {
    const screen = setting({ [field]: LEAVER });
    expect(complete.refusals(gateFacts({ screen }))).toEqual([
      { code: 'ACCOUNT_INACTIVE', field, account: LEAVER },
    ]);
    expect(complete.refusals(gateFacts({ screen: setting({ [field]: STRANGER }) }))).toEqual([]);
  });

  it('refuses a contact whose account does not exist', () => {
    const ticket = aTicket({ fields: { securityContact: 'acc-nobody' } });
    expect(complete.refusals(gateFacts({ ticket }))).toMatchObject([
      { code: 'ACCOUNT_INACTIVE', account: 'acc-nobody' },
    ]);
  });

  it.each([ROBOT, CUSTOMER])('takes %s as a contact: a duty desk may have an account of its own', account => {
    expect(complete.refusals(gateFacts({ screen: setting({ securityContact: account }) }))).toEqual([]);
  });

  it('says everything that is wrong together', () => {
    const screen = setting({ environment: null, billingOwner: LEAVER });
    expect(complete.refusals(gateFacts({ screen })).map(({ code }) => code)).toEqual([
      'FIELD_MISSING',
      'ACCOUNT_INACTIVE',
    ]);
  });

  it('leaves an owner who has left to the owner gate, and text that happens to be an account alone', () => {
    const screen = setting({ accountOwner: LEAVER, environment: LEAVER });
    expect(complete.refusals(gateFacts({ screen }))).toEqual([]);
  });

  const access = (screen: ScreenChanges['fields']) => {
    const fields = {
      cloudService: 'AWS',
      beneficiary: OWNER,
      entitlement: 'Readers',
      accessUntil: '2026-03-31',
    };
    const ticket = aTicket({ fields });
    const of = { workType: ACCESS_REQUEST, ticket, screen: setting(screen), subject: NO_SUBJECT };
    const facts = factsOf(of);
    return [complete, endsInTime].flatMap(gate => gate.refusals(facts));
  };

  it('lets an access request pass that says who, what and until when; privileged only if someone says so', () => {
    expect(access({})).toEqual([]);
    expect(access({ privileged: 'Yes' })).toEqual([]);
  });

  it.each(['cloudService', 'beneficiary', 'entitlement', 'accessUntil'] as const)(
    'asks an access request for %s',
    field => {
      expect(access({ [field]: null })).toEqual([{ code: 'FIELD_MISSING', fields: [field] }]);
    },
  );

  it.each([ROBOT, CUSTOMER, LEAVER, 'acc-nobody'])(
    'refuses access for %s, who is no active person',
    account => {
      expect(access({ beneficiary: account })).toEqual([
        { code: 'ACCOUNT_INACTIVE', field: 'beneficiary', account },
      ]);
    },
  );

  it('refuses access that is over or lasts too long', () => {
    expect(access({ accessUntil: '2026-03-01' })).toMatchObject([{ code: 'DATE_IN_PAST' }]);
    expect(access({ accessUntil: '2027-03-03' })).toMatchObject([{ code: 'PERIOD_TOO_LONG', longest: 365 }]);
    expect(access({ accessUntil: '2026-06-30', privileged: 'Yes' })).toMatchObject([
      { code: 'PERIOD_TOO_LONG', longest: 90 },
    ]);
  });

  it('asks for nothing on a transition without a screen', () => {
    const ticket = aTicket({ fields: { cloudService: null, securityContact: LEAVER } });
    expect(complete.refusals(gateFacts({ transition: 'Approve', ticket }))).toEqual([]);
  });
});
