import fc from 'fast-check';
import type { Allocation } from '../../../src/domain/responsibility/resolve';
import { indexResponsibilities } from '../../../src/domain/responsibility/resolve';
import type { Responsibility } from '../../../src/domain/responsibility/responsibility';
import { MATRIX_APPROVER_ROLE, type RoleHolder } from '../../../src/domain/responsibility/role';
import { plus } from '../../../src/domain/shared/instant';
import type { Change, HistoryEntry, ScreenChanges, Ticket } from '../../../src/domain/ticket/ticket';
import { CLOUD_ACCOUNT_REQUEST } from '../../../src/domain/work-types/cloud-account-request/cloud-account-request';
import { accountsOf, anAccount, NOW, ROLES, SERVICES } from './company';
import { aResponsibility, ASSETS, PROVISIONING } from './matrix';
import { anEntry, aTicket } from './ticket';

/** Few names, so that people, roles and rows meet each other often. */
export const PEOPLE = ['p1', 'p2', 'p3', 'p4', 'p5'];
export const ACTIVITIES = ['', PROVISIONING, 'Configuration baseline'];
export const SERVICE_KEYS = ['*', 'aws', 'github'];

const roleKey = fc.constantFrom(...ROLES.map(({ key }) => key));
export const person = fc.constantFrom(...PEOPLE);
const personOrNone = fc.option(person, { freq: 3 });

export const anyRow: fc.Arbitrary<Responsibility> = fc
  .record({
    id: fc.constantFrom('r1', 'r2', 'r3', 'r4', 'r5', 'r6'),
    domain: fc.constantFrom(ASSETS, 'Governance' as const),
    activity: fc.constantFrom(...ACTIVITIES),
    service: fc.constantFrom(...SERVICE_KEYS),
    accountable: roleKey,
    responsible: fc.array(roleKey, { maxLength: 3 }),
  })
  .map(row => aResponsibility(row));

export const anyRows = fc.uniqueArray(anyRow, { maxLength: 6, selector: ({ id }) => id });

export const anyHolders: fc.Arbitrary<RoleHolder[]> = fc.array(
  fc
    .record({
      role: roleKey,
      accountId: person,
      capacity: fc.constantFrom('holder' as const, 'deputy' as const),
      starts: fc.integer({ min: -2, max: 1 }),
      lasts: fc.option(fc.integer({ min: 1, max: 3 })),
    })
    .map(({ starts, lasts, ...holder }) => ({
      ...holder,
      from: plus(NOW, starts),
      to: lasts === null ? null : plus(NOW, starts + lasts),
    })),
  { maxLength: 8 },
);

export const anyAccounts = fc
  .array(fc.boolean(), { minLength: PEOPLE.length, maxLength: PEOPLE.length })
  .map(active => accountsOf(...PEOPLE.map((id, at) => anAccount(id, { active: active[at] ?? true }))));

export interface AnyCompany {
  rows: Responsibility[];
  allocation: Allocation;
}

export const anyCompany: fc.Arbitrary<AnyCompany> = fc
  .record({ rows: anyRows, holders: anyHolders, accounts: anyAccounts, isApproved: fc.boolean() })
  .map(({ rows, holders, accounts, isApproved }) => ({
    rows,
    allocation: {
      matrix: isApproved || rows.length > 0 ? { number: 1, contentHash: 'hash' } : null,
      rows: indexResponsibilities(rows),
      roles: ROLES,
      holders,
      services: { named: [], register: SERVICES },
      accounts,
      matrixApproverRole: MATRIX_APPROVER_ROLE,
    },
  }));

const status = fc.constantFrom(...CLOUD_ACCOUNT_REQUEST.statuses.map(({ name }) => name));

const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ field: fc.constant('status' as const), from: status, to: status }),
  fc.record({ field: fc.constantFrom('reporter', 'accountOwner'), from: personOrNone, to: personOrNone }),
  fc.record({
    field: fc.constantFrom('securityContact', 'accountable', 'other'),
    from: personOrNone,
    to: personOrNone,
  }),
);

export const anyHistory: fc.Arbitrary<HistoryEntry[]> = fc
  .array(fc.tuple(person, fc.array(anyChange, { minLength: 1, maxLength: 2 })), { maxLength: 6 })
  .map(entries => entries.map(([actor, changes], at) => anEntry(at + 1, actor, ...changes)));

export const anyTicket: fc.Arbitrary<Ticket> = fc
  .record({
    status,
    creator: person,
    reporter: personOrNone,
    history: anyHistory,
    accountOwner: personOrNone,
    cloudService: fc.constantFrom('AWS', 'aws', 'GitHub', 'Unheard of', null),
    responsibilityDomain: fc.constantFrom(null, null, 'Governance', 'Data lifecycle'),
    accountable: personOrNone,
    labels: fc.subarray(['responsibility-gap', 'urgent']),
  })
  .map(({ accountOwner, cloudService, responsibilityDomain, accountable, ...ticket }) =>
    aTicket({
      ...ticket,
      fields: { accountOwner, cloudService, responsibilityDomain },
      appFields: { accountable },
    }),
  );

export const anyScreen: fc.Arbitrary<ScreenChanges> = fc
  .record({ owner: personOrNone, reporter: personOrNone, sets: fc.subarray(['owner', 'reporter']) })
  .map(({ owner, reporter, sets }) => ({
    fields: sets.includes('owner') ? { accountOwner: owner } : {},
    ...(sets.includes('reporter') ? { reporter } : {}),
    appFields: [],
  }));
