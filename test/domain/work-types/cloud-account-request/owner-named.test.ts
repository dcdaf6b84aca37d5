import { describe, expect, it } from '@jest/globals';
import { ownerNamed } from '../../../../src/domain/work-types/cloud-account-request/owner-named';
import type { ScreenChanges } from '../../../../src/domain/ticket/ticket';
import { CUSTOMER, LEAVER, OWNER, ROBOT, SECOPS } from '../../../support/builders/company';
import { aTicket, gateFacts } from '../../../support/builders/ticket';

const setting = (fields: ScreenChanges['fields']): ScreenChanges => ({ fields, appFields: [] });

describe('owner named', () => {
  it.each([
    ['no one', null, [{ code: 'OWNER_NOT_NAMED' }]],
    ['someone who has left', LEAVER, [{ code: 'OWNER_INACTIVE', account: LEAVER }]],
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
