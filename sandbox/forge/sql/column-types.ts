import { notPortable } from './refusal.ts';

/** How a column of one type is kept in SQLite so that it takes what MySQL in strict mode takes. */
export interface ColumnType {
  /** As declared, lower case, e.g. `varchar(64)`. */
  declared: string;
  /** The type that SQLite is told. Its words decide on SQLite's conversions, its start names the MySQL type. */
  sqlite: string;
  /** A condition on the column, with `?` for its name, and the error of a value that fails it. */
  checks: readonly { name: CheckName; condition: string }[];
  /** Bytes of an index entry, undefined when MySQL can't index the type. */
  indexBytes: number | undefined;
}

export type CheckName = 'too long' | 'not a number' | 'out of range' | 'not a datetime' | 'not json';

const INTEGERS: Readonly<Record<string, number>> = {
  tinyint: 8,
  smallint: 16,
  int: 32,
  integer: 32,
  bigint: 64,
};
const TEXTS: Readonly<Record<string, number>> = {
  text: 65_535,
  mediumtext: 16_777_215,
  longtext: 4_294_967_295,
};
const INDEX_BYTES = { date: 3, datetime: 8, double: 8 };

/**
 * @param name - lower case @param size - the number in parentheses
 * @throws SqlRefused for a type that isn't modelled
 */
export function columnType(name: string, size: number | undefined): ColumnType {
  const declared = size === undefined ? name : `${name}(${String(size)})`;
  const bits = INTEGERS[name === 'boolean' || name === 'bool' ? 'tinyint' : name];
  if (bits !== undefined) return integer(declared, name, bits);
  if ((name === 'varchar' || name === 'char') && size !== undefined) return sized(declared, name, size);
  const bytes = TEXTS[name];
  if (bytes !== undefined && size === undefined) {
    return text(declared, undefined, {
      name: 'too long',
      condition: `length(CAST(? AS BLOB)) <= ${String(bytes)}`,
    });
  }
  if (name === 'json') return text(declared, undefined, { name: 'not json', condition: 'json_valid(?)' });
  if (name === 'datetime') return datetime(declared, size ?? 0);
  if (name === 'date')
    return text(declared, INDEX_BYTES.date, {
      name: 'not a datetime',
      condition: "strftime('%Y-%m-%d', ?) = ?",
    });
  if (name === 'double')
    return number(declared, declared, INDEX_BYTES.double, "typeof(?) IN ('real', 'integer')");
  throw notPortable(`the column type ${declared}`);
}

function integer(declared: string, name: string, bits: number): ColumnType {
  // "int" alone would do; "integer" as a primary key is an alias of SQLite's row id, so it is never said.
  const sqlite = name.startsWith('bool') ? 'boolean int' : name === 'integer' ? 'int' : declared;
  const type = number(declared, sqlite, bits / 8, "typeof(?) = 'integer'");
  if (bits === 64) return type;
  const edge = 2 ** (bits - 1);
  const condition = `? BETWEEN ${String(-edge)} AND ${String(edge - 1)}`;
  return { ...type, checks: [...type.checks, { name: 'out of range', condition }] };
}

function number(declared: string, sqlite: string, indexBytes: number, condition: string): ColumnType {
  return { declared, sqlite, indexBytes, checks: [{ name: 'not a number', condition }] };
}

/** utf8mb4_bin pads: trailing spaces don't count in comparisons, which is what SQLite's RTRIM collation does. */
function text(
  declared: string,
  indexBytes: number | undefined,
  check: ColumnType['checks'][number],
): ColumnType {
  // SQLite takes a size only after the last word of a type.
  const sqlite = `${declared.replace(/(?=\(|$)/, ' text')} COLLATE RTRIM`;
  return { declared, sqlite, indexBytes, checks: [check] };
}

function sized(declared: string, name: string, size: number): ColumnType {
  if (size > 16_383) throw notPortable(`${declared}: a row of MySQL has 65,535 bytes`, 'Use TEXT.');
  // MySQL strips the trailing spaces of a CHAR, SQLite would keep them.
  const condition = `length(?) <= ${String(size)}${name === 'char' ? " AND ? = rtrim(?, ' ') COLLATE BINARY" : ''}`;
  return text(declared, size * 4, { name: 'too long', condition });
}

/** One form only, e.g. `2026-11-20 10:00:00.000`: MySQL would accept others and read back this one. */
function datetime(declared: string, fraction: number): ColumnType {
  if (fraction !== 0 && fraction !== 3) throw notPortable(`${declared}: use datetime or datetime(3)`);
  const form = fraction === 3 ? '%Y-%m-%d %H:%M:%f' : '%Y-%m-%d %H:%M:%S';
  return text(declared, INDEX_BYTES.datetime, {
    name: 'not a datetime',
    condition: `strftime('${form}', ?) = ?`,
  });
}
