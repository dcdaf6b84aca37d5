import { wordsOfRow } from '../../../domain/responsibility/owner-search/owner-score';
import type { DraftResponsibility, Responsibility } from '../../../domain/responsibility/responsibility';

/**
 * A row as its table keeps it: what statements look for in columns of their own, beside the record. `accountable` is
 * empty unless the row has exactly one; `words` stand between spaces.
 */
export function columnsOf(row: Responsibility | DraftResponsibility) {
  const [accountable = '', ...others] = [row.accountable].flat();
  return {
    id: row.id,
    domain: row.domain,
    activity: row.activity,
    service: row.service,
    accountable: others.length === 0 ? accountable : '',
    words: ` ${[...wordsOfRow(row)].join(' ')} `,
    record: row,
  };
}
