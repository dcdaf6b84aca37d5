import { beforeEach, describe, expect, it } from '@jest/globals';
import { anotherWorkflow, type Change, type Loose } from './another-workflow.ts';
import { provisionedSite, workflowPayload, type ProvisionedSite } from './provisioned.ts';

let site: ProvisionedSite;

beforeEach(async () => {
  site = await provisionedSite();
});

const payload = (change?: Change) => anotherWorkflow(site.ids, change);

interface Read {
  statuses: { id: string; statusReference: string }[];
  workflows: { version: { id: string; versionNumber: number }; transitions: Loose[]; name: string }[];
}

const read = () => site.ok<Read>('POST', 'workflows', { workflowIds: [site.ids.workflow.id] });

describe('a workflow', () => {
  it('reads back as it was written, with its own ids of statuses', async () => {
    const { workflows, statuses } = await read();
    expect(statuses.map(({ id, statusReference }) => [id, statusReference])).toEqual([
      [site.ids.statuses.requested, site.ids.statuses.requested],
      [site.ids.statuses.approved, site.ids.statuses.approved],
    ]);
    expect(workflows[0]?.transitions[1]).toMatchObject({
      id: '11',
      type: 'DIRECTED',
      links: [{ fromStatusReference: site.ids.statuses.requested, fromPort: 0, toPort: 1 }],
      toStatusReference: site.ids.statuses.approved,
      transitionScreen: { ruleKey: 'system:transition-screen', parameters: { screenId: site.ids.screen } },
      conditions: {
        operation: 'ALL',
        conditions: [
          { ruleKey: 'forge:expression-condition' },
          { ruleKey: 'system:restrict-issue-transition' },
        ],
      },
      validators: [
        { ruleKey: 'forge:expression-validator', parameters: { config: '{"v":1}', disabled: 'false' } },
      ],
    });
  });

  it('gives the rules of apps another parameters.id at every reading', async () => {
    const idOf = (answer: Read) => {
      const validators = answer.workflows[0]?.transitions[1]?.['validators'] as {
        parameters: { id: string };
      }[];
      return validators[0]?.parameters.id;
    };
    const [first, second] = [idOf(await read()), idOf(await read())];
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(second).not.toBe(first);
  });

  it('is found by a part of its name, so that an exact name needs comparing', async () => {
    await site.ok(
      'POST',
      'workflows/create',
      payload((_a, w) => (w['name'] = 'GOV: Policy exception v2')),
    );
    const found = await site.ok<{ values: { name: string; transitions?: unknown }[]; total: number }>(
      'GET',
      'workflows/search?queryString=gov: policy exception',
    );
    expect(found.values.map(({ name }) => name)).toEqual([
      'GOV: Policy exception',
      'GOV: Policy exception v2',
    ]);
    expect(found.values[0]).not.toHaveProperty('transitions');
    const active = await site.ok<{ values: { name: string }[] }>('GET', 'workflows/search?isActive=true');
    expect(active.values.map(({ name }) => name)).toEqual(['GOV: Policy exception', 'jira']);
  });

  const updating = (change: (workflow: Loose) => void = () => undefined) => {
    const { statuses, workflows } = workflowPayload(site.ids);
    const [{ statuses: places, transitions }] = workflows as [(typeof workflows)[number]];
    const workflow: Loose = {
      id: site.ids.workflow.id,
      version: site.ids.workflow.version,
      statuses: places,
      transitions: transitions.slice(0, 1),
    };
    change(workflow);
    return { statuses, workflows: [workflow] };
  };

  it('is replaced as a whole, under a new version', async () => {
    const [{ version, transitions }] = (
      await site.ok<{ workflows: [Read['workflows'][number]] }>('POST', 'workflows/update', updating())
    ).workflows;
    expect(version).toMatchObject({ versionNumber: site.ids.workflow.version.versionNumber + 1 });
    expect(version.id).not.toBe(site.ids.workflow.version.id);
    expect(transitions.map(({ id }) => id)).toEqual(['1']);
  });

  it('refuses 409 a change of a version that is no longer the present one', async () => {
    const number = await site.refused(
      'POST',
      'workflows/update',
      updating(w => (w['version'] = { ...site.ids.workflow.version, versionNumber: 7 })),
    );
    expect(number.status).toBe(409);
    await site.ok('POST', 'workflows/update', updating());
    const late = await site.call('POST', 'workflows/update', updating());
    expect(late.status).toBe(409);
  });

  it('keeps a status that work items are in', async () => {
    const { records } = site.site.context;
    records.issues.put({
      id: '1',
      key: 'GOV-1',
      projectId: site.ids.project,
      issueTypeId: site.ids.issueType,
      statusId: site.ids.statuses.approved,
      created: '',
      updated: '',
      creator: 'admin',
      fields: {},
      properties: {},
    });
    const without = updating(workflow => {
      workflow['statuses'] = [{ statusReference: 'r', properties: {} }];
    });
    const refused = await site.refused('POST', 'workflows/update', without);
    expect(refused).toMatchObject({
      status: 400,
      body: { errorMessages: [expect.stringContaining("'Approved'")] },
    });
    records.issues.remove('1');
    expect((await site.call('POST', 'workflows/update', without)).status).toBe(200);
  });

  it('is not the one that Jira comes with', async () => {
    const jira = site.site.context.records.workflows.find(({ name }) => name === 'jira');
    const refused = await site.refused(
      'POST',
      'workflows/update',
      updating(w => Object.assign(w, { id: jira?.id, version: jira?.version })),
    );
    expect(refused).toMatchObject({
      status: 400,
      body: { errorMessages: [expect.stringContaining("'jira' cannot be edited")] },
    });
  });

  it('goes once no scheme has it', async () => {
    const created = await site.ok<{ workflows: [{ id: string }] }>('POST', 'workflows/create', payload());
    expect((await site.call('DELETE', `workflow/${created.workflows[0].id}`)).status).toBe(204);
    expect((await site.call('DELETE', `workflow/${created.workflows[0].id}`)).status).toBe(404);
    expect((await site.call('DELETE', `workflow/${site.ids.workflow.id}`)).status).toBe(400);
  });
});
