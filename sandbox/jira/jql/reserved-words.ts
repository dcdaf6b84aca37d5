import { syntaxError } from './errors.ts';
import type { JqlError } from './errors.ts';

/** Words that must be quoted. Source: Atlassian, "Advanced searching", reserved words. */
const reserved: ReadonlySet<string> = new Set(
  [
    'abort access add after alias all alter and any are as asc at audit avg be before begin between boolean but by',
    'byte catch cf changed char character check checkpoint collate collation column commit connect continue count',
    'create current date decimal declare decrement default defaults define delete delimiter desc difference',
    'distinct divide do double drop else empty encoding end equals escape exclusive exec execute exists explain',
    'false fetch field file first float for from function go goto grant greater group having identified if',
    'immediate in increment index initial inner inout input insert int integer intersect intersection into is',
    'isempty isnull it join last left less like limit lock long max min minus mode modify modulo more multiply next',
    'no noaudit not notin nowait null number object of on option or order outer output power previous prior',
    'privileges public raise raw remainder rename resource return returns revoke right row rowid rownum rows select',
    'session set share size sqrt start strict string subtract such sum synonym table that the their then there these',
    'they this to trans transaction trigger true uid union unique unlock update user validate values view was when',
    'whenever where while will with',
  ].flatMap(line => line.split(' ')),
);

export function isReservedWord(word: string): boolean {
  return reserved.has(word.toLowerCase());
}

/** The refusal of an unquoted reserved word. */
export function reservedWord(word: string, place: string): JqlError {
  const advice = 'You must surround it in quotation marks to use it in a query.';
  return syntaxError(`'${word}' is a reserved JQL word. ${advice}`, place);
}
