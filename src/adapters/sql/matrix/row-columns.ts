import { wordsOfRow } from '../../../domain/responsibility/owner-search/owner-score';
import { comparable, comparableId } from '../../../domain/shared/text';
import type { DraftResponsibility, Responsibility } from '../../../domain/responsibility/responsibility';

/** What stands in the words of a row behind those of its activity, and behind those of its accountable role. */
export const AFTER_ACTIVITY = '|';
export const AFTER_ROLE = '#';

/**
 * A row as its table keeps it: what statements look for in columns of their own, beside the record. `accountable` is
 * empty unless the row has exactly one; `words` stand between spaces.
 */
export function columnsOf(row: Responsibility | DraftResponsibility) {
  const [accountable = '', ...others] = [row.accountable].flat();
  const { activity, role, tasks } = wordsOfRow(row);
  const words = [...activity, AFTER_ACTIVITY, ...role, AFTER_ROLE, ...tasks];
  return {
    id: row.id,
    domain: row.domain,
    activity: comparable(row.activity),
    comparedId: comparableId(row.id),
    service: row.service,
    accountable: others.length === 0 ? accountable : '',
    words: ` ${words.join(' ')} `,
    record: row,
  };
}
