import { beforeEach, describe, expect, it } from '@jest/globals';
import { appIdentity } from '../../../../src/adapters/jira/administration/invocation';
import { jiraSite } from '../../../../src/adapters/jira/administration/jira-site';
import { planSetUp } from '../../../../src/application/set-up/set-up-status';
import { CLOUD_ACCOUNT_REQUEST } from '../../../../src/domain/work-type/cloud-account-request';
import { runToEnd, SetUpBench } from '../../../application/set-up/set-up-bench';
import { ADMINISTRATOR, enterLocalSite, isWrite, type LocalSite } from './local-site';

/** Set-up over REST: Jira is the local one, everything else is in memory. */
function benchOn(): SetUpBench {
  const bench = new SetUpBench([CLOUD_ACCOUNT_REQUEST]);
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

  it('lets each request have its effect once, whichever answer or request is lost', async () => {
    await runToEnd(bench);
    const complete = recordsOf(local);
    const kinds = writesOf(local).map(write => write.replace(/\d{3,}/g, '{id}'));
    const firstOfEachKind = [...new Set(kinds)].map(kind => kinds.indexOf(kind) + 1);
    expect(firstOfEachKind.length).toBeGreaterThan(10);
    for (const at of firstOfEachKind) {
      for (const reaches of [true, false]) {
        local = enterLocalSite();
        bench = benchOn();
        local.lose(at, reaches);
        await expect(runToEnd(bench)).rejects.toThrow('got no answer');
        await runToEnd(bench);
        expect({ at, reaches, records: recordsOf(local) }).toEqual({ at, reaches, records: complete });
      }
    }
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

describe('a local Jira that drifted', () => {
  it.each<[string, (local: LocalSite) => void, string]>([
    [
      'a condition removed',
      ({ jira: { context } }) => {
        for (const workflow of context.records.workflows.filter(({ name }) => name.startsWith('Remit'))) {
          const transitions = workflow.transitions.map(({ conditions, ...transition }) =>
            transition.name === 'Approve' || !conditions ? transition : { ...transition, conditions },
          );
          context.records.workflows.put({ ...workflow, transitions });
        }
      },
      'Put the workflow Remit: Cloud account request back as specified (Approve)',
    ],
    [
      'an option disabled',
      ({ jira: { context } }) => {
        for (const option of context.records.fieldOptions.filter(({ value }) => value === 'Sandbox')) {
          context.records.fieldOptions.put({ ...option, disabled: true });
        }
      },
      'Enable the option Sandbox of Environment',
    ],
    [
      'a status renamed',
      ({ jira: { context } }) => {
        for (const status of context.records.statuses.filter(({ name }) => name === 'Provisioned')) {
          context.records.statuses.put({ ...status, name: 'Delivered' });
        }
      },
      'Rename the status Delivered to Provisioned',
    ],
    [
      'a field described otherwise',
      ({ jira: { context } }) => {
        for (const field of context.records.fields.filter(({ name }) => name === 'Account owner')) {
          context.records.fields.put({ ...field, description: 'Whoever' });
        }
      },
      'Restore the description of the field Account owner',
    ],
    [
      'a work type renamed',
      ({ jira: { context } }) => {
        for (const workType of context.records.issueTypes.filter(
          ({ name }) => name === 'Cloud account request',
        )) {
          context.records.issueTypes.put({ ...workType, name: 'Account wish' });
        }
      },
      'Rename the work type Account wish to Cloud account request',
    ],
    [
      'another screen for creation',
      ({ jira: { context } }) => {
        for (const scheme of context.records.screenSchemes.filter(({ name }) => name.startsWith('Remit'))) {
          context.records.screenSchemes.put({ ...scheme, screens: { default: scheme.screens.default } });
        }
      },
      'Put the screens of Cloud account request back into their scheme',
    ],
  ])('%s is put back by one write', async (_, drift, text) => {
    const local = enterLocalSite();
    const bench = benchOn();
    await runToEnd(bench);
    drift(local);
    const before = local.calls.length;
    const calls = await runToEnd(bench);
    expect(calls.map(({ step }) => step?.changes)).toEqual([[text]]);
    expect(writesOf(local, before)).toHaveLength(1);
    const plan = await planSetUp(bench.deps);
    expect(plan.ok && plan.value.steps.flatMap(({ changes }) => changes)).toEqual([]);
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
