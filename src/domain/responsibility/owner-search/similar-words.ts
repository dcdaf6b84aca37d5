import { comparable } from '../../shared/text';

/** The words of a text, as they are compared. */
export function wordsOf(text: string): string[] {
  return comparable(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The longest ending that words of the same beginning may differ in, and the shortest of such beginnings. */
const ENDING = 4;
const WORD = 3;
/** The same for words whose last letters differ, after the last letter of the shorter one is taken away. */
const STEM_ENDING = 3;
const STEM = 4;

/** Alike as far as an ending: `key` and `keys`, `provision` and `provisioning`, `approve` and `approval`. */
export function sameWord(asked: string, there: string): boolean {
  if (asked === there) return true;
  const [short, long] = asked.length < there.length ? [asked, there] : [there, asked];
  const ending = short === asked ? ENDING : endingAfter(short.length);
  if (short.length >= WORD && long.startsWith(short) && long.length - short.length <= ending) return true;
  const stem = short.slice(0, -1);
  return stem.length >= STEM && long.startsWith(stem) && long.length - stem.length <= STEM_ENDING;
}

/** A short word of the matrix, as `can`, begins many that are asked for, as `canteen`. */
function endingAfter(length: number): number {
  return Math.min(ENDING, length - 1);
}

/**
 * What a text of words between spaces contains wherever it has a word like this one: a beginning that all of these
 * share. A text may contain it and have none of them.
 */
export function contained(word: string): string {
  if (word.length < WORD) return ` ${word} `;
  const shared = word.slice(0, sharedBeginning(word.length));
  // Half a character is none.
  return ` ${shared.isWellFormed() ? shared : shared.slice(0, -1)}`;
}

/** Of a word of so many letters, how many begin every word that is like it. */
function sharedBeginning(length: number): number {
  const shared = [length];
  for (let there = WORD; there <= length; there += 1) {
    if (length - there <= endingAfter(there)) shared.push(there);
    if (there > STEM && length - there < STEM_ENDING) shared.push(there - 1);
  }
  return Math.min(...shared);
}
