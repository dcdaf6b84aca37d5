import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { STARTS_WITHIN_MS } from '../support/sandbox-client.ts';
import { access } from '../acceptance/site/access.ts';
import { COMPLETE, Governance } from '../acceptance/site/governance.ts';

const changelog = z.object({
  values: z.array(z.object({ items: z.array(z.object({ field: z.string() })) })),
});

/** Whether Jira's changelog tells of fields that an app declares is documented nowhere: nothing may rest on it. */
describe('where the changelog leaves out the app’s fields', () => {
  let site: Governance;
  let accessSite: Governance;
  beforeAll(async () => {
    site = await Governance.open({ settings: { appFieldsInChangelog: 'left out' } });
    accessSite = await Governance.of(site.sandbox, 'Remit: Access request');
  }, STARTS_WITHIN_MS);
  afterAll(() => site.sandbox.stop());

  it('it tells of everything else', async () => {
    const request = await site.submitted();
    const { body } = await site.sandbox.as('auditor').get(request.path('/changelog'));
    const fields = changelog.parse(body).values.flatMap(({ items }) => items.map(({ field }) => field));
    expect(fields).toEqual(expect.arrayContaining(['status', 'assignee']));
    expect(fields).not.toContain('Accountable');
    expect((await request.now()).accountable).toBe(site.accountId('cloud'));
  });

  it('an account is approved and provisioned, and no one else decides', async () => {
    const request = await site.submitted();
    expect(await request.move('engineer', 'Approve')).toMatchObject({ status: 400 });
    await request.mustMove('cloud', 'Approve');
    await request.mustMove('cloud', 'Provision', { 'Account ID': '123456789012' });
    expect(await site.registeredAccounts()).toContainEqual(expect.objectContaining({ ticket: request.key }));
  });

  it('access is approved, granted and revoked', async () => {
    const request = await accessSite.submitted(await access(accessSite));
    await request.mustMove('iam', 'Approve');
    await request.mustMove('app', 'Grant');
    expect(await request.move('engineer2', 'Revoke')).toMatchObject({ status: 400 });
    await request.mustMove('app', 'Revoke');
  });

  it('ROUTE_STALE: a ticket whose route changed unheard is not approved by the person who stood there', async () => {
    const request = await site.submitted({ ...COMPLETE, 'Cloud service': 'Google Cloud' });
    const match = { function: 'on-upkeep-job', path: '/search/jql' };
    await site.sandbox.fault({ match, status: 500, times: 1 });
    await site.appoint(`cloud-platform-owner,secops@aurora.example,holder,${await site.day()},`);
    expect(await request.move('cloud', 'Approve')).toMatchObject({ status: 400, codes: ['ROUTE_STALE'] });
    expect(await request.move('secops', 'Approve')).toMatchObject({ status: 204 });
  });
});
