import type { Scenario, ScenarioPerson } from '../../../../sandbox/scenario/scenario.ts';

const LEAD = { accountId: '712020:lead', displayName: 'Lena Lead', email: 'lead@greeter.example' };

/** A team with one space and a task in it, made on the first start only. */
export const scenario: Scenario = {
  accounts: [
    { ...LEAD, groups: ['jira-administrators'], hint: 'Leads the team' },
    { accountId: '712020:dev', displayName: 'Devin Dev', email: 'dev@greeter.example' },
  ],
  async setUp(site) {
    const lead = site.as(LEAD.email);
    if ((await lead.request('GET', '/rest/api/3/project/TEAM')).status === 200) return;
    const project = { key: 'TEAM', name: 'Team', projectTypeKey: 'business', leadAccountId: LEAD.accountId };
    await made(lead, 'project', project);
    const fields = { project: { key: 'TEAM' }, issuetype: { name: 'Task' }, summary: 'Say hello' };
    await made(lead, 'issue', { fields });
    await site.settle();
    site.report('Space TEAM made');
  },
};

async function made(person: ScenarioPerson, what: string, payload: unknown): Promise<void> {
  const { status, body } = await person.request('POST', `/rest/api/3/${what}`, payload);
  if (status !== 201) throw new Error(`${what} answered ${String(status)}: ${JSON.stringify(body)}`);
}
