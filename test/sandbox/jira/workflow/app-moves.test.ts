import { describe, expect, it } from '@jest/globals';
import {
  all,
  APP,
  doc,
  FIELD,
  forgeRule,
  governanceSite,
  PLACE,
  STATUS,
  TRANSITION,
  type Caller,
  type GovernanceSite,
  type SiteOptions,
} from '../issues/governance-site.ts';

/** Only the app sees this transition: the expression names its account. */
const ONLY_THE_APP = { expression: `user.accountId == "${APP.accountId}"` };

const byApp = (options: SiteOptions = {}): SiteOptions => ({
  conditions: [{ key: 'who-may', name: 'Who may', expression: 'false' }],
  ...options,
  transitions: transitions => {
    transitions.approve.conditions = all(forgeRule('condition', 'who-may', ONLY_THE_APP));
    options.transitions?.(transitions);
  },
});

async function awaiting(gov: GovernanceSite): Promise<string> {
  const key = await gov.create();
  await gov.move('engineer', key, TRANSITION.submit);
  return key;
}

async function offered(gov: GovernanceSite, as: Caller, key: string): Promise<string[]> {
  const { transitions } = await gov.ok<{ transitions: { name: string }[] }>(
    as,
    'GET',
    `issue/${key}/transitions`,
  );
  return transitions.map(({ name }) => name);
}

/** Takes what the role of apps is granted away from it. */
function withoutRoleOfApps({ site }: GovernanceSite, permission: string): void {
  const { permissionSchemes } = site.context.records;
  const scheme = permissionSchemes.get('706');
  if (!scheme) throw new Error('There is no permission scheme.');
  const permissions = scheme.permissions.filter(
    grant => grant.permission !== permission || grant.holder.type !== 'projectRole',
  );
  permissionSchemes.put({ ...scheme, permissions });
}

describe('a transition that is the app’s alone', () => {
  it('is hidden from people, administrators among them, and refused to them by its id', async () => {
    const gov = governanceSite(byApp());
    const key = await awaiting(gov);
    for (const person of ['engineer', 'approver', 'admin', 'appAsEngineer'] as const) {
      expect(await offered(gov, person, key)).toEqual(['Reject']);
      expect(await gov.move(person, key, TRANSITION.approve)).toMatchObject({
        status: 400,
        body: { errorMessages: [`Transition id '${TRANSITION.approve}' is not valid for this issue.`] },
      });
    }
    expect(gov.statusOf(key)).toBe(STATUS.awaiting);
  });

  it('is seen and made by the app, whose account the changelog names', async () => {
    const gov = governanceSite(byApp());
    const key = await awaiting(gov);
    expect(await offered(gov, 'app', key)).toEqual(['Approve', 'Reject']);
    expect((await gov.move('app', key, TRANSITION.approve)).status).toBe(204);
    expect(gov.statusOf(key)).toBe(STATUS.approved);
    const { values } = await gov.ok<{ values: unknown[] }>('engineer', 'GET', `issue/${key}/changelog`);
    expect(values.at(-1)).toMatchObject({
      author: { accountId: APP.accountId, accountType: 'app' },
      items: [{ field: 'status', to: STATUS.approved }],
    });
    expect(gov.events.at(-1)).toMatchObject({
      eventType: 'avi:jira:updated:issue',
      atlassianId: APP.accountId,
    });
  });

  it('passes its validators, expressions with the app as the user and functions alike', async () => {
    const told = { key: 'gate', name: 'Gate' };
    const isApp = { key: 'is-app', name: 'Is the app', expression: ONLY_THE_APP.expression };
    const gov = governanceSite(
      byApp({
        validators: [told, isApp],
        transitions: ({ approve }) => {
          approve.validators = [forgeRule('validator', 'gate'), forgeRule('validator', 'is-app')];
        },
        validate: () => Promise.resolve({ result: gov.clock.ahead() > 0, errorMessage: 'Too early.' }),
      }),
    );
    const key = await awaiting(gov);
    expect(await gov.move('app', key, TRANSITION.approve)).toMatchObject({
      status: 400,
      body: { errorMessages: ['Too early.'] },
    });
    gov.clock.advance(1_000);
    expect((await gov.move('app', key, TRANSITION.approve)).status).toBe(204);
    expect(gov.validated).toHaveLength(2);
  });

  it('takes the permission, which the app has by its role', async () => {
    const gov = governanceSite(byApp());
    const key = await awaiting(gov);
    withoutRoleOfApps(gov, 'TRANSITION_ISSUES');
    expect(await offered(gov, 'app', key)).toEqual([]);
    expect((await gov.move('app', key, TRANSITION.approve)).status).toBe(400);
  });
});

describe('a ticket that the app creates', () => {
  const fields = {
    ...PLACE,
    summary: 'Review of the exception',
    description: doc('Due by the end of the month.'),
    [FIELD.owner]: { accountId: 'approver' },
  };

  it('has the app as its creator and reporter, and can be moved by it', async () => {
    const gov = governanceSite(byApp());
    const { key } = await gov.ok<{ key: string }>('app', 'POST', 'issue', { fields });
    const seen = await gov.ok<{ fields: Record<string, unknown> }>('engineer', 'GET', `issue/${key}`);
    expect(seen.fields).toMatchObject({
      creator: { accountId: APP.accountId },
      reporter: { accountId: APP.accountId },
      description: fields.description,
    });
    expect((await gov.move('app', key, TRANSITION.submit)).status).toBe(204);
  });

  it('can have someone else as its reporter, which takes a permission of its own', async () => {
    const gov = governanceSite(byApp());
    const reported = { ...fields, reporter: { accountId: 'engineer' } };
    const { key } = await gov.ok<{ key: string }>('app', 'POST', 'issue', { fields: reported });
    expect(await gov.ok('app', 'GET', `issue/${key}?fields=reporter`)).toMatchObject({
      fields: { reporter: { accountId: 'engineer' } },
    });
    withoutRoleOfApps(gov, 'MODIFY_REPORTER');
    expect(await gov.refused('app', 'POST', 'issue', { fields: reported })).toMatchObject({
      status: 400,
      body: { errors: { reporter: expect.stringContaining('cannot be set') } },
    });
  });

  it('is refused without the permission to create', async () => {
    const gov = governanceSite(byApp());
    withoutRoleOfApps(gov, 'CREATE_ISSUES');
    expect((await gov.refused('app', 'POST', 'issue', { fields })).status).toBe(400);
    withoutRoleOfApps(gov, 'BROWSE_PROJECTS');
    expect((await gov.refused('app', 'GET', 'issue/GOV-1')).status).toBe(404);
  });
});
