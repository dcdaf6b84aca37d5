import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { appFieldsIntact, routeCurrent, routed } from '../../../src/domain/gate/routed';
import { NOT_ROUTED, ROUTE_FIELDS, sameRoute, storedForm } from '../../../src/domain/routing/stored-route';
import { APP_FIELD_NAMES } from '../../../src/domain/work-type/fields';
import { CEO, CISO, CLOUD, everybodyBut, OWNER, STRANGER } from '../../support/builders/company';
import { aResponsibility, anAllocation, aRoute } from '../../support/builders/matrix';
import { aRoutedTicket, aSubmittedTicket, aTicket, gateFacts } from '../../support/builders/ticket';

describe('routed', () => {
  it('lets a ticket pass that someone is accountable for', () => {
    expect(routed.refusals(gateFacts())).toEqual([]);
  });

  it.each([
    ['MATRIX_NOT_APPROVED', { allocation: anAllocation({ matrix: null }) }],
    ['SERVICE_UNKNOWN', { ticket: aTicket({ fields: { cloudService: 'Azure' } }) }],
    ['NO_RESPONSIBILITY', { allocation: anAllocation({ rows: [] }) }],
    ['ROLE_VACANT', { allocation: anAllocation({ accounts: everybodyBut(CLOUD, CISO) }) }],
    [
      'NO_INDEPENDENT_APPROVER',
      { ticket: aTicket({ creator: CLOUD, reporter: CISO, fields: { accountOwner: CEO } }) },
    ],
  ])('refuses with %s', (code, facts) => {
    expect(routed.refusals(gateFacts(facts))).toMatchObject([{ code }]);
  });

  it('asks for the service when the ticket names none', () => {
    const ticket = aTicket({ fields: { cloudService: null } });
    expect(routed.refusals(gateFacts({ ticket }))).toEqual([
      { code: 'FIELD_MISSING', fields: ['cloudService'] },
    ]);
    expect(
      routed.refusals(gateFacts({ ticket, screen: { fields: { cloudService: 'AWS' }, appFields: [] } })),
    ).toEqual([]);
  });

  it('looks where the ticket says another domain is responsible', () => {
    const ticket = aTicket({ fields: { responsibilityDomain: 'Governance' } });
    expect(routed.refusals(gateFacts({ ticket }))).toEqual([
      { code: 'NO_RESPONSIBILITY', domain: 'Governance', activity: '', service: 'AWS' },
    ]);
    const rows = [aResponsibility({ domain: 'Governance', activity: '' })];
    expect(routed.refusals(gateFacts({ ticket, allocation: anAllocation({ rows }) }))).toEqual([]);
  });
});

describe('route current', () => {
  const approving = (overrides: Parameters<typeof gateFacts>[0]) =>
    routeCurrent.refusals(gateFacts({ transition: 'Approve', ...overrides }));

  it('lets a ticket pass that stands as the matrix says now', () => {
    expect(approving({})).toEqual([]);
  });

  it.each([
    ['the holder has changed', anAllocation({ accounts: everybodyBut(CLOUD) }), CISO],
    ['the matrix has a new version', anAllocation({ matrix: { number: 2, contentHash: 'h2' } }), CLOUD],
    ['the role has another name', anAllocation({ roles: [] }), CLOUD],
    ['someone else performs', anAllocation({ rows: [aResponsibility({ responsible: [] })] }), CLOUD],
  ])('refuses when %s since it was routed', (_, allocation, now) => {
    expect(approving({ allocation })).toEqual([{ code: 'ROUTE_STALE', was: CLOUD, now }]);
  });

  it('refuses a ticket that was never routed', () => {
    expect(approving({ ticket: aTicket() })).toEqual([{ code: 'ROUTE_STALE', was: null, now: CLOUD }]);
  });

  it('refuses the accountable person the screen makes a beneficiary', () => {
    const screen = { fields: { accountOwner: CLOUD }, appFields: [] };
    expect(approving({ screen })).toEqual([{ code: 'ROUTE_STALE', was: CLOUD, now: CISO }]);
  });

  it('leaves a ticket that has no route to the gate that says so', () => {
    expect(approving({ allocation: anAllocation({ matrix: null }) })).toEqual([]);
  });
});

describe('app fields intact', () => {
  const approving = (overrides: Parameters<typeof gateFacts>[0]) =>
    appFieldsIntact.refusals(gateFacts({ transition: 'Approve', ...overrides }));

  it('lets a ticket pass that holds what the app wrote', () => {
    expect(approving({})).toEqual([]);
  });

  it('lets a new ticket pass before the app has written anything', () => {
    expect(appFieldsIntact.refusals(gateFacts({ lastRouted: null }))).toEqual([]);
    expect(appFieldsIntact.refusals(gateFacts({ lastRouted: NOT_ROUTED }))).toEqual([]);
  });

  it.each(APP_FIELD_NAMES)('refuses a transition that carries %s', field => {
    const screen = { fields: {}, appFields: [field] };
    expect(approving({ screen })).toEqual([{ code: 'APP_FIELD_FORGED', fields: [field] }]);
  });

  it.each(ROUTE_FIELDS)('refuses a ticket in which someone else wrote %s', field => {
    const { ticket, decisions } = aSubmittedTicket({ appFields: { [field]: STRANGER } });
    expect(approving({ ticket, decisions })).toEqual([{ code: 'APP_FIELD_FORGED', fields: [field] }]);
  });

  it.each(ROUTE_FIELDS)('refuses a new ticket in which someone wrote %s before the app did', field => {
    const ticket = aTicket({ appFields: { [field]: STRANGER } });
    expect(appFieldsIntact.refusals(gateFacts({ ticket, lastRouted: null }))).toEqual([
      { code: 'APP_FIELD_FORGED', fields: [field] },
    ]);
  });

  it('lets a ticket pass that stands as it was routed while the matrix has moved on: that is staleness, not forgery', () => {
    const allocation = anAllocation({ accounts: everybodyBut(CLOUD) });
    expect(approving({ allocation })).toEqual([]);
    expect(routeCurrent.refusals(gateFacts({ transition: 'Approve', allocation }))).toHaveLength(1);
  });

  it('lets a ticket pass that holds what the app is about to record', () => {
    expect(approving({ lastRouted: NOT_ROUTED })).toEqual([]);
  });

  it('lets a ticket pass that has rightly no route any more', () => {
    const { ticket } = aSubmittedTicket({ appFields: NOT_ROUTED });
    expect(approving({ ticket, lastRouted: null, allocation: anAllocation({ matrix: null }) })).toEqual([]);
  });

  it('looks at the ticket as it stands, not as the screen will leave it', () => {
    const screen = { fields: { accountOwner: CLOUD }, appFields: [] };
    expect(approving({ screen, lastRouted: NOT_ROUTED })).toEqual([]);
  });

  it('lets no accountable person pass neither the matrix nor the app named', () => {
    const someone = fc.constantFrom(CLOUD, CISO, CEO, OWNER, STRANGER);
    fc.assert(
      fc.property(someone, someone, fc.boolean(), (stands, written, isHolderGone) => {
        const allocation = anAllocation({ accounts: everybodyBut(...(isHolderGone ? [CLOUD] : [])) });
        const ticket = aRoutedTicket({ appFields: { accountable: stands } });
        const lastRouted = { ...storedForm(aRoute()), accountable: written };
        const isKnown = stands === written || stands === (isHolderGone ? CISO : CLOUD);
        expect(approving({ ticket, allocation, lastRouted })).toHaveLength(isKnown ? 0 : 1);
      }),
    );
  });
});

describe('sameRoute', () => {
  it.each(ROUTE_FIELDS)('tells routes apart by %s', field => {
    const route = storedForm(aRoute());
    expect(sameRoute(route, { ...route })).toBe(true);
    expect(sameRoute(route, { ...route, [field]: 'something else' })).toBe(false);
  });

  it('is compared with what stands on the ticket: people, the role by name, and the row with its version', () => {
    expect(storedForm(aRoute({ matrixVersion: 3 }))).toEqual({
      accountable: CLOUD,
      performer: 'acc-app',
      accountableRole: 'Cloud Platform Owner',
      responsibility: 'assets-accounts @ v3',
    });
  });
});
