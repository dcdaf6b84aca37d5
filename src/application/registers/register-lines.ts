import { z } from 'zod';
import type { FileError } from '../../contract/reply';
import { requiredText, typedText } from '../../contract/text';
import type { CloudService } from '../../domain/responsibility/cloud-service';
import type { Role } from '../../domain/responsibility/role';
import { asWritten } from '../../domain/responsibility/formula';
import { toInstant, type Instant } from '../../domain/shared/instant';
import type { FileLine } from './register-file';
import { say } from '../../domain/shared/sentence';

/** The columns of each file, with what their cells may hold. Source: the public contract, "Import files". */

/** A cell that says something. */
export const requiredCell = (most: number) => requiredText(most, 'This cell is empty.');

const key = requiredCell(64).regex(
  /^[a-z0-9][a-z0-9-]*$/,
  'A key can contain only lowercase letters, digits and dashes.',
);
const yesOrNo = z.enum(['yes', 'no']).transform(answer => answer === 'yes');

/** Start of day, UTC. */
const date = z.iso.date('Write the date as YYYY-MM-DD.').transform((text): Instant => toInstant(text));
const dateOrEmpty = z.union(
  [z.literal('').transform(() => null), date],
  'Write the date as YYYY-MM-DD, or leave it empty.',
);

export const roleLine = z.object({
  key,
  name: requiredCell(255),
  kind: z.enum(['internal', 'provider', 'third-party']),
  charter: typedText(4_000),
}) satisfies z.ZodType<Role>;

export const serviceLine = z.object({
  key,
  name: requiredCell(255),
  provider: requiredCell(128),
  model: z.enum(['IaaS', 'PaaS', 'SaaS']),
  viewpoint: z.enum(['customer', 'provider']),
  material: yesOrNo,
  contract: typedText(1_000),
}) satisfies z.ZodType<CloudService>;

export const holderLine = z.object({
  role: requiredCell(255),
  email: requiredCell(255),
  capacity: z.enum(['holder', 'deputy']),
  from: date,
  to: dateOrEmpty,
});

export type HolderLine = z.infer<typeof holderLine>;

export interface ReadLine<T> {
  line: number;
  value: T;
}

/** What no two lines of a file share, and the column that is named when they do. */
interface Key<T> {
  of: (value: T) => string;
  column: string;
}

/** Reads each line as the schema has it, and names every cell that does not fit and every line that repeats another. */
export function readLines<T>(
  lines: readonly FileLine[],
  schema: z.ZodType<T>,
  key: Key<T>,
): { read: ReadLine<T>[]; errors: FileError[] } {
  const read: ReadLine<T>[] = [];
  const errors: FileError[] = [];
  for (const { line, cells, misfit } of lines) {
    const parsed = misfit ? undefined : schema.safeParse(cells);
    if (misfit) errors.push(misfit);
    else if (parsed?.success) read.push({ line, value: parsed.data });
    else errors.push(...(parsed?.error.issues ?? []).map(issue => errorOf(line, issue)));
  }
  return { read, errors: inOrder([...errors, ...repeatedKeys(read, key.of, key.column)]) };
}

/** Cells as they are in the register: what an export put before a formula is taken off again. */
export function unneutralised({ cells, ...fileLine }: FileLine): FileLine {
  const written = Object.entries(cells).map(([column, cell]) => [column, asWritten(cell).trim()] as const);
  return { ...fileLine, cells: Object.fromEntries(written) };
}

/** As they stand in the file. */
export function inOrder(errors: readonly FileError[]): FileError[] {
  return errors.toSorted((a, b) => a.line - b.line);
}

/** Keys that several lines have: each line after the first is named. */
function repeatedKeys<T>(
  lines: readonly ReadLine<T>[],
  keyOf: (value: T) => string,
  column: string,
): FileError[] {
  const first = new Map<string, number>();
  return lines.flatMap(({ line, value }) => {
    const known = first.get(keyOf(value));
    if (known === undefined) first.set(keyOf(value), line);
    return known === undefined ? [] : [{ line, column, problem: say`The same as in line ${String(known)}.` }];
  });
}

function errorOf(line: number, issue: z.core.$ZodIssue): FileError {
  const column = String(issue.path[0] ?? '');
  if (issue.code === 'invalid_value') {
    const allowed = issue.values.map(String);
    return { line, column, problem: say`Allowed here: ${allowed.join(', ')}.`, allowed };
  }
  return { line, column, problem: issue.message };
}
