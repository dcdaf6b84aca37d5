import { describe, expect, it } from '@jest/globals';
import { csvText, withinLimit } from '../../../static/src/panels/set-up/csv-file';

const bytes = (text: string, encoding: BufferEncoding) => {
  const buffer = Buffer.from(text, encoding);
  return buffer.buffer.slice(buffer.byteOffset, buffer.byteOffset + buffer.byteLength);
};

describe('a file to import', () => {
  it('is read as UTF-8, without the mark that some programs put before it', () => {
    expect(csvText(bytes('\uFEFFkey\nö', 'utf8'))).toEqual({ ok: true, text: 'key\nö' });
  });

  it('is refused in another encoding', () => {
    expect(csvText(bytes('key\nö', 'latin1'))).toMatchObject({
      ok: false,
      message: expect.stringContaining('UTF-8'),
    });
  });

  it('is refused when it is too long to be sent', () => {
    expect(withinLimit('x'.repeat(450_000)).ok).toBe(true);
    expect(withinLimit('x'.repeat(450_001))).toMatchObject({
      ok: false,
      message: expect.stringContaining('450,000'),
    });
  });
});
