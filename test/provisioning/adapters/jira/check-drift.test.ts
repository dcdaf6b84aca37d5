import { beforeEach, describe, expect, it } from '@jest/globals';
import { checkDriftAfterRepair, checkDrift } from '../../../../src/provisioning/application/check-drift';
import { readStatus } from '../../../../src/provisioning/application/plan-set-up';
import type { SetUpStatus } from '../../../../src/contract/set-up';
import { jiraWorkflowsInForce } from '../../../../src/provisioning/adapters/jira/workflows-in-force';
import { jiraPermissionsInForce } from '../../../../src/provisioning/adapters/jira/permissions-in-force';
import type { WorkflowsInForce } from '../../../../src/provisioning/ports/workflows-in-force';
import { runToEnd, type ProvisioningBench } from '../../application/provisioning-bench';
import { memoryLedger } from '../../../support/fakes/memory-ledger';
import { configurationDrifted } from '../../../../src/domain/evidence/configuration-evidence';
import { plainRecorder } from '../../../support/fakes/plain-recorder';
import { noFaults } from '../../../support/fakes/faults';
import { Administrator, type Document } from './administrator';
import { benchOn, enterLocalSite, isWrite, type LocalSite } from './local-site';

const WORKFLOW = 'Remit: Cloud account request';

let local: LocalSite;
let bench: ProvisioningBench;
let admin: Administrator;
let ledger: ReturnType<typeof memoryLedger>;

beforeEach(async () => {
  local = enterLocalSite();
  bench = benchOn();
  admin = new Administrator(local.jira);
  ledger = memoryLedger(noFaults());
  await runToEnd(bench);
});

const deps = () => ({ ...bench.deps, permissionsInForce: jiraPermissionsInForce() });
const check = (workflowsInForce: WorkflowsInForce = jiraWorkflowsInForce()) =>
  checkDrift({ ...deps(), workflowsInForce, ledger, recorder: plainRecorder(ledger) });
const onRecord = () =>
  ledger.entries('configuration').map(entry => ({
    kind: entry.kind,
    repairs: (configurationDrifted.read(entry)?.facts.drift ?? []).map(({ repair }) => repair),
  }));
const change = (name: string, by: (transition: Document) => Document) =>
  admin.changeTransitions(WORKFLOW, transitions =>
    transitions.map(one => (one['name'] === name ? by(one) : one)),
  );
const addWay = (type: string) =>
  admin.changeTransitions(WORKFLOW, transitions => {
    const approve = transitions.find(({ name }) => name === 'Approve');
    const { conditions: _, ...bare } = approve ?? {};
    const links = type === 'GLOBAL' ? { links: [] } : {};
    return [...transitions, { ...bare, ...links, type, id: '901', name: 'Wave through', validators: [] }];
  });
const withoutGate = () => change('Approve', one => ({ ...one, validators: [] }));
const withoutCondition = () => change('Approve', ({ conditions: _, ...one }) => one);
const REPAIR = 'Restore the workflow Remit: Cloud account request';

describe('the hourly check of the set-up', () => {
  it('asks Jira what Remit and people may do and what workflows are in force, and has nothing to tell where nothing was changed', async () => {
    const projectId = await admin.spaceId();
    const from = local.calls.length;
    await check();
    expect(local.calls.slice(from).map(({ request }) => request.path)).toEqual([
      '/rest/api/3/myself',
      '/rest/api/3/permissions/check',
      `/rest/api/3/project/${projectId}/permissionscheme?expand=permissions`,
      '/rest/api/3/role',
      '/rest/api/3/workflows',
    ]);
    expect(local.calls.slice(from).filter(({ request }) => request.identity.kind !== 'app')).toEqual([]);
    expect(onRecord()).toEqual([]);
  });

  it.each<[what: string, drift: () => Promise<unknown>, named: string]>([
    ['a gate that was removed', withoutGate, 'Approve'],
    [
      'a gate that was switched off',
      () =>
        change('Provision', one => ({
          ...one,
          validators: (one['validators'] as { parameters: object }[]).map(rule => ({
            ...rule,
            parameters: { ...rule.parameters, disabled: 'true' },
          })),
        })),
      'Provision',
    ],
    ['a condition that was removed', withoutCondition, 'Approve'],
    [
      'a status whose lock was taken off',
      () => admin.changeStatuses(WORKFLOW, { Approved: () => ({}) }),
      'who can edit in Approved',
    ],
    ['a transition that was added', () => addWay('DIRECTED'), 'Wave through'],
    ['a transition from everywhere that was added', () => addWay('GLOBAL'), 'Wave through'],
  ])('puts on record %s, with the rules that were found', async (_, drift, named) => {
    await drift();
    const before = local.calls.filter(({ request }) => isWrite(request)).length;
    await check();
    await check();
    expect(onRecord()).toEqual([
      { kind: 'configuration-drifted', repairs: [expect.stringContaining(named)] },
    ]);
    expect(onRecord()[0]?.repairs[0]?.startsWith(REPAIR)).toBe(true);
    expect(ledger.entries('configuration')).toMatchObject([
      { actor: null, facts: { drift: [{ found: { name: WORKFLOW, transitions: expect.any(Array) } }] } },
    ]);
    expect(local.calls.filter(({ request }) => isWrite(request))).toHaveLength(before);
  });

  it.each<[what: string, drift: () => Promise<unknown>, repair: string]>([
    [
      'that everyone may edit',
      () =>
        admin.grant('Remit: permissions', {
          permission: 'EDIT_ISSUES',
          holder: { type: 'applicationRole' },
        }),
      'Take EDIT_ISSUES away from anyone signed in',
    ],
    [
      'that the space has other permissions',
      () => admin.send('PUT', 'project/GOV/permissionscheme', { id: 0 }),
      'Assign Remit’s permission scheme to its space again',
    ],
  ])('puts on record %s, and that it was repaired', async (_, drift, repair) => {
    await drift();
    await check();
    await check();
    expect(onRecord()).toEqual([{ kind: 'configuration-drifted', repairs: [repair] }]);
    await runToEnd(bench);
    await check();
    expect(onRecord().at(-1)).toEqual({ kind: 'configuration-restored', repairs: [] });
  });

  it('leaves alone what an administrator grants besides, and puts on record that it can’t read permissions', async () => {
    const holder = { type: 'group', value: 'jira-administrators' };
    await admin.grant('Remit: permissions', { permission: 'MOVE_ISSUES', holder });
    await check();
    expect(onRecord()).toEqual([]);
    const permissionsInForce = { read: () => Promise.resolve({ refused: 'It was refused with 403.' }) };
    await checkDrift({
      ...deps(),
      workflowsInForce: jiraWorkflowsInForce(),
      permissionsInForce,
      ledger,
      recorder: plainRecorder(ledger),
    });
    expect(onRecord()[0]?.repairs).toEqual([expect.stringContaining('It was refused with 403.')]);
  });

  it('puts on record that the work types follow other workflows', async () => {
    const projectId = await admin.spaceId();
    await admin.send('PUT', 'workflowscheme/project', { projectId, workflowSchemeId: '10000' });
    await check();
    expect(onRecord()[0]?.repairs).toEqual(
      bench.deps.workTypes.map(({ name }) => `Assign Remit’s workflow to the work type ${name} again`),
    );
  });

  it.each([
    ['ADD_COMMENTS', 'Add Comments'],
    ['ASSIGN_ISSUES', 'Assign Issues'],
    ['BROWSE_PROJECTS', 'Browse Projects'],
  ])('puts on record that Remit lacks %s, until a run gives it back', async (permission, name) => {
    Object.assign(bench.deps, { ledger });
    await admin.withoutGrants(permission);
    await check();
    await check();
    expect(onRecord()).toEqual([
      {
        kind: 'configuration-drifted',
        repairs: [expect.stringContaining(`Grant the permission ${name} to Remit again`)],
      },
    ]);
    const drifted = await readStatus(bench.deps);
    expect(drifted.ok && drifted.value.steps.filter(({ state }) => state === 'drifted')).toMatchObject([
      { title: 'Permissions of the space' },
    ]);
    await runToEnd(bench);
    await check();
    expect(onRecord().map(({ kind }) => kind)).toEqual(['configuration-drifted', 'configuration-restored']);
  });

  it('leaves alone that people lack what Remit does not need', async () => {
    await admin.withoutGrants('LINK_ISSUES');
    await check();
    expect(onRecord()).toEqual([]);
  });

  it('puts on record that it was repaired, and that it happened again', async () => {
    await withoutGate();
    await check();
    await runToEnd(bench);
    await check();
    await check();
    await withoutGate();
    await check();
    expect(onRecord().map(({ kind }) => kind)).toEqual([
      'configuration-drifted',
      'configuration-restored',
      'configuration-drifted',
    ]);
  });

  it('is told by the status of set-up, until a run has repaired it', async () => {
    Object.assign(bench.deps, { ledger });
    const status = async () => {
      const told = await readStatus(bench.deps);
      if (!told.ok) throw new Error(JSON.stringify(told.refusal));
      return told.value;
    };
    const drifted = ({ steps }: SetUpStatus) => steps.filter(({ state }) => state === 'drifted');
    expect(await status()).toMatchObject({ complete: true, found: null });
    await withoutGate();
    await check();
    const found = await status();
    expect(found).toMatchObject({ complete: false, found: { repairs: [expect.stringContaining(REPAIR)] } });
    expect(drifted(found).map(({ title }) => title)).toEqual(['Workflow of Cloud account request']);
    await runToEnd(bench);
    await checkDriftAfterRepair({
      ...deps(),
      workflowsInForce: jiraWorkflowsInForce(),
      ledger,
      recorder: plainRecorder(ledger),
    });
    expect(await status()).toMatchObject({ complete: true, found: null });
    expect(onRecord().map(({ kind }) => kind)).toEqual(['configuration-drifted', 'configuration-restored']);
  });

  it('is not made again after a run where it had found nothing', async () => {
    const from = local.calls.length;
    await checkDriftAfterRepair({
      ...deps(),
      workflowsInForce: jiraWorkflowsInForce(),
      ledger,
      recorder: plainRecorder(ledger),
    });
    expect(local.calls).toHaveLength(from);
  });

  it('puts on record what was changed besides, while it is not repaired', async () => {
    await withoutGate();
    await check();
    await withoutCondition();
    await check();
    expect(onRecord().map(({ kind }) => kind)).toEqual(['configuration-drifted', 'configuration-drifted']);
  });

  it('puts on record that Jira keeps the app from reading the workflows: nothing is taken for being in order', async () => {
    const refusing: WorkflowsInForce = {
      read: () => Promise.resolve({ refused: 'It was refused with 403.' }),
    };
    await check(refusing);
    await check(refusing);
    expect(onRecord()).toEqual([
      { kind: 'configuration-drifted', repairs: [expect.stringContaining('It was refused with 403.')] },
    ]);
    await check();
    expect(onRecord().at(-1)).toEqual({ kind: 'configuration-restored', repairs: [] });
  });

  it('compares nothing before set-up has ended', async () => {
    const state = await bench.deps.stateStore.read();
    await bench.deps.stateStore.write({ ...state, applied: {} });
    await withoutGate();
    const from = local.calls.length;
    await check();
    expect(local.calls).toHaveLength(from);
    expect(onRecord()).toEqual([]);
  });
});
