import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { FileError } from '../../contract/reply';
import { refuse, allow, type Result } from '../../domain/shared/result';

/** One line of a register's file: its number (the header is line 1) and its cells by column. */
export interface FileLine {
  line: number;
  cells: Record<string, string>;
  /** Why its cells cannot be told apart: there are more or fewer of them than columns. */
  misfit?: FileError;
}

const table = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

/**
 * Reads a register's CSV (RFC 4180, header row) with exactly these columns, in any order.
 * Refuses what is no CSV and what has another header. A leading byte order mark is passed over.
 * Source: the public contract, "Import files".
 */
export function readRegisterFile(csv: string, columns: readonly string[]): Result<FileLine[], FileError[]> {
  let rows: { cells: string[]; line: number }[];
  try {
    const options = { bom: true, info: true, relaxColumnCount: true, skipEmptyLines: true } as const;
    rows = table.parse(parse(csv, options)).map(({ record, info }) => ({ cells: record, line: info.lines }));
  } catch (fault) {
    return refuse([
      { line: lineOf(fault), column: '', problem: `This is not CSV that can be read: ${messageOf(fault)}` },
    ]);
  }
  if (csv.includes('\uFFFD')) return refuse([{ line: 1, column: '', problem: 'The file is not UTF-8.' }]);
  const [header, ...body] = rows;
  const names = header?.cells.map(name => name.trim()) ?? [];
  const headerErrors = errorsInHeader(names, columns);
  if (headerErrors.length > 0) return refuse(headerErrors);
  return allow(
    body.map(({ cells, line }) => ({
      line,
      cells: Object.fromEntries(names.map((name, at) => [name, (cells[at] ?? '').trim()])),
      ...(cells.length !== names.length && { misfit: misfitOf(line, cells.length, names.length) }),
    })),
  );
}

function misfitOf(line: number, cells: number, columns: number): FileError {
  return { line, column: '', problem: `${String(cells)} cells, where the header has ${String(columns)}.` };
}

function errorsInHeader(names: readonly string[], columns: readonly string[]): FileError[] {
  const missing = columns.filter(column => !names.includes(column));
  const unknown = names.filter(name => !columns.includes(name));
  const repeated = names.filter((name, at) => names.indexOf(name) !== at);
  const error = (column: string, problem: string) => ({ line: 1, column, problem, allowed: [...columns] });
  return [
    ...missing.map(column => error(column, 'This column is missing.')),
    ...unknown.map(column => error(column, 'There is no such column.')),
    ...repeated.map(column => error(column, 'This column is there twice.')),
  ];
}

function lineOf(fault: unknown): number {
  const lines = z.object({ lines: z.number() }).safeParse(fault);
  return lines.success ? lines.data.lines : 1;
}

function messageOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : 'unknown';
}
