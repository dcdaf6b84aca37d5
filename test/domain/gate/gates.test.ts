import { describe, expect, it } from '@jest/globals';
import { accountRecorded } from '../../../src/domain/gate/account-recorded';
import { approved } from '../../../src/domain/gate/approved';
import { complete } from '../../../src/domain/gate/complete';
import { frozen } from '../../../src/domain/gate/frozen';
import { ownerNamed } from '../../../src/domain/gate/owner-named';
import type { ScreenChanges } from '../../../src/domain/ticket/ticket';
import { ACCESS_REQUEST } from '../../../src/domain/catalogue/access-request';
import { HOUR, plus } from '../../../src/domain/shared/instant';
import {
  CLOUD,
  CUSTOMER,
  ENGINEER,
  LEAVER,
  OWNER,
  ROBOT,
  SECOPS,
  STRANGER,
} from '../../support/builders/company';
import {
  aCloudAccount,
  anApprovedTicket,
  anEntry,
  aSubmittedTicket,
  aTicket,
  gateFacts,
  minute,
  moved,
} from '../../support/builders/ticket';

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

  it('leaves a billing owner to whoever has one, and the owner and security contact to their own gate', () => {
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
    const submit = ACCESS_REQUEST.transitions.find(({ name }) => name === 'Submit');
    if (!submit) throw new RangeError('An access request cannot be submitted.');
    const fields = {
      cloudService: 'AWS',
      beneficiary: OWNER,
      entitlement: 'Readers',
      accessUntil: '2026-03-31',
    };
    const facts = gateFacts({ ticket: aTicket({ fields }), screen: setting(screen) });
    return complete.refusals({ ...facts, workType: ACCESS_REQUEST, transition: submit });
  };

  it('lets an access request pass that says who, what and until when; privileged only if somebody says so', () => {
    expect(access({})).toEqual([]);
    expect(access({ privileged: 'Yes' })).toEqual([]);
  });

  it.each(['cloudService', 'beneficiary', 'entitlement', 'accessUntil'] as const)(
    'asks an access request for %s',
    field => {
      expect(access({ [field]: null })).toEqual([{ code: 'FIELD_MISSING', fields: [field] }]);
    },
  );

  it.each([ROBOT, CUSTOMER, LEAVER])('refuses access for %s, who is no active person', account => {
    expect(access({ beneficiary: account })).toEqual([
      { code: 'ACCOUNT_INACTIVE', field: 'beneficiary', account },
    ]);
  });

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

describe('owner named', () => {
  it.each([
    ['nobody', null, [{ code: 'OWNER_NOT_NAMED' }]],
    ['somebody who has left', LEAVER, [{ code: 'OWNER_INACTIVE', account: LEAVER }]],
    ['an account that does not exist', 'acc-nobody', [{ code: 'OWNER_INACTIVE', account: 'acc-nobody' }]],
    ['an app', ROBOT, [{ code: 'OWNER_IS_NOT_A_PERSON', account: ROBOT }]],
    ['a customer of the portal', CUSTOMER, [{ code: 'OWNER_IS_NOT_A_PERSON', account: CUSTOMER }]],
  ])('refuses %s as the owner', (_, accountOwner, refusals) => {
    expect(ownerNamed.refusals(gateFacts({ ticket: aTicket({ fields: { accountOwner } }) }))).toEqual(
      refusals,
    );
    expect(ownerNamed.refusals(gateFacts({ screen: setting({ accountOwner }) }))).toEqual(refusals);
  });

  it('takes an active person, on the ticket or on the screen', () => {
    expect(ownerNamed.refusals(gateFacts())).toEqual([]);
    const ticket = aTicket({ fields: { accountOwner: null, securityContact: null } });
    const screen = setting({ accountOwner: OWNER, securityContact: SECOPS });
    expect(ownerNamed.refusals(gateFacts({ ticket, screen }))).toEqual([]);
  });

  it('asks for a security contact', () => {
    const ticket = aTicket({ fields: { securityContact: null } });
    expect(ownerNamed.refusals(gateFacts({ ticket }))).toEqual([{ code: 'SECURITY_CONTACT_NOT_NAMED' }]);
  });

  it('asks for both at once', () => {
    const screen = setting({ accountOwner: null, securityContact: null });
    expect(ownerNamed.refusals(gateFacts({ screen })).map(({ code }) => code)).toEqual([
      'OWNER_NOT_NAMED',
      'SECURITY_CONTACT_NOT_NAMED',
    ]);
  });
});

describe('frozen', () => {
  it('lets a ticket pass that is as it was submitted', () => {
    expect(frozen.refusals(gateFacts({ transition: 'Approve' }))).toEqual([]);
  });

  it('names the fields that changed since', () => {
    const { ticket, decisions } = aSubmittedTicket();
    const changed = {
      ...ticket,
      fields: { ...ticket.fields, environment: 'Sandbox', billingOwner: STRANGER },
    };
    expect(frozen.refusals(gateFacts({ transition: 'Approve', ticket: changed, decisions }))).toEqual([
      { code: 'CONTENT_CHANGED', fields: ['environment', 'billingOwner'] },
    ]);
  });

  it('looks at what the transition itself would change', () => {
    const screen = setting({ environment: 'Sandbox' });
    expect(frozen.refusals(gateFacts({ transition: 'Approve', screen }))).toEqual([
      { code: 'CONTENT_CHANGED', fields: ['environment'] },
    ]);
  });

  it('lets Provision supply what is not decided upon', () => {
    const screen = setting({ accountId: '999' });
    expect(frozen.refusals(gateFacts({ transition: 'Provision', screen }))).toEqual([]);
  });

  it('lets a field pass that was changed and changed back', () => {
    const { ticket, decisions } = aSubmittedTicket();
    const edits = [
      anEntry(5, STRANGER, { field: 'environment', from: 'Production', to: 'Sandbox' }),
      anEntry(6, STRANGER, { field: 'environment', from: 'Sandbox', to: 'Production' }),
    ];
    const history = [...ticket.history, ...edits];
    expect(
      frozen.refusals(gateFacts({ transition: 'Approve', ticket: { ...ticket, history }, decisions })),
    ).toEqual([]);
  });

  it('refuses a ticket that came here without a permitted Submit', () => {
    expect(frozen.refusals(gateFacts({ transition: 'Approve', decisions: [] }))).toEqual([
      { code: 'CONTENT_CHANGED', fields: [] },
    ]);
  });

  it('compares with the latest Submit, not with an earlier one', () => {
    const { ticket, decisions } = aSubmittedTicket();
    const again = [
      ...ticket.history,
      anEntry(2, CLOUD, moved('Awaiting approval', 'Requested')),
      anEntry(3, ENGINEER, moved('Requested', 'Awaiting approval')),
    ];
    expect(
      frozen.refusals(gateFacts({ transition: 'Approve', ticket: { ...ticket, history: again }, decisions })),
    ).toEqual([{ code: 'CONTENT_CHANGED', fields: [] }]);
  });
});

describe('approved', () => {
  it('lets a ticket pass that the accountable person approved', () => {
    expect(approved.refusals(gateFacts({ transition: 'Provision' }))).toEqual([]);
  });

  const { ticket, decisions } = anApprovedTicket();
  it.each([
    ['nobody ever moved', { ...ticket, history: [] }, decisions],
    [
      'somebody else moved to Approved',
      {
        ...ticket,
        history: [
          anEntry(1, ENGINEER, moved('Requested', 'Awaiting approval')),
          anEntry(2, STRANGER, moved('Awaiting approval', 'Approved')),
        ],
      },
      decisions,
    ],
    ['no gate permitted to be approved', ticket, decisions.slice(0, 1)],
    [
      'was approved, and then moved by an administrator',
      {
        ...ticket,
        history: [
          ...ticket.history,
          anEntry(3, STRANGER, moved('Approved', 'Rejected')),
          anEntry(4, STRANGER, moved('Rejected', 'Approved')),
        ],
      },
      decisions,
    ],
  ])('refuses a ticket that %s', (_, moving, given) => {
    expect(
      approved.refusals(gateFacts({ transition: 'Provision', ticket: moving, decisions: given })),
    ).toEqual([{ code: 'NOT_APPROVED_BY_ACCOUNTABLE' }]);
  });
});

describe('account recorded', () => {
  const taken = aCloudAccount();
  const asked = (overrides: Parameters<typeof gateFacts>[0]) =>
    accountRecorded.refusals(gateFacts({ transition: 'Provision', ...overrides }));

  it('lets an identifier pass that nobody has', () => {
    expect(asked({})).toEqual([]);
  });

  it.each([[null], [''], [' - ']])('asks for an identifier where there is %j', accountId => {
    const { ticket } = anApprovedTicket({ fields: { accountId } });
    expect(asked({ ticket })).toEqual([{ code: 'ACCOUNT_ID_MISSING' }]);
    expect(asked({ ticket, screen: setting({ accountId: '1' }) })).toEqual([]);
  });

  it('refuses a service that has left its register, because its provider is not known', () => {
    expect(asked({ provider: null })).toEqual([{ code: 'SERVICE_UNKNOWN', service: 'AWS' }]);
    const screen = setting({ accountId: '1', cloudService: null });
    expect(asked({ provider: null, screen })).toEqual([{ code: 'SERVICE_UNKNOWN', service: 'No service' }]);
  });

  it('refuses an identifier that another ticket has, in the spelling of the register', () => {
    expect(asked({ cloudAccount: taken, screen: setting({ accountId: '1234-5678-9012' }) })).toEqual([
      {
        code: 'ACCOUNT_ALREADY_REGISTERED',
        provider: taken.provider,
        accountId: '123456789012',
        ticketKey: 'GOV-2',
      },
    ]);
  });

  it.each([
    ['its own entry', { ticket: '10001' }],
    [
      'a reservation that has lapsed',
      { status: 'reserved' as const, reservedAt: plus(minute(60), -HOUR - 1) },
    ],
  ])('lets an identifier pass with %s', (_, entry) => {
    expect(asked({ cloudAccount: aCloudAccount(entry) })).toEqual([]);
  });

  it('refuses an identifier that another ticket has reserved within the hour', () => {
    const reserved = aCloudAccount({ status: 'reserved', reservedAt: minute(59) });
    expect(asked({ cloudAccount: reserved })).toMatchObject([{ code: 'ACCOUNT_ALREADY_REGISTERED' }]);
  });
});
