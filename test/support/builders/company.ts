import { toInstant, type Instant } from '../../../src/domain/shared/instant';
import type { Account, AccountId, Accounts, PseudonymOf } from '../../../src/domain/shared/account';
import type { CloudService } from '../../../src/domain/responsibility/cloud-service';
import { MATRIX_APPROVER_ROLE, type Role, type RoleHolder } from '../../../src/domain/responsibility/role';

/** The people of a small company: each constant is an account id. */
export const ENGINEER = 'acc-engineer';
export const OWNER = 'acc-owner';
export const CLOUD = 'acc-cloud';
export const CISO = 'acc-ciso';
export const CEO = 'acc-ceo';
export const SECOPS = 'acc-secops';
export const APP = 'acc-app';
export const STRANGER = 'acc-stranger';
/** Inactive. */
export const LEAVER = 'acc-leaver';
/** The account of an app, and one of the customer portal's. */
export const ROBOT = 'acc-robot';
export const CUSTOMER = 'acc-customer';

export const CLOUD_ROLE = 'cloud-platform-owner';
export const APP_ROLE = 'application-owner';
export const PROVIDER_ROLE = 'aws';

/** The instant at which tests begin, and one long before. */
export const NOW = toInstant('2026-03-02T09:00:00Z');
export const LONG_AGO = toInstant('2025-01-01');

export function instant(text: string): Instant {
  return toInstant(text);
}

export function anAccount(accountId: AccountId, overrides: Partial<Account> = {}): Account {
  const displayName = accountId.replace('acc-', '').replace(/^./, first => first.toUpperCase());
  return { accountId, displayName, active: true, kind: 'person', ...overrides };
}

export function accountsOf(...accounts: Account[]): Map<AccountId, Account> {
  return new Map(accounts.map(account => [account.accountId, account]));
}

/** Everyone above, as the directory has them. */
export const EVERYONE: Accounts = accountsOf(
  ...[ENGINEER, OWNER, CLOUD, CISO, CEO, SECOPS, APP, STRANGER].map(id => anAccount(id)),
  anAccount(LEAVER, { active: false }),
  anAccount(ROBOT, { kind: 'app' }),
  anAccount(CUSTOMER, { kind: 'customer' }),
);

/** Everyone above but with this account switched off. */
export function everybodyBut(...inactive: AccountId[]): Accounts {
  return new Map(
    [...EVERYONE].map(([id, account]) => [
      id,
      inactive.includes(id) ? { ...account, active: false } : account,
    ]),
  );
}

export function nameOf(account: AccountId): string {
  return EVERYONE.get(account)?.displayName ?? account;
}

export function aRole(overrides: Partial<Role> = {}): Role {
  return {
    key: CLOUD_ROLE,
    name: 'Cloud Platform Owner',
    kind: 'internal',
    charter: 'Decides on cloud accounts. Escalates to the CISO.',
    ...overrides,
  };
}

export function aHolder(overrides: Partial<RoleHolder> = {}): RoleHolder {
  return { role: CLOUD_ROLE, accountId: CLOUD, capacity: 'holder', from: LONG_AGO, to: null, ...overrides };
}

export function aDeputy(overrides: Partial<RoleHolder> = {}): RoleHolder {
  return aHolder({ accountId: CISO, capacity: 'deputy', ...overrides });
}

export function aService(overrides: Partial<CloudService> = {}): CloudService {
  return {
    key: 'aws',
    name: 'AWS',
    provider: 'Amazon Web Services EMEA SARL',
    model: 'IaaS',
    viewpoint: 'customer',
    material: true,
    contract: 'MSA-2024-017',
    ...overrides,
  };
}

export const GITHUB = aService({
  key: 'github',
  name: 'GitHub',
  provider: 'GitHub, Inc.',
  model: 'SaaS',
  material: false,
});

/** The roles of the company: four of its own, and its provider's. */
export const ROLES: readonly Role[] = [
  aRole(),
  aRole({ key: APP_ROLE, name: 'Application Owner' }),
  aRole({ key: 'ciso', name: 'CISO' }),
  aRole({ key: MATRIX_APPROVER_ROLE, name: 'Executive Owner' }),
  aRole({ key: PROVIDER_ROLE, name: 'AWS (provider)', kind: 'provider' }),
];

/** Who holds them: the cloud platform has a deputy, the others have none. */
export const HOLDERS: readonly RoleHolder[] = [
  aHolder(),
  aDeputy(),
  aHolder({ role: APP_ROLE, accountId: APP }),
  aHolder({ role: 'ciso', accountId: CISO }),
  aHolder({ role: MATRIX_APPROVER_ROLE, accountId: CEO }),
];

export const SERVICES: readonly CloudService[] = [aService(), GITHUB];

/** For records that keep accounts as they are. */
export const asTheyAre: PseudonymOf = account => account;
