/**
 * What no reader sees, and what turns the direction of a line: in no text that is kept, compared or measured. Tabs and
 * line ends are white space, and stay.
 * Source: Unicode, UAX #9 (directional formatting), UAX #44 (Default_Ignorable_Code_Point); domain rules, "Text that
 * people type".
 */
const INVISIBLE =
  /[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Variation_Selector}\p{Noncharacter_Code_Point}\uFFF9-\uFFFB]|(?![\s\x85])\p{Control}/gu;

/** With the blank of Braille, which is no white space in Unicode and looks like it. */
const WHITE_SPACE = /[\s\x85\u2800]+/gu;

/** Those of Unicode, and the mathematical minus and the hyphen bullet, which are typed in their place. */
const DASHES = /[\p{Dash_Punctuation}\u2212\u2043\u02D7]/gu;

/** What most names are: nothing in them needs more than small letters. */
const PLAIN = /^[ -~]*$/;

/** The text as it is kept: as it was typed, less what can't be seen. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}

/**
 * How names, activities and domains are compared, everywhere: two texts that give the same are one. Compatibility forms,
 * capital letters, white space, dashes and what can't be seen make no difference.
 * @returns for comparing and for the columns that statements compare; never shown
 * Source: domain rules, "Text that people type"; Unicode, UAX #15 (NFKC), chapter 3.13 (caseless matching).
 */
export function comparable(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase().replaceAll(/ +/g, ' ').trim();
  const folded = caseFolded(withoutInvisible(text).normalize('NFKC')).normalize('NFKC');
  return folded.replace(DASHES, '-').replace(WHITE_SPACE, ' ').trim();
}

/** How keys and identifiers are compared: as names are, and the digits of any script are digits. */
export function comparableId(text: string): string {
  return comparable(text).replace(/\p{Decimal_Number}/gu, digit => String(digitValue(digit)));
}

/** Whether a reader sees nothing in it. */
export function isBlank(text: string): boolean {
  return comparable(text) === '';
}

/**
 * Capital letters first, so that a letter with several small forms has one (ς and σ), and one that has no capital of its
 * own becomes those that stand for it (ß and ss). The engine follows Unicode; no table of ours has to.
 */
function caseFolded(text: string): string {
  return text.toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ');
}

/** Decimal digits stand ten in a row in Unicode, from 0 to 9. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let first = code;
  while (/^\p{Decimal_Number}$/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return (code - first) % 10;
}
