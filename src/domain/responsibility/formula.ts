/** What a spreadsheet takes for the beginning of a formula; a tab or a carriage return can hide one. */
const BEGINS_FORMULA = /^'*[=+\-@\t\r]/;

/** A cell that no spreadsheet calculates: an apostrophe goes before what would begin a formula. */
export function neutralised(cell: string): string {
  return BEGINS_FORMULA.test(cell) ? `'${cell}` : cell;
}

/** The cell that was neutralised: takes off the one apostrophe that went before. */
export function asWritten(cell: string): string {
  return cell.startsWith("'") && BEGINS_FORMULA.test(cell) ? cell.slice(1) : cell;
}
