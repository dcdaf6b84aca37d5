import { beforeEach, describe, expect, it } from '@jest/globals';
import { appIdentity } from '../../../../src/adapters/jira/administration/invocation';
import { jiraSite } from '../../../../src/adapters/jira/administration/jira-site';
import { planSetUp } from '../../../../src/application/set-up/set-up-status';
import { runToEnd, SetUpBench } from '../../../application/set-up/set-up-bench';
import { ADMINISTRATOR, enterLocalSite, isWrite, type LocalSite } from './local-site';

/** Set-up over REST: Jira is the local one, everything else is in memory. */
function benchOn(): SetUpBench {
  const bench = new SetUpBench();
  Object.assign(bench.deps, { site: jiraSite(), app: appIdentity });
  return bench;
}

const writesOf = ({ calls }: LocalSite, from = 0) =>
  calls
    .slice(from)
    .filter(({ request }) => isWrite(request))
    .map(({ request }) => `${request.method} ${request.path}`);

describe('set-up over REST, on the local Jira', () => {
  let local: LocalSite;
  let bench: SetUpBench;

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
      'Provision',
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
    await bench.deps.configurations.write({
      workTypes: {},
      statuses: {},
      fields: {},
      made: {},
      completed: {},
    });
    await runToEnd(bench);
    expect(writesOf(local, before)).toEqual([]);
  });
});
