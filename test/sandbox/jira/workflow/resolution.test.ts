import { describe, expect, it } from '@jest/globals';
import {
  all,
  forgeRule,
  governanceSite,
  TRANSITION,
  type GovernanceSite,
  type SiteOptions,
} from '../issues/governance-site.ts';

const DONE = '10000';
const WONT_DO = '10001';

const sets = (resolution: string) => ({
  id: 'action',
  ruleKey: 'system:update-field',
  parameters: { field: 'resolution', value: resolution, mode: 'replace' },
});

/** Rejecting resolves, submitting takes the resolution back. */
const resolving: SiteOptions = {
  transitions: ({ submit, reject }) => {
    reject.actions = [sets(WONT_DO)];
    submit.actions = [sets('')];
  },
};

interface Seen {
  resolution: { id: string; name: string } | null;
  resolutiondate: string | null;
}

async function seen(gov: GovernanceSite, key: string): Promise<Seen> {
  const path = `issue/${key}?fields=resolution,resolutiondate`;
  return (await gov.ok<{ fields: Seen }>('engineer', 'GET', path)).fields;
}

async function found(gov: GovernanceSite, jql: string): Promise<string[]> {
  const body = { jql: `project = GOV AND ${jql}`, fields: ['key'] };
  const { issues } = await gov.ok<{ issues: { key: string }[] }>('engineer', 'POST', 'search/jql', body);
  return issues.map(({ key }) => key).sort();
}

describe('a resolution', () => {
  it('is set on the screen of a transition, and dated', async () => {
    const gov = governanceSite();
    const key = await gov.create();
    expect(await seen(gov, key)).toEqual({ resolution: null, resolutiondate: null });
    const fields = { resolution: { name: 'Done' } };
    expect((await gov.move('engineer', key, TRANSITION.submit, { fields })).status).toBe(204);
    expect(await seen(gov, key)).toMatchObject({
      resolution: { id: DONE, name: 'Done' },
      resolutiondate: expect.stringMatching(/\+0000$/),
    });
  });

  it('is offered on the screen with all that there are', async () => {
    const gov = governanceSite();
    const key = await gov.create();
    const path = `issue/${key}/transitions?expand=transitions.fields`;
    expect(await gov.ok('engineer', 'GET', path)).toMatchObject({
      transitions: [
        { fields: { resolution: { allowedValues: [{ id: DONE }, { id: WONT_DO }, {}, {}] } } },
        {},
      ],
    });
  });

  it('is set by a post function, told in the changelog, and taken back by another', async () => {
    const gov = governanceSite(resolving);
    const key = await gov.create();
    await gov.move('engineer', key, TRANSITION.reject);
    expect(await seen(gov, key)).toMatchObject({ resolution: { id: WONT_DO } });
    const { values } = await gov.ok<{ values: { items: unknown[] }[] }>(
      'engineer',
      'GET',
      `issue/${key}/changelog`,
    );
    expect(values[0]?.items).toContainEqual({
      field: 'resolution',
      fieldtype: 'jira',
      fieldId: 'resolution',
      from: null,
      fromString: null,
      to: WONT_DO,
      toString: "Won't Do",
    });
  });

  it('loses its date when it is cleared, and keeps it when it is set to what it is', async () => {
    const gov = governanceSite();
    const key = await gov.create();
    const resolve = (resolution: object | null) =>
      gov.ok('engineer', 'PUT', `issue/${key}`, { fields: { resolution, summary: `At ${gov.clock.iso()}` } });
    await resolve({ id: DONE });
    const { resolutiondate } = await seen(gov, key);
    gov.clock.advance(60_000);
    await resolve({ id: DONE });
    expect((await seen(gov, key)).resolutiondate).toBe(resolutiondate);
    await resolve({ id: WONT_DO });
    expect((await seen(gov, key)).resolutiondate).not.toBe(resolutiondate);
    await resolve(null);
    expect(await seen(gov, key)).toEqual({ resolution: null, resolutiondate: null });
  });

  it('can be there from the creation, by a post function', async () => {
    const gov = governanceSite({
      transitions: ({ create }) => {
        create.actions = [sets(DONE)];
      },
    });
    expect(await seen(gov, await gov.create())).toMatchObject({
      resolution: { id: DONE },
      resolutiondate: expect.any(String),
    });
  });

  it.each([
    ['resolution = Unresolved', ['GOV-1']],
    ['resolution is EMPTY', ['GOV-1']],
    ['resolution != unresolved', ['GOV-2', 'GOV-3']],
    ['resolution is not EMPTY', ['GOV-2', 'GOV-3']],
    ['resolution = Done', ['GOV-2']],
    ['resolution in (Unresolved, "Won\'t Do")', ['GOV-1', 'GOV-3']],
    ['resolution = 10001', ['GOV-3']],
    ['resolutiondate >= -1d', ['GOV-2', 'GOV-3']],
  ])('is found by JQL: %s', async (jql, expected) => {
    const gov = governanceSite();
    for (const resolution of [null, { id: DONE }, { id: WONT_DO }]) {
      const key = await gov.create();
      if (resolution) await gov.ok('engineer', 'PUT', `issue/${key}`, { fields: { resolution } });
    }
    expect(await found(gov, jql)).toEqual(expected);
  });

  it('is read by expressions', async () => {
    const expression = "issue.resolution == null || issue.resolution.name == 'Done'";
    const gov = governanceSite({
      conditions: [{ key: 'who-may', name: 'Who may', expression }],
      transitions: ({ submit }) => {
        submit.conditions = all(forgeRule('condition', 'who-may'));
      },
    });
    const offered = async () => {
      const answer = await gov.ok<{ transitions: { name: string }[] }>(
        'engineer',
        'GET',
        'issue/GOV-1/transitions',
      );
      return answer.transitions.map(({ name }) => name);
    };
    await gov.create();
    const seenBy: string[][] = [await offered()];
    for (const id of [DONE, WONT_DO]) {
      await gov.ok('engineer', 'PUT', 'issue/GOV-1', { fields: { resolution: { id } } });
      seenBy.push(await offered());
    }
    expect(seenBy).toEqual([['Submit', 'Reject'], ['Submit', 'Reject'], ['Reject']]);
  });

  it('that there is not is refused', async () => {
    const gov = governanceSite();
    const key = await gov.create();
    const answer = await gov.refused('engineer', 'PUT', `issue/${key}`, {
      fields: { resolution: { id: '9' } },
    });
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: { resolution: 'The resolution selected is invalid.' } },
    });
  });
});
