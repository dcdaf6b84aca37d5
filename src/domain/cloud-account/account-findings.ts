import { findService, type CloudService } from '../responsibility/cloud-service';
import { isActive, nameIn, type Accounts } from '../shared/account';
import type { CloudAccount } from './cloud-account';
import { say } from '../shared/sentence';

/** What is wrong with a registered cloud account. */
export interface AccountFinding {
  code: 'OWNER_INACTIVE' | 'SECURITY_CONTACT_INACTIVE' | 'SERVICE_UNKNOWN';
  provider: string;
  accountId: string;
  message: string;
}

/**
 * Registered accounts that no one answers for any more, and those of services that have left the register.
 * Source: domain rules, "Cloud accounts"; requirement R13.
 */
export function accountFindings(
  register: readonly CloudAccount[],
  services: readonly CloudService[],
  accounts: Accounts,
): AccountFinding[] {
  const nameOf = nameIn(accounts);
  return register
    .filter(({ status }) => status === 'active')
    .flatMap(account => {
      const { provider, accountId, owner, securityContact, service } = account;
      const found = (code: AccountFinding['code'], message: string) => ({
        code,
        provider,
        accountId,
        message,
      });
      const called = say`${provider} account ${accountId}`;
      return [
        ...(isActive(accounts, owner)
          ? []
          : [
              found(
                'OWNER_INACTIVE',
                say`${called} is unowned: ${nameOf(owner)} no longer has an active account. Name a new owner.`,
              ),
            ]),
        ...(isActive(accounts, securityContact)
          ? []
          : [
              found(
                'SECURITY_CONTACT_INACTIVE',
                say`No one can be called for ${called}: ${nameOf(securityContact)} no longer has an active account. Name a new security contact.`,
              ),
            ]),
        ...(findService(services, service)
          ? []
          : [
              found(
                'SERVICE_UNKNOWN',
                say`${called} belongs to ${service}, which is not in the services register. Add the service, or close the account.`,
              ),
            ]),
      ];
    });
}
