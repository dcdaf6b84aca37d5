import { describe, expect, it } from '@jest/globals';
import { accountFindings } from '../../../src/domain/cloud-account/account-findings';
import { EVERYONE, LEAVER, SERVICES } from '../../support/builders/company';
import { aCloudAccount } from '../../support/builders/ticket';

const findings = (overrides: Parameters<typeof aCloudAccount>[0]) =>
  accountFindings([aCloudAccount(), aCloudAccount({ accountId: '42', ...overrides })], SERVICES, EVERYONE);

describe('accountFindings', () => {
  it('finds nothing wrong with accounts that someone owns and can be called for', () => {
    expect(findings({})).toEqual([]);
  });

  it.each([
    [
      'no one owns',
      { owner: LEAVER },
      'OWNER_INACTIVE',
      'Amazon Web Services EMEA SARL account 42 is unowned: Leaver no longer has an active account. Name a new owner.',
    ],
    [
      'no one can be called for',
      { securityContact: 'acc-nobody' },
      'SECURITY_CONTACT_INACTIVE',
      'No one can be called for Amazon Web Services EMEA SARL account 42: acc-nobody no longer has an active account. Name a new security contact.',
    ],
    [
      'belongs to no service of the register',
      { service: 'Azure' },
      'SERVICE_UNKNOWN',
      'Amazon Web Services EMEA SARL account 42 belongs to Azure, which is not in the services register. Add the service, or close the account.',
    ],
  ])('finds an account that %s', (_, account, code, message) => {
    const provider = 'Amazon Web Services EMEA SARL';
    expect(findings(account)).toEqual([{ code, provider, accountId: '42', message }]);
  });

  it('finds everything that is wrong with one account', () => {
    const codes = findings({ owner: LEAVER, securityContact: LEAVER, service: 'Azure' }).map(
      ({ code }) => code,
    );
    expect(codes).toEqual(['OWNER_INACTIVE', 'SECURITY_CONTACT_INACTIVE', 'SERVICE_UNKNOWN']);
  });

  it('leaves reservations alone, which are no accounts yet', () => {
    expect(findings({ status: 'reserved', owner: LEAVER })).toEqual([]);
  });
});
