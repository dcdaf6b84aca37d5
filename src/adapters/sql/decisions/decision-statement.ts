import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { DecisionQuestion } from '../../../ports/decisions';
import type { Cells, Found, Part, Source } from './decision-part';

const cell = z.union([z.string(), z.number().transform(String)]).nullable();

/** A row of the statement: the name of its source, and that source's columns in their order. */
export const partRow = z.object({ part: z.string() }).catchall(cell);

export type PartRow = z.infer<typeof partRow>;

/** One statement that reads the rows of all parts, with a place for each value of so many questions. */
export function decisionStatement(parts: readonly Part[], questions: number): SQL {
  const selects = parts.flatMap((part, nth) =>
    part.selects({
      at: sql.placeholder('at'),
      each: name =>
        Array.from({ length: questions }, (_, asked) => sql.placeholder(placeOf(nth, name, asked))),
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

/** What stands in the places of the statement. */
export function valuesOf(
  parts: readonly Part[],
  at: string,
  questions: readonly DecisionQuestion[],
): Record<string, string> {
  const values: Record<string, string> = { at };
  for (const [nth, { asks }] of parts.entries())
    for (const [name, valueOf] of Object.entries(asks))
      for (const [asked, question] of questions.entries())
        values[placeOf(nth, name, asked)] = valueOf(question);
  return values;
}

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
