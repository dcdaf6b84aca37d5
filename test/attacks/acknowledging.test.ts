import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { itNamesNoOneInEvidence } from '../acceptance/site/no-one-named.ts';
import { z } from 'zod';
import { PEOPLE, STARTS_WITHIN_MS, type Person } from '../support/sandbox-client.ts';
import type { CloudAccountRequest } from '../acceptance/site/cloud-account-request.ts';
import { COMPLETE, Governance } from '../acceptance/site/governance.ts';
import { setUp } from '../acceptance/site/set-up.ts';
import { bypassesOn, editTransition, withoutGates } from './site/administrator.ts';

const listed = z.object({
  overseen: z
    .object({
      bypasses: z.array(
        z.object({
          id: z.string(),
          ticketKey: z.string(),
          standing: z.looseObject({ state: z.string() }),
        }),
      ),
      judge: z.object({ roleName: z.string(), person: z.string().nullable() }),
    })
    .nullable(),
});

let site: Governance;
beforeAll(async () => {
  site = await Governance.open();
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());

const REASON = 'The account was closed on the same day.';
const JUDGE = 'ceo';

/** Provisioned though its gate was gone: no transition leads back from there. */
async function pastTheLastGate(asker: Person = 'engineer'): Promise<CloudAccountRequest> {
  const request = await site.raise(COMPLETE, asker);
  await request.mustMove(asker, 'Submit');
  await request.mustMove('cloud', 'Approve');
  await editTransition(site, 'Provision', withoutGates);
  await request.mustMove('cloud', 'Provision', { 'Account ID': request.id });
  await setUp(site.sandbox);
  return request;
}

async function bypassOf(request: CloudAccountRequest): Promise<string> {
  const [found] = await request.evidence('gate-bypassed');
  if (!found) throw new Error(`${request.key} did not go around its gates.`);
  return found.id;
}

const acknowledge = (person: Person, bypass: string, reason = REASON) =>
  site.sandbox.as(person).invoke('bypass.acknowledge', { bypass, reason });

async function standingOf(request: CloudAccountRequest, person: Person) {
  const { overseen } = await site.sandbox.as(person).ask('bypass.list', listed);
  return overseen?.bypasses.find(({ ticketKey }) => ticketKey === request.key)?.standing;
}

describe('a bypass on a ticket from which nothing leads back', () => {
  it('is acknowledged by the matrix approver, with a reason: in the evidence, on the ticket, in the list', async () => {
    const request = await pastTheLastGate();
    const bypass = await bypassOf(request);
    expect(await standingOf(request, JUDGE)).toEqual({ state: 'open', youMayAcknowledge: true });
    expect(await acknowledge(JUDGE, bypass)).toEqual({ ok: true, data: { bypass } });
    await site.sandbox.settle();

    expect(await request.evidence('bypass-acknowledged')).toMatchObject([
      {
        actor: site.accountId(JUDGE),
        facts: {
          bypass,
          ticketKey: request.key,
          reason: REASON,
          roleName: 'Executive Owner',
        },
      },
    ]);
    for (const reader of ['admin', 'auditor', JUDGE] as const)
      expect(await standingOf(request, reader)).toMatchObject({ state: 'acknowledged', reason: REASON });
    const { findings, evidence, resolved } = await bypassesOn(site, request);
    expect(findings).toEqual([
      expect.stringMatching(
        /^On .* used Provision.* Acknowledged by Ada Lindqvist, for the Executive Owner, on /,
      ),
    ]);
    expect([evidence.length, resolved.length]).toEqual([1, 0]);
    expect((await request.comments()).filter(said => said.includes('Bypass acknowledged'))).toEqual([
      expect.stringContaining(`“${REASON}” What bypassed its gates counts no more than before.`),
    ]);
  });

  it('is acknowledged once, however often the same person asks, and by no one else then', async () => {
    const request = await pastTheLastGate();
    const bypass = await bypassOf(request);
    expect(await acknowledge(JUDGE, bypass)).toMatchObject({ ok: true });
    expect(await acknowledge(JUDGE, bypass, 'Another reason.')).toMatchObject({ ok: true });
    expect(await request.evidence('bypass-acknowledged')).toMatchObject([{ facts: { reason: REASON } }]);
    expect((await request.comments()).filter(said => said.includes('Bypass acknowledged'))).toHaveLength(1);
  });

  it('is told on the ticket by a repetition, where the comment failed after it was on record', async () => {
    const request = await pastTheLastGate();
    const bypass = await bypassOf(request);
    const match = { function: 'resolver', type: 'jira' as const, path: '/comment' };
    await site.sandbox.fault({ match, status: 500, times: 1 });
    expect(await acknowledge(JUDGE, bypass)).toMatchObject({ ok: false, code: 'FAULT' });
    expect(await acknowledge(JUDGE, bypass)).toMatchObject({ ok: true });
    expect(await request.evidence('bypass-acknowledged')).toHaveLength(1);
    expect((await request.comments()).filter(said => said.includes('Bypass acknowledged'))).toHaveLength(1);
  });

  it('registers no account by being acknowledged', async () => {
    const request = await pastTheLastGate();
    await acknowledge(JUDGE, await bypassOf(request));
    await site.sandbox.run('sweep');
    expect(await site.registeredAccounts()).not.toContainEqual(
      expect.objectContaining({ ticket: request.key }),
    );
  });
});

describe('acknowledging a bypass', () => {
  it.each(PEOPLE.filter(person => person !== JUDGE))('is refused to %s, and leaves it open', async person => {
    const request = await site.submitted();
    await editTransition(site, 'Approve', withoutGates);
    await request.mustMove('cloud', 'Approve');
    await setUp(site.sandbox);
    const refused = await acknowledge(person, await bypassOf(request));
    expect(refused).toEqual({
      ok: false,
      code: 'NOT_MATRIX_APPROVER',
      message: 'Only Ada Lindqvist can, for the Executive Owner.',
    });
    expect(await request.evidence('bypass-acknowledged')).toEqual([]);
    expect(await standingOf(request, JUDGE)).toEqual({ state: 'open', youMayAcknowledge: true });
  });

  it('is refused to who asked for what was let past, and falls to the deputy', async () => {
    const request = await pastTheLastGate(JUDGE);
    const bypass = await bypassOf(request);
    expect(await acknowledge(JUDGE, bypass)).toEqual({
      ok: false,
      code: 'INVOLVED',
      message: `You were involved in this, so you can’t acknowledge it. Only ${site.nameOf('ciso')} can, for the Executive Owner.`,
    });
    expect(await acknowledge('ciso', bypass)).toMatchObject({ ok: true });
    expect(await acknowledge(JUDGE, bypass)).toMatchObject({ ok: false });
  });

  it('is not asked of what was resolved, nor of what never was', async () => {
    const request = await site.submitted();
    await editTransition(site, 'Approve', withoutGates);
    await request.mustMove('cloud', 'Approve');
    await setUp(site.sandbox);
    await request.mustMove('cloud', 'Rework');
    expect(await acknowledge(JUDGE, await bypassOf(request))).toMatchObject({ ok: false, code: 'NOT_OPEN' });
    expect(await standingOf(request, 'auditor')).toMatchObject({ state: 'resolved' });
    expect(await acknowledge(JUDGE, 'never')).toMatchObject({ ok: false, code: 'BYPASS_UNKNOWN' });
  });

  it.each(['', ' \n '])('needs a reason: %j is none', async reason => {
    expect(await acknowledge(JUDGE, 'never', reason)).toMatchObject({ ok: false, code: 'BAD_REQUEST' });
  });

  it('lets a ticket through no gate, and can be followed by Rework', async () => {
    const request = await site.submitted();
    await editTransition(site, 'Approve', withoutGates);
    await request.mustMove('cloud', 'Approve');
    await setUp(site.sandbox);
    expect(await acknowledge(JUDGE, await bypassOf(request))).toMatchObject({ ok: true });
    expect(await request.move('cloud', 'Provision', { 'Account ID': 'waved-through' })).toMatchObject({
      codes: ['NOT_APPROVED_BY_ACCOUNTABLE'],
    });
    await request.mustMove('cloud', 'Rework');
    expect(await request.evidence('bypass-resolved')).toHaveLength(1);
  });
});

describe('the list of bypasses', () => {
  it.each(PEOPLE)('is for administrators, auditors and the matrix approver: %s', async person => {
    const { overseen } = await site.sandbox.as(person).ask('bypass.list', listed);
    const may = ['admin', 'auditor', JUDGE, 'ciso'].includes(person);
    expect(overseen === null).toBe(!may);
    if (may) expect(overseen?.judge).toEqual({ roleName: 'Executive Owner', person: site.nameOf(JUDGE) });
  });
});

itNamesNoOneInEvidence(() => site);
