import { beforeEach, describe, expect, it } from '@jest/globals';
import { compareRules } from '../../../../src/provisioning/application/compare-rules';
import { jiraWorkflowsInForce } from '../../../../src/provisioning/adapters/jira/workflows-in-force';
import type { RuleStanding, SeenRule } from '../../../../src/ports/workflow-rules';
import { runToEnd, type ProvisioningBench } from '../../application/provisioning-bench';
import { Administrator, type Document } from './administrator';
import { benchOn, enterLocalSite } from './local-site';

const WORKFLOW = 'Remit: Cloud account request';
const APPROVE = { from: 'Awaiting approval', to: 'Approved' };

let bench: ProvisioningBench;
let admin: Administrator;

beforeEach(async () => {
  const local = enterLocalSite();
  bench = benchOn();
  admin = new Administrator(local.jira);
  await runToEnd(bench);
});

const standing = (seen?: SeenRule, workflowsInForce = jiraWorkflowsInForce()) =>
  compareRules({ ...bench.deps, workflowsInForce }, 'Cloud account request', APPROVE, seen);

interface RuleDocument {
  parameters: { config: string };
}

/** Changes Approve, and tells what stands in its condition and its gate then. */
async function changed(change: (approve: Document) => Document): Promise<Document> {
  let found: Document = {};
  await admin.changeTransitions(WORKFLOW, transitions =>
    transitions.map(one => (one['name'] === 'Approve' ? (found = change(one)) : one)),
  );
  return found;
}
const conditionsOf = (approve: Document) =>
  (approve['conditions'] as { conditions: RuleDocument[] }).conditions;
const configOf = (rule: RuleDocument | undefined) =>
  JSON.parse(rule?.parameters.config ?? '{}') as Record<string, string>;

/** The same condition with another expression. */
const saying = (expression: (made: string) => string) => (approve: Document) => {
  const conditions = conditionsOf(approve).map(rule => {
    const config = configOf(rule);
    const edited = JSON.stringify({ ...config, expression: expression(config['expression'] ?? '') });
    return { ...rule, parameters: { ...rule.parameters, config: edited } };
  });
  return { ...approve, conditions: { ...(approve['conditions'] as object), conditions } };
};
const withParameter = (name: string, value: string) => (approve: Document) => ({
  ...approve,
  validators: (approve['validators'] as RuleDocument[]).map(rule => ({
    ...rule,
    parameters: { ...rule.parameters, [name]: value },
  })),
});

describe('the rules of a transition', () => {
  it('are as set up where nothing was changed, in force and as they are seen', async () => {
    const approve = await changed(one => one);
    const asSetUp = { condition: 'as set up', gates: 'as set up' };
    expect(await standing()).toEqual(asSetUp);
    const condition = configOf(conditionsOf(approve)[0]);
    const gate = configOf((approve['validators'] as RuleDocument[])[0]);
    expect(await standing({ kind: 'condition', config: condition })).toEqual(asSetUp);
    expect(await standing({ kind: 'gate', config: gate })).toEqual(asSetUp);
  });

  it.each<[string, (approve: Document) => Document, RuleStanding, RuleStanding]>([
    ['true, with the rest in a comment', saying(made => `true /* ${made} */`), 'changed', 'as set up'],
    ['a person more', saying(made => `${made} || user.accountId == "x"`), 'changed', 'as set up'],
    ['a blank more', saying(made => `${made} `), 'changed', 'as set up'],
    ['no condition', ({ conditions: _, ...one }) => one, 'changed', 'as set up'],
    ['no gate', one => ({ ...one, validators: [] }), 'as set up', 'changed'],
    ['a gate that is switched off', withParameter('disabled', 'true'), 'as set up', 'changed'],
    [
      'the gate of another transition',
      withParameter(
        'config',
        JSON.stringify({ workType: 'Cloud account request', transition: 'Submit', from: 'a', to: 'b' }),
      ),
      'as set up',
      'changed',
    ],
  ])('are told apart: %s', async (_, change, condition, gates) => {
    await changed(change);
    expect(await standing()).toEqual({ condition, gates });
  });

  it('are changed where they are seen so, in a draft that is not in force', async () => {
    const approve = await changed(one => one);
    const config = { ...configOf(conditionsOf(approve)[0]), expression: 'true' };
    expect(await standing({ kind: 'condition', config })).toEqual({
      condition: 'changed',
      gates: 'as set up',
    });
  });

  it('are unknown where Jira does not let Remit read them, or before set-up', async () => {
    const refusing = { read: () => Promise.resolve({ refused: 'It was refused with 403.' }) };
    const unknown = { condition: 'unknown', gates: 'unknown' };
    expect(await standing(undefined, refusing)).toEqual(unknown);
    await bench.deps.stateStore.write({ ...(await bench.deps.stateStore.read()), statuses: {} });
    expect(await standing()).toEqual(unknown);
  });
});
