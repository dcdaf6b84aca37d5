/**
 * What someone is called on record: random, and made once for each account of a site. Once no one can say any more
 * it stands for, every entry, id and hash that was made with it still holds.
 * Source: domain rules, "Erasure".
 */
export type Pseudonym = string;

/** How much randomness a pseudonym has. */
export const PSEUDONYM_BYTES = 16;

/** Someone no one can name any more. */
export const FORMER_USER = 'a former user';

/** How many characters each of them has. */
export const PSEUDONYM_LENGTH = 28;

const PSEUDONYM = /^p-[a-z2-7]{26}$/;

/** No account of Jira's looks like one. */
export function isPseudonym(text: string): text is Pseudonym {
  return PSEUDONYM.test(text);
}

/** Every pseudonym in a text. */
export function pseudonymsInText(text: string): Pseudonym[] {
  return text.match(/\bp-[a-z2-7]{26}\b/g) ?? [];
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** A pseudonym of these 16 random bytes: `p-` and their base32. Source: RFC 4648, section 6. */
export function pseudonymFrom(random: Uint8Array): Pseudonym {
  const bits = [...random].map(byte => byte.toString(2).padStart(8, '0')).join('');
  const letters = bits.match(/.{1,5}/g) ?? [];
  return `p-${letters.map(five => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)] ?? '').join('')}`;
}
