import { comparable, isBlank } from '../shared/text';

/** How a clause of the starter content begins until a company has named its own. */
export const ASKS_FOR_CLAUSE = 'Name your contract clause';

/**
 * Whether a cell names a contract clause: an empty cell doesn't, and neither does one that still asks for the clause.
 * Source: requirement R9.
 */
export function namesClause(text: string): boolean {
  return !isBlank(text) && !comparable(text).startsWith(comparable(ASKS_FOR_CLAUSE));
}
