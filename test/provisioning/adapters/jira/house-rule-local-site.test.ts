import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Resolution } from '../../../../sandbox/jira/admin/priorities.ts';
import { checkDrift } from '../../../../src/provisioning/application/check-drift';
import { planSetUp } from '../../../../src/provisioning/application/plan-set-up';
import { jiraPermissionsInForce } from '../../../../src/provisioning/adapters/jira/permissions-in-force';
import { jiraWorkflowsInForce } from '../../../../src/provisioning/adapters/jira/workflows-in-force';
import { configurationDrifted } from '../../../../src/domain/evidence/configuration-evidence';
import { houseRule } from '../../../support/builders/house-rule';
import { runToEnd, ProvisioningBench } from '../../application/provisioning-bench';
import { Administrator, type Document } from './administrator';
import { benchOn, enterLocalSite, isWrite, type LocalSite } from './local-site';
import { TicketOffice } from './ticket-office';

const WORKFLOW = 'Remit: House rule';
const [CREATOR, APPROVER] = ['account-creator', 'account-approver'];

let local: LocalSite;
let bench: ProvisioningBench;
let office: TicketOffice;

beforeEach(async () => {
  local = enterLocalSite();
  bench = benchOn(new ProvisioningBench([houseRule()]));
  await runToEnd(bench);
  office = new TicketOffice(local.jira, await bench.deps.stateStore.read(), [CREATOR, APPROVER]);
});

const repairs = async () => {
  const plan = await planSetUp(bench.deps);
  if (!plan.ok) throw new Error(plan.refusal.code);
  return plan.value.steps.flatMap(({ changes }) => changes);
};

const change = (name: string, by: (transition: Document) => Document) =>
  new Administrator(local.jira).changeTransitions(WORKFLOW, transitions =>
    transitions.map(one => (one['name'] === name ? by(one) : one)),
  );

describe('a transition that Remit alone makes, as set-up made it', () => {
  it('is neither seen nor made by people, the person who they are', async () => {
    const key = await office.create(CREATOR, 'House rule');
    for (const person of [CREATOR, APPROVER, 'account-admin']) {
      expect(await office.offered(person, key)).not.toContain('Lapse');
      expect(await office.move(person, key, 'Lapse')).toMatchObject({ status: 400 });
    }
    expect(await office.seen(key, 'status')).toMatchObject({ status: { name: 'Draft' } });
  });

  it('is seen and made by the app', async () => {
    const key = await office.create(CREATOR, 'House rule');
    expect(await office.offered('the app', key)).toContain('Lapse');
    expect(await office.move('the app', key, 'Lapse')).toMatchObject({ status: 204 });
    expect(await office.seen(key, 'status')).toMatchObject({ status: { name: 'Lapsed' } });
  });
});

describe('a field that a transition requires', () => {
  async function approved(): Promise<string> {
    const key = await office.create(CREATOR, 'House rule');
    await office.writeAppField(key, 'accountable', APPROVER);
    await office.made(CREATOR, key, 'Submit');
    await office.made(APPROVER, key, 'Approve');
    await office.made(APPROVER, key, 'Approve');
    return key;
  }

  it('is demanded by Jira, which says what to fill in', async () => {
    const key = await approved();
    expect(await office.move(APPROVER, key, 'Post')).toMatchObject({
      status: 400,
      body: { errorMessages: ['Fill in Effective date.'] },
    });
    expect(await office.seen(key, 'status,resolution')).toEqual({
      status: expect.objectContaining({ name: 'Approved' }),
      resolution: null,
    });
  });

  it('lets the ticket on when it is filled in on the screen', async () => {
    const key = await approved();
    await office.made(APPROVER, key, 'Post', { effectiveDate: '2027-01-01' });
    expect(await office.seen(key, 'status,resolution')).toMatchObject({
      status: { name: 'Posted' },
      resolution: { name: 'Done' },
    });
  });
});

describe('the resolution of a ticket', () => {
  it('comes with the end, and goes when the ticket goes on', async () => {
    const key = await office.create(CREATOR, 'House rule');
    await office.made('the app', key, 'Lapse');
    expect(await office.seen(key, 'resolution')).toMatchObject({ resolution: { name: "Won't Do" } });
    await office.made(CREATOR, key, 'Reopen');
    expect(await office.seen(key, 'resolution')).toEqual({ resolution: null });
  });

  it('is created where a site has not got it', async () => {
    local = enterLocalSite();
    const resolutions = local.jira.context.store.collection<Resolution>('resolution');
    for (const { id } of resolutions.all()) resolutions.remove(id);
    bench = benchOn(new ProvisioningBench([houseRule()]));
    await runToEnd(bench);
    const names = resolutions.all().map(({ name }) => name);
    expect(names.sort()).toEqual(['Done', "Won't Do"]);
    expect(await repairs()).toEqual([]);
  });
});

describe('set-up of such a work type', () => {
  it('writes nothing when it is run again', async () => {
    const before = local.calls.length;
    await runToEnd(bench);
    expect(local.calls.slice(before).filter(({ request }) => isWrite(request))).toEqual([]);
    expect(await repairs()).toEqual([]);
  });

  it.each<[what: string, drift: () => Promise<unknown>, repair: string]>([
    [
      'the condition of the app removed',
      () => change('Lapse', ({ conditions: _, ...one }) => one),
      'Lapse: who can use it',
    ],
    [
      'the demand of a field removed',
      () => change('Post', one => ({ ...one, validators: (one['validators'] as Document[]).slice(1) })),
      'Post: gates',
    ],
    [
      'another resolution set',
      () => change('Post', one => ({ ...one, actions: [sets('resolution', '10001')] })),
      'Post: what it sets',
    ],
    [
      'a resolution not cleared',
      () => change('Reopen', one => ({ ...one, actions: [] })),
      'Reopen: what it sets',
    ],
  ])('finds and repairs what was changed by hand: %s', async (_, drift, repair) => {
    await drift();
    const found = [`Restore the workflow ${WORKFLOW} (${repair})`];
    await checkDrift({
      ...bench.deps,
      workflowsInForce: jiraWorkflowsInForce(),
      permissionsInForce: jiraPermissionsInForce(),
    });
    const onRecord = [...bench.entries.values()].flatMap(
      entry => configurationDrifted.read(entry)?.facts.drift.map(one => one.repair) ?? [],
    );
    expect(onRecord).toEqual(found);
    expect(await repairs()).toEqual(found);
    await runToEnd(bench);
    expect(await repairs()).toEqual([]);
  });

  it('leaves a post function of someone else’s beside its own', async () => {
    await change('Post', one => ({
      ...one,
      actions: [...(one['actions'] as Document[]), sets('assignee', '')],
      validators: [],
    }));
    await runToEnd(bench);
    const [workflow] = local.jira.context.records.workflows.filter(({ name }) => name === WORKFLOW);
    const post = workflow?.transitions.find(({ name }) => name === 'Post');
    expect(post?.actions.map(({ parameters }) => parameters['field']).sort()).toEqual([
      'assignee',
      'resolution',
    ]);
  });
});

function sets(field: string, value: string): Document {
  const id = '6f1c9a50-1111-4a4a-9a9a-000000000009';
  return { id, ruleKey: 'system:update-field', parameters: { field, value, mode: 'replace' } };
}
