import { z } from 'zod';
import { comparable, withoutInvisible } from '../domain/shared/text';
import { say } from '../domain/shared/sentence';

export { isolated, listed, say } from '../domain/shared/sentence';
export { comparable, comparableId, isBlank } from '../domain/shared/text';

/**
 * Every text that people type comes in by one of these, from pages and from files: without what can't be seen, and
 * measured after that, as it is kept and as it is compared, since one character can stand for eighteen.
 * Source: domain rules, "Text that people type".
 */

const longerThan = (most: number) => say`Longer than ${String(most)} characters.`;

/** Text of at most so many characters, of any number of lines; it may be empty. */
export function typedText(most: number) {
  return z
    .string()
    .overwrite(text => withoutInvisible(text).trim())
    .max(most, { error: longerThan(most), abort: true })
    .refine(text => comparable(text).length <= most, longerThan(most));
}

/** Text in which a reader sees something. @param empty - what is said where there is nothing to see */
export function requiredText(most: number, empty = 'Enter something that can be read.') {
  return typedText(most).refine(text => comparable(text) !== '', empty);
}
