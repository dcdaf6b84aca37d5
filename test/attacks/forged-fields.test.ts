import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { STARTS_WITHIN_MS, type Person } from '../support/sandbox-client.ts';
import type { CloudAccountRequest } from '../acceptance/site/cloud-account-request.ts';
import { COMPLETE, Governance, type Values } from '../acceptance/site/governance.ts';

/** The plain cases, by the fields' own ids, are in acceptance/app-fields.test.ts. */
const FORGERIES: [field: string, value: string][] = [
  ['Accountable', 'engineer2'],
  ['Performer', 'engineer2'],
  ['Accountable role', 'CISO'],
  ['Responsibility', 'gov-default @ v1'],
  ['Content hash', '0'.repeat(64)],
];

const fields = z.array(z.object({ id: z.string(), key: z.string().optional(), name: z.string() }));

/** Everything by which someone may hope that Jira knows the field, with the field's own id first. */
async function namesOf(site: Governance, field: string): Promise<string[]> {
  const known = fields.parse((await site.sandbox.as('engineer').get('/rest/api/3/field')).body);
  const { id, key = '' } = known.find(({ name }) => name === field) ?? { id: '' };
  const moduleKey = key.split('__').at(-1) ?? '';
  const number = id.replace('customfield_', '');
  return [id, key, field, field.toLowerCase(), id.toUpperCase(), `cf[${number}]`, number, moduleKey];
}

/** The bodies that carry a value, under each name, as a value and as an operation. */
async function forgedBodies(site: Governance, field: string, value: string) {
  const [, forged] = Object.entries(site.asFields({ [field]: value }))[0] ?? [];
  const names = await namesOf(site, field);
  return names.flatMap(name => [
    [`fields.${name}`, { fields: { [name]: forged } }] as const,
    [`update.${name}`, { update: { [name]: [{ set: forged }] } }] as const,
  ]);
}

async function submitCarrying(site: Governance, request: CloudAccountRequest, person: Person, body: object) {
  const transition = { id: site.transitionId('Submit') };
  const answer = await site.sandbox.as(person).post(request.path('/transitions'), { transition, ...body });
  await site.sandbox.settle();
  return answer;
}

describe.each([
  ['where Jira keeps read-only fields from people', {}],
  [
    'where Jira lets transitions and creations carry them',
    { readOnlyOnTransition: 'accept', readOnlyOnCreate: 'accept' },
  ],
] as const)('%s', (_, settings) => {
  let site: Governance;
  beforeAll(async () => {
    site = await Governance.open({ settings });
  }, STARTS_WITHIN_MS);
  afterAll(() => site.sandbox.stop());

  it.each(FORGERIES)('%s is carried by no Submit and no edit, under whatever name', async (field, value) => {
    const request = await site.raise();
    const before = await request.now();
    for (const [name, body] of await forgedBodies(site, field, value)) {
      const moved = await submitCarrying(site, request, 'engineer', body);
      expect([name, moved.status]).toEqual([name, 400]);
      const edited = await site.sandbox.as('engineer').put(request.path(), body);
      expect([name, edited.status]).toEqual([name, 400]);
    }
    await site.sandbox.settle();
    expect(await request.now()).toEqual(before);
    expect(await request.move('engineer', 'Submit')).toMatchObject({ status: 204 });
  });

  it.each(FORGERIES)(
    '%s is carried by no Approve: without a screen nothing of it arrives',
    async (field, value) => {
      const request = await site.submitted();
      const forged: Values = { [field]: value };
      expect(await request.move('engineer2', 'Approve', forged)).toMatchObject({ status: 400 });
      const before = await request.now();
      expect(await request.move('cloud', 'Approve', forged)).toMatchObject({ status: 204 });
      const { assignee, ...after } = await request.now();
      expect({ ...after, assignee }).toEqual({ ...before, status: 'Approved', assignee });
      expect(await request.move('engineer2', 'Provision', { 'Account ID': request.key })).toMatchObject({
        status: 400,
      });
    },
  );

  it('a creation of many at once brings none along', async () => {
    const place = {
      project: { key: 'GOV' },
      issuetype: { name: 'Cloud account request' },
      summary: 'Forged',
    };
    const all = Object.fromEntries(FORGERIES);
    const issueUpdates = [{ fields: { ...place, ...site.asFields({ ...COMPLETE, ...all }) } }];
    const answer = await site.sandbox.as('engineer').post('/rest/api/3/issue/bulk', { issueUpdates });
    await site.sandbox.settle();
    if (answer.status === 400) return;
    const created = z.object({ issues: z.array(z.object({ key: z.string() })) }).parse(answer.body);
    const [{ key } = { key: '' }] = created.issues;
    const { body } = await site.sandbox.as('engineer').get(`/rest/api/3/issue/${key}`);
    const twin = await site.raise();
    const fieldsOf = z.object({ fields: z.record(z.string(), z.unknown()) });
    const right = fieldsOf.parse((await site.sandbox.as('engineer').get(twin.path())).body).fields;
    for (const [field] of FORGERIES)
      expect([field, fieldsOf.parse(body).fields[site.fieldId(field)]]).toEqual([
        field,
        right[site.fieldId(field)],
      ]);
  });
});

describe('a Content hash that came with the creation', () => {
  let site: Governance;
  beforeAll(async () => {
    site = await Governance.open({ settings: { readOnlyOnCreate: 'accept' } });
  }, STARTS_WITHIN_MS);
  afterAll(() => site.sandbox.stop());

  it('is emptied, and stands for no Submit: gates compare with the decision on record', async () => {
    const honest = await site.submitted();
    const { contentHash } = await honest.now();
    const forged = await site.raise({ ...COMPLETE, 'Content hash': contentHash });
    expect(await forged.now()).toMatchObject({ contentHash: null });
    expect(await forged.move('cloud', 'Approve')).toMatchObject({ status: 400 });
    expect(await forged.now()).toMatchObject({ status: 'Requested' });
    expect(await honest.move('cloud', 'Approve')).toMatchObject({ status: 204 });
  });
});
