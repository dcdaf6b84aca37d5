import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { PEOPLE, STARTS_WITHIN_MS, type Person } from '../support/sandbox-client.ts';
import { FUNCTIONS } from '../../src/contract/functions.ts';
import { AUDIENCES, harmlessPayload, MAY } from './site/audiences.ts';
import type { CloudAccountRequest } from './site/cloud-account-request.ts';
import { Governance } from './site/governance.ts';
import { changeGrants } from './site/permissions.ts';
import { writes } from './site/writes.ts';

let site: Governance;
let request: CloudAccountRequest;

beforeAll(async () => {
  site = await Governance.open();
  request = await site.submitted();
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());

describe.each(AUDIENCES)('%s', (functionKey, audience) => {
  const asked = () => harmlessPayload(functionKey, request.key);

  it.each(PEOPLE.map(person => [person, MAY[audience].includes(person)] as const))(
    `is for ${audience}: %s, %s`,
    async (person, may) => {
      const reply = await site.sandbox.as(person).invoke(functionKey, asked());
      const code = reply.ok ? 'answered' : reply.code;
      if (may) expect(['NOT_ALLOWED', 'NOT_SIGNED_IN', 'FAULT']).not.toContain(code);
      else expect(reply).toMatchObject({ ok: false, code: 'NOT_ALLOWED' });
    },
  );

  it('writes nothing for someone who may not call it', async () => {
    const others = PEOPLE.filter(person => !MAY[audience].includes(person));
    const calls = await site.sandbox.callsDuring(async () => {
      for (const person of others) await site.sandbox.as(person).invoke(functionKey, asked());
    });
    expect(writes(calls.filter(call => call.function === 'resolver'))).toEqual([]);
    expect(calls.filter(({ type }) => type === 'sql' && others.length > 0)).toEqual([]);
  });

  it('answers no one who is not signed in', async () => {
    const { status } = await site.sandbox.request(null, 'POST', `/sandbox/invoke/${functionKey}`, {
      payload: asked(),
    });
    expect(status).toBe(401);
  });

  it('takes no payload but its own', async () => {
    const reply = await site.sandbox.as('admin').invoke(functionKey, { ...asked(), smuggled: 'x' });
    expect(reply).toMatchObject({ ok: false, code: 'BAD_REQUEST' });
  });
});

describe('a function that only reads', () => {
  const reading = AUDIENCES.filter(([name]) => FUNCTIONS[name].effect === 'reads');

  it.each(reading)('%s: writes nothing', async (functionKey, audience) => {
    await site.sandbox.settle();
    const calls = await site.sandbox.callsDuring(async () => {
      for (const person of MAY[audience])
        await site.sandbox.as(person).invoke(functionKey, harmlessPayload(functionKey, request.key));
    });
    expect(writes(calls)).toEqual([]);
  });
});

describe('a function that there is not', () => {
  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty', 'route', 'route.explain.all'])(
    '%s: is refused, and is no fault',
    async name => {
      expect(await site.sandbox.as('admin').invoke(name, {})).toEqual({
        ok: false,
        code: 'UNKNOWN_FUNCTION',
        message: 'This page asked for something that Remit doesn’t know. Reload the page.',
      });
    },
  );
});

describe('route.explain', () => {
  it('takes the work item from the page, too', async () => {
    const explained = await site.sandbox
      .as('engineer')
      .invoke('route.explain', {}, { issueKey: request.key });
    expect(explained).toMatchObject({
      ok: true,
      data: { issueKey: request.key, route: { accountable: { name: site.nameOf('cloud') } } },
    });
  });

  it('tells each reader why they cannot decide, and the accountable person that they can', async () => {
    const approve = async (person: Person) => {
      const outlook = z.object({
        transitions: z.array(
          z.object({ name: z.string(), youMay: z.boolean(), whyNot: z.string().optional() }),
        ),
      });
      const { transitions } = await site.sandbox
        .as(person)
        .ask('route.explain', outlook, { issueKey: request.key });
      return transitions.find(({ name }) => name === 'Approve');
    };
    expect(await approve('engineer')).toMatchObject({
      youMay: false,
      whyNot: expect.stringMatching(new RegExp(`created.* Waiting for ${site.nameOf('cloud')}`)) as unknown,
    });
    expect(await approve('auditor')).toMatchObject({
      youMay: false,
      whyNot: `Only ${site.nameOf('cloud')} can do this.`,
    });
    expect(await approve('cloud')).toEqual({ name: 'Approve', youMay: true });
  });

  it('says nothing about a work item that is not there, or that the reader may not see', async () => {
    const engineer = site.sandbox.as('engineer');
    const missing = await engineer.invoke('route.explain', { issueKey: 'GOV-9999' });
    expect(missing).toMatchObject({ ok: false, code: 'NOT_FOUND' });

    const putBack = await changeGrants(site, grants =>
      grants.filter(({ permission }) => permission !== 'BROWSE_PROJECTS'),
    );
    const hidden = await engineer.invoke('route.explain', { issueKey: request.key });
    expect(hidden).toMatchObject({ ok: false, code: 'NOT_FOUND' });
    // Jira itself shows no panel on a work item that its reader may not see.
    await expect(engineer.invoke('route.explain', {}, { issueKey: request.key })).rejects.toThrow(/404/);
    expect(await engineer.invoke('owner.find', { text: 'AWS' })).toMatchObject({
      ok: false,
      code: 'NOT_ALLOWED',
    });
    await putBack();
    expect(await engineer.invoke('route.explain', { issueKey: request.key })).toMatchObject({ ok: true });
    expect(await engineer.invoke('owner.find', { text: 'AWS' })).toMatchObject({ ok: true });
  });
});
