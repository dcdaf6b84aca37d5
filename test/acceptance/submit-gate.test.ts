import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LEAVER, STARTS_WITHIN_MS } from '../support/sandbox-client.ts';
import { z } from 'zod';
import { COMPLETE, Governance, type Values } from './site/governance.ts';

let site: Governance;
/** The app's own account. */
let remit: string;

beforeAll(async () => {
  site = await Governance.open();
  remit = await appAccount();
}, STARTS_WITHIN_MS);
afterAll(() => site.sandbox.stop());

interface Refusal {
  code: string;
  /** What is wrong with the ticket. */
  lacks: () => Values;
  /** The message names what is wrong and where to fix it. */
  says: RegExp;
  /** What sets it right on the transition's screen. */
  fix: Values;
}

const REFUSALS: Refusal[] = [
  {
    code: 'FIELD_MISSING',
    lacks: () => ({ Environment: null }),
    says: /^Environment is empty\. Fill it in, on this screen or on the ticket/,
    fix: { Environment: 'Staging' },
  },
  {
    code: 'FIELD_MISSING',
    lacks: () => ({ Environment: null, 'Data classification': null }),
    says: /^Environment and Data classification are empty\. Fill them in, on this screen or on the ticket/,
    fix: { Environment: 'Staging', 'Data classification': 'Public' },
  },
  {
    code: 'OWNER_NOT_NAMED',
    lacks: () => ({ 'Account owner': null }),
    says: /This account has no owner yet\. Name .* in Account owner, on this screen or on the ticket/,
    fix: { 'Account owner': 'engineer2' },
  },
  {
    code: 'OWNER_INACTIVE',
    lacks: () => ({ 'Account owner': LEAVER }),
    says: /^Oskar Nyman has no active account .* Name someone else in Account owner/,
    fix: { 'Account owner': 'engineer2' },
  },
  {
    code: 'OWNER_IS_NOT_A_PERSON',
    lacks: () => ({ 'Account owner': remit }),
    says: /is not a person .* Name a person in Account owner/,
    fix: { 'Account owner': 'engineer2' },
  },
  {
    code: 'SECURITY_CONTACT_NOT_NAMED',
    lacks: () => ({ 'Security contact': null }),
    says: /Name someone in Security contact/,
    fix: { 'Security contact': 'secops' },
  },
  {
    code: 'ACCOUNT_INACTIVE',
    lacks: () => ({ 'Security contact': LEAVER }),
    says: /^Oskar Nyman in Security contact has no active account .* Choose someone else/,
    fix: { 'Security contact': 'secops' },
  },
  {
    code: 'ACCOUNT_INACTIVE',
    lacks: () => ({ 'Billing owner': LEAVER }),
    says: /^Oskar Nyman in Billing owner has no active account .* Choose someone else/,
    fix: { 'Billing owner': null },
  },
];

describe('Submit', () => {
  it.each(REFUSALS)(
    'refuses $code with what to do, and lets the same ticket pass once it is done',
    async refusal => {
      const { code, lacks, says, fix } = refusal;
      const request = await site.raise({ ...COMPLETE, ...lacks() });
      const refused = await request.move('engineer', 'Submit');
      expect(refused).toMatchObject({ status: 400, codes: [code] });
      expect(refused.messages).toEqual([expect.stringMatching(says)]);
      expect(refused.messages[0]).toMatch(new RegExp(`\\(${code}\\)$`));
      expect(await request.now()).toMatchObject({ status: 'Requested' });
      expect(await request.move('engineer', 'Submit', fix)).toMatchObject({ status: 204 });
      expect(await request.now()).toMatchObject({ status: 'Awaiting approval' });
    },
  );

  it('refuses what is set on the screen just like what stands on the ticket', async () => {
    const request = await site.raise();
    const refused = await request.move('engineer', 'Submit', { 'Account owner': LEAVER, Environment: null });
    expect(refused).toMatchObject({ status: 400, codes: ['FIELD_MISSING', 'OWNER_INACTIVE'] });
    expect(await request.move('engineer', 'Submit')).toMatchObject({ status: 204 });
  });

  it('names everything that is missing at once, each thing once', async () => {
    const request = await site.raise({});
    expect(await request.move('engineer', 'Submit')).toMatchObject({
      status: 400,
      codes: ['FIELD_MISSING', 'OWNER_NOT_NAMED', 'SECURITY_CONTACT_NOT_NAMED'],
    });
    expect(await request.move('engineer', 'Submit', COMPLETE)).toMatchObject({ status: 204 });
    expect(await request.now()).toMatchObject({
      status: 'Awaiting approval',
      accountable: site.accountId('cloud'),
    });
  });

  it('records each refusal with its codes, and no one as having done anything', async () => {
    const request = await site.raise({ ...COMPLETE, 'Account owner': null });
    await request.move('engineer', 'Submit');
    expect(await request.evidence('gate-decided')).toMatchObject([
      {
        actor: null,
        facts: { transition: 'Submit', verdict: 'refuse', refusals: [{ code: 'OWNER_NOT_NAMED' }] },
      },
    ]);
  });
});

/** The account that comments on tickets as the app. */
async function appAccount(): Promise<string> {
  const request = await site.raise();
  const { body } = await site.sandbox.as('admin').get(request.path('/comment'));
  const authors = z.object({ comments: z.array(z.object({ author: z.object({ accountId: z.string() }) })) });
  return authors.parse(body).comments[0]?.author.accountId ?? '';
}
