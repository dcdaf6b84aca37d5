import { describe, expect, it } from '@jest/globals';
import { ACCESS_REQUEST } from '../../../../src/domain/work-types/access-request/access-request';
import { CLOUD_ACCOUNT_REQUEST } from '../../../../src/domain/work-types/cloud-account-request/cloud-account-request';
import { PEOPLE_FIELDS } from '../../../../src/domain/work-type/fields';
import {
  keepsFromBeneficiary,
  transitionBetween,
  transitionFrom,
} from '../../../../src/domain/work-type/work-type';

describe('the work type Access request, as the public contract has it', () => {
  it('has its statuses, and is not done while access is granted', () => {
    expect(ACCESS_REQUEST.statuses.map(({ name, category }) => `${name}: ${category}`)).toEqual([
      'Requested: to do',
      'Awaiting approval: in progress',
      'Approved: in progress',
      'Granted: in progress',
      'Revoked: done',
      'Rejected: done',
      'Withdrawn: done',
    ]);
    expect(ACCESS_REQUEST.initialStatus).toBe('Requested');
  });

  it.each([
    [
      'Submit',
      'Requested',
      'Awaiting approval',
      'editor',
      'app fields intact, complete, ends in time, routed',
    ],
    [
      'Approve',
      'Awaiting approval',
      'Approved',
      'accountable',
      'app fields intact, routed, route current, frozen',
    ],
    ['Reject', 'Awaiting approval', 'Rejected', 'accountable', ''],
    ['Rework', 'Awaiting approval', 'Requested', 'accountable', ''],
    ['Rework', 'Approved', 'Requested', 'creator or accountable', ''],
    [
      'Grant',
      'Approved',
      'Granted',
      'accountable or performer, never the beneficiary',
      'app fields intact, approved, frozen, not over',
    ],
    ['Revoke', 'Granted', 'Revoked', 'accountable or performer', ''],
    ['Withdraw', 'Requested', 'Withdrawn', 'creator or accountable', ''],
    ['Withdraw', 'Awaiting approval', 'Withdrawn', 'creator or accountable', ''],
    ['Withdraw', 'Approved', 'Withdrawn', 'creator or accountable', ''],
  ])('has %s: %s → %s, by %s', (name, from, to, who, gates) => {
    const transition = transitionBetween(ACCESS_REQUEST, from, to);
    expect(transition?.gates.map(gate => gate.name).join(', ')).toBe(gates);
    expect(transition).toMatchObject({ name, who });
  });

  it('has no other transitions', () => {
    expect(ACCESS_REQUEST.transitions).toHaveLength(10);
  });

  it('asks on Submit for who, what and until when, and freezes all of it', () => {
    const submit = transitionFrom(ACCESS_REQUEST, 'Requested', 'submit');
    expect(submit?.screenFields.map(field => PEOPLE_FIELDS[field].name)).toEqual([
      'Cloud service',
      'Beneficiary',
      'Entitlement',
      'Privileged',
      'Access until',
    ]);
    for (const field of submit?.screenFields ?? []) expect(ACCESS_REQUEST.decidingFields).toContain(field);
    expect(ACCESS_REQUEST.decidingFields).toContain('responsibilityDomain');
  });

  it('keeps its beneficiary from deciding and from carrying out', () => {
    expect(ACCESS_REQUEST.beneficiaryFields).toEqual(['beneficiary']);
    expect(keepsFromBeneficiary(ACCESS_REQUEST)).toBe(true);
    expect(keepsFromBeneficiary(CLOUD_ACCOUNT_REQUEST)).toBe(false);
  });

  it('is the responsibility of identity and access management', () => {
    expect(ACCESS_REQUEST.responsibility).toMatchObject({
      domain: 'Identity and access management',
      activity: 'Access approval',
    });
  });
});
