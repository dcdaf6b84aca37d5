import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { access } from '../acceptance/site/access.ts';
import { Governance } from '../acceptance/site/governance.ts';
import { STARTS_WITHIN_MS } from '../support/sandbox-client.ts';
import { AttackedSandbox } from './site/attacked-sandbox.ts';

/** More than a list shows. */
const GRANTS = 104;

const work = z.object({ carryOut: z.array(z.object({ key: z.string() })) });

let attacked: AttackedSandbox;
let site: Governance;

beforeAll(async () => {
  attacked = await AttackedSandbox.start({});
  site = await Governance.of(attacked.sandbox, 'Remit: Access request');
}, STARTS_WITHIN_MS);
afterAll(() => attacked.sandbox.stop());

const granted = async (until: string) =>
  attacked.import(site, 'Access request', 'Granted', {
    values: await access(site, { 'Access until': until }),
    creator: 'engineer',
  });

describe('access that has ended, among more grants than a list shows', () => {
  it('comes first for the person who has to revoke it, and the others follow', async () => {
    const later = await site.day(300);
    for (let grant = 0; grant < GRANTS; grant += 1) await granted(later);
    await site.sandbox.run('sweep');
    const due = await granted(await site.day(-1));
    await site.sandbox.run('sweep');
    expect((await due.now()).labels).toContain('revocation-due');
    const { carryOut } = await site.sandbox.as('app').ask('work.mine', work, {});
    expect(carryOut[0]?.key).toBe(due.key);
    expect(new Set(carryOut.map(({ key }) => key)).size).toBe(100);
  }, 180_000);
});
