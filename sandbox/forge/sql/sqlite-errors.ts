import { z } from 'zod';
import type { CheckName } from './column-types.ts';
import { executionError, parseError, type SqlRefused } from './refusal.ts';

/** Source: https://www.sqlite.org/rescode.html */
const CHECK = 275;
const NOT_NULL = 1299;
const PRIMARY_KEY = 1555;
const UNIQUE = 2067;

const sqliteError = z.object({ errcode: z.number(), message: z.string() });

const CHECK_ERRORS: Readonly<
  Record<CheckName, readonly [code: string, errno: number, sqlState: string, text: string]>
> = {
  'too long': ['ER_DATA_TOO_LONG', 1406, '22001', 'Data too long for column'],
  'not a number': ['ER_TRUNCATED_WRONG_VALUE_FOR_FIELD', 1366, 'HY000', 'Incorrect value for column'],
  'out of range': ['ER_WARN_DATA_OUT_OF_RANGE', 1264, '22003', 'Out of range value for column'],
  'not a datetime': ['ER_TRUNCATED_WRONG_VALUE', 1292, '22007', 'Incorrect datetime value for column'],
  'not json': ['ER_INVALID_JSON_TEXT', 3140, '22032', 'Invalid JSON text in value for column'],
};

const MESSAGES: readonly (readonly [RegExp, code: string, errno: number, sqlState: string])[] = [
  [/^no such table: /, 'ER_NO_SUCH_TABLE', 1146, '42S02'],
  [/^no such column: /, 'ER_BAD_FIELD_ERROR', 1054, '42S22'],
  [/has no column named /, 'ER_BAD_FIELD_ERROR', 1054, '42S22'],
  [/^ambiguous column name: /, 'ER_NON_UNIQ_ERROR', 1052, '23000'],
  [/^table .* already exists$/, 'ER_TABLE_EXISTS_ERROR', 1050, '42S01'],
  [/^index .* already exists$/, 'ER_DUP_KEYNAME', 1061, '42000'],
  [/^duplicate column name: /, 'ER_DUP_FIELDNAME', 1060, '42S21'],
  [/^table .* has \d+ columns but \d+ values were supplied$/, 'ER_WRONG_VALUE_COUNT_ON_ROW', 1136, '21S01'],
  [/^\d+ values for \d+ columns$/, 'ER_WRONG_VALUE_COUNT_ON_ROW', 1136, '21S01'],
];

/** Says SQLite's error in MySQL's terms. Anything that isn't an error of SQLite is thrown again. */
export function mysqlErrorOf(error: unknown): SqlRefused {
  const parsed = sqliteError.safeParse(error);
  if (!parsed.success) throw error;
  const { errcode, message } = parsed.data;
  const subject = message.slice(message.indexOf(': ') + 2);
  if (errcode === UNIQUE || errcode === PRIMARY_KEY) {
    return executionError('ER_DUP_ENTRY', 1062, '23000', `Duplicate entry for key '${subject}'`);
  }
  if (errcode === NOT_NULL)
    return executionError('ER_BAD_NULL_ERROR', 1048, '23000', `Column '${subject}' cannot be null`);
  if (errcode === CHECK) return checkError(subject);
  for (const [pattern, code, errno, sqlState] of MESSAGES) {
    if (pattern.test(message)) return executionError(code, errno, sqlState, message);
  }
  if (/syntax error|incomplete input|unrecognized token/.test(message)) return parseError(message);
  return executionError('ER_UNKNOWN_ERROR', 1105, 'HY000', message);
}

function checkError(constraint: string): SqlRefused {
  const separator = constraint.indexOf(': ');
  const known = CHECK_ERRORS[constraint.slice(0, separator) as CheckName] as
    (typeof CHECK_ERRORS)[CheckName] | undefined;
  if (!known) return executionError('ER_CHECK_CONSTRAINT_VIOLATED', 3819, 'HY000', constraint);
  const [code, errno, sqlState, text] = known;
  return executionError(code, errno, sqlState, `${text} '${constraint.slice(separator + 2)}' at row 1`);
}
