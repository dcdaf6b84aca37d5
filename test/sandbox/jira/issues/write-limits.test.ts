import { describe, expect, it } from '@jest/globals';
import { governanceSite } from './governance-site.ts';

describe('writing too often', () => {
  it('is refused after 20 writes to one work item in 2 seconds, no matter who writes', async () => {
    const gov = governanceSite();
    const [key, other] = [await gov.create(), await gov.create()];
    const edit = (of: string, turn: number) =>
      gov.refused(turn % 2 ? 'engineer' : 'approver', 'PUT', `issue/${of}/properties/p`, turn);
    for (let turn = 0; turn < 20; turn++) expect((await edit(key, turn)).status).toBeLessThan(300);
    const limited = await edit(key, 20).catch((error: unknown) => String(error));
    expect(JSON.stringify(limited)).toContain('429');
    expect((await edit(other, 0)).status).toBe(201);
    gov.clock.advance(2_000);
    expect((await edit(key, 21)).status).toBe(200);
  });

  it('is answered with the seconds to wait', async () => {
    const { WriteLimit } = await import('../../../../sandbox/jira/issues/write-limit.ts');
    const limit = new WriteLimit();
    for (let turn = 0; turn < 20; turn++) expect(limit.spend(['1'], 1_000 + turn)).toBeUndefined();
    expect(limit.spend(['2', '1'], 1_500)).toMatchObject({ status: 429, headers: { 'Retry-After': '2' } });
    expect(limit.spend(['2'], 1_500)).toBeUndefined();
    expect(limit.spend(['1'], 3_001)).toBeUndefined();
  });

  it('is refused after 100 writes in 30 seconds, however they are spread', async () => {
    const { WriteLimit } = await import('../../../../sandbox/jira/issues/write-limit.ts');
    const limit = new WriteLimit();
    for (let turn = 0; turn < 100; turn++) expect(limit.spend(['1'], turn * 200)).toBeUndefined();
    expect(limit.spend(['1'], 20_000)).toMatchObject({ status: 429, headers: { 'Retry-After': '10' } });
    expect(limit.spend(['1'], 30_000)).toBeUndefined();
    expect(limit.spend(['1'], 30_000)).toMatchObject({ headers: { 'Retry-After': '1' } });
  });
});
