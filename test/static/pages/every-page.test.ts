import { describe, expect, it } from '@jest/globals';
import { everyPage } from '../../../static/src/api/every-page';
import type { Reply } from '../../../src/contract/reply';

interface Page {
  row: string;
  cursor?: string;
}
const pages: Record<string, Page> = {
  '': { row: 'a', cursor: 'two' },
  two: { row: 'b', cursor: 'three' },
  three: { row: 'c' },
};
const read = (cursor = ''): Promise<Reply<Page>> => {
  const page = pages[cursor];
  return Promise.resolve(page ? { ok: true, data: page } : { ok: false, code: 'GONE', message: 'Gone' });
};

describe('a list in pages', () => {
  it('is read to its end', async () => {
    const rows: string[] = [];
    const refused = await everyPage(
      read,
      ({ cursor }) => cursor,
      ({ row }) => rows.push(row) > 0,
    );
    expect([refused, rows]).toEqual([null, ['a', 'b', 'c']]);
  });

  it('is read no further than wanted', async () => {
    const rows: string[] = [];
    await everyPage(
      read,
      ({ cursor }) => cursor,
      ({ row }) => rows.push(row) < 2,
    );
    expect(rows).toEqual(['a', 'b']);
  });

  it('ends with the refusal of a page', async () => {
    const refused = await everyPage(
      read,
      () => 'gone',
      () => true,
    );
    expect(refused).toMatchObject({ code: 'GONE' });
  });
});
