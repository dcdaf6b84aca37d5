import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { FileError } from '../../contract/reply';
import { refuse, allow, type Result } from '../../domain/shared/result';
import { say } from '../../domain/shared/sentence';

/** One line of a register's file: its number (the header is line 1) and its cells by column. */
export interface FileLine {
  line: number;
  cells: Record<string, string>;
  /** Why its cells cannot be read: there are more or fewer of them than columns, or they are no text. */
  misfit?: FileError;
}

/** `bytes`: where in the file the record ends, the end of its last line included. */
const table = z.array(z.object({ record: z.array(z.string()), info: z.object({ bytes: z.number() }) }));

/**
 * Reads a register's CSV (RFC 4180, header row) with exactly these columns, in any order.
 * Refuses what is no CSV and what has another header. A leading byte order mark is passed over.
 * Source: the public contract, "Import files".
 */
export function readRegisterFile(csv: string, columns: readonly string[]): Result<FileLine[], FileError[]> {
  let rows: { cells: string[]; line: number }[];
  try {
    const options = { bom: true, info: true, relaxColumnCount: true, skipEmptyLines: true } as const;
    const records = table.parse(parse(csv, options));
    const lines = linesOf(
      csv,
      records.map(({ info }) => info.bytes),
    );
    rows = records.map(({ record }, at) => ({ cells: record, line: lines[at] ?? 1 }));
  } catch (fault) {
    return refuse([
      { line: lineOf(fault), column: '', problem: say`This isn’t valid CSV: ${messageOf(fault)}` },
    ]);
  }
  const [header, ...body] = rows;
  const names = header?.cells.map(name => name.trim()) ?? [];
  const headerErrors = errorsInHeader(names, columns);
  if (headerErrors.length > 0) return refuse(headerErrors);
  return allow(
    body.map(({ cells, line }) => ({
      line,
      cells: Object.fromEntries(names.map((name, at) => [name, (cells[at] ?? '').trim()])),
      ...misfitOf(line, cells, names.length),
    })),
  );
}

/** What keeps a line from being read at all. U+FFFD is what a reader of UTF-8 puts for what is none. */
function misfitOf(line: number, cells: readonly string[], columns: number): { misfit?: FileError } {
  const misfit = (problem: string) => ({ misfit: { line, column: '', problem } });
  if (cells.length !== columns)
    return misfit(say`${String(cells.length)} cells, but the header has ${String(columns)}.`);
  if (cells.some(cell => cell.includes('\uFFFD') || !cell.isWellFormed()))
    return misfit('This line is not UTF-8.');
  return cells.some(cell => cell.includes('\0'))
    ? misfit('This line contains an invalid character (NUL).')
    : {};
}

const [LF, CR] = [10, 13];

/**
 * The line on which each record begins. The parser's own count takes a CRLF within quotes for two lines.
 * @param ends - where each record ends, in bytes
 */
function linesOf(csv: string, ends: readonly number[]): number[] {
  const bytes = new TextEncoder().encode(csv);
  const endsLine = (at: number) => bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] !== LF);
  let [at, line] = [0, 1];
  const pass = () => {
    if (endsLine(at)) line += 1;
    at += 1;
  };
  return ends.map(end => {
    while (at < end && (bytes[at] === LF || bytes[at] === CR)) pass();
    const begins = line;
    while (at < end) pass();
    return begins;
  });
}

function errorsInHeader(names: readonly string[], columns: readonly string[]): FileError[] {
  const missing = columns.filter(column => !names.includes(column));
  const unknown = names.filter(name => !columns.includes(name));
  const repeated = names.filter((name, at) => names.indexOf(name) !== at);
  const error = (column: string, problem: string) => ({ line: 1, column, problem, allowed: [...columns] });
  return [
    ...missing.map(column => error(column, 'This column is missing.')),
    ...unknown.map(column => error(column, 'There is no such column.')),
    ...repeated.map(column => error(column, 'This column appears twice.')),
  ];
}

function lineOf(fault: unknown): number {
  const lines = z.object({ lines: z.number() }).safeParse(fault);
  return lines.success ? lines.data.lines : 1;
}

function messageOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : 'unknown';
}
