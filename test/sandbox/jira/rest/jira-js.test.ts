import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createCloudClient } from 'jira.js/cloud';
import type { Identity } from '../../../../sandbox/seams.ts';
import type { LocalJira } from '../../../../sandbox/jira/site.ts';
import { siteUnderTest } from '../admin/site-under-test.ts';

/** A client that others wrote, and that checks every answer by schemas of its own. */
type Client = ReturnType<typeof createCloudClient>;

const { site } = siteUnderTest();
let server: Server;
let client: Client;

beforeAll(async () => {
  server = serve(site);
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  client = clientOf('admin');
});

afterAll(async () => {
  await new Promise(resolve => {
    server.close(resolve);
  });
});

describe('jira.js 6', () => {
  it('sets up a space from nothing', async () => {
    const type = await client.issueTypes.createIssueType({ name: 'Policy exception', hierarchyLevel: 0 });
    const [requested, approved] = await client.status.createStatuses({
      scope: { type: 'GLOBAL' },
      statuses: [
        { name: 'Requested', statusCategory: 'TODO' },
        { name: 'Approved', statusCategory: 'DONE' },
      ],
    });
    const field = await client.issueFields.createCustomField({
      name: 'Environment',
      type: 'com.atlassian.jira.plugin.system.customfieldtypes:select',
    });
    await addOption(String(field.id));
    const screens = await client.screens.getScreens({ queryString: 'Default' });
    const screen = screens.values[0]?.id ?? 0;
    const scheme = await client.screenSchemes.createScreenScheme({
      name: 'GOV',
      screens: { default: screen },
    });
    const typeScreens = await client.issueTypeScreenSchemes.createIssueTypeScreenScheme({
      name: 'GOV',
      issueTypeMappings: [{ issueTypeId: 'default', screenSchemeId: String(scheme.id) }],
    });
    const types = await client.issueTypeSchemes.createIssueTypeScheme({
      name: 'GOV',
      issueTypeIds: [String(type.id)],
    });
    const payload = workflowOf(String(requested?.id), String(approved?.id));
    expect(await client.workflows.validateCreateWorkflows({ payload })).toEqual({ errors: [] });
    const { workflows } = await client.workflows.createWorkflows(payload);
    expect(workflows?.[0]?.version?.versionNumber).toBe(1);
    const workflowScheme = await client.workflowSchemes.createWorkflowScheme({
      name: 'GOV',
      defaultWorkflow: 'jira',
      issueTypeMappings: { [String(type.id)]: 'GOV: Policy exception' },
    });
    const permissions = await client.permissionSchemes.createPermissionScheme({
      body: {
        name: 'GOV',
        permissions: [{ holder: { type: 'applicationRole' }, permission: 'BROWSE_PROJECTS' }],
      },
    });
    const project = await client.projects.createProject({
      key: 'GOV',
      name: 'Governance',
      projectTypeKey: 'business',
      leadAccountId: 'admin',
      issueTypeScheme: Number(types.issueTypeSchemeId),
      issueTypeScreenScheme: Number(typeScreens.id),
      workflowScheme: Number(workflowScheme.id),
      permissionScheme: Number(permissions.id),
    });
    expect(project).toMatchObject({ key: 'GOV' });
  });

  it('reads back what it set up', async () => {
    const project = await client.projects.getProject({ projectIdOrKey: 'GOV' });
    expect(project).toMatchObject({
      name: 'Governance',
      lead: { accountId: 'admin' },
      issueTypes: [{ name: 'Policy exception' }],
    });
    const [statuses] = await client.projects.getAllStatuses({ projectIdOrKey: 'GOV' });
    expect(statuses?.statuses.map(({ name }) => name)).toEqual(['Requested', 'Approved']);
    const found = await client.workflows.searchWorkflows({
      queryString: 'policy',
      expand: 'values.transitions',
    });
    expect(found.values?.map(({ name, transitions }) => [name, transitions?.length])).toEqual([
      ['GOV: Policy exception', 2],
    ]);
    const mine = await client.permissions.getMyPermissions({ permissions: 'ADMINISTER' });
    expect(mine).toMatchObject({ permissions: { ADMINISTER: { havePermission: true } } });
    const members = await client.groups.getUsersFromGroup({ groupname: 'jira-administrators' });
    expect(members.values.map(({ displayName }) => displayName)).toEqual(['Ada Admin']);
    const scheme = await client.permissionSchemes.getPermissionScheme({ schemeId: 0, expand: 'permissions' });
    expect(scheme.permissions?.length).toBeGreaterThan(20);
    expect((await client.serverInfo.getServerInfo()).deploymentType).toBe('Cloud');
  });

  it('is told by Jira what is wrong', async () => {
    await expect(client.issueTypes.createIssueType({ name: 'Policy exception' })).rejects.toMatchObject({
      status: 409,
    });
    await expect(clientOf('engineer').issueTypes.createIssueType({ name: 'Mine' })).rejects.toMatchObject({
      status: 403,
    });
    await expect(clientOf('nobody').issueTypes.getIssueAllTypes()).rejects.toMatchObject({ status: 401 });
  });
});

async function addOption(fieldId: string): Promise<void> {
  const contexts = await client.issueCustomFieldContexts.getContextsForField({ fieldId });
  const contextId = Number(contexts.values[0]?.id);
  const created = await client.issueCustomFieldOptions.createCustomFieldOption({
    fieldId,
    contextId,
    options: [{ value: 'Production' }],
  });
  expect(created.options).toMatchObject([{ value: 'Production', disabled: false }]);
}

function workflowOf(requested: string, approved: string) {
  return {
    scope: { type: 'GLOBAL' as const },
    statuses: [
      { statusReference: requested, id: requested, name: 'Requested', statusCategory: 'TODO' as const },
      { statusReference: approved, id: approved, name: 'Approved', statusCategory: 'DONE' as const },
    ],
    workflows: [
      {
        name: 'GOV: Policy exception',
        statuses: [requested, approved].map(statusReference => ({ statusReference, properties: {} })),
        transitions: [
          { id: '1', type: 'INITIAL' as const, name: 'Create', toStatusReference: requested, links: [] },
          {
            id: '11',
            type: 'DIRECTED' as const,
            name: 'Approve',
            toStatusReference: approved,
            links: [{ fromStatusReference: requested }],
          },
        ],
      },
    ],
  };
}

function clientOf(account: string): Client {
  const { port } = server.address() as AddressInfo;
  const auth = { type: 'basic', email: `${account}@aurora.example`, apiToken: 'sandbox' } as const;
  return createCloudClient({ host: `http://127.0.0.1:${String(port)}`, auth, onSchemaMismatch: 'throw' });
}

/** The least that puts a site on HTTP: Basic auth by e-mail, JSON in and out. */
function serve(jira: LocalJira): Server {
  return createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const text = Buffer.concat(parts).toString();
      const call = {
        method: request.method ?? '',
        path: request.url ?? '',
        identity: identityOf(jira, request.headers.authorization),
      };
      void jira
        .handle({ ...call, ...(text === '' ? {} : { body: JSON.parse(text) as unknown }) })
        .then(({ status, headers, body }) => {
          response.writeHead(status, { 'content-type': 'application/json', ...headers });
          response.end(body === undefined ? undefined : JSON.stringify(body));
        });
    });
  });
}

function identityOf(jira: LocalJira, authorization = ''): Identity {
  const [email] = Buffer.from(authorization.replace('Basic ', ''), 'base64').toString().split(':');
  const user = jira.context.records.users.find(({ emailAddress }) => emailAddress === email);
  return user ? { kind: 'user', accountId: user.accountId } : { kind: 'anonymous' };
}
