import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { DecisionQuestion } from '../../../ports/decisions';
import type { Cells, Found, Part, Source } from './decision-part';

const cell = z.union([z.string(), z.number().transform(String)]).nullable();

/** A row of the statement: the name of its source, and that source's columns in their order. */
export const partRow = z.object({ part: z.string() }).catchall(cell);

export type PartRow = z.infer<typeof partRow>;

/** How many values a statement has places for. */
export interface Places {
  questions: number;
  /** Of the lists of each part, by their names. */
  lists: readonly Readonly<Record<string, number>>[];
}

/** Of a statement that only reads what registers say. */
export const NO_QUESTIONS: Places = { questions: 0, lists: [] };

/** One statement that reads the rows of all parts, with a place for each value. */
export function decisionStatement(parts: readonly Part[], { questions, lists }: Places): SQL {
  const selects = parts.flatMap((part, nth) =>
    part.selects({
      at: sql.placeholder('at'),
      each: name =>
        Array.from({ length: questions }, (_, asked) => sql.placeholder(placeOf(nth, name, asked))),
      all: list =>
        Array.from({ length: lists[nth]?.[list] ?? 0 }, (_, value) =>
          sql.placeholder(placeOf(nth, list, value)),
        ),
    }),
  );
  const width = Math.max(...selects.map(({ source }) => Object.keys(source.columns).length));
  // Drizzle's own union nests one pair of parentheses per select, which not every database reads.
  return sql.join(
    selects.map(({ source, where }) => selectOf(source, where, width)),
    sql` union all `,
  );
}

/** All selects of a union have the same columns; those that a source lacks are null. */
function selectOf({ name, table, columns }: Source, where: SQL | undefined, width: number): SQL {
  const own = Object.values(columns);
  const cells = Array.from(
    { length: width },
    (_, nth) => sql`${own[nth] ?? sql.raw('null')} as ${sql.identifier(cellName(nth))}`,
  );
  const selected = sql`select ${sql.raw(`'${name}'`)} as ${sql.identifier('part')}, ${sql.join(cells, sql`, `)} from ${table}`;
  return where ? sql`${selected} where ${where}` : selected;
}

/** What stands in the places of the statement, and how many it needs. */
export function valuesOf(
  parts: readonly Part[],
  at: string,
  questions: readonly DecisionQuestion[],
): { places: Places; values: Record<string, string> } {
  const values: Record<string, string> = { at };
  const sizes = parts.map(({ asks, lists = {} }, nth) => {
    for (const [name, valueOf] of Object.entries(asks))
      for (const [asked, question] of questions.entries())
        values[placeOf(nth, name, asked)] = valueOf(question);
    const named = Object.entries(lists).map(([list, valuesIn]) => {
      const all = [...new Set(questions.flatMap(question => valuesIn(question)))];
      const size = roundedUp(all.length);
      for (let value = 0; value < size; value += 1) values[placeOf(nth, list, value)] = all[value] ?? '';
      return [list, size] as const;
    });
    return Object.fromEntries(named);
  });
  return { places: { questions: questions.length, lists: sizes }, values };
}

/** A statement is written for each size: few are, and a place that is left over finds nothing. */
function roundedUp(values: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(values, FEWEST_PLACES)));
}

const FEWEST_PLACES = 16;

/** The rows of the statement by their sources. */
export function foundIn(rows: readonly PartRow[]): Found {
  const bySource = Map.groupBy(rows, ({ part }) => part);
  return {
    rowsOf: <Name extends string>({ name, columns }: Source<Name>) => {
      const names = Object.keys(columns);
      return (bySource.get(name) ?? []).map(
        row => Object.fromEntries(names.map((own, nth) => [own, row[cellName(nth)] ?? null])) as Cells<Name>,
      );
    },
  };
}

function placeOf(part: number, name: string, question: number): string {
  return `${String(part)} ${name} ${String(question)}`;
}

function cellName(nth: number): string {
  return `c${String(nth)}`;
}
