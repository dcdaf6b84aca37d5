import type { AccountSubject } from '../../../../src/domain/work-types/cloud-account-request/account-subject';
import { describe, expect, it } from '@jest/globals';
import { accountRecorded } from '../../../../src/domain/work-types/cloud-account-request/account-recorded';
import type { ScreenChanges } from '../../../../src/domain/ticket/ticket';
import { HOUR, plus } from '../../../../src/domain/shared/instant';
import {
  aCloudAccount,
  anApprovedTicket,
  gateFacts,
  anAccountSubject,
  minute,
} from '../../../support/builders/ticket';

const setting = (fields: ScreenChanges['fields']): ScreenChanges => ({ fields, appFields: [] });

describe('account recorded', () => {
  const taken = aCloudAccount();
  const asked = ({
    subject,
    ...overrides
  }: Omit<NonNullable<Parameters<typeof gateFacts>[0]>, 'subject'> & {
    subject?: Partial<AccountSubject>;
  }) =>
    accountRecorded.refusals(
      gateFacts({ transition: 'Provision', subject: anAccountSubject(subject), ...overrides }),
    );

  it('lets an identifier pass that no one has', () => {
    expect(asked({})).toEqual([]);
  });

  it.each([[null], [''], [' - ']])('asks for an identifier where there is %j', accountId => {
    const { ticket } = anApprovedTicket({ fields: { accountId } });
    expect(asked({ ticket })).toEqual([{ code: 'ACCOUNT_ID_MISSING' }]);
    expect(asked({ ticket, screen: setting({ accountId: '1' }) })).toEqual([]);
  });

  it('refuses a service that has left its register, because its provider is not known', () => {
    expect(asked({ subject: { service: null } })).toEqual([{ code: 'SERVICE_UNKNOWN', service: 'AWS' }]);
    const screen = setting({ accountId: '1', cloudService: null });
    expect(asked({ subject: { service: null }, screen })).toEqual([
      { code: 'SERVICE_UNKNOWN', service: 'No service' },
    ]);
  });

  it('refuses an identifier that another ticket has, in the spelling of the register', () => {
    expect(asked({ subject: { namesake: taken }, screen: setting({ accountId: '1234-5678-9012' }) })).toEqual(
      [
        {
          code: 'ACCOUNT_ALREADY_REGISTERED',
          provider: taken.provider,
          accountId: '123456789012',
          ticketKey: 'GOV-2',
        },
      ],
    );
  });

  it.each([
    ['its own entry', { ticket: '10001' }],
    [
      'a reservation that has lapsed',
      { status: 'reserved' as const, reservedAt: plus(minute(60), -HOUR - 1) },
    ],
  ])('lets an identifier pass with %s', (_, entry) => {
    expect(asked({ subject: { namesake: aCloudAccount(entry) } })).toEqual([]);
  });

  it('refuses an identifier that another ticket has reserved within the hour', () => {
    const reserved = aCloudAccount({ status: 'reserved', reservedAt: minute(59) });
    expect(asked({ subject: { namesake: reserved } })).toMatchObject([
      { code: 'ACCOUNT_ALREADY_REGISTERED' },
    ]);
  });
});
