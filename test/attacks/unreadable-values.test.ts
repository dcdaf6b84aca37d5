import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { access, explained } from '../acceptance/site/access.ts';
import { Governance } from '../acceptance/site/governance.ts';
import { STARTS_WITHIN_MS } from '../support/sandbox-client.ts';
import { AttackedSandbox } from './site/attacked-sandbox.ts';

/** Values that REST refuses and an import can bring: those of one ticket may not stop what is done for the others. */
let attacked: AttackedSandbox;
let site: Governance;

beforeAll(async () => {
  attacked = await AttackedSandbox.start({});
  site = await Governance.of(attacked.sandbox, 'Remit: Access request');
}, STARTS_WITHIN_MS);
afterAll(() => attacked.sandbox.stop());

const imported = async (status: string, until: string) =>
  attacked.import(site, 'Access request', status, {
    values: await access(site),
    creator: 'engineer',
    unchecked: { 'Access until': until },
  });

describe.each(['12026-05-01', '99999-12-31', '01/May/26', ' '])(
  'a ticket whose access ends on “%s”',
  until => {
    it('stops no sweep: what was missed of it and of other tickets is caught up', async () => {
      const strange = await imported('Requested', until);
      const other = await site.unheard(async () => site.raise(await access(site)));
      expect(await other.now()).toMatchObject({ accountable: null });
      await site.sandbox.run('sweep');
      for (const request of [strange, other])
        expect(await request.now()).toMatchObject({ accountable: site.accountId('iam') });
      expect((await explained(site, strange, 'engineer')).transitions).not.toEqual([]);
    });

    it('VALUE_UNREADABLE: is submitted only once it names a day', async () => {
      const request = await imported('Requested', until);
      const refused = await request.move('engineer', 'Submit');
      expect(refused).toMatchObject({ status: 400, codes: ['VALUE_UNREADABLE'] });
      expect(refused.messages.join()).toContain('Access until');
      expect(await request.move('engineer', 'Submit', { 'Access until': await site.day(20) })).toMatchObject({
        status: 204,
      });
    });

    it('is due to be revoked where it was brought along as granted: no end is on record', async () => {
      const request = await imported('Granted', until);
      await site.sandbox.run('sweep');
      expect((await request.now()).labels).toContain('revocation-due');
    });
  },
);
