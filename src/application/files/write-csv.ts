import { stringify } from 'csv-stringify/sync';
import { neutralised } from '../../domain/responsibility/formula';

/**
 * Lines of a file that we hand out, without anything that a spreadsheet takes for a formula. A carriage return by
 * itself ends a line for some readers: it is quoted as a line feed is.
 */
export function csvOf(lines: readonly (readonly string[])[]): string {
  return stringify(
    lines.map(cells => cells.map(neutralised)),
    { quoted_match: /[\r\n]/ },
  );
}
