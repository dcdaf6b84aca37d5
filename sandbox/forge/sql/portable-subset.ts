import { notPortable, policyViolation } from './refusal.ts';
import type { Token } from './tokens.ts';

/** Word sequences that are refused wherever they stand, and why. */
const PHRASES: readonly (readonly [phrase: string, why: string])[] = [
  ['ON DUPLICATE KEY', 'MySQL only; insert where it does not exist yet, and take a duplicate key for done'],
  ['ON CONFLICT', 'not MySQL'],
  ['RETURNING', 'not TiDB'],
  ['AUTO_INCREMENT', 'makes hot spots in TiDB; bring your own key'],
  ['AUTO_RANDOM', 'TiDB only'],
  ['CHARACTER SET', 'not SQLite; the database is utf8mb4'],
  ['CHARSET', 'not SQLite; the database is utf8mb4'],
  ['COLLATE', 'the database compares with utf8mb4_bin'],
  ['ENGINE', 'not SQLite'],
  ['FOR UPDATE', 'Forge has no transactions to hold a lock in'],
  ['FOR SHARE', 'Forge has no transactions to hold a lock in'],
  ['LOCK IN', 'Forge has no transactions to hold a lock in'],
  ['DUAL', 'not SQLite; select without FROM'],
  ['FOREIGN KEY', 'Forge SQL does not support foreign keys'],
  ['REFERENCES', 'Forge SQL does not support foreign keys'],
  ['INSERT IGNORE', 'MySQL only'],
  ['UPDATE IGNORE', 'MySQL only'],
  ['DELETE IGNORE', 'MySQL only'],
  ['INSERT OR', 'SQLite only'],
  ['UPDATE OR', 'SQLite only'],
  ['CURRENT_TIMESTAMP', 'time is a parameter'],
  ['CURRENT_DATE', 'time is a parameter'],
  ['CURRENT_TIME', 'time is a parameter'],
  ['LOCALTIME', 'time is a parameter'],
  ['LOCALTIMESTAMP', 'time is a parameter'],
  ['UTC_TIMESTAMP', 'time is a parameter'],
  ['ROWID', 'SQLite only'],
  ['_ROWID_', 'SQLite only'],
  ['OID', 'SQLite only'],
  ['GLOB', 'SQLite only'],
  ['MATCH', 'not the same everywhere'],
  ['REGEXP', 'not SQLite'],
  ['RLIKE', 'not SQLite'],
  ['ISNULL', 'write IS NULL'],
  ['NOTNULL', 'write IS NOT NULL'],
  ['IS DISTINCT FROM', 'not MySQL'],
  ['IS NOT DISTINCT FROM', 'not MySQL'],
  ['FULL JOIN', 'not MySQL'],
  ['FULL OUTER', 'not MySQL'],
  ['NATURAL', 'joins whatever happens to be called alike'],
  ['STRAIGHT_JOIN', 'MySQL only'],
  ['GENERATED', 'generated columns differ'],
  ['DIV', 'not SQLite'],
  ['XOR', 'not SQLite'],
  ['BINARY', 'text compares bytewise already'],
  ['INTERVAL', 'not SQLite; reckon with dates in code'],
  ['NULLS FIRST', 'not MySQL'],
  ['NULLS LAST', 'not MySQL'],
  ['INDEXED BY', 'SQLite only'],
  ['WITHOUT ROWID', 'SQLite only'],
  ['INTO OUTFILE', 'Forge has no files'],
];

/** Every word of every statement is looked up here. */
const BY_FIRST_WORD = Map.groupBy(
  PHRASES.map(([phrase, why]) => ({ words: phrase.split(' '), why })),
  ({ words }) => words[0] ?? '',
);

const SYMBOLS: Readonly<Record<string, string>> = {
  '||': 'OR in MySQL, concatenation in ANSI SQL; join texts in code',
  '&&': 'not SQLite; write AND',
  '<=>': 'MySQL only',
  ':=': 'MySQL only',
  '@': 'variables; bind a parameter',
  '->': 'JSON paths differ; parse the text in code',
  '->>': 'JSON paths differ; parse the text in code',
  '==': 'SQLite only; write =',
  '/': '3/2 is 1 in SQLite and 1.5 in MySQL; divide in code',
  '!': 'write NOT',
  '|': 'bit operators',
  '&': 'bit operators',
  '^': 'bit operators',
  '~': 'bit operators',
  '<<': 'bit operators',
  '>>': 'bit operators',
  ':': 'named parameters; use ?',
  $: 'not SQL',
};

/** The functions that give the same everywhere. */
const FUNCTIONS = new Set(
  `COUNT SUM MIN MAX COALESCE IFNULL NULLIF SUBSTR INSTR TRIM LTRIM RTRIM REPLACE ABS ROW_NUMBER RANK DENSE_RANK LAG LEAD
   FIRST_VALUE LAST_VALUE`.split(/\s+/),
);
/** Words that stand before a parenthesis without being functions. */
const BEFORE_PARENTHESIS = new Set(
  `IN EXISTS VALUES AND OR NOT ON FROM JOIN WHERE SELECT AS OVER BY UNION ALL EXCEPT INTERSECT WHEN THEN ELSE CASE USING INTO
   KEY UNIQUE HAVING LIKE BETWEEN DISTINCT SET INDEX LIMIT OFFSET WITH RECURSIVE ANY SOME TABLE COLUMN DEFAULT`.split(
    /\s+/,
  ),
);
/** Functions worth a word of their own. */
const REFUSED_FUNCTIONS: Readonly<Record<string, string>> = {
  NOW: 'time is a parameter',
  SYSDATE: 'time is a parameter',
  CURDATE: 'time is a parameter',
  CURTIME: 'time is a parameter',
  UNIX_TIMESTAMP: 'time is a parameter',
  AVG: 'a DECIMAL text in MySQL, a number in SQLite; divide in code',
  LENGTH: 'bytes in MySQL, characters in SQLite',
  CONCAT: 'null differs; join texts in code',
  LOWER: 'ASCII only in SQLite',
  UPPER: 'ASCII only in SQLite',
};
const POLICY_FUNCTIONS = new Set([
  'SLEEP',
  'BENCHMARK',
  'COMPRESS',
  'UNCOMPRESS',
  'DECOMPRESS',
  'AES_ENCRYPT',
  'AES_DECRYPT',
]);

/**
 * Refuses, by name, whatever SQLite, MariaDB and TiDB don't understand alike.
 * @param dml - false for definitions, where a word before a parenthesis is a type or a table
 * @throws SqlRefused
 */
export function refuseNotPortable(tokens: readonly Token[], dml: boolean): void {
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'symbol') {
      const why = SYMBOLS[token.key];
      if (why !== undefined) throw notPortable(`${token.key} (${why})`);
    }
    if (token.kind !== 'word') continue;
    for (const { words, why } of BY_FIRST_WORD.get(token.key) ?? []) {
      if (words.every((word, offset) => tokens[index + offset]?.key === word))
        throw notPortable(`${words.join(' ')} (${why})`);
    }
    if (dml && tokens[index + 1]?.key === '(') refuseFunction(token, tokens[index - 1]);
  }
}

/** @param before - `INSERT INTO t (` and `WITH x (` name a table before a parenthesis */
function refuseFunction({ key }: Token, before: Token | undefined): void {
  if (POLICY_FUNCTIONS.has(key)) throw policyViolation(`${key}() is restricted by the query policy`);
  if (FUNCTIONS.has(key) || BEFORE_PARENTHESIS.has(key)) return;
  if (before !== undefined && ['INTO', 'WITH', 'RECURSIVE'].includes(before.key)) return;
  throw notPortable(
    `the function ${key}() (${REFUSED_FUNCTIONS[key] ?? 'not known to give the same everywhere'})`,
  );
}
