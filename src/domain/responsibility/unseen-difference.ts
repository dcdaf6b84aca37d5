import { withoutInvisible } from '../shared/text';

/**
 * The two texts of a change, so that what differs can be seen: where it can’t be, each character that looks like another
 * or like nothing is written as its code, e.g. `Cloud⟨U+00A0⟩account`.
 * Source: domain rules, "Text that people type".
 */
export function seenDifference(from: string, to: string): { from: string; to: string } {
  if (from === to || looksLike(from) !== looksLike(to)) return { from, to };
  return { from: spelledOut(from), to: spelledOut(to) };
}

/** The same for texts that look the same. Capital letters do not. */
function looksLike(text: string): string {
  return withoutInvisible(text)
    .normalize('NFKC')
    .replaceAll(/[\p{Dash_Punctuation}\u2212]/gu, '-')
    .replaceAll(/[\s\u2800]+/gu, ' ')
    .trim();
}

/** What stands for itself: a letter, digit, mark of punctuation or symbol in its usual form, and a space between two. */
function isPlain(character: string, before: string | undefined, after: string | undefined): boolean {
  if (character === ' ')
    return before !== undefined && before !== ' ' && after !== undefined && after !== ' ';
  const isUsual = character.normalize('NFKC') === character && looksLike(character) === character;
  return isUsual && /^[\p{Letter}\p{Number}\p{Punctuation}\p{Symbol}]$/u.test(character);
}

function spelledOut(text: string): string {
  const characters = Array.from(text);
  return characters
    .map((character, at) =>
      isPlain(character, characters[at - 1], characters[at + 1]) ? character : `⟨${codeOf(character)}⟩`,
    )
    .join('');
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
