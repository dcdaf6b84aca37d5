import { describe, expect, it } from '@jest/globals';
import { csvText, inParts, withinLimit } from '../../../static/src/panels/set-up/csv-file';

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
    expect(withinLimit('x'.repeat(10_000_000)).ok).toBe(true);
    expect(withinLimit('x'.repeat(10_000_001))).toMatchObject({
      ok: false,
      message: expect.stringContaining('10,000,000'),
    });
  });
});

describe('a text that is sent in parts', () => {
  it('is one part when it is short, also when it is empty', () => {
    expect(inParts('key\nö\n')).toEqual(['key\nö\n']);
    expect(inParts('')).toEqual(['']);
  });

  it('is cut after lines, and joined again is the same', () => {
    const text = 'id,domain\n' + 'row,"Identität, Zugang"\n'.repeat(40);
    const parts = inParts(text, 200);
    expect(parts.length).toBeGreaterThan(4);
    expect(parts.join('')).toBe(text);
    for (const part of parts) {
      expect(part.endsWith('\n')).toBe(true);
      expect(Buffer.byteLength(JSON.stringify(part))).toBeLessThanOrEqual(202);
    }
  });

  it('has no part that is too large, even where a line is', () => {
    const text = `start\n${'😀"'.repeat(300)}\nend`;
    const parts = inParts(text, 120);
    expect(parts.join('')).toBe(text);
    for (const part of parts) {
      expect(Buffer.byteLength(JSON.stringify(part))).toBeLessThanOrEqual(122);
      expect(part.isWellFormed()).toBe(true);
    }
  });
});
