/** How a clause of the starter content begins until a company has named its own. */
export const ASKS_FOR_CLAUSE = 'Name your contract clause';

/**
 * Whether a cell names a contract clause: an empty cell doesn't, and neither does one that still asks for the clause.
 * Source: requirement R9.
 */
export function namesClause(text: string): boolean {
  const words = text.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim().toLowerCase();
  return words !== '' && !words.startsWith(ASKS_FOR_CLAUSE.toLowerCase());
}
