import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { access, granted } from '../acceptance/site/access.ts';
import type { CloudAccountRequest } from '../acceptance/site/cloud-account-request.ts';
import { Governance } from '../acceptance/site/governance.ts';
import { changeGrants } from '../acceptance/site/permissions.ts';
import { STARTS_WITHIN_MS, type Person } from '../support/sandbox-client.ts';
import { addingAWay, driftOnRecord, waveThrough } from './site/administrator.ts';
import { setUp } from '../acceptance/site/set-up.ts';
import { changeWorkflow } from '../acceptance/site/workflow.ts';
import { AttackedSandbox } from './site/attacked-sandbox.ts';

/** In place of Jira's 5,000, so that a test can reach it. */
const MOST_COMMENTS = 12;

let attacked: AttackedSandbox;
let site: Governance;
let accessSite: Governance;

beforeAll(async () => {
  attacked = await AttackedSandbox.start({ settings: { commentsPerWorkItem: MOST_COMMENTS } });
  site = await Governance.of(attacked.sandbox);
  accessSite = await Governance.of(attacked.sandbox, 'Remit: Access request');
  await changeWorkflow(site, addingAWay('Approve', 'Approve'));
}, STARTS_WITHIN_MS);
afterAll(() => attacked.sandbox.stop());

/** Comments until Jira takes no more. */
async function fill(request: CloudAccountRequest): Promise<void> {
  const body = { type: 'doc', version: 1, content: [] };
  for (let comment = 0; comment <= MOST_COMMENTS; comment += 1) {
    const { status } = await site.sandbox.as('engineer').post(request.path('/comment'), { body });
    if (status === 413) return;
    expect(status).toBe(201);
  }
  throw new Error(`${request.key} takes any number of comments.`);
}

const kinds = async (request: CloudAccountRequest) =>
  new Set((await request.evidence()).map(({ kind }) => kind));

const tomorrow = async () => {
  await site.sandbox.advance('P1D');
  await site.sandbox.run('sweep');
};

/** Ways in which Remit can’t say anything, with a person who can edit then; each gives back what it took. */
const WAYS: [
  how: string,
  editor: Person,
  silence: (...requests: CloudAccountRequest[]) => Promise<() => Promise<void>>,
][] = [
  [
    'a work item has as many comments as it may',
    'engineer',
    async (...requests) => {
      for (const request of requests) await fill(request);
      return () => Promise.resolve();
    },
  ],
  [
    'Remit may not comment any more',
    'engineer',
    () => changeGrants(site, grants => grants.filter(({ permission }) => permission !== 'ADD_COMMENTS')),
  ],
  [
    'Remit may neither comment, label nor assign any more',
    'admin',
    () => {
      const taken = ['ADD_COMMENTS', 'EDIT_ISSUES', 'ASSIGN_ISSUES'];
      const administrators = { type: 'group', parameter: 'jira-administrators' };
      return changeGrants(site, grants => [
        ...grants.filter(({ permission }) => !taken.includes(permission)),
        ...taken.map(permission => ({ permission, holder: administrators })),
      ]);
    },
  ],
];

describe.each(WAYS)('where %s', (_, editor, silence) => {
  it('a bypass, a new route and access that ended are on record, and the same on another ticket is told', async () => {
    const bypassed = await site.submitted();
    const rerouted = await site.raise();
    const ending = await granted(accessSite, await access(accessSite, {}, 0));
    const twin = await site.submitted();
    await waveThrough(site, twin, 'admin');
    expect(await kinds(twin)).toContain('gate-bypassed');
    expect((await twin.comments()).filter(text => text.startsWith('Approval bypassed.'))).toHaveLength(1);

    const giveBack = await silence(bypassed, rerouted, ending);
    await waveThrough(site, bypassed, 'admin');
    await rerouted.edit(editor, { 'Cloud service': 'GitHub' });
    await tomorrow();
    await giveBack();
    expect(await kinds(bypassed)).toContain('gate-bypassed');
    expect(await kinds(ending)).toContain('revocation-due');
    expect(await kinds(bypassed)).toContain('notice-refused');
    const routed = await rerouted.evidence('routed');
    expect(JSON.stringify(routed.at(-1)?.facts)).toContain('GitHub');
    expect((await rerouted.now()).responsibility).not.toBeNull();
  }, 120_000);
});

describe('what Remit may do in its own space', () => {
  it.each([
    ['ADD_COMMENTS', 'Add Comments'],
    ['ASSIGN_ISSUES', 'Assign Issues'],
    ['EDIT_ISSUES', 'Edit Issues'],
    ['TRANSITION_ISSUES', 'Transition Issues'],
  ])(
    'is looked at: %s that was taken away is found within the hour, and given back by set-up',
    async (key, name) => {
      const before = (await driftOnRecord(site)).length;
      await changeGrants(site, grants => grants.filter(({ permission }) => permission !== key));
      const drift = (await driftOnRecord(site)).slice(before);
      expect(drift).toMatchObject([{ kind: 'configuration-drifted' }]);
      const [found] = JSON.stringify(drift).match(/Grant the permission [^"]*/) ?? [];
      expect(found).toContain(`Grant the permission ${name} to Remit again`);
      expect(found).toContain('atlassian-addons-project-access');
      await setUp(site.sandbox);
      expect(JSON.stringify((await driftOnRecord(site)).at(-1))).not.toContain('Grant the permission');
    },
    60_000,
  );

  it('is enough when only people lost a permission: that is no drift of its own', async () => {
    const before = await driftOnRecord(site);
    const giveBack = await changeGrants(site, grants =>
      grants.filter(
        ({ permission, holder }) => permission !== 'LINK_ISSUES' || holder.type === 'projectRole',
      ),
    );
    expect(await driftOnRecord(site)).toEqual(before);
    await giveBack();
  });

  it('is told once it is given back: what was found meanwhile is commented the next day', async () => {
    await changeWorkflow(site, addingAWay('Approve', 'Approve'));
    const request = await site.submitted();
    const giveBack = await changeGrants(site, grants =>
      grants.filter(({ permission }) => permission !== 'ADD_COMMENTS'),
    );
    await waveThrough(site, request, 'admin');
    const told = async () =>
      (await request.comments()).filter(text => text.startsWith('Approval bypassed.')).length;
    expect(await told()).toBe(0);
    await giveBack();
    await tomorrow();
    expect(await told()).toBe(1);
    await tomorrow();
    expect(await told()).toBe(1);
    expect(await request.evidence('gate-bypassed')).toHaveLength(1);
  });
});
