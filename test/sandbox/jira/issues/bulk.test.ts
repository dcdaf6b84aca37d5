import { describe, expect, it } from '@jest/globals';
import {
  FIELD,
  governanceSite,
  PRODUCTION,
  STAGING,
  STATUS,
  TRANSITION,
  type Caller,
} from './governance-site.ts';

const SAME_WORKFLOW = '710';
const OTHER_WORKFLOW = '711';

/** GOV has two more work types, and there is a second project, whose workflow is Jira's own; admin may move. */
function twoProjects() {
  const gov = governanceSite();
  const { records } = gov.site.context;
  const [project, types] = [records.projects.get('600'), records.issueTypeSchemes.get('701')];
  const [scheme, permissions] = [records.workflowSchemes.get('705'), records.permissionSchemes.get('706')];
  if (!project || !types || !scheme || !permissions) throw new Error('The site lacks its project.');
  for (const [id, name] of [
    [SAME_WORKFLOW, 'Pledge'],
    [OTHER_WORKFLOW, 'Chore'],
  ] as const)
    records.issueTypes.put({ id, name, description: '', hierarchyLevel: 0 });
  records.issueTypeSchemes.put({ ...types, issueTypeIds: ['700', SAME_WORKFLOW, OTHER_WORKFLOW] });
  const [own = ''] = Object.values(scheme.issueTypeMappings);
  records.workflowSchemes.put({ ...scheme, issueTypeMappings: { '700': own, [SAME_WORKFLOW]: own } });
  records.workflowSchemes.put({ ...scheme, id: '715', issueTypeMappings: {} });
  records.projects.put({ ...project, id: '610', key: 'OPS', name: 'Operations', workflowSchemeId: '715' });
  const holder = { type: 'user', parameter: 'admin', value: 'admin' };
  const more = ['MOVE_ISSUES', ...['BROWSE_PROJECTS', 'CREATE_ISSUES']];
  records.permissionSchemes.put({
    ...permissions,
    permissions: [
      ...permissions.permissions,
      ...more.map(permission => ({ id: `m-${permission}`, permission, holder })),
    ],
  });
  /** The description of this request requires a property that it does not have: only the answer is checked. */
  const move = async (as: Caller, key: string, to: string, statuses?: Record<string, string[]>) => {
    const mapping = {
      inferClassificationDefaults: true,
      inferFieldDefaults: true,
      inferStatusDefaults: statuses === undefined,
      inferSubtaskTypeDefault: true,
      issueIdsOrKeys: [key],
      ...(statuses ? { targetStatus: [{ statuses }] } : {}),
    };
    const body = { targetToSourcesMapping: { [to]: mapping } };
    return progress(as, await gov.refused(as, 'POST', 'bulk/issues/move', body));
  };
  const progress = async (as: Caller, asked: { status: number; body?: unknown }) => {
    expect(asked.status).toBe(201);
    await gov.site.idle();
    return gov.ok(as, 'GET', `bulk/queue/${(asked.body as { taskId: string }).taskId}`);
  };
  return { ...gov, moveTo: move, progress };
}

describe('moving a work item to another project', () => {
  it('gives it a key there, the initial status of the workflow there, and an entry that says all of it', async () => {
    const gov = twoProjects();
    const key = await gov.create({ [FIELD.text]: 'data' });
    await gov.move('engineer', key, TRANSITION.submit);
    const done = await gov.moveTo('admin', key, `OPS,${OTHER_WORKFLOW}`);
    expect(done).toMatchObject({ status: 'COMPLETE', failedAccessibleIssues: {} });
    const moved = await gov.ok('admin', 'GET', `issue/${key}?expand=changelog`);
    expect(moved).toMatchObject({
      key: 'OPS-1',
      fields: { status: { name: 'To Do' }, issuetype: { name: 'Chore' }, [FIELD.text]: 'data' },
    });
    expect(moved['changelog']).toMatchObject({
      histories: [
        {
          author: { accountId: 'admin' },
          items: [
            { field: 'project', from: '600', fromString: 'Governance', to: '610', toString: 'Operations' },
            { field: 'Key', fromString: 'GOV-1', toString: 'OPS-1' },
            { field: 'issuetype', fromString: 'Cloud account request', toString: 'Chore' },
            { field: 'status', fromString: 'Awaiting approval', toString: 'To Do' },
          ],
        },
        {},
      ],
    });
    expect(gov.events.at(-1)).toMatchObject({ eventType: 'avi:jira:updated:issue', atlassianId: 'admin' });
  });

  it('runs no validators, and gives it its old key when it comes back', async () => {
    const gov = twoProjects();
    const key = await gov.create();
    await gov.moveTo('admin', key, `OPS,${OTHER_WORKFLOW}`);
    await gov.moveTo('admin', 'OPS-1', 'GOV,700', { [STATUS.approved]: ['10000'] });
    expect(gov.validated).toEqual([]);
    expect(await gov.ok('admin', 'GET', 'issue/OPS-1')).toMatchObject({ key });
    expect(gov.statusOf(key)).toBe(STATUS.approved);
  });

  it('keeps a status that the workflow there has, whatever is asked for', async () => {
    const gov = twoProjects();
    const key = await gov.create();
    await gov.moveTo('admin', key, `GOV,${SAME_WORKFLOW}`, { [STATUS.approved]: [STATUS.requested] });
    expect(gov.statusOf(key)).toBe(STATUS.requested);
  });

  it('is for those who may move it, and tells the others why not', async () => {
    const gov = twoProjects();
    const key = await gov.create();
    const { id } = await gov.ok<{ id: string }>('engineer', 'GET', `issue/${key}`);
    expect(await gov.moveTo('engineer', key, `OPS,${OTHER_WORKFLOW}`)).toMatchObject({
      processedAccessibleIssues: [],
      failedAccessibleIssues: { [id]: [`You do not have permission to move ${key}.`] },
    });
  });

  it('refuses by name what is not modelled, and a status that is none of the workflow’s', async () => {
    const gov = twoProjects();
    const key = await gov.create();
    const body = {
      targetToSourcesMapping: {
        'OPS,711': {
          inferClassificationDefaults: true,
          inferFieldDefaults: false,
          inferStatusDefaults: true,
          inferSubtaskTypeDefault: true,
          issueIdsOrKeys: [key],
        },
      },
    };
    expect(
      await gov.site.handle({
        method: 'POST',
        path: '/rest/api/3/bulk/issues/move',
        identity: { kind: 'user', accountId: 'admin' },
        body,
      }),
    ).toMatchObject({
      status: 501,
      body: { errorMessages: ['NOT_MODELLED: targetMandatoryFields of a move'] },
    });
    const unmapped = await gov.moveTo('admin', key, `OPS,${OTHER_WORKFLOW}`, { [STATUS.approved]: ['1'] });
    expect(unmapped).toMatchObject({ processedAccessibleIssues: [] });
  });
});

describe('an edit of the work type', () => {
  it('goes to a type of the same workflow, and to no other', async () => {
    const gov = twoProjects();
    const key = await gov.create();
    const edit = (id: string) =>
      gov.refused('engineer', 'PUT', `issue/${key}`, { fields: { issuetype: { id } } });
    expect(await edit(OTHER_WORKFLOW)).toMatchObject({
      status: 400,
      body: { errors: { issuetype: 'The issue type selected is invalid.' } },
    });
    expect(await edit('999')).toMatchObject({ status: 400 });
    expect(await edit(SAME_WORKFLOW)).toMatchObject({ status: 204 });
    expect(await gov.ok('admin', 'GET', `issue/${key}?expand=changelog`)).toMatchObject({
      key,
      fields: { issuetype: { name: 'Pledge' } },
      changelog: { histories: [{ items: [{ field: 'issuetype', to: SAME_WORKFLOW }] }] },
    });
  });
});

describe('editing many work items at once', () => {
  const editing = (key: string, input: object, selectedActions: string[]) => ({
    editedFieldsInput: input,
    selectedActions,
    selectedIssueIdsOrKeys: [key],
  });

  it('sets what an edit of each may set, and clears it', async () => {
    const gov = twoProjects();
    const key = await gov.create({ [FIELD.service]: { id: PRODUCTION } });
    const fields = [FIELD.service, FIELD.owner, FIELD.text];
    const set = {
      singleSelectFields: [{ fieldId: FIELD.service, option: { optionId: Number(STAGING) } }],
      singleSelectClearableUserPickerFields: [{ fieldId: FIELD.owner, user: { accountId: 'approver' } }],
      singleLineTextFields: [{ fieldId: FIELD.text, text: 'data' }],
    };
    const body = editing(key, set, fields);
    await gov.progress('engineer', await gov.call('engineer', 'POST', 'bulk/issues/fields', body));
    const read = () => gov.ok('engineer', 'GET', `issue/${key}`);
    expect(await read()).toMatchObject({
      fields: {
        [FIELD.service]: { value: 'Staging' },
        [FIELD.owner]: { accountId: 'approver' },
        [FIELD.text]: 'data',
      },
    });
    const cleared = {
      singleSelectFields: [{ fieldId: FIELD.service, option: { optionId: -1 } }],
      singleLineTextFields: [{ fieldId: FIELD.text, text: '' }],
    };
    const again = editing(key, cleared, fields);
    await gov.progress('engineer', await gov.call('engineer', 'POST', 'bulk/issues/fields', again));
    expect(await read()).toMatchObject({ fields: { [FIELD.service]: null, [FIELD.text]: null } });
  });

  it('sets no read-only field of an app, and nothing that was not selected', async () => {
    const gov = twoProjects();
    const key = await gov.create();
    const { accountable } = gov.appFields;
    const forged = {
      singleSelectClearableUserPickerFields: [{ fieldId: accountable, user: { accountId: 'engineer' } }],
    };
    const body = editing(key, forged, [accountable]);
    const done = await gov.progress('admin', await gov.call('admin', 'POST', 'bulk/issues/fields', body));
    expect(done).toMatchObject({ processedAccessibleIssues: [] });
    const unselected = editing(key, { singleLineTextFields: [{ fieldId: FIELD.text, text: 'x' }] }, [
      'summary',
    ]);
    expect(await gov.refused('admin', 'POST', 'bulk/issues/fields', unselected)).toMatchObject({
      status: 400,
    });
  });
});
