import { describe, expect, it } from '@jest/globals';
import { readRegisterFile } from '../../../src/application/import-register/register-file';
import { importRegister } from '../../../src/application/import-register';
import { aWorld } from '../../support/fakes/world';

const read = (csv: string) => {
  const file = readRegisterFile(csv, ['key', 'name']);
  if (!file.ok) throw new Error(JSON.stringify(file.refusal));
  return {
    lines: file.value.lines.map(({ line }) => line),
    wrong: file.value.errors.map(({ line }) => line),
  };
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

describe('a bad file', () => {
  const errorsIn = async (dataset: 'roles' | 'holders', lines: string[]) => {
    const world = aWorld();
    const asked = { dataset, csv: lines.join('\n'), dryRun: false, administrator: 'admin' };
    const imported = await importRegister(world, asked);
    if (imported.ok) throw new Error('It was imported.');
    return imported.refusal.errors.map(({ line, column }) => [line, column]);
  };

  it('has every bad line named at once, whatever is wrong with each', async () => {
    const roles = ['a,A,internal,', 'b,B', 'c,C,wizard,', 'a,Again,internal,', 'D,D,internal,'];
    expect(await errorsIn('roles', ['key,name,kind,charter', ...roles])).toEqual([
      [3, ''],
      [4, 'kind'],
      [5, 'key'],
      [6, 'key'],
    ]);
  });

  it('has lines named that nobody can be appointed by, beside those that cannot be read', async () => {
    const holders = ['nothing,acc-nobody,holder,2030-01-01,', 'ciso,acc-nobody,holder,yesterday,'];
    expect(await errorsIn('holders', ['role,email,capacity,from,to', ...holders])).toEqual([
      [2, 'role'],
      [2, 'email'],
      [3, 'from'],
    ]);
  });
});
