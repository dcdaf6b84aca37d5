import { describe, expect, it } from '@jest/globals';
import { planSetUp } from '../../../src/provisioning/application/plan-set-up';
import { WORK_TYPES } from '../../../src/domain/work-types/work-types';
import { houseRule } from '../../support/builders/house-rule';
import { runToEnd, ProvisioningBench } from './provisioning-bench';

describe('set-up of a work type that no release has, beside those that it has', () => {
  it('makes a workflow in which each of two transitions of one name has rules of its own', async () => {
    const bench = new ProvisioningBench([...WORK_TYPES, houseRule()]);
    await runToEnd(bench);
    const workflow = bench.jira.state.workflows.find(({ name }) => name === 'Remit: House rule');
    const approvals = workflow?.transitions.filter(({ name }) => name === 'Approve') ?? [];
    const places = approvals.map(({ conditions, validators }) => [...conditions, ...validators]);
    expect(places).toMatchObject([
      [{ config: { from: 'In review', to: 'To be approved' } }, { config: { from: 'In review' } }],
      [{ config: { from: 'To be approved', to: 'Approved' } }, { config: { from: 'To be approved' } }],
    ]);
    const ids = workflow?.transitions.map(({ id }) => id) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
    expect(await planSetUp(bench.deps)).toMatchObject({ ok: true, value: { complete: true } });
  });

  it('names the account that the app has, also when that is another after it was installed again', async () => {
    const bench = new ProvisioningBench([houseRule()]);
    await runToEnd(bench);
    bench.jira.appAccount = '712020:another';
    const plan = await planSetUp(bench.deps);
    expect(plan.ok && plan.value.steps.flatMap(({ changes }) => changes)).toEqual([
      'Restore the workflow Remit: House rule (Lapse: who can use it)',
    ]);
    await runToEnd(bench);
    const [workflow] = bench.jira.state.workflows;
    const lapse = workflow?.transitions.find(({ name }) => name === 'Lapse');
    expect(JSON.stringify(lapse?.conditions)).toContain('712020:another');
  });

  it('is an upgrade of a site that had none', async () => {
    const bench = new ProvisioningBench(WORK_TYPES);
    await runToEnd(bench);
    const before = bench.jira.state.workflows.length;
    bench.upgrade([...WORK_TYPES, houseRule()]);
    await runToEnd(bench);
    expect(bench.jira.state.workflows).toHaveLength(before + 1);
    expect(bench.jira.state.workTypes.map(({ name }) => name)).toContain('House rule');
  });
});
