import { JqlError, notModelled } from './errors.ts';

/**
 * What `~` looks for: every word, or the words in this order when the text is in quotation marks; a word may end in `*`.
 * Case doesn't matter. Jira also finds other forms of a word, which isn't modelled.
 * @throws JqlError - NOT_MODELLED for Jira's further search syntax
 */
export function textMatcher(search: string, field: string): (text: string) => boolean {
  const phrase = /^"([^"]*)"$/.exec(search.trim())?.[1];
  const patterns = (phrase ?? search).split(/\s+/).filter(each => each !== '');
  if (patterns.length === 0) {
    throw new JqlError('SYNTAX', `The field '${field}' does not support searching for an empty string.`);
  }
  if (/["?~^+!(){}[\]\\]|\*\S|&&|\|\|/.test(phrase ?? search))
    throw notModelled(`The search text ${JSON.stringify(search)}`);
  if (phrase !== undefined) {
    const wanted = wordsOf(phrase);
    return text => containsInOrder(wordsOf(text), wanted);
  }
  const wanted = patterns.flatMap(wordPatterns);
  return text => {
    const words = wordsOf(text);
    return wanted.every(matches => words.some(matches));
  };
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
}

function wordPatterns(pattern: string): ((word: string) => boolean)[] {
  const words = wordsOf(pattern);
  const last = words.length - 1;
  return words.map((wanted, index) =>
    pattern.endsWith('*') && index === last ? word => word.startsWith(wanted) : word => word === wanted,
  );
}

function containsInOrder(words: readonly string[], wanted: readonly string[]): boolean {
  return words.some((_, start) => wanted.every((word, index) => words[start + index] === word));
}
