import { describe, expect, it } from '@jest/globals';
import { planSetUp, setUpStatus } from '../../../src/provisioning/application/plan-set-up';
import type { RoleHolder } from '../../../src/domain/responsibility/role';
import { toInstant } from '../../../src/domain/shared/instant';
import { CLOUD_ACCOUNT_REQUEST } from '../../../src/domain/work-types/cloud-account-request/cloud-account-request';
import { runToEnd, SetUpBench } from './set-up-bench';

function holds(accountId: string, role: string, more: Partial<RoleHolder> = {}): RoleHolder {
  return { accountId, role, capacity: 'holder', from: toInstant('2026-01-01T00:00:00Z'), to: null, ...more };
}

function registersOf(bench: SetUpBench): void {
  bench.roles = [
    { key: 'ciso', name: 'CISO', kind: 'internal', charter: '' },
    { key: 'iam-lead', name: 'IAM Lead', kind: 'internal', charter: '' },
  ];
  bench.holders = [
    holds('account-ciso', 'ciso'),
    holds('account-iam', 'iam-lead'),
    holds('account-ciso', 'iam-lead', { capacity: 'deputy' }),
    holds('account-former', 'iam-lead', { to: toInstant('2026-02-01T00:00:00Z') }),
    holds('account-next', 'iam-lead', { from: toInstant('2026-06-01T00:00:00Z') }),
  ];
}

async function siteSetUp(): Promise<SetUpBench> {
  const bench = new SetUpBench([CLOUD_ACCOUNT_REQUEST]);
  await runToEnd(bench);
  registersOf(bench);
  return bench;
}

async function peopleOf(bench: SetUpBench) {
  const [status, plan] = [await setUpStatus(bench.deps), await planSetUp(bench.deps)];
  if (!status.ok || !plan.ok) throw new Error('Refused.');
  expect(status.value.people).toEqual(plan.value.people);
  return plan.value.people;
}

describe('people who hold a role', () => {
  it('are not named while they can do what it asks', async () => {
    expect(await peopleOf(await siteSetUp())).toEqual([]);
  });

  it('are named with each role, and with what they lack', async () => {
    const bench = await siteSetUp();
    bench.jira.lacking = {
      'account-ciso': ['ASSIGNABLE_USER', 'TRANSITION_ISSUES'],
      'account-iam': ['BROWSE_PROJECTS'],
    };
    const ciso = ['Assignable User', 'Transition Issues'];
    expect(await peopleOf(bench)).toEqual([
      { person: 'Ciso', role: 'CISO', lacks: ciso },
      { person: 'Iam', role: 'IAM Lead', lacks: ['Browse Projects'] },
      { person: 'Ciso', role: 'IAM Lead', lacks: ciso },
    ]);
  });

  it('are not named for what they held once, or will hold', async () => {
    const bench = await siteSetUp();
    bench.jira.lacking = { 'account-former': ['BROWSE_PROJECTS'], 'account-next': ['BROWSE_PROJECTS'] };
    expect(await peopleOf(bench)).toEqual([]);
  });

  it('are not asked about before there is a space', async () => {
    const bench = new SetUpBench([CLOUD_ACCOUNT_REQUEST]);
    registersOf(bench);
    bench.jira.lacking = { 'account-ciso': ['BROWSE_PROJECTS'] };
    expect(await peopleOf(bench)).toEqual([]);
  });
});
