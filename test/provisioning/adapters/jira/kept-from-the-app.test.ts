import { beforeAll, describe, expect, it } from '@jest/globals';
import { planSetUp } from '../../../../src/provisioning/application/plan-set-up';
import { ACCESS_REQUEST } from '../../../../src/domain/work-types/access-request/access-request';
import { CLOUD_ACCOUNT_REQUEST } from '../../../../src/domain/work-types/cloud-account-request/cloud-account-request';
import type { RestRequest } from '../../../../sandbox/seams.ts';
import { runToEnd, SetUpBench } from '../../application/set-up-bench';
import { Administrator } from './administrator';
import { benchOn, enterLocalSite, isWrite, type LocalSite } from './local-site';

/** The kind of a call: its method and path, without ids. */
function kindOf({ method, path }: RestRequest): string {
  const at = (path.split('?')[0] ?? '').replace('/rest/api/3/', '');
  return `${method} ${at.replace(/(customfield_)?\d{4,}|(?<=role\/)\d+|[0-9a-f-]{36}|GOV/g, '{id}')}`;
}

/** Set-up, its upgrade to one more work type, and the repair of what an administrator changed. */
async function wholeLife(keptFromTheApp: (request: RestRequest) => boolean): Promise<LocalSite> {
  const local = enterLocalSite({}, keptFromTheApp);
  const bench = benchOn(new SetUpBench([CLOUD_ACCOUNT_REQUEST]));
  await runToEnd(bench);
  bench.upgrade([CLOUD_ACCOUNT_REQUEST, ACCESS_REQUEST]);
  await runToEnd(bench);
  const admin = new Administrator(local.jira);
  await admin.change('status', 'Provisioned', { name: 'Delivered' });
  await admin.change('field', 'Account owner', { name: 'Boss' });
  await admin.change('issuetype', 'Access request', { name: 'Access wish' });
  await admin.disableOption('Environment', 'Staging');
  await admin.removeOption('Environment', 'Sandbox');
  await admin.revoke('Remit: permissions', 'TRANSITION_ISSUES', 'applicationRole');
  await admin.rename('screens', 'Remit: Access request: Submit', 'Ask');
  await admin.rename('screenscheme', 'Remit: Access request', 'Access');
  await admin.rename('issuetypescreenscheme', 'Remit: screens by work type', 'Our screens');
  await admin.rename('issuetypescheme', 'Remit: work types', 'Our types');
  await admin.rename('permissionscheme', 'Remit: permissions', 'Our permissions');
  admin.renameWorkflowScheme('Remit: workflows by work type', 'Our workflows');
  await admin.changeTransitions('Remit: Access request', transitions =>
    transitions.map(transition => ({ ...transition, validators: [] })),
  );
  await admin.hidePanel();
  await admin.switchSchemes();
  await runToEnd(bench);
  const plan = await planSetUp(bench.deps);
  expect(plan.ok && plan.value.steps.flatMap(({ changes }) => changes)).toEqual([]);
  return local;
}

const allowed = await wholeLife(() => false);
const kinds = [...new Set(allowed.calls.map(({ request }) => kindOf(request)))].sort();

describe('where Jira keeps every call of set-up from the app', () => {
  let refused: LocalSite;
  beforeAll(async () => {
    refused = await wholeLife(({ identity }) => identity.kind === 'app');
  });

  it.each(kinds)('the administrator makes it instead: %s', kind => {
    const calls = refused.calls.filter(({ request }) => kindOf(request) === kind);
    const of = (who: string) => calls.filter(({ request }) => request.identity.kind === who);
    expect(of('app').length).toBeGreaterThan(0);
    expect(of('app').every(({ response }) => response.status === 403)).toBe(true);
    expect(of('user')).toHaveLength(of('app').length);
  });

  it('the site becomes the same', () => {
    expect(new Administrator(refused.jira).configuration()).toEqual(
      new Administrator(allowed.jira).configuration(),
    );
  });

  it('nothing is written twice', () => {
    const writes = ({ calls }: LocalSite) =>
      calls
        .filter(({ request, response }) => isWrite(request) && response.status < 400)
        .map(({ request }) => kindOf(request));
    expect(writes(refused)).toEqual(writes(allowed));
  });
});

describe('where Jira lets the app', () => {
  it('no call of set-up is made in the administrator’s name', () => {
    const asPerson = allowed.calls.filter(({ request }) => request.identity.kind === 'user');
    expect(asPerson).toEqual([]);
  });

  it('every kind of write is among those that were tried', () => {
    const written = allowed.calls
      .filter(({ request }) => isWrite(request))
      .map(({ request }) => kindOf(request));
    expect(new Set(written).size).toBeGreaterThan(30);
  });
});
