import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { itNamesNoOneInEvidence } from './site/no-one-named.ts';
import { z } from 'zod';
import { STARTS_WITHIN_MS } from '../support/sandbox-client.ts';
import type { CloudAccountRequest } from './site/cloud-account-request.ts';
import { COMPLETE, Governance } from './site/governance.ts';
import { liftLocks } from './site/locks.ts';
import { writes } from './site/writes.ts';

let site: Governance;

beforeAll(async () => {
  site = await Governance.open();
  await liftLocks(site);
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());

const register = z.object({
  findings: z.array(z.object({ code: z.string(), accountId: z.string(), message: z.string() })),
});
const explained = z.object({ findings: z.array(z.object({ code: z.string(), message: z.string() })) });

async function provisioned(): Promise<CloudAccountRequest> {
  const request = await site.approved({ ...COMPLETE, 'Account owner': 'engineer2' });
  await request.mustMove('cloud', 'Provision', { 'Account ID': request.id });
  return request;
}

const ownerOf = async (request: CloudAccountRequest) =>
  (await site.registeredAccounts()).find(({ ticket }) => ticket === request.key)?.owner;
const findingsOf = async () => (await site.sandbox.as('auditor').ask('account.list', register)).findings;
const toldOf = async (request: CloudAccountRequest, text: string) =>
  (await request.comments()).filter(comment => comment.includes(text));

describe('an open ticket whose accountable person leaves', () => {
  it('is routed to the deputy by the sweep, with one comment that says why, and back', async () => {
    const request = await site.submitted({ ...COMPLETE, 'Account owner': 'app' });
    expect(await request.now()).toMatchObject({ accountable: site.accountId('cloud') });
    const before = (await request.comments()).length;
    await site.sandbox.setActive(site.accountId('cloud'), false);
    await site.sandbox.run('sweep');
    expect(await request.now()).toMatchObject({
      accountable: site.accountId('ciso'),
      assignee: site.accountId('ciso'),
    });
    const comments = await request.comments();
    expect(comments).toHaveLength(before + 1);
    expect(comments.at(-1)).toContain('deputy of the Cloud Platform Owner');
    expect(comments.at(-1)).toContain(`Until now it was with ${site.nameOf('cloud')}.`);
    const calls = await site.sandbox.callsDuring(() => site.sandbox.run('sweep'));
    expect(writes(calls)).toEqual([]);
    await site.sandbox.setActive(site.accountId('cloud'), true);
    await site.sandbox.run('sweep');
    expect(await request.now()).toMatchObject({ accountable: site.accountId('cloud') });
    expect(await request.comments()).toHaveLength(before + 2);
  });
});

/** Told in order: the person who left stays away until someone comes back. */
describe('a cloud account whose owner leaves', () => {
  let request: CloudAccountRequest;

  it('is found by the hourly check, weeks later: a label, one comment, one record, findings', async () => {
    request = await provisioned();
    await site.sandbox.advance('P14D');
    await site.sandbox.setActive(site.accountId('engineer2'), false);
    await site.sandbox.run('sweep');
    expect((await request.now()).labels).toEqual(['unowned-account']);
    const [told, ...others] = await toldOf(request, 'unowned');
    expect(others).toEqual([]);
    expect(told).toContain(`${site.nameOf('engineer2')}, who owned`);
    expect(told).toContain(`@${site.nameOf('cloud')} can set Account owner`);
    expect(await request.evidence('account-unowned')).toMatchObject([
      { actor: null, facts: { accountId: request.id, owner: site.accountId('engineer2') } },
    ]);
    expect(await findingsOf()).toMatchObject([{ code: 'OWNER_INACTIVE', accountId: request.id }]);
    const { findings } = await site.sandbox
      .as('engineer')
      .ask('route.explain', explained, { issueKey: request.key });
    expect(findings.map(({ code }) => code)).toContain('OWNER_INACTIVE');
  });

  it('is not told again, and nothing is written, while nothing changes', async () => {
    const calls = await site.sandbox.callsDuring(() => site.sandbox.run('sweep'));
    expect(writes(calls)).toEqual([]);
  });

  it('does not go to anyone who merely can edit the ticket', async () => {
    await request.edit('engineer', { 'Account owner': 'engineer' });
    expect(await ownerOf(request)).toBe(site.accountId('engineer2'));
    expect((await request.now()).labels).toEqual(['unowned-account']);
    expect(await toldOf(request, 'Account owner change rejected.')).toHaveLength(1);
    const { findings } = await site.sandbox
      .as('engineer')
      .ask('route.explain', explained, { issueKey: request.key });
    expect(findings.map(({ code }) => code)).toContain('OWNER_NOT_FOLLOWED');
  });

  it('is listed as not followed, without a ticket being read', async () => {
    const calls = await site.sandbox.callsDuring(async () => {
      const told = (await findingsOf()).find(({ code }) => code === 'OWNER_NOT_FOLLOWED');
      expect(told?.message).toMatch(new RegExp(`^${request.key} names .* but the register wasn’t changed`));
    });
    expect(calls.filter(({ path }) => /\/issue|\/search/.test(path))).toEqual([]);
  });

  it('goes to whom the accountable person names: the register, the label and the record follow', async () => {
    await request.edit('cloud', { 'Account owner': 'app' });
    expect(await ownerOf(request)).toBe(site.accountId('app'));
    expect((await request.now()).labels).toEqual([]);
    expect(await findingsOf()).toEqual([]);
    expect(await request.evidence('account-owner-changed')).toMatchObject([
      {
        actor: site.accountId('cloud'),
        facts: { owner: site.accountId('engineer2'), to: site.accountId('app') },
      },
    ]);
    const calls = await site.sandbox.callsDuring(() => site.sandbox.run('sweep'));
    expect(writes(calls)).toEqual([]);
  });

  it('is caught up with by the sweep where the event of the edit was lost', async () => {
    await site.unheard(() => request.editAtOnce('cloud', { 'Account owner': 'iam' }));
    expect(await ownerOf(request)).toBe(site.accountId('app'));
    await site.sandbox.run('sweep');
    expect(await ownerOf(request)).toBe(site.accountId('iam'));
  });
});

itNamesNoOneInEvidence(() => site);
