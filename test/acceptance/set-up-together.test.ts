import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { PEOPLE_FIELDS } from '../../src/domain/work-type/fields.ts';
import { WORK_TYPES } from '../../src/domain/work-types/work-types.ts';
import { STARTS_WITHIN_MS, TestSandbox } from '../support/sandbox-client.ts';
import { Governance } from './site/governance.ts';
import { appointEveryone, planOf, setUp } from './site/set-up.ts';
import { writes } from './site/writes.ts';

const progress = z.object({ done: z.boolean() });

/** A person is slower: this is so that the two meet often, and within Forge's limits. */
const UNTIL_CONTINUED_MS = 50;

/**
 * One window in which set-up is run to its end; whenever it is refused, it is continued: on a slow machine the other is
 * at it for long. @returns the refusals
 */
async function windowOf(sandbox: TestSandbox): Promise<string[]> {
  const refusals: string[] = [];
  for (let call = 0; call < 200;) {
    const reply = await sandbox.as('admin').invoke('setup.run');
    if (!reply.ok) {
      refusals.push(reply.code);
      await setTimeout(UNTIL_CONTINUED_MS);
      continue;
    }
    call += 1;
    if (progress.parse(reply.data).done) return refusals;
  }
  throw new Error('Set-up does not come to an end.');
}

/** The names of everything of a kind on the site. */
async function namesOf(sandbox: TestSandbox, path: string, key = 'values'): Promise<string[]> {
  const { body } = await sandbox.as('admin').get(`/rest/api/3/${path}`);
  const things = Array.isArray(body) ? (body as unknown) : (body as Record<string, unknown>)[key];
  return z
    .array(z.object({ name: z.string() }))
    .parse(things)
    .map(({ name }) => name);
}

const ofRemit = (names: readonly string[]) => names.filter(name => name.startsWith('Remit')).sort();

describe('two administrators who set up an empty site at the same time', () => {
  let sandbox: TestSandbox;
  let refusals: string[][];

  beforeAll(async () => {
    sandbox = await TestSandbox.start({ empty: true });
    refusals = await Promise.all([windowOf(sandbox), windowOf(sandbox)]);
  }, STARTS_WITHIN_MS);
  afterAll(() => sandbox.stop());

  it('are told that the other is at it, and nothing worse', () => {
    expect(refusals.flat().length).toBeGreaterThan(0);
    expect(new Set(refusals.flat())).toEqual(new Set(['SET_UP_UNDER_WAY']));
  });

  it.each(Object.values(PEOPLE_FIELDS).map(({ name }) => name))('make one field %s', async name => {
    const fields = await namesOf(sandbox, 'field/search?type=custom&maxResults=100');
    expect(fields.filter(each => each === name)).toHaveLength(1);
  });

  it.each([
    ['screens', 'screens?queryString=Remit&maxResults=100'],
    ['screen schemes', 'screenscheme?queryString=Remit'],
    ['work type screen schemes', 'issuetypescreenscheme?queryString=Remit'],
    ['work type schemes', 'issuetypescheme?queryString=Remit'],
    ['workflows', 'workflows/search?queryString=Remit'],
    ['workflow schemes', 'workflowscheme'],
  ])('make each of the %s once', async (_, path) => {
    const names = ofRemit(await namesOf(sandbox, path));
    expect(names.length).toBeGreaterThan(0);
    expect(names).toEqual([...new Set(names)]);
  });

  it('make one permission scheme, one space and each work type once', async () => {
    expect(ofRemit(await namesOf(sandbox, 'permissionscheme', 'permissionSchemes'))).toHaveLength(1);
    expect(await namesOf(sandbox, 'project/search')).toEqual(['Governance']);
    const types = await namesOf(sandbox, 'issuetype');
    for (const { name } of WORK_TYPES) expect(types.filter(each => each === name)).toHaveLength(1);
  });

  it('leave nothing to do, one entry of evidence for each change, and a site that works', async () => {
    expect(await planOf(sandbox)).toEqual({ complete: true, changes: [], notices: [], people: [] });
    expect(writes(await sandbox.callsDuring(() => setUp(sandbox)))).toEqual([]);
    const entry = z.object({ facts: z.object({ changes: z.array(z.string()), outcome: z.string() }) });
    const { entries } = await sandbox
      .as('admin')
      .ask('evidence.list', z.object({ entries: z.array(entry) }), { kind: 'set-up-step' });
    const changes = entries.flatMap(({ facts }) => facts.changes);
    expect(changes).toEqual([...new Set(changes)]);
    expect(new Set(entries.map(({ facts }) => facts.outcome))).toEqual(new Set(['as planned']));
    const site = await Governance.of(sandbox);
    await appointEveryone(site);
    const request = await site.approved();
    await request.mustMove('cloud', 'Provision', { 'Account ID': '111122223333' });
  });
});
