import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { STARTS_WITHIN_MS, TestSandbox } from '../support/sandbox-client.ts';
import { COMPLETE, Governance } from './site/governance.ts';
import type { SandboxProcessSettings } from '../support/sandbox/open-sandbox.ts';
import { changeWorkflow, changing } from './site/workflow.ts';

const FINANCE = 'Finance wants a billing owner.';

/** What Jira promises neither way: how many validators run after a refusal, and in which order. */
const SITES: [what: string, settings: SandboxProcessSettings][] = [
  ['runs all validators, the gate first', { validators: 'all', random: 0.99 }],
  ['runs all validators, the gate last', { validators: 'all', random: 0 }],
  ['stops at the first refusal, the gate first', { validators: 'until-first-refusal', random: 0.99 }],
  [
    'stops at the first refusal, the gate last, checks edit screens and finds changes late',
    { validators: 'until-first-refusal', random: 0, editScreens: 'checked', searchLag: 5_000 },
  ],
];

describe.each(SITES)('where Jira %s', (_, settings) => {
  let site: Governance;
  beforeAll(async () => {
    site = await Governance.open({ settings });
    await changeWorkflow(
      site,
      changing('Submit', each => ({ ...each, validators: [...(each.validators ?? []), billingOwner(site)] })),
    );
  }, STARTS_WITHIN_MS);
  afterAll(() => site.sandbox.stop());

  it('a request comes to the same end by the same refusals', async () => {
    const request = await site.raise({ ...COMPLETE, 'Account owner': null });
    const lacksBoth = await request.move('engineer', 'Submit');
    expect(lacksBoth.status).toBe(400);
    const said = [expect.stringMatching(/\(OWNER_NOT_NAMED\)$/), FINANCE] as unknown[];
    if (settings.validators === 'all') expect([...lacksBoth.messages].sort()).toEqual(said.reverse());
    else expect(lacksBoth.messages).toEqual([settings.random === 0 ? FINANCE : said[0]]);

    const owner = { 'Account owner': 'engineer2' };
    expect(await request.move('engineer', 'Submit', owner)).toMatchObject({
      status: 400,
      messages: [FINANCE],
    });
    const billing = { 'Billing owner': 'ceo' };
    expect(await request.move('engineer', 'Submit', billing)).toMatchObject({ codes: ['OWNER_NOT_NAMED'] });
    expect(await request.now()).toMatchObject({ status: 'Requested' });
    expect(await request.move('engineer', 'Submit', { ...owner, ...billing })).toMatchObject({ status: 204 });

    expect(await request.move('engineer', 'Approve')).toMatchObject({ status: 400 });
    expect(await request.move('cloud', 'Approve')).toMatchObject({ status: 204 });
    expect(await request.move('cloud', 'Provision')).toMatchObject({ codes: ['ACCOUNT_ID_MISSING'] });
    const account = { 'Account ID': '1234-5678-9012' };
    expect(await request.move('cloud', 'Provision', account)).toMatchObject({ status: 204 });
    expect(await site.registeredAccounts()).toMatchObject([
      { accountId: '123456789012', ticket: request.key },
    ]);
    expect(await request.comments()).toHaveLength(1);
    const approvals = (await request.evidence('transition-observed')).map(({ facts }) => facts['decision']);
    expect(approvals).not.toContain(null);
  });

  it('the sweep finds what no event told of', async () => {
    const request = await site.unheard(() => site.raise());
    expect(await request.now()).toMatchObject({ accountable: null });
    await site.sandbox.run('sweep');
    expect(await request.now()).toMatchObject({ accountable: site.accountId('cloud') });
  });
});

function billingOwner(site: Governance) {
  const parameters = {
    ruleType: 'fieldRequired',
    fieldsRequired: site.fieldId('Billing owner'),
    ignoreContext: 'true',
    errorMessage: FINANCE,
  };
  return { ruleKey: 'system:validate-field-value', parameters };
}

describe('where Jira lets no app create spaces and workflows', () => {
  it(
    'set-up has the administrator create them',
    async () => {
      const settings = { appMayCreateProjectsAndWorkflows: false };
      const sandbox = await TestSandbox.start({ empty: true, settings });
      try {
        const admin = sandbox.as('admin');
        const progress = z.object({ done: z.boolean() });
        for (let done = false; !done;) ({ done } = await admin.ask('setup.run', progress));
        expect((await admin.get('/rest/api/3/project/GOV')).status).toBe(200);
      } finally {
        await sandbox.stop();
      }
    },
    STARTS_WITHIN_MS,
  );
});
