import { beforeEach, describe, expect, it } from '@jest/globals';
import { planSetUp } from '../../../../src/provisioning/application/plan-set-up';
import { runToEnd, type ProvisioningBench } from '../../application/provisioning-bench';
import { ADMINISTRATOR, benchOn, enterLocalSite, isWrite, type LocalSite } from './local-site';

const writesOf = ({ calls }: LocalSite, from = 0) =>
  calls
    .slice(from)
    .filter(({ request }) => isWrite(request))
    .map(({ request }) => `${request.method} ${request.path}`);

describe('set-up over REST, on the local Jira', () => {
  let local: LocalSite;
  let bench: ProvisioningBench;

  beforeEach(() => {
    local = enterLocalSite();
    bench = benchOn();
  });

  it('makes the space with its workflow', async () => {
    await runToEnd(bench);
    const { records } = local.jira.context;
    const [project] = records.projects.filter(({ key }) => key === 'GOV');
    expect(project).toMatchObject({
      name: 'Governance',
      leadAccountId: ADMINISTRATOR,
      assigneeType: 'UNASSIGNED',
    });
    const workflow = records.workflows.find(({ name }) => name === 'Remit: Cloud account request');
    expect(workflow?.transitions.map(({ name }) => name)).toEqual([
      'Create',
      'Submit',
      'Approve',
      'Reject',
      'Rework',
      'Rework',
      'Provision',
      'Withdraw',
      'Withdraw',
      'Withdraw',
    ]);
    const failed = local.calls.filter(({ response }) => response.status >= 400 && response.status !== 404);
    expect(failed).toEqual([]);
  });

  it('finds nothing to do in what it has made, and writes nothing', async () => {
    await runToEnd(bench);
    const before = local.calls.length;
    const plan = await planSetUp(bench.deps);
    expect(plan.ok && plan.value.steps.flatMap(({ changes }) => changes)).toEqual([]);
    await runToEnd(bench);
    expect(writesOf(local, before)).toEqual([]);
  });

  it('finds everything again when what it remembers is lost', async () => {
    await runToEnd(bench);
    const before = local.calls.length;
    await bench.deps.stateStore.write({
      workTypes: {},
      statuses: {},
      fields: {},
      resources: {},
      applied: {},
    });
    await runToEnd(bench);
    expect(writesOf(local, before)).toEqual([]);
  });

  it('makes workflow and space in the name of the administrator where Jira keeps apps from it', async () => {
    local = enterLocalSite({ appMayCreateProjectsAndWorkflows: false });
    bench = benchOn();
    await runToEnd(bench);
    const asPerson = local.calls.filter(({ request }) => request.identity.kind === 'user');
    const paths = asPerson.map(({ request }) => request.path);
    expect(paths).toEqual(expect.arrayContaining(['/rest/api/3/workflows/create', '/rest/api/3/project']));
    expect(asPerson.every(({ request }) => isWrite(request))).toBe(true);
    expect(local.jira.context.records.projects.filter(({ key }) => key === 'GOV')).toHaveLength(1);
  });
});

/** What set-up writes on an empty site, and what the site is like then: found before there are tests of it. */
const whole = enterLocalSite();
await runToEnd(benchOn());
const complete = recordsOf(whole);
const kinds = writesOf(whole).map(write => write.replace(/(?<=screens\/)\d+|\d{3,}/g, '{id}'));
const firstOfEachKind = [...new Set(kinds)].map(kind => ({ kind, at: kinds.indexOf(kind) + 1 }));

describe('set-up over REST, when one request or answer is lost', () => {
  it('is tried with a loss at each kind of write', () => {
    expect(firstOfEachKind.length).toBeGreaterThan(10);
  });

  // A test each: all of them in one take longer than a test may on a machine that has much to do.
  it.each(
    firstOfEachKind.flatMap(({ kind, at }) => [
      { what: 'request', kind, at },
      { what: 'answer', kind, at },
    ]),
  )('has every effect once: the $what of $kind', async ({ what, at }) => {
    const local = enterLocalSite();
    const bench = benchOn();
    local.lose(at, what === 'answer');
    await expect(runToEnd(bench)).rejects.toThrow('got no answer');
    await runToEnd(bench);
    expect(recordsOf(local)).toEqual(complete);
  });
});

/** What set-up made, without what differs from site to site: ids of rules and versions are given at random. */
function recordsOf({ jira }: LocalSite) {
  const { records } = jira.context;
  return {
    fields: records.fields.filter(({ custom }) => custom),
    contexts: records.fieldContexts.all(),
    options: records.fieldOptions.all(),
    workTypes: records.issueTypes.all(),
    statuses: records.statuses.all(),
    screens: records.screens.all(),
    screenSchemes: records.screenSchemes.all(),
    workTypeScreenSchemes: records.issueTypeScreenSchemes.all(),
    workTypeSchemes: records.issueTypeSchemes.all(),
    workflows: records.workflows.all().map(({ name, statuses, transitions }) => ({
      name,
      statuses,
      transitions: transitions.map(transition => transition.name),
    })),
    workflowSchemes: records.workflowSchemes.all(),
    permissionSchemes: records.permissionSchemes.all(),
    projects: records.projects.all(),
  };
}
