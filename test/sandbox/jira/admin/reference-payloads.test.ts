import { pathToFileURL } from 'node:url';
import { expect, it } from '@jest/globals';
import { describeWithShared } from '../../../support/shared.ts';
import { siteUnderTest, type SiteUnderTest } from './site-under-test.ts';

/** The payloads that the reference scripts prove, by their names; ids in them are of another site. */
type Payloads = Record<string, Record<string, unknown>>;

interface Id {
  id: string | number;
}

const PLUGIN = 'com.atlassian.jira.plugin.system.customfieldtypes';

describeWithShared('the payloads of the reference', 'reference/jira-rest/payloads.mjs', path => {
  it('set up a space, step by step, with the ids of this site', async () => {
    const payloads = (await import(pathToFileURL(path).href)) as Payloads;
    const site = siteUnderTest();
    const renamed = await payloadsOfThisSite(site, payloads);
    const steps: [string, string, string][] = [
      ['POST', 'workflows/create/validation', 'validateCreateWorkflows'],
      ['POST', 'workflows/create', 'createWorkflows'],
      ['POST', 'issuetypescheme', 'createIssueTypeScheme'],
      ['POST', 'screenscheme', 'createScreenScheme'],
      ['POST', 'issuetypescreenscheme', 'createITSS'],
      ['POST', 'workflowscheme', 'createWorkflowScheme'],
    ];
    const answers = new Map<string, unknown>();
    for (const [method, route, name] of steps) {
      answers.set(name, await site.ok(method, route, renamed(name)));
    }
    expect(answers.get('validateCreateWorkflows')).toEqual({ errors: [] });
    expect(answers.get('createWorkflows')).toMatchObject({ workflows: [{ name: 'GOV: Policy change v1' }] });
  });

  it('a project with schemes and a template is refused, as the official description says', async () => {
    const { createProject } = (await import(pathToFileURL(path).href)) as Payloads;
    const site = siteUnderTest();
    const schemes = {
      issueTypeScheme: 10000,
      issueTypeScreenScheme: 1,
      workflowScheme: 10000,
      permissionScheme: 0,
    };
    const body = { ...createProject, ...schemes, leadAccountId: 'admin' };
    const refused = await site.call('POST', 'project', body);
    expect(refused).toMatchObject({
      status: 400,
      body: { errors: { projectTemplateKey: expect.any(String) } },
    });
    const { projectTemplateKey, ...withoutTemplate } = body as Record<string, unknown>;
    expect(projectTemplateKey).toBeDefined();
    expect((await site.call('POST', 'project', withoutTemplate)).status).toBe(201);
  });
});

/** Makes what the payloads refer to and answers them with the ids that it got. */
async function payloadsOfThisSite(
  site: SiteUnderTest,
  payloads: Payloads,
): Promise<(name: string) => unknown> {
  const create = async (path: string, body: unknown) => String((await site.ok<Id>('POST', path, body)).id);
  const [draft] = await site.ok<[Id]>('POST', 'statuses', {
    scope: { type: 'GLOBAL' },
    statuses: [{ name: 'Draft', statusCategory: 'TODO', description: '' }],
  });
  const type = await create('issuetype', payloads['createIssueType']);
  const screen = await create('screens', payloads['createScreen']);
  const text = await create('field', payloads['createField']);
  const user = await create('field', { name: 'Approver', type: `${PLUGIN}:userpicker` });
  const { id: scheme } = await site.ok<Id>('POST', 'screenscheme', {
    name: 'Base',
    screens: { default: Number(screen) },
  });
  const ids: [was: string, is: string][] = [
    ['"10100"', `"${String(draft.id)}"`],
    ['"10101"', '"10001"'],
    ['"10010"', `"${type}"`],
    ['"10011"', '"10002"'],
    ['"10201"', `"${screen}"`],
    ['"10210"', `"${String(scheme)}"`],
    ['"10211"', `"${String(scheme)}"`],
    ['10200', screen],
    ['customfield_10050', text],
    ['customfield_10051', user],
    ['customfield_10052', text],
    ['5b10ac8d82e05b22cc7d4ef5', 'admin'],
  ];
  // Through placeholders, so that an id which was put in is never taken for one that was there.
  return name => {
    let body = JSON.stringify(payloads[name]);
    for (const [index, [was]] of ids.entries()) body = body.replaceAll(was, `@${String(index)}@`);
    for (const [index, [, is]] of ids.entries()) body = body.replaceAll(`@${String(index)}@`, is);
    return JSON.parse(body) as unknown;
  };
}
