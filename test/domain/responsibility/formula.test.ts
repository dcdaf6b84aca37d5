import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { csvOf } from '../../../src/application/files/write-csv';
import { asWritten, neutralised } from '../../../src/domain/responsibility/formula';

/** The cells as a spreadsheet may read them that separates by something else: no quote of ours holds them together. */
function cellsOf(file: string, delimiter: string): string[] {
  return file.split(/[\r\n]/).flatMap(line => line.split(delimiter));
}

describe('neutralised', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', "'=1", "''=1", ' =1', '\u200b=1', '\uff1d1+1', '"=1'])(
    'keeps %j from being calculated',
    cell => {
      expect(neutralised(cell)).toBe(`'${cell}`);
    },
  );

  it.each([
    ['a;=1+1', "a;'=1+1"],
    ['a; =1+1', "a;' =1+1"],
    ['a\t@SUM(A1)', "a\t'@SUM(A1)"],
    ['a|+1', "a|'+1"],
    ['a\n-1;-2', "a\n'-1;'-2"],
    ['\t=1', "\t'=1"],
  ])('keeps %j from being calculated in a file that is opened with another separator', (cell, safe) => {
    expect(neutralised(cell)).toBe(safe);
  });

  it.each(['', 'Text', 'a=1', "'quoted'", '1-2', 'a; b', 'AWS, -5 days'])('leaves %j as it is', cell => {
    expect(neutralised(cell)).toBe(cell);
    expect(asWritten(cell)).toBe(cell);
  });

  it.each(['=1+1', '-1'])('leaves %j, which no one neutralised, as it is when it is read', cell => {
    expect(asWritten(cell)).toBe(cell);
  });

  it('takes no longer for each character the more there are', () => {
    const long = (length: number) => '\t'.repeat(length) + ';'.repeat(length) + ' '.repeat(length);
    const took = (text: string) => {
      const before = performance.now();
      expect(asWritten(neutralised(text))).toBe(text);
      return performance.now() - before;
    };
    took(long(10_000));
    expect(took(long(400_000))).toBeLessThan(2_000);
  });

  it('is undone by reading it back, for any text', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom("'", '"', '=', '+', '-', '@', '\t', '\n', ';', '|', ' ', 'a') }),
    );
    fc.assert(
      fc.property(cell, text => {
        expect(asWritten(neutralised(text))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it.each([';', '\t', '|'])('leaves no formula in a file that is opened with %j between cells', delimiter => {
    const cell = fc.string({
      unit: fc.constantFrom("'", '"', '=', '-', '\t', '\n', '\r', ';', '|', ' ', ',', 'a'),
    });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 3 }), cells => {
        for (const read of cellsOf(csvOf([cells]), delimiter)) expect(read).not.toMatch(/^[\s"]*[=+\-@]/);
      }),
      { numRuns: 500 },
    );
  });
});
