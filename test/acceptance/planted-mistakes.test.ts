import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { STARTS_WITHIN_MS } from '../support/sandbox-client.ts';
import { Governance } from './site/governance.ts';

/** The common mistakes, planted in a draft for the sample company. */
const PLANTED = new URL('../../sandbox/company/planted/responsibilities.csv', import.meta.url);

const reply = z.object({
  errors: z.number(),
  warnings: z.number(),
  findings: z.array(
    z.object({ code: z.string(), severity: z.string(), rows: z.array(z.string()), message: z.string() }),
  ),
});

let site: Governance;
let draft: z.infer<typeof reply>;

beforeAll(async () => {
  site = await Governance.open();
  await site.import('responsibilities', [readFileSync(PLANTED, 'utf8').trimEnd()]);
  draft = await site.sandbox.as('engineer').ask('matrix.findings', reply, { draft: true });
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());

describe('a mistake planted in the draft is found', () => {
  it.each([
    [
      'N2 a split that names no task of the provider',
      'GENERIC_SPLIT',
      ['n2-one-sided'],
      /provider has no tasks.*Write what each side does/,
    ],
    [
      'N8 the provider’s model, copied to services of different models',
      'GENERIC_SPLIT',
      ['n8-copied.aws', 'n8-copied.github'],
      /different models.*Write for each service/,
    ],
    ['N11 accountability handed to the provider', 'ACCOUNTABLE_NOT_INTERNAL', ['n11-provider'], /./],
    ['N13 a team that is accountable', 'ACCOUNTABLE_IS_A_TEAM', ['n13-team'], /Cloud Team/],
    ['several accountable roles', 'SEVERAL_ACCOUNTABLE', ['two-accountable'], /./],
    ['no accountable role', 'NO_ACCOUNTABLE', ['none-accountable'], /./],
    [
      'a task of the provider that no contract backs',
      'NO_CONTRACT_CLAUSE',
      ['r9-no-clause'],
      /Name the clause/,
    ],
    ['nothing that says how', 'NO_PROCEDURE', ['r9-no-clause'], /Say where the work is described/],
    ['nothing to show an auditor', 'NO_EVIDENCE', ['no-evidence'], /Say what you would show an auditor/],
    ['one question answered twice', 'DUPLICATE_RESPONSIBILITY', ['twice-1', 'twice-2'], /./],
    ['a service that is in no register', 'SERVICE_UNKNOWN', ['no-such-service'], /./],
  ])('%s: %s', (_, code, rows, words) => {
    expect(draft.findings).toContainEqual(
      expect.objectContaining({ code, rows, message: expect.stringMatching(words) as unknown }),
    );
  });

  it('N10 what no one was given, of every material service', () => {
    const gaps = draft.findings.filter(({ code }) => code === 'GRAY_ZONE').map(({ message }) => message);
    for (const service of ['AWS', 'Google Cloud', 'GitHub']) {
      expect(gaps).toContainEqual(expect.stringContaining(`on ${service} isn’t assigned to anyone`));
    }
    expect(gaps.every(message => message.includes('Add a row for'))).toBe(true);
  });

  it('N9 and not before it is fixed can the draft be put up for approval, and so reach a ticket', async () => {
    expect(draft.errors).toBeGreaterThan(0);
    const admin = site.sandbox.as('admin');
    const { ticket } = await admin.ask('matrix.submit', z.object({ ticket: z.string() }));
    await site.sandbox.settle();
    const path = `/rest/api/3/issue/${ticket}/transitions`;
    const offered = z.object({ transitions: z.array(z.object({ id: z.string(), name: z.string() })) });
    const { transitions } = offered.parse((await admin.get(path)).body);
    const id = transitions.find(({ name }) => name === 'Submit')?.id;
    const refused = await admin.post(path, { transition: { id } });
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.body)).toContain('MATRIX_HAS_ERRORS');
    const request = await site.raise();
    expect(await request.now()).toMatchObject({ responsibility: 'asset-account-provisioning.aws @ v1' });
  });

  it('N12 a matrix that no one reviewed for longer than its cadence', async () => {
    const inForce = () => site.sandbox.as('engineer').ask('matrix.findings', reply);
    expect((await inForce()).findings.map(({ code }) => code)).not.toContain('NOT_REVIEWED');
    await site.sandbox.advance('P366D');
    expect((await inForce()).findings).toContainEqual(
      expect.objectContaining({
        code: 'NOT_REVIEWED',
        message: expect.stringMatching(/reviewed every 365\. Review it/) as unknown,
      }),
    );
    const waiting = z.object({ overdueReview: z.string().nullable() });
    const told = async (person: 'ceo' | 'engineer') =>
      (await site.sandbox.as(person).ask('work.mine', waiting)).overdueReview;
    expect(await told('ceo')).toMatch(/reviewed every 365\. Review it/);
    expect(await told('engineer')).toBeNull();
  });
});
