/**
 * Where a spreadsheet can begin a cell: at our separator, but also at a semicolon, a tab, a bar or a line's end, when
 * someone opens the file with those. Our quotes around the cell mean nothing there, for they don't begin that cell.
 */
const BEGINNING = String.raw`(?<=^|[;\t|\r\n])`;

/** What can stand before a formula without keeping it from being one, in that cell. */
const HIDES_FORMULA = String.raw`(?:[^\S\t\r\n]|["'\p{Default_Ignorable_Code_Point}])*`;

/** What a spreadsheet takes for the beginning of a formula, in full width too. Source: OWASP, CSV Injection. */
const FORMULA = '[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]';

const LIVE = new RegExp(`${BEGINNING}(?=${HIDES_FORMULA}${FORMULA})`, 'gu');
const NEUTRALISED = new RegExp(`${BEGINNING}'(?=${HIDES_FORMULA}${FORMULA})`, 'gu');

/** A cell in which no spreadsheet calculates, whatever it is told to separate cells by: an apostrophe goes before. */
export function neutralised(cell: string): string {
  return cell.replace(LIVE, "'");
}

/** The cell that was neutralised: takes off the apostrophes that went before. */
export function asWritten(cell: string): string {
  return cell.replace(NEUTRALISED, '');
}
