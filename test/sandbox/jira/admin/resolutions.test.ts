import { describe, expect, it } from '@jest/globals';
import { siteUnderTest } from './site-under-test.ts';

interface Resolution {
  id: string;
  name: string;
}

describe('the resolutions of the site', () => {
  it('are those of a new Jira, and can be read one by one', async () => {
    const site = siteUnderTest();
    const all = await site.ok<Resolution[]>('GET', 'resolution', undefined, 'engineer');
    expect(all.map(({ name }) => name)).toEqual(['Done', "Won't Do", 'Duplicate', 'Cannot Reproduce']);
    const [done] = all;
    expect(await site.ok('GET', `resolution/${done?.id ?? ''}`)).toEqual(done);
    expect((await site.refused('GET', 'resolution/9')).status).toBe(404);
  });

  it('can be added to by an administrator, under a name of their own', async () => {
    const site = siteUnderTest();
    const { id } = await site.ok<Resolution>('POST', 'resolution', {
      name: 'Expired',
      description: 'Its time is over.',
    });
    expect(await site.ok('GET', `resolution/${id}`)).toMatchObject({
      name: 'Expired',
      description: 'Its time is over.',
    });
    expect((await site.ok<Resolution[]>('GET', 'resolution')).map(one => one.id)).toContain(id);
    expect((await site.refused('POST', 'resolution', { name: 'expired' })).status).toBe(400);
    expect((await site.refused('POST', 'resolution', { name: 'x'.repeat(61) })).status).toBe(400);
    expect((await site.refused('POST', 'resolution', { name: 'Ended' }, 'engineer')).status).toBe(403);
  });

  it('are searched by id, page by page; none is the default', async () => {
    const site = siteUnderTest();
    const found = (query: string) =>
      site.ok<{ total: number; isLast: boolean; values: Resolution[] }>('GET', `resolution/search${query}`);
    expect(await found('?maxResults=3')).toMatchObject({ total: 4, isLast: false });
    expect((await found('?id=10001&id=10003&id=9')).values.map(({ name }) => name)).toEqual([
      "Won't Do",
      'Cannot Reproduce',
    ]);
    expect(await found('?onlyDefault=true')).toMatchObject({ total: 0, values: [] });
  });
});
