import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { STARTS_WITHIN_MS, type Person } from '../support/sandbox-client.ts';
import { access } from '../acceptance/site/access.ts';
import { CloudAccountRequest } from '../acceptance/site/cloud-account-request.ts';
import { COMPLETE, Governance } from '../acceptance/site/governance.ts';
import { changeGrants } from '../acceptance/site/permissions.ts';
import { planOf, setUp } from '../acceptance/site/set-up.ts';
import { bypassesOn, driftOnRecord } from './site/administrator.ts';
import { AttackedSandbox, type Past } from './site/attacked-sandbox.ts';
import { moveTo } from './site/bulk.ts';
import { idOf, openElsewhere, placesOf, type Places } from './site/elsewhere.ts';

const CLOUD = 'Cloud account request';
const ACCESS = 'Access request';

let attacked: AttackedSandbox;
let site: Governance;
let accessSite: Governance;
let places: Places;

beforeAll(async () => {
  attacked = await AttackedSandbox.start();
  site = await Governance.of(attacked.sandbox);
  accessSite = await Governance.of(attacked.sandbox, `Remit: ${ACCESS}`);
  places = await placesOf(site);
  await openElsewhere(site, places);
}, STARTS_WITHIN_MS);
afterAll(() => attacked.sandbox.stop());

const provision = (request: CloudAccountRequest) =>
  request.move('cloud', 'Provision', { 'Account ID': request.id });

/** Everything from the beginning, under the gates; then nothing is open any more. */
async function decideAgain(request: CloudAccountRequest): Promise<void> {
  await request.mustMove('cloud', 'Rework');
  await request.mustMove('engineer', 'Submit', COMPLETE);
  await request.mustMove('cloud', 'Approve');
  expect(await provision(request)).toMatchObject({ status: 204 });
  const { evidence, resolved, findings } = await bypassesOn(site, request);
  expect(findings).toEqual([]);
  expect([...resolved].sort()).toEqual(evidence.map(({ id }) => id).sort());
}

async function moved(ticket: CloudAccountRequest, project: 'GOV' | 'ELSE', type: string, person: Person) {
  const to = { project, issueTypeId: idOf(places.types, type) };
  return moveTo(site, person, to, [ticket]);
}

/** A transition of the workflow without gates, which has one to each status. */
async function moveFreely(person: Person, request: CloudAccountRequest, to: string): Promise<void> {
  const shape = z.object({ transitions: z.array(z.object({ id: z.string(), name: z.string() })) });
  const { body } = await site.sandbox.as(person).get(request.path('/transitions'));
  const found = shape.parse(body).transitions.find(({ name }) => name === `To ${to}`);
  const transition = { id: found?.id };
  const made = await site.sandbox.as(person).post(request.path('/transitions'), { transition });
  expect(made.status).toBe(204);
  await site.sandbox.settle();
}

/** Told in order: while the space has no tickets, its workflow scheme can be switched whatever their statuses. */
describe('the space given another workflow scheme', () => {
  const schemes = z.object({ values: z.array(z.object({ id: z.number(), name: z.string() })) });

  it('is on record within the hour, and what was moved there without gates is found', async () => {
    const admin = site.sandbox.as('admin');
    const request = await site.submitted();
    const { values } = schemes.parse((await admin.get('/rest/api/3/workflowscheme')).body);
    const free = values.find(({ name }) => name === 'Anything goes');
    const project = z.object({ id: z.string() }).parse((await admin.get('/rest/api/3/project/GOV')).body);
    const body = { projectId: project.id, targetSchemeId: String(free?.id) };
    expect((await admin.post('/rest/api/3/workflowscheme/project/switch', body)).status).toBe(303);
    await site.sandbox.settle();

    await moveFreely('engineer', request, 'Approved');
    const repair = `Assign Remit’s workflow to the work type ${CLOUD} again`;
    expect((await driftOnRecord(site)).at(-1)).toMatchObject({
      kind: 'configuration-drifted',
      facts: { drift: expect.arrayContaining([expect.objectContaining({ repair })]) },
    });
    expect((await planOf(site.sandbox)).changes).toEqual([
      expect.stringContaining('the scheme of Remit that says which workflows its work types have'),
    ]);
    const { evidence, findings } = await bypassesOn(site, request);
    expect(evidence).toMatchObject([
      {
        actor: site.accountId('engineer'),
        facts: { bypass: 'not permitted by its gate', transition: 'Approve' },
      },
    ]);
    expect(findings).toHaveLength(1);

    await setUp(site.sandbox);
    expect((await driftOnRecord(site)).at(-1)).toMatchObject({ kind: 'configuration-restored' });
    expect((await provision(request)).codes).toEqual(['NOT_APPROVED_BY_ACCOUNTABLE']);
    await decideAgain(request);
  });
});

describe('a ticket that an administrator made another work type', () => {
  it('when it was approved is found, and not approved as what it has become', async () => {
    const request = await accessSite.submitted(await access(accessSite));
    await request.mustMove('iam', 'Approve');
    expect(await moved(request, 'GOV', CLOUD, 'admin')).toMatchObject({ refused: [] });
    const account = new CloudAccountRequest(site, request.id, request.key);
    const { evidence, findings, said } = await bypassesOn(site, account);
    expect(evidence).toMatchObject([
      {
        actor: site.accountId('admin'),
        facts: { bypass: 'moved in with a later status', to: 'Approved', by: site.accountId('admin') },
      },
    ]);
    expect(findings).toEqual([
      expect.stringMatching(/made this a Cloud account request of this space when it stood in Approved/),
    ]);
    expect(said).toHaveLength(1);
    expect((await account.move('app', 'Provision', { 'Account ID': account.id })).codes).toContain(
      'NOT_APPROVED_BY_ACCOUNTABLE',
    );
  });

  it('before it was submitted has passed nothing by', async () => {
    const request = await site.raise();
    await moved(request, 'GOV', ACCESS, 'admin');
    await moved(request, 'GOV', CLOUD, 'admin');
    expect(await bypassesOn(site, request)).toEqual({ evidence: [], resolved: [], findings: [], said: [] });
    await request.mustMove('engineer', 'Submit');
    await request.mustMove('cloud', 'Approve');
    expect(await provision(request)).toMatchObject({ status: 204 });
  });

  it('and back is found twice, the last of them open until the ticket begins again', async () => {
    const request = await site.approved();
    await moved(request, 'GOV', ACCESS, 'admin');
    await moved(request, 'GOV', CLOUD, 'admin');
    const { evidence, resolved, findings } = await bypassesOn(site, request);
    expect(evidence.map(({ facts }) => [facts['bypass'], facts['workType']])).toEqual([
      ['moved in with a later status', ACCESS],
      ['moved in with a later status', CLOUD],
    ]);
    expect([resolved, findings.length]).toEqual([[evidence[0]?.id], 1]);
    expect((await provision(request)).codes).toContain('NOT_APPROVED_BY_ACCOUNTABLE');
    await decideAgain(request);
  });
});

describe('a ticket that was approved in a space without gates', () => {
  it('and brought back is found', async () => {
    const request = await site.submitted();
    await moved(request, 'ELSE', CLOUD, 'admin');
    await moveFreely('cloud', request, 'Approved');
    await moved(request, 'GOV', CLOUD, 'admin');
    expect((await bypassesOn(site, request)).evidence).toMatchObject([
      { actor: site.accountId('admin'), facts: { bypass: 'moved in with a later status', to: 'Approved' } },
    ]);
    expect((await provision(request)).codes).toContain('NOT_APPROVED_BY_ACCOUNTABLE');
    await decideAgain(request);
  });
});

describe('a permission scheme that lets everyone move work items', () => {
  it('is named by the plan, and what people do with it is found; as set-up made it, it lets no one', async () => {
    const request = await site.approved();
    expect((await moved(request, 'GOV', ACCESS, 'engineer')).done).toEqual([]);
    const putBack = await changeGrants(site, grants => [
      ...grants,
      ...grants
        .filter(({ permission }) => permission === 'CREATE_ISSUES')
        .map(({ holder }) => ({ permission: 'MOVE_ISSUES', holder })),
    ]);
    expect((await planOf(site.sandbox)).notices).toContain('MOVE_ISSUES is also granted to anyone signed in');
    for (const type of [ACCESS, CLOUD])
      expect((await moved(request, 'GOV', type, 'engineer')).done).toEqual([request.id]);
    await putBack();
    const { evidence } = await bypassesOn(site, request);
    expect(evidence.map(({ actor }) => actor)).toEqual(Array(2).fill(site.accountId('engineer')));
    expect((await provision(request)).codes).toContain('NOT_APPROVED_BY_ACCOUNTABLE');
    await decideAgain(request);
    expect((await planOf(site.sandbox)).notices).toEqual([]);
  });
});

describe('a ticket that was imported', () => {
  const past = (by: Person, from: string, to: string, hour: number): Past => {
    return { by, at: `2026-01-05T0${String(hour)}:00:00.000Z`, from, to };
  };
  const SUBMITTED = past('engineer', 'Requested', 'Awaiting approval', 7);
  const APPROVED = past('cloud', 'Awaiting approval', 'Approved', 8);
  const imported = async (status: string, history: Past[] = []) => {
    const file = { values: COMPLETE, creator: 'engineer', history } as const;
    const request = await attacked.import(site, CLOUD, status, file);
    await site.sandbox.run('sweep');
    return request;
  };

  it.each<[string, Past[], string[]]>([
    ['no past', [], ['created in a later status']],
    [
      'a past in which the accountable person approved it',
      [SUBMITTED, APPROVED],
      ['not permitted by its gate', 'not permitted by its gate'],
    ],
  ])(
    'as approved, with %s, is found by the next sweep though no one told the app',
    async (_, history, kinds) => {
      const request = await imported('Approved', history);
      const { evidence, findings, said } = await bypassesOn(site, request);
      expect(evidence.map(({ facts }) => facts['bypass'])).toEqual(kinds);
      expect([findings.length, said.length]).toEqual([kinds.length, 1]);
      expect((await provision(request)).codes).toEqual(['NOT_APPROVED_BY_ACCOUNTABLE', 'CONTENT_CHANGED']);
      await decideAgain(request);
    },
  );

  it('as provisioned is found too, and in no register', async () => {
    const request = await imported('Provisioned');
    const { findings } = await bypassesOn(site, request);
    expect(findings).toEqual([
      expect.stringMatching(/created this in Provisioned.*The account is not in the register/),
    ]);
    expect(await site.registeredAccounts()).not.toContainEqual(
      expect.objectContaining({ ticket: request.key }),
    );
  });

  it('as it begins, is a ticket like any other', async () => {
    const request = await imported('Requested');
    expect((await bypassesOn(site, request)).evidence).toEqual([]);
    await request.mustMove('engineer', 'Submit');
    await request.mustMove('cloud', 'Approve');
    expect(await provision(request)).toMatchObject({ status: 204 });
  });
});
