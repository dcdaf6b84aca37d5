import { describe, expect, it } from '@jest/globals';
import { ACCESS_REQUEST } from '../../../../src/domain/work-types/access-request/access-request';
import { CLOUD_ACCOUNT_REQUEST } from '../../../../src/domain/work-types/cloud-account-request/cloud-account-request';
import { RESPONSIBILITY_CHANGE } from '../../../../src/domain/work-types/responsibility-change/responsibility-change';
import { isFinal, transitionBetween } from '../../../../src/domain/work-type/work-type';

describe('the work type Responsibility change, as the public contract has it', () => {
  it('has its statuses', () => {
    expect(RESPONSIBILITY_CHANGE.statuses.map(({ name, assignTo }) => [name, assignTo])).toEqual([
      ['Draft', 'creator'],
      ['Awaiting approval', 'accountable'],
      ['Approved', undefined],
      ['Rejected', undefined],
      ['Withdrawn', undefined],
    ]);
    expect(RESPONSIBILITY_CHANGE.initialStatus).toBe('Draft');
  });

  it.each([
    ['Submit', 'Draft', 'Awaiting approval', 'creator', 'app fields intact, matrix sound, routed'],
    [
      'Approve',
      'Awaiting approval',
      'Approved',
      'accountable',
      'app fields intact, routed, route current, base current, frozen',
    ],
    ['Reject', 'Awaiting approval', 'Rejected', 'accountable', ''],
    ['Rework', 'Awaiting approval', 'Draft', 'accountable', ''],
    ['Withdraw', 'Draft', 'Withdrawn', 'creator or accountable', ''],
    ['Withdraw', 'Awaiting approval', 'Withdrawn', 'creator or accountable', ''],
  ])('has %s: %s → %s, by %s', (name, from, to, who, gates) => {
    const transition = transitionBetween(RESPONSIBILITY_CHANGE, from, to);
    expect(transition?.gates.map(gate => gate.name).join(', ')).toBe(gates);
    expect(transition).toMatchObject({ name, who });
  });

  it('has no other transitions', () => {
    expect(RESPONSIBILITY_CHANGE.transitions).toHaveLength(6);
  });

  it('is decided with the day it holds from, and never by a matrix', () => {
    expect(RESPONSIBILITY_CHANGE.decidingFields).toEqual(['effectiveDate']);
    expect(transitionBetween(RESPONSIBILITY_CHANGE, 'Draft', 'Awaiting approval')?.screenFields).toEqual([
      'effectiveDate',
    ]);
    expect(RESPONSIBILITY_CHANGE.responsibility.by).toBe('role');
  });
});

describe('isFinal', () => {
  it.each([
    [RESPONSIBILITY_CHANGE, 'Approved', true],
    [CLOUD_ACCOUNT_REQUEST, 'Approved', false],
    [CLOUD_ACCOUNT_REQUEST, 'Provisioned', true],
    [ACCESS_REQUEST, 'Granted', false],
    [ACCESS_REQUEST, 'Revoked', true],
    [RESPONSIBILITY_CHANGE, 'Draft', false],
  ])('$0.name that is $1', (workType, status, expected) => {
    expect(isFinal(workType, status)).toBe(expected);
  });
});
