import { describe, expect, it } from '@jest/globals';
import { workflowPayload, provisionedSite } from '../admin/provisioned.ts';
import type { RestRequest } from '../../../../sandbox/seams.ts';
import {
  APP,
  doc,
  FIELD,
  governanceSite,
  STATUS,
  TRANSITION,
  type Caller,
  type GovernanceSite,
} from '../issues/governance-site.ts';

/** A ticket in the status Requested, whose properties are these. */
async function inStatusWith(properties: Record<string, string>): Promise<GovernanceSite> {
  const gov = governanceSite();
  const { workflows } = gov.site.context.records;
  const workflow = workflows.find(({ name }) => name.startsWith('GOV'));
  if (!workflow) throw new Error('There is no workflow.');
  const statuses = workflow.statuses.map(status =>
    status.statusId === STATUS.requested ? { ...status, properties } : status,
  );
  workflows.put({ ...workflow, statuses });
  await gov.create({
    [FIELD.owner]: { accountId: 'approver' },
    assignee: { accountId: 'approver' },
  });
  return gov;
}

/** Who can, of those that the permission scheme lets. */
async function able(act: (as: Caller) => Promise<{ status: number }>) {
  const outcomes: [Caller, number][] = [];
  for (const who of ['engineer', 'approver', 'app'] as const) outcomes.push([who, (await act(who)).status]);
  return outcomes.filter(([, status]) => status < 300).map(([who]) => who);
}

const edit = (gov: GovernanceSite) => (as: Caller) =>
  gov.refused(as, 'PUT', 'issue/GOV-1', { fields: { summary: `By ${as}` } });

describe('a property of a status', () => {
  it.each<[string, string, Caller[]]>([
    ['jira.permission.edit.denied', '', []],
    ['jira.permission.edit.projectrole', '10003', ['app']],
    ['jira.permission.edit.projectrole.1', '10003', ['app']],
    ['jira.permission.edit.group', 'staff', ['engineer', 'approver']],
    ['jira.permission.edit.user', 'approver', ['approver']],
    ['jira.permission.edit.assignee', '', ['approver']],
    ['jira.permission.edit.reporter', '', ['engineer']],
    ['jira.permission.edit.userCF', FIELD.owner, ['approver']],
    ['jira.permission.comment.denied', '', ['engineer', 'approver', 'app']],
    ['our.own.note', 'anything', ['engineer', 'approver', 'app']],
  ])('%s = "%s" leaves editing to %j', async (key, value, expected) => {
    const gov = await inStatusWith({ [key]: value });
    expect(await able(edit(gov))).toEqual(expected);
  });

  it('lets any of several name', async () => {
    const gov = await inStatusWith({
      'jira.permission.edit.user.1': 'approver',
      'jira.permission.edit.projectrole.2': '10003',
    });
    expect(await able(edit(gov))).toEqual(['approver', 'app']);
  });

  it('gives no one what the permission scheme does not', async () => {
    const gov = await inStatusWith({ 'jira.permission.edit.user': 'reader' });
    expect((await edit(gov)('reader')).status).toBe(400);
    expect(await able(edit(gov))).toEqual([]);
  });

  it('holds in its status alone', async () => {
    const gov = await inStatusWith({ 'jira.permission.edit.denied': '' });
    expect((await gov.move('engineer', 'GOV-1', TRANSITION.submit)).status).toBe(204);
    expect(await able(edit(gov))).toEqual(['engineer', 'approver', 'app']);
  });

  it.each<[string, string, (gov: GovernanceSite, as: Caller) => Promise<{ status: number }>]>([
    [
      'assigning',
      'assign',
      (gov, as) => gov.refused(as, 'PUT', 'issue/GOV-1/assignee', { accountId: 'engineer' }),
    ],
    [
      'commenting',
      'comment',
      (gov, as) => gov.refused(as, 'POST', 'issue/GOV-1/comment', { body: doc('Noted.') }),
    ],
    ['moving', 'transition', (gov, as) => gov.move(as, 'GOV-1', TRANSITION.reject)],
    ['deleting', 'delete', (gov, as) => gov.refused(as, 'DELETE', 'issue/GOV-1')],
  ])('can keep people from %s', async (_what, name, act) => {
    const denied = await inStatusWith({ [`jira.permission.${name}.projectrole`]: '10003' });
    expect((await act(denied, 'engineer')).status).toBeGreaterThanOrEqual(400);
    expect((await act(denied, 'app')).status).toBe(204 - (name === 'comment' ? 3 : 0));
  });

  it('is told by the permissions that a person has on the ticket', async () => {
    const gov = await inStatusWith({ 'jira.permission.attach.denied': '' });
    const { permissions } = (await gov.site
      .handle({
        method: 'GET',
        path: '/rest/api/3/mypermissions?permissions=CREATE_ATTACHMENTS,EDIT_ISSUES&issueKey=GOV-1',
        identity: { kind: 'user', accountId: 'engineer' },
      })
      .then(({ body }) => body)) as { permissions: Record<string, { havePermission: boolean }> };
    expect(permissions).toMatchObject({
      CREATE_ATTACHMENTS: { havePermission: false },
      EDIT_ISSUES: { havePermission: true },
    });
  });
});

describe('a status that lets no one edit', () => {
  const APP_IDENTITY = { kind: 'app', accountId: APP.accountId } as const;
  const person = (accountId: string) => ({ kind: 'user', accountId }) as const;
  const SCOPES = { scopes: ['write:jira-work'] };

  it.each<[string, Pick<RestRequest, 'identity' | 'scopes'>, number, number]>([
    ['the app itself', { identity: APP_IDENTITY, ...SCOPES }, 400, 204],
    ['the app for an administrator', { identity: person('admin'), ...SCOPES }, 400, 204],
    ['the app for someone else', { identity: person('engineer'), ...SCOPES }, 400, 403],
    ['an administrator without an app', { identity: person('admin') }, 400, 403],
  ])('is one for %s too, unless they override it and may', async (_who, caller, status, overriding) => {
    const gov = await inStatusWith({ 'jira.issue.editable': 'false' });
    const edit = async (query: string) => {
      const path = `/rest/api/3/issue/GOV-1${query}`;
      const body = { fields: { summary: 'Changed' } };
      return (await gov.site.handle({ method: 'PUT', path, body, ...caller })).status;
    };
    expect(await edit('')).toBe(status);
    expect(await edit('?overrideEditableFlag=false')).toBe(status);
    expect(await edit('?overrideEditableFlag=true')).toBe(overriding);
  });
});

describe('the properties of the statuses of a workflow', () => {
  const creating = async (properties: Record<string, string>) => {
    const site = await provisionedSite();
    const payload = workflowPayload(site.ids);
    const workflows = payload.workflows.map(workflow => ({
      ...workflow,
      name: 'Another',
      statuses: workflow.statuses.map(status => ({ ...status, properties })),
    }));
    const body = { ...payload, workflows };
    return site.site.handle({
      method: 'POST',
      path: '/rest/api/3/workflows/create',
      identity: { kind: 'user', accountId: 'admin' },
      body,
    });
  };

  it('are kept and read back', async () => {
    const properties = { 'jira.permission.edit.projectrole': '10003', 'jira.issue.editable': 'false' };
    expect(await creating(properties)).toMatchObject({
      status: 200,
      body: { workflows: [{ statuses: [{ properties }, { properties }] }] },
    });
  });

  it.each([
    'jira.permission.browse.denied',
    'jira.permission.edit.lead',
    'jira.permission.subtasks.edit.denied',
    'jira.i18n.title',
  ])('are refused by name where Jira acts on them and the local one does not: %s', async name => {
    expect(await creating({ [name]: '' })).toMatchObject({
      status: 501,
      body: { errorMessages: [`NOT_MODELLED: the property ${name} of a status`] },
    });
  });
});
