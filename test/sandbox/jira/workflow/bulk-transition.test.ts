import { describe, expect, it } from '@jest/globals';
import { all, forgeRule, governanceSite, PLACE, STATUS, TRANSITION } from '../issues/governance-site.ts';

describe('moving many work items at once', () => {
  it('goes through the conditions of each, and tells what was not moved', async () => {
    const gov = governanceSite({
      conditions: [{ key: 'who-may', name: 'Who may', expression: "user.accountId == 'approver'" }],
      transitions: ({ approve }) => {
        approve.conditions = all(forgeRule('condition', 'who-may'));
      },
    });
    const keys = [await gov.create(), await gov.create()];
    await gov.move('engineer', 'GOV-1', TRANSITION.submit);
    const moveAll = async (who: 'engineer' | 'approver') => {
      const inputs = [{ selectedIssueIdsOrKeys: [...keys, 'GOV-9'], transitionId: TRANSITION.approve }];
      const { taskId } = await gov.ok<{ taskId: string }>(who, 'POST', 'bulk/issues/transition', {
        bulkTransitionInputs: inputs,
      });
      await gov.site.idle();
      return gov.ok(who, 'GET', `bulk/queue/${taskId}`);
    };
    const forEngineer = await moveAll('engineer');
    expect(forEngineer).toMatchObject({
      status: 'COMPLETE',
      processedAccessibleIssues: [],
      invalidOrInaccessibleIssueCount: 1,
    });
    expect(Object.keys(forEngineer['failedAccessibleIssues'] as object)).toHaveLength(2);
    expect(gov.statusOf('GOV-1')).toBe(STATUS.awaiting);
    const forApprover = await moveAll('approver');
    expect(forApprover['processedAccessibleIssues']).toHaveLength(1);
    expect([gov.statusOf('GOV-1'), gov.statusOf('GOV-2')]).toEqual([STATUS.approved, STATUS.requested]);
  });
});

describe('creating many work items at once', () => {
  it('creates those that can be, and says of the others why not', async () => {
    const gov = governanceSite();
    const update = (fields: Record<string, unknown>) => ({ fields: { ...PLACE, ...fields } });
    const forged = { summary: 'x', [gov.appFields.accountable]: { accountId: 'engineer' } };
    const issueUpdates = [update({ summary: 'One' }), update(forged), update({ summary: 'Three' })];
    expect(await gov.call('engineer', 'POST', 'issue/bulk', { issueUpdates })).toMatchObject({
      status: 201,
      body: {
        issues: [{ key: 'GOV-1' }, { key: 'GOV-2' }],
        errors: [{ status: 400, failedElementNumber: 1 }],
      },
    });
    expect(
      (await gov.refused('engineer', 'POST', 'issue/bulk', { issueUpdates: [update(forged)] })).status,
    ).toBe(400);
  });
});
