/** Up to two capitals for a name: of its first and last word. */
export function initials(name: string): string {
  const words = name.split(/[\s.@_-]+/u).filter(Boolean);
  const [first = ''] = words;
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return (firstLetter(first) + firstLetter(last)).toLocaleUpperCase();
}

function firstLetter(word: string): string {
  const codePoint = word.codePointAt(0);
  return codePoint === undefined ? '' : String.fromCodePoint(codePoint);
}

/** A number below `hues` that is always the same for the same account. */
export function hueOf(accountId: string, hues: number): number {
  let sum = 0;
  for (const character of accountId) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9_973;
  return sum % hues;
}
