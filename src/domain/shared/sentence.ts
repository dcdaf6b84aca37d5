import { withoutInvisible } from './text';

/** Around text of others in ours: what is between them cannot turn the direction of what is not. */
const [BEGIN, END] = ['\u2068', '\u2069'];

/** A part that is isolated already, with parts of its own two deep: names in a sentence that is quoted in another one. */
const ISOLATED =
  /\u2068(?:[^\u2066-\u2069]|\u2068(?:[^\u2066-\u2069]|\u2068[^\u2066-\u2069]*\u2069)*\u2069)*\u2069/gu;

/** Formatting characters that turn a line, and open or close such a turn. Source: Unicode, UAX #9, chapter 2. */
const DIRECTION = /\p{Bidi_Control}/u;

/** All characters that are written from right to left, numbers of theirs included. Source: Unicode, DerivedBidiClass. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFE\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** An isolate does not reach beyond the end of a line. */
const LINE_ENDS = /[\r\n\x85\u2028\u2029]+/gu;

/**
 * Text of others for use in a sentence of ours: without direction characters, and between U+2068 and U+2069 where it has
 * any, or letters that are written from right to left. Text that can only be read from left to right changes no sentence,
 * and stays as it is. A sentence whose parts are isolated is left alone, so that sentences can be put into each other.
 * Source: domain rules, "Text that people type"; Unicode, UAX #9.
 */
export function isolated(text: string): string {
  const open = text.replace(ISOLATED, '');
  const isTurned = DIRECTION.test(open) || RIGHT_TO_LEFT.test(open);
  if (!isTurned) return DIRECTION.test(text) ? cleanedAround(text) : withoutInvisible(text);
  return `${BEGIN}${withoutInvisible(text).replace(LINE_ENDS, ' ')}${END}`;
}

/** The isolated parts as they are, and the rest without what can’t be seen. */
function cleanedAround(text: string): string {
  const parts = [...text.matchAll(ISOLATED)].map(([part]) => part);
  return text
    .split(ISOLATED)
    .map((between, nth) => withoutInvisible(between) + (parts[nth] ?? ''))
    .join('');
}

/**
 * How sentences are put together, everywhere: what is put in was typed by someone, and is isolated. Of a list each part
 * is, with commas in between.
 * @example say`${name} used ${transition}.`
 */
export function say(
  words: TemplateStringsArray,
  ...typed: readonly (string | number | readonly string[])[]
): string {
  return words.reduce((said, word, nth) => `${said}${partOf(typed[nth - 1] ?? '')}${word}`);
}

function partOf(typed: string | number | readonly string[]): string {
  return [typed]
    .flat()
    .map(part => isolated(String(part)))
    .join(', ');
}

/** Several names in a sentence: `A, B and C`; or the last `or C`. */
export function listed(
  names: readonly string[],
  type: 'conjunction' | 'disjunction' = 'conjunction',
): string {
  return new Intl.ListFormat('en-GB', { type }).format(names.map(isolated));
}
