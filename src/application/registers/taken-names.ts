import type { FileError } from '../../contract/reply';
import { namesakes, type Named } from '../../domain/responsibility/named';
import type { ReadLine } from './register-lines';
import { say } from '../../domain/shared/sentence';

/**
 * The lines after which the register would have two of one name, or a name that is the key of another: no one could say
 * which of them a ticket or a row of the matrix means.
 * @param register - as it is before the import
 */
export function takenNames<T extends Named>(
  lines: readonly ReadLine<T>[],
  register: readonly T[],
): FileError[] {
  const lineOf = new Map(lines.map(({ line, value }) => [value.key, line]));
  const kept = register.filter(({ key }) => !lineOf.has(key));
  const after = [...kept, ...lines.map(({ value }) => value)];
  return namesakes(after).flatMap(({ one, other }) => {
    const line = lineOf.get(one.key);
    if (line === undefined) return [];
    const problem = say`“${one.name}” can’t be told from “${other.name}” (${other.key}). Names and keys must differ in more than capital letters, spaces, dashes and invisible characters.`;
    return [{ line, column: 'name', problem }];
  });
}
