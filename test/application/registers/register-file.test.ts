import { describe, expect, it } from '@jest/globals';
import { readRegisterFile } from '../../../src/application/registers/register-file';

const read = (csv: string) => {
  const file = readRegisterFile(csv, ['key', 'name']);
  if (!file.ok) throw new Error(JSON.stringify(file.refusal));
  const linesThat = (fit: boolean) => file.value.filter(({ misfit }) => (misfit === undefined) === fit);
  return { lines: linesThat(true).map(({ line }) => line), wrong: linesThat(false).map(({ line }) => line) };
};

describe('the lines of a register file', () => {
  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('have the number that an editor shows, however lines end (%s)', (_, end) => {
    const csv = ['\uFEFFkey,name', '', 'a,"Ä', 'second line"', 'b,B', '', '', 'c', 'd,D'].join(end);
    expect(read(csv)).toEqual({ lines: [3, 5, 9], wrong: [8] });
  });

  it('are named when they are no text, and the others are read', () => {
    expect(read('key,name\na,\uFFFD\nb,B\nc,\0\nd,\uD800\n')).toEqual({ lines: [3], wrong: [2, 4, 5] });
  });
});
