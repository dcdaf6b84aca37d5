import type { FileError } from '../../contract/reply';
import { callsOf, type Named } from '../../domain/responsibility/named';
import { say } from '../../domain/shared/sentence';
import { comparableId } from '../../domain/shared/text';
import type { ReadLine } from './register-lines';

/**
 * Lines that would give a role or a service what another is called: by the register as it would be then, by the register
 * as it stands, and by the versions of the matrix that decide now or will. A name means one entry, and goes over to
 * another only once nothing calls the first one so any more: two names can't be swapped in one file.
 * Source: domain rules, "Matrix version": names are unique among names and keys, as these are compared.
 */
export function nameClashes<Entry extends Named>(
  lines: readonly ReadLine<Entry>[],
  register: readonly Named[],
  approved: readonly Named[],
): FileError[] {
  const written = lines.map(({ value }) => value);
  const keys = new Set(written.map(({ key }) => key));
  const others = calledBy([...written, ...register, ...approved]);
  const before = new Map(register.map(entry => [entry.key, entry.name]));
  return lines
    .filter(({ value }) => before.get(value.key) !== value.name)
    .flatMap(({ line, value }) => {
      const [clash] = ['key', 'name'].flatMap(column => {
        const text = column === 'key' ? value.key : value.name;
        const [other] = (others.get(comparableId(text)) ?? []).filter(({ key }) => key !== value.key);
        return other ? [{ column, text, other }] : [];
      });
      if (!clash) return [];
      const { column, text, other } = clash;
      const isSameFile = keys.has(other.key);
      const problem = say`${text} is what ${other.key} is called${isSameFile ? '' : ' already'}. Names and keys must be unique; ${HOW}`;
      return [{ line, column, problem }];
    });
}

const HOW =
  'to use the name of another, rename that one first, and have a version of the matrix approved without its old name.';

function calledBy(entries: readonly Named[]): Map<string, Named[]> {
  const by = new Map<string, Named[]>();
  for (const entry of entries)
    for (const called of callsOf(entry)) by.set(called, [...(by.get(called) ?? []), entry]);
  return by;
}
