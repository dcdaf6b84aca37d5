import { comparable } from '../../../src/contract/text';

/** The words that someone looks for, as they are compared. */
export function wordsSought(text: string): string[] {
  return comparable(text).split(' ').filter(Boolean);
}

/** What is searched for words: a list of texts, each as it is compared. */
export function searchText(texts: readonly string[]): string {
  return texts.map(comparable).join('\n');
}
