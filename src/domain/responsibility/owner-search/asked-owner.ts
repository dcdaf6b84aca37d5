import type { CloudService } from '../cloud-service';
import { wordsOf } from './similar-words';

/** What of a question the matrix is searched for. */
export interface AskedOwner {
  words: readonly string[];
  /** Those that it names, which are not among the words. */
  services: readonly CloudService[];
}

/** Words that every question has. */
const FILLERS = new Set([
  'who',
  'owns',
  'own',
  'owner',
  'is',
  'the',
  'of',
  'for',
  'on',
  'in',
  'a',
  'an',
  'to',
  'and',
  'our',
  'accountable',
  'responsible',
  'calls',
  'call',
  'approves',
  'does',
  'do',
  'at',
  'with',
  'this',
]);

/** Reads "who owns …?" in the words that people use. */
export function askedOwner(text: string, services: readonly CloudService[]): AskedOwner {
  const asked = wordsOf(text).filter(word => !FILLERS.has(word));
  const named = servicesIn(asked, services);
  return {
    words: asked.filter(word => !named.some(service => nameWords(service).has(word))),
    services: named,
  };
}

/** A service is named by its key, or by the words of its name. */
function servicesIn(words: readonly string[], services: readonly CloudService[]): CloudService[] {
  return services.filter(service => {
    const own = wordsOf(service.name);
    return words.includes(service.key) || (own.length > 0 && own.every(word => words.includes(word)));
  });
}

function nameWords(service: CloudService): Set<string> {
  return new Set([...wordsOf(service.name), service.key]);
}
