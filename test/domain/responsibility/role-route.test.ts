import { describe, expect, it } from '@jest/globals';
import { routeToRole } from '../../../src/domain/responsibility/role-route';
import { MATRIX_APPROVER_ROLE } from '../../../src/domain/responsibility/role';
import { routedComment, routeReason } from '../../../src/domain/routing/route-words';
import { storedForm } from '../../../src/domain/routing/stored-route';
import { routeOf, ticketResponsibility } from '../../../src/domain/routing/ticket-route';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings/settings';
import { storyOf } from '../../../src/domain/ticket/story';
import { NO_CHANGES } from '../../../src/domain/ticket/ticket';
import { RESPONSIBILITY_CHANGE } from '../../../src/domain/work-types/responsibility-change/responsibility-change';
import {
  aDeputy,
  aHolder,
  CEO,
  CISO,
  CLOUD,
  everybodyBut,
  HOLDERS,
  nameOf,
  NOW,
  SECOPS,
} from '../../support/builders/company';
import { anAllocation } from '../../support/builders/matrix';
import { aMatrixSubject } from '../../support/builders/matrix-change';
import { aTicket } from '../../support/builders/ticket';

const deputy = aDeputy({ role: MATRIX_APPROVER_ROLE, accountId: SECOPS });
const holders = [...HOLDERS, deputy];
const route = (excluded: string[] = [], overrides: Parameters<typeof anAllocation>[0] = {}) => {
  const allocation = anAllocation({ holders, ...overrides });
  const asked = { role: allocation.matrixApproverRole, matter: 'Approval of a matrix', step: 1 };
  return routeToRole({ ...asked, at: NOW, excluded: new Set(excluded) }, allocation);
};

describe('routeToRole', () => {
  it('names the holder from the register, though there is no matrix', () => {
    expect(route([], { matrix: null, rows: [] })).toEqual({
      ok: true,
      value: {
        by: 'role',
        matter: 'Approval of a matrix',
        step: 1,
        role: MATRIX_APPROVER_ROLE,
        roleName: 'Executive Owner',
        accountable: CEO,
        decidedBy: 'holder',
        passedOver: [],
        performer: CEO,
      },
    });
  });

  it('goes to the deputy when the holder wrote it, or has left', () => {
    expect(route([CEO])).toMatchObject({
      value: { accountable: SECOPS, performer: SECOPS, decidedBy: 'deputy', passedOver: [CEO] },
    });
    expect(route([], { accounts: everybodyBut(CEO) })).toMatchObject({
      value: { accountable: SECOPS, passedOver: [] },
    });
  });

  it('passes a person over once who is holder and deputy', () => {
    const twice = [...holders, aDeputy({ role: MATRIX_APPROVER_ROLE, accountId: CEO })];
    expect(route([CEO], { holders: twice })).toMatchObject({ value: { passedOver: [CEO] } });
  });

  it('goes to the role that the company chose', () => {
    expect(route([], { matrixApproverRole: 'ciso' })).toMatchObject({
      value: { accountable: CISO, roleName: 'CISO' },
    });
  });

  it('refuses when no one holds the role, and when everyone who does is involved', () => {
    expect(route([], { holders: [aHolder()] })).toEqual({
      ok: false,
      refusal: {
        code: 'ROLE_VACANT',
        role: MATRIX_APPROVER_ROLE,
        roleName: 'Executive Owner',
        responsibility: '',
      },
    });
    expect(route([CEO, SECOPS])).toEqual({
      ok: false,
      refusal: {
        code: 'NO_INDEPENDENT_APPROVER',
        role: MATRIX_APPROVER_ROLE,
        roleName: 'Executive Owner',
        excluded: [CEO, SECOPS],
      },
    });
  });

  it('calls a role that its register does not have by its key', () => {
    expect(route([], { roles: [] })).toMatchObject({ value: { roleName: MATRIX_APPROVER_ROLE } });
  });
});

describe('a ticket that changes the matrix', () => {
  const change = aTicket({
    workType: RESPONSIBILITY_CHANGE.name,
    status: 'Draft',
    creator: CLOUD,
    reporter: null,
    fields: { accountOwner: null },
  });
  const routeFor = (ticket: typeof change, authors: readonly string[] = []) =>
    routeOf(storyOf(ticket, RESPONSIBILITY_CHANGE, [], authors), NO_CHANGES, {
      allocation: anAllocation({ holders }),
      subject: { ...aMatrixSubject(), authors },
      settings: DEFAULT_SETTINGS,
      at: NOW,
    });

  it('is a matter of governance, and asks no matrix', () => {
    expect(ticketResponsibility(change, RESPONSIBILITY_CHANGE)).toEqual({
      domain: 'Governance',
      activity: '',
      service: 'AWS',
    });
  });

  it('goes to the approver, and to the deputy when the approver is among its authors', () => {
    expect(routeFor(change)).toMatchObject({ value: { accountable: CEO } });
    expect(routeFor(change, [CISO, CEO])).toMatchObject({
      value: { accountable: SECOPS, passedOver: [CEO] },
    });
  });

  it('has no row to show, and is told without a matrix', () => {
    const found = routeFor(change);
    if (!found.ok) throw new Error('The change has no route.');
    expect(storedForm(found.value)).toEqual({
      accountable: CEO,
      performer: CEO,
      accountableRole: 'Executive Owner',
      responsibility: null,
    });
    const words = 'accountable for Approval of the responsibility matrix.';
    expect(routeReason(found.value, nameOf)).toBe(`The Executive Owner is ${words}`);
    expect(routedComment(found.value, null, nameOf)).toContainEqual({
      strong: 'Approval of the responsibility matrix',
    });
    expect(routedComment(found.value, null, nameOf)).toContainEqual('.');
  });
});
