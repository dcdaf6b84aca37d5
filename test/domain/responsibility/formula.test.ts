import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { asWritten, neutralised } from '../../../src/domain/responsibility/formula';

describe('neutralised', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', "'=1", "''=1"])(
    'keeps %j from being calculated',
    cell => {
      expect(neutralised(cell)).toBe(`'${cell}`);
    },
  );

  it.each(['', 'Text', 'a=1', "'quoted'", '1-2', ' =1'])('leaves %j as it is', cell => {
    expect(neutralised(cell)).toBe(cell);
    expect(asWritten(cell)).toBe(cell);
  });

  it.each(['=1+1', '-1'])('leaves %j, which no one neutralised, as it is when it is read', cell => {
    expect(asWritten(cell)).toBe(cell);
  });

  it('is undone by reading it back, for any text', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', 'a') }),
    );
    fc.assert(
      fc.property(cell, text => {
        expect(asWritten(neutralised(text))).toBe(text);
        expect(neutralised(text)).not.toMatch(/^[=+\-@\t\r]/);
      }),
      { numRuns: 300 },
    );
  });
});
