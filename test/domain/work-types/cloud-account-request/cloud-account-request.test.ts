import { describe, expect, it } from '@jest/globals';
import { CLOUD_ACCOUNT_REQUEST } from '../../../../src/domain/work-types/cloud-account-request/cloud-account-request';
import { DOMAINS } from '../../../../src/domain/responsibility/domains';
import { PEOPLE_FIELDS } from '../../../../src/domain/work-type/fields';
import { transitionBetween } from '../../../../src/domain/work-type/work-type';

describe('the work type Cloud account request, as the public contract has it', () => {
  it('has its statuses', () => {
    expect(CLOUD_ACCOUNT_REQUEST.statuses.map(({ name, category }) => `${name}: ${category}`)).toEqual([
      'Requested: to do',
      'Awaiting approval: in progress',
      'Approved: in progress',
      'Provisioned: done',
      'Rejected: done',
      'Withdrawn: done',
    ]);
    expect(CLOUD_ACCOUNT_REQUEST.initialStatus).toBe('Requested');
  });

  it.each([
    ['Submit', 'Requested', 'Awaiting approval', 'editor'],
    ['Approve', 'Awaiting approval', 'Approved', 'accountable'],
    ['Reject', 'Awaiting approval', 'Rejected', 'accountable'],
    ['Rework', 'Awaiting approval', 'Requested', 'accountable'],
    ['Rework', 'Approved', 'Requested', 'creator or accountable'],
    ['Provision', 'Approved', 'Provisioned', 'accountable or performer'],
    ['Withdraw', 'Requested', 'Withdrawn', 'creator or accountable'],
    ['Withdraw', 'Awaiting approval', 'Withdrawn', 'creator or accountable'],
    ['Withdraw', 'Approved', 'Withdrawn', 'creator or accountable'],
  ])('has %s: %s → %s, by %s', (name, from, to, who) => {
    expect(transitionBetween(CLOUD_ACCOUNT_REQUEST, from, to)).toMatchObject({ name, who });
  });

  it('has no other transitions', () => {
    expect(CLOUD_ACCOUNT_REQUEST.transitions).toHaveLength(9);
  });

  it.each([
    ['Submit', ['app fields intact', 'complete', 'owner named', 'routed']],
    ['Approve', ['app fields intact', 'routed', 'route current', 'frozen']],
    ['Provision', ['app fields intact', 'approved', 'frozen', 'account recorded']],
    ['Reject', []],
    ['Rework', []],
    ['Withdraw', []],
  ])('has %s decided by its gates', (name, gates) => {
    const called = CLOUD_ACCOUNT_REQUEST.transitions.filter(one => one.name === name);
    expect(called.length).toBeGreaterThan(0);
    for (const one of called) expect(one.gates.map(gate => gate.name)).toEqual(gates);
  });

  it('asks on Submit for what the register needs, and freezes all of it', () => {
    const submit = transitionBetween(CLOUD_ACCOUNT_REQUEST, 'Requested', 'Awaiting approval');
    const named = submit?.screenFields.map(field => PEOPLE_FIELDS[field].name);
    expect(named).toEqual([
      'Cloud service',
      'Environment',
      'Data classification',
      'Account owner',
      'Security contact',
      'Billing owner',
    ]);
    for (const field of submit?.screenFields ?? [])
      expect(CLOUD_ACCOUNT_REQUEST.decidingFields).toContain(field);
    expect(CLOUD_ACCOUNT_REQUEST.decidingFields).toContain('responsibilityDomain');
    const provision = transitionBetween(CLOUD_ACCOUNT_REQUEST, 'Approved', 'Provisioned');
    expect(provision?.screenFields).toEqual(['accountId']);
    expect(CLOUD_ACCOUNT_REQUEST.decidingFields).not.toContain('accountId');
  });

  it('has its owner as beneficiary, and its responsibility in a domain of ours', () => {
    expect(CLOUD_ACCOUNT_REQUEST.beneficiaryFields).toEqual(['accountOwner']);
    const { responsibility } = CLOUD_ACCOUNT_REQUEST;
    expect(responsibility).toMatchObject({ by: 'matrix', activity: 'Cloud account provisioning' });
    expect(DOMAINS).toContain(responsibility.by === 'matrix' ? responsibility.domain : undefined);
  });

  it('has one transition at most between two statuses, so that a change of status names it', () => {
    const pairs = CLOUD_ACCOUNT_REQUEST.transitions.map(({ from, to }) => `${from}>${to}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  });
});
