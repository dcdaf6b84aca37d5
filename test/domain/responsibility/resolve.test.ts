import { describe, expect, it } from '@jest/globals';
import { indexResponsibilities, mostSpecific, resolve } from '../../../src/domain/responsibility/resolve';
import { MATRIX_APPROVER_ROLE } from '../../../src/domain/responsibility/role';
import { allow, refuse } from '../../../src/domain/shared/result';
import {
  aDeputy,
  aHolder,
  CEO,
  CISO,
  CLOUD,
  CLOUD_ROLE,
  everybodyBut,
  HOLDERS,
  instant,
  NOW,
  SECOPS,
} from '../../support/builders/company';
import { aResponsibility, anAllocation, aRoute, ASSETS, PROVISIONING } from '../../support/builders/matrix';

type Excluded = readonly string[];

const question = (excluded: Excluded = [], overrides: Partial<Parameters<typeof resolve>[0]> = {}) => ({
  domain: ASSETS,
  activity: PROVISIONING,
  service: 'AWS',
  at: NOW,
  excluded: new Set(excluded),
  ...overrides,
});

describe('resolve', () => {
  it('names the holder of the accountable role, and the row that says so', () => {
    expect(resolve(question(), anAllocation())).toEqual(allow(aRoute()));
  });

  it('finds a service by its key as well, and answers with its name', () => {
    expect(resolve(question([], { service: 'aws' }), anAllocation())).toEqual(allow(aRoute()));
  });

  it.each([
    [
      'the deputy while the holder is inactive',
      [],
      { accounts: everybodyBut(CLOUD) },
      { accountable: CISO, decidedBy: 'deputy', passedOver: [] },
    ],
    [
      'the deputy when the holder is excluded',
      [CLOUD],
      {},
      { accountable: CISO, decidedBy: 'deputy', passedOver: [CLOUD] },
    ],
    [
      'the second deputy when the first is excluded too',
      [CLOUD, CISO],
      { holders: [...HOLDERS, aDeputy({ accountId: SECOPS, from: instant('2026-02-01') })] },
      { accountable: SECOPS, decidedBy: 'deputy', passedOver: [CLOUD, CISO] },
    ],
    [
      'the matrix approver when everyone of the role is excluded',
      [CLOUD, CISO],
      {},
      { accountable: CEO, decidedBy: 'matrix approver', passedOver: [CLOUD, CISO] },
    ],
    [
      'the deputy of the matrix approver when that role has no active holder',
      [CLOUD, CISO],
      {
        holders: [...HOLDERS, aDeputy({ role: MATRIX_APPROVER_ROLE, accountId: SECOPS })],
        accounts: everybodyBut(CEO),
      },
      { accountable: SECOPS, decidedBy: 'matrix approver', passedOver: [CLOUD, CISO] },
    ],
    [
      'the person who is holder and deputy at once is passed over once',
      [CLOUD],
      { holders: [aHolder(), aDeputy({ accountId: CLOUD }), aDeputy()] },
      { accountable: CISO, decidedBy: 'deputy', passedOver: [CLOUD] },
    ],
  ] as const)('goes to %s', (_, excluded, allocation, expected) => {
    const route = resolve(question(excluded), anAllocation(allocation));
    expect(route).toMatchObject({ ok: true, value: expected });
  });

  it.each([
    ['nothing is approved', {}, { matrix: null }, { code: 'MATRIX_NOT_APPROVED' }],
    [
      'the service is not in the register',
      { service: 'Azure' },
      {},
      { code: 'SERVICE_UNKNOWN', service: 'Azure' },
    ],
    [
      'no row holds for it',
      { domain: 'Data lifecycle', activity: 'Deletion' },
      {},
      { code: 'NO_RESPONSIBILITY', domain: 'Data lifecycle', activity: 'Deletion', service: 'AWS' },
    ],
    [
      'the activity has a row and the domain has no default',
      { activity: '' },
      {},
      { code: 'NO_RESPONSIBILITY', domain: ASSETS, activity: '', service: 'AWS' },
    ],
    [
      'no one holds the role',
      {},
      { holders: [aHolder({ role: MATRIX_APPROVER_ROLE, accountId: CEO })] },
      {
        code: 'ROLE_VACANT',
        role: CLOUD_ROLE,
        roleName: 'Cloud Platform Owner',
        responsibility: 'assets-accounts',
      },
    ],
    [
      'its holder and its deputies have left',
      {},
      { accounts: everybodyBut(CLOUD, CISO) },
      {
        code: 'ROLE_VACANT',
        role: CLOUD_ROLE,
        roleName: 'Cloud Platform Owner',
        responsibility: 'assets-accounts',
      },
    ],
    [
      'everyone is excluded, the matrix approver too',
      { excluded: new Set([CLOUD, CISO, CEO]) },
      {},
      {
        code: 'NO_INDEPENDENT_APPROVER',
        role: CLOUD_ROLE,
        roleName: 'Cloud Platform Owner',
        excluded: [CLOUD, CISO],
      },
    ],
    [
      'everyone of the role is excluded, and there is no matrix approver',
      { excluded: new Set([CLOUD, CISO]) },
      { accounts: everybodyBut(CEO) },
      {
        code: 'NO_INDEPENDENT_APPROVER',
        role: CLOUD_ROLE,
        roleName: 'Cloud Platform Owner',
        excluded: [CLOUD, CISO],
      },
    ],
  ] as const)('refuses when %s', (_, asked, allocation, refusal) => {
    expect(resolve(question([], asked), anAllocation(allocation))).toEqual(refuse(refusal));
  });

  it('gives a vacant role to no one, not even to the matrix approver', () => {
    const vacant = anAllocation({ accounts: everybodyBut(CLOUD, CISO) });
    expect(resolve(question([CLOUD]), vacant)).toMatchObject({ refusal: { code: 'ROLE_VACANT' } });
  });

  it('calls a role that its register does not have by its key', () => {
    const route = resolve(question(), anAllocation({ roles: [] }));
    expect(route).toMatchObject({ value: { roleName: CLOUD_ROLE } });
  });
});

describe('mostSpecific', () => {
  const rows = [
    aResponsibility({ id: '1', service: 'aws' }),
    aResponsibility({ id: '2' }),
    aResponsibility({ id: '3', activity: '', service: 'aws' }),
    aResponsibility({ id: '4', activity: '' }),
  ];
  it.each([
    ['activity and service', rows, '1'],
    ['activity', rows.slice(1), '2'],
    ['domain default for the service', rows.slice(2), '3'],
    ['domain default', rows.slice(3), '4'],
  ])('prefers %s', (specificity, given, id) => {
    const found = mostSpecific(
      indexResponsibilities(given),
      { domain: ASSETS, activity: PROVISIONING },
      'aws',
    );
    expect(found).toMatchObject({ specificity, row: { id } });
  });

  it('calls the answer to a question for the default a default', () => {
    const found = mostSpecific(indexResponsibilities(rows), { domain: ASSETS, activity: '' }, 'aws');
    expect(found).toMatchObject({ specificity: 'domain default for the service', row: { id: '3' } });
  });

  it('finds nothing where no row holds', () => {
    const index = indexResponsibilities(rows.slice(0, 1));
    expect(mostSpecific(index, { domain: ASSETS, activity: PROVISIONING }, 'github')).toBeUndefined();
    expect(mostSpecific(index, { domain: 'Governance', activity: PROVISIONING }, 'aws')).toBeUndefined();
  });

  it('takes the first by id of rows that contradict each other, whichever comes first', () => {
    const one = aResponsibility({ id: 'a' });
    const two = aResponsibility({ id: 'b' });
    for (const given of [
      [one, two],
      [two, one],
    ])
      expect(
        mostSpecific(
          indexResponsibilities(given),
          { domain: one.domain, activity: one.activity },
          one.service,
        )?.row,
      ).toEqual(one);
  });
});
