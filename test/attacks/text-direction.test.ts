import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { COMPLETE, Governance } from '../acceptance/site/governance.ts';
import { MatrixOffice } from '../acceptance/site/matrix-office.ts';
import { setUp } from '../acceptance/site/set-up.ts';
import { STARTS_WITHIN_MS } from '../support/sandbox-client.ts';
import { editTransition, withoutGates } from './site/administrator.ts';

/** Text of others in what Remit says: whatever letters are in it, the sentence around it reads as it is written. */
let site: Governance;
let office: MatrixOffice;

beforeAll(async () => {
  site = await Governance.open();
  office = await MatrixOffice.of(site);
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());

const ROLE = 'בעל \u202Eהענן';
const SHOWN = '\u2068בעל הענן\u2069';
const owners = z.object({ answers: z.array(z.object({ role: z.string(), line: z.string() })) });
const overseen = z.object({
  overseen: z.object({ bypasses: z.array(z.object({ id: z.string(), ticketKey: z.string() })) }),
});
const evidence = z.object({ entries: z.array(z.object({ kind: z.string(), message: z.string() })) });

/** The matrix is approved with what the register says now. */
async function approveMatrix(frequency: string): Promise<void> {
  await office.put('asset-account-provisioning.aws', { frequency });
  const change = await office.opened();
  await change.mustMove('admin', 'Submit');
  await change.mustMove('ceo', 'Approve');
}

describe('a role whose name turns what follows it', () => {
  it('is isolated in the comment, on the panel, and where one asks who owns what', async () => {
    await site.import('roles', ['key,name,kind,charter', `cloud-platform-owner,${ROLE},internal,`]);
    await approveMatrix('Weekly');
    const request = await site.submitted();
    const [routed = ''] = await request.comments();
    expect(routed).toContain(
      `, the ${SHOWN}, who is accountable for Cloud account provisioning on AWS in matrix v2.`,
    );
    const explained = z.object({ route: z.object({ reason: z.string() }) });
    const { route } = await site.sandbox
      .as('cloud')
      .ask('route.explain', explained, { issueKey: request.key });
    expect(route.reason).toMatch(
      new RegExp(`^The ${SHOWN} is accountable for Cloud account provisioning on AWS`),
    );
    const found = await site.sandbox
      .as('engineer')
      .ask('owner.find', owners, { text: 'account provisioning aws' });
    expect(found.answers[0]?.line).toContain(
      `(${SHOWN}) is accountable for Cloud account provisioning on AWS.`,
    );
    expect(await request.move('cloud', 'Approve')).toMatchObject({ status: 204 });
  });

  it('is kept as it was typed, less its direction characters, and comes back by an import', async () => {
    const exported = z.object({ csv: z.string() });
    const { csv } = await site.sandbox.as('admin').ask('register.export', exported, { dataset: 'roles' });
    expect(csv).toContain(',בעל הענן,');
    expect(csv).not.toMatch(/\p{Bidi_Control}/u);
    const again = await site.sandbox
      .as('admin')
      .invoke('register.import', { dataset: 'roles', csv, dryRun: true });
    expect(again).toMatchObject({ ok: true, data: { changed: 0, added: 0 } });
  });
});

describe('a reason that turns what follows it', () => {
  it.each([
    ['an override', '\u202Eclosed', '“closed” The bypassed step still doesn’t count.'],
    ['what closes an isolate', 'closed\u2069\u202E', '“closed” The bypassed step still doesn’t count.'],
    ['another script', 'נסגר (1', '“\u2068נסגר (1\u2069” The bypassed step still doesn’t count.'],
  ])('is isolated on the ticket and in the evidence: %s', async (_, reason, said) => {
    const request = await site.approved(COMPLETE);
    await editTransition(site, 'Provision', withoutGates);
    await request.mustMove('cloud', 'Provision', { 'Account ID': request.id });
    await setUp(site.sandbox);
    const listed = await site.sandbox.as('ceo').ask('bypass.list', overseen);
    const bypass = listed.overseen.bypasses.find(({ ticketKey }) => ticketKey === request.key)?.id;
    expect(
      await site.sandbox.as('ceo').invoke('bypass.acknowledge', { bypass, reason: '\u202E\u2069\u200B' }),
    ).toMatchObject({
      ok: false,
      code: 'BAD_REQUEST',
    });
    expect(await site.sandbox.as('ceo').invoke('bypass.acknowledge', { bypass, reason })).toMatchObject({
      ok: true,
    });
    await site.sandbox.settle();
    expect((await request.comments()).at(-1)).toContain(said);
    const { entries } = await site.sandbox
      .as('auditor')
      .ask('evidence.read', evidence, { ticket: request.key });
    const acknowledged = entries.find(({ kind }) => kind === 'bypass-acknowledged');
    expect(acknowledged?.message).toContain(said.slice(0, said.indexOf('”') + 1));
  });
});
