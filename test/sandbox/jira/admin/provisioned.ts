import { app, siteUnderTest, type SiteUnderTest } from './site-under-test.ts';
import { extensionAri } from '../../../../sandbox/jira/admin/app-install.ts';
import type { JiraSettings } from '../../../../sandbox/jira/context.ts';

const PLUGIN = 'com.atlassian.jira.plugin.system.customfieldtypes';

/** What a provisioned site has, by the ids that Jira gave. */
export interface Provisioned {
  issueType: string;
  statuses: { requested: string; approved: string };
  fields: { text: string; user: string; select: string };
  context: string;
  options: string[];
  screen: string;
  tab: string;
  screenScheme: string;
  issueTypeScreenScheme: string;
  issueTypeScheme: string;
  workflow: { id: string; name: string; version: { id: string; versionNumber: number } };
  workflowScheme: string;
  permissionScheme: string;
  project: string;
  /** The identifier of the app's issue panel. */
  panel: string;
}

export interface ProvisionedSite extends SiteUnderTest {
  ids: Provisioned;
}

interface Id {
  id: string | number;
}

/** A site on which the administrator has set up the space GOV, step by step as the app does. */
export async function provisionedSite(settings: Partial<JiraSettings> = {}): Promise<ProvisionedSite> {
  const site = siteUnderTest(settings);
  const parts = { ...(await provisionFields(site)), ...(await provisionTypeAndStatuses(site)) };
  const screens = await provisionScreens(site, parts);
  const workflow = await provisionWorkflow(site, { ...parts, ...screens });
  const schemes = await provisionSchemes(site, parts.issueType, workflow.name);
  const created = await site.ok<Id>('POST', 'project', {
    key: 'GOV',
    name: 'Governance',
    projectTypeKey: 'business',
    leadAccountId: 'admin',
    assigneeType: 'UNASSIGNED',
    issueTypeScheme: Number(schemes.issueTypeScheme),
    issueTypeScreenScheme: Number(screens.issueTypeScreenScheme),
    workflowScheme: Number(schemes.workflowScheme),
    permissionScheme: Number(schemes.permissionScheme),
  });
  const panel = extensionAri(app(), 'panel');
  return { ...site, ids: { ...parts, ...screens, workflow, ...schemes, project: String(created.id), panel } };
}

async function provisionTypeAndStatuses(site: SiteUnderTest) {
  const type = await site.ok<Id>('POST', 'issuetype', { name: 'Policy exception', hierarchyLevel: 0 });
  const [requested, approved] = await site.ok<[Id, Id]>('POST', 'statuses', {
    scope: { type: 'GLOBAL' },
    statuses: [
      { name: 'Requested', statusCategory: 'TODO', description: 'Waits' },
      { name: 'Approved', statusCategory: 'DONE' },
    ],
  });
  return {
    issueType: String(type.id),
    statuses: { requested: String(requested.id), approved: String(approved.id) },
  };
}

async function provisionFields(site: SiteUnderTest) {
  const field = async (name: string, type: string) =>
    String(
      (await site.ok<Id>('POST', 'field', { name, type: `${PLUGIN}:${type}`, description: 'For tests' })).id,
    );
  const fields = {
    text: await field('Policy version', 'textfield'),
    user: await field('Account owner', 'userpicker'),
    select: await field('Environment', 'select'),
  };
  const contexts = await site.ok<{ values: [Id] }>('GET', `field/${fields.select}/context`);
  const context = String(contexts.values[0].id);
  const { options } = await site.ok<{ options: Id[] }>(
    'POST',
    `field/${fields.select}/context/${context}/option`,
    {
      options: [{ value: 'Production' }, { value: 'Sandbox', disabled: true }],
    },
  );
  return { fields, context, options: options.map(({ id }) => String(id)) };
}

async function provisionScreens(site: SiteUnderTest, { fields }: Pick<Provisioned, 'fields'>) {
  const screen = String((await site.ok<Id>('POST', 'screens', { name: 'GOV screen', description: '' })).id);
  const [tab] = await site.ok<[Id]>('GET', `screens/${screen}/tabs`);
  for (const fieldId of ['summary', fields.text, fields.user]) {
    await site.ok('POST', `screens/${screen}/tabs/${String(tab.id)}/fields`, { fieldId });
  }
  const scheme = await site.ok<Id>('POST', 'screenscheme', {
    name: 'GOV screen scheme',
    screens: { default: Number(screen), edit: Number(screen) },
  });
  const screenScheme = String(scheme.id);
  const typeScheme = await site.ok<Id>('POST', 'issuetypescreenscheme', {
    name: 'GOV work type screen scheme',
    issueTypeMappings: [{ issueTypeId: 'default', screenSchemeId: screenScheme }],
  });
  return { screen, tab: String(tab.id), screenScheme, issueTypeScreenScheme: String(typeScheme.id) };
}

async function provisionWorkflow(
  site: SiteUnderTest,
  ids: Pick<Provisioned, 'statuses' | 'screen' | 'fields'>,
) {
  const created = await site.ok<{ workflows: [Provisioned['workflow']] }>(
    'POST',
    'workflows/create',
    workflowPayload(ids),
  );
  const { id, name, version } = created.workflows[0];
  return { id, name, version };
}

/** A workflow of two statuses and the transition Approve, with a screen, a condition and a validator. */
export function workflowPayload({
  statuses,
  screen,
  fields,
}: Pick<Provisioned, 'statuses' | 'screen' | 'fields'>) {
  const forge = (moduleKey: string) => ({
    key: extensionAri(app(), moduleKey),
    config: '{"v":1}',
    id: 'mine',
    disabled: 'false',
  });
  return {
    scope: { type: 'GLOBAL' },
    statuses: [
      { statusReference: 'r', id: statuses.requested, name: 'Requested', statusCategory: 'TODO' },
      { statusReference: 'a', id: statuses.approved, name: 'Approved', statusCategory: 'DONE' },
    ],
    workflows: [
      {
        name: 'GOV: Policy exception',
        description: 'spec-hash: 1',
        startPointLayout: { x: -100, y: -150 },
        statuses: [
          { statusReference: 'r', properties: {}, layout: { x: 0, y: 0 } },
          { statusReference: 'a', properties: { 'jira.issue.editable': 'false' } },
        ],
        transitions: [
          { id: '1', type: 'INITIAL', name: 'Create', toStatusReference: 'r', links: [] },
          {
            id: '11',
            type: 'DIRECTED',
            name: 'Approve',
            toStatusReference: 'a',
            links: [{ fromStatusReference: 'r', fromPort: 0, toPort: 1 }],
            transitionScreen: { ruleKey: 'system:transition-screen', parameters: { screenId: screen } },
            conditions: {
              operation: 'ALL',
              conditionGroups: [],
              conditions: [
                { ruleKey: 'forge:expression-condition', parameters: forge('gov-approver-condition') },
                {
                  ruleKey: 'system:restrict-issue-transition',
                  parameters: { allowUserCustomFields: fields.user },
                },
              ],
            },
            validators: [{ ruleKey: 'forge:expression-validator', parameters: forge('gov-approval-gate') }],
            actions: [],
            triggers: [],
            properties: {},
          },
        ],
      },
    ],
  };
}

async function provisionSchemes(site: SiteUnderTest, issueType: string, workflow: string) {
  const types = await site.ok<{ issueTypeSchemeId: string }>('POST', 'issuetypescheme', {
    name: 'GOV work types',
    issueTypeIds: [issueType],
    defaultIssueTypeId: issueType,
  });
  const workflows = await site.ok<Id>('POST', 'workflowscheme', {
    name: 'GOV workflow scheme',
    defaultWorkflow: 'jira',
    issueTypeMappings: { [issueType]: workflow },
  });
  const permissions = await site.ok<Id>('POST', 'permissionscheme', {
    name: 'GOV permissions',
    permissions: [
      { holder: { type: 'applicationRole' }, permission: 'BROWSE_PROJECTS' },
      { holder: { type: 'group', parameter: 'staff' }, permission: 'CREATE_ISSUES' },
    ],
  });
  return {
    issueTypeScheme: types.issueTypeSchemeId,
    workflowScheme: String(workflows.id),
    permissionScheme: String(permissions.id),
  };
}
