import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { guard, type SqlParameter } from '../../../sandbox/forge/sql/guard.ts';
import { SqlRefused } from '../../../sandbox/forge/sql/refusal.ts';
import { SqliteStorage } from '../../../sandbox/forge/sql/sqlite-storage.ts';
import { cleanUp, temporaryFolder } from './fixture-host.ts';

function refusalOf(work: () => unknown): SqlRefused | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof SqlRefused) return error;
    throw error;
  }
}

describe('the guard in front of the database', () => {
  it.each([
    'SELECT 1',
    'select `id`, `name` from `roles` where `roles`.`id` = ? order by `roles`.`name` limit ?;',
    'SELECT a, COUNT(*) AS n FROM t GROUP BY a HAVING COUNT(*) > 1',
    'SELECT COUNT(DISTINCT a) FROM t',
    'SELECT t.a, MAX(t.b) FROM t GROUP BY t.a',
    'SELECT a FROM t WHERE INSTR(a, ?) > 0',
    'SELECT a, ROW_NUMBER() OVER (PARTITION BY b ORDER BY c) AS n FROM t',
    "SELECT CASE WHEN a = 'it''s' THEN 1 ELSE 2 END FROM t",
    'SELECT * FROM t WHERE (a, b) IN ((?, ?), (?, ?))',
    'SELECT * FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.a = t.a)',
    'WITH latest AS (SELECT a, MAX(b) AS b FROM t GROUP BY a) SELECT * FROM latest',
    'INSERT INTO t (a, b) VALUES (?, ?), (?, ?)',
    'INSERT INTO t (a) SELECT x.a FROM (SELECT ? AS a) x WHERE NOT EXISTS (SELECT 1 FROM t WHERE t.a = x.a)',
    'REPLACE INTO t (a) VALUES (?)',
    'UPDATE t SET a = a + 1 WHERE b = ? AND revision = ?',
    'DELETE FROM t WHERE a BETWEEN ? AND ?',
    "SELECT 'ON CONFLICT || NOW()' AS text",
    'SELECT `interval`, `key` FROM t -- a comment',
    'SELECT a FROM t /* a comment */ UNION ALL SELECT a FROM u',
  ])('accepts %s', query => {
    const marks = query.split('?').length - 1;
    expect(refusalOf(() => guard(query, Array<SqlParameter>(marks).fill(1), 'dml'))).toBeUndefined();
  });

  it.each([
    ['INSERT INTO t (a) VALUES (1) ON DUPLICATE KEY UPDATE a = 2', 'ON DUPLICATE KEY'],
    ['INSERT INTO t (a) VALUES (1) ON CONFLICT DO NOTHING', 'ON CONFLICT'],
    ['INSERT INTO t (a) VALUES (1) RETURNING a', 'RETURNING'],
    ['INSERT IGNORE INTO t (a) VALUES (1)', 'INSERT IGNORE'],
    ['INSERT OR REPLACE INTO t (a) VALUES (1)', 'INSERT OR'],
    ['INSERT INTO t (a, b) VALUES (1, DEFAULT)', 'DEFAULT'],
    ['INSERT INTO t SET a = 1', 'INSERT … SET'],
    ['SELECT NOW()', 'NOW()'],
    ['SELECT CURRENT_TIMESTAMP', 'CURRENT_TIMESTAMP'],
    ['SELECT a FROM t WHERE b = UNIX_TIMESTAMP()', 'UNIX_TIMESTAMP()'],
    ['SELECT a FROM t FOR UPDATE', 'FOR UPDATE'],
    ['SELECT a FROM t LOCK IN SHARE MODE', 'LOCK IN'],
    ['SELECT 1 FROM DUAL', 'DUAL'],
    ["SELECT a || 'x' FROM t", '||'],
    ['SELECT a && b FROM t', '&&'],
    ['SELECT a <=> b FROM t', '<=>'],
    ['SELECT a == b FROM t', '=='],
    ['SELECT 3 / 2', '/'],
    ['SELECT 3 DIV 2', 'DIV'],
    ["SELECT data -> '$.a' FROM t", '->'],
    ['SELECT @v := 1', '@'],
    ['SELECT "a" FROM t', 'double quotes'],
    ["SELECT 'a\\'' FROM t", 'backslash'],
    ['SELECT /*+ HASH_JOIN(t) */ a FROM t', 'hints'],
    ['SELECT a FROM t # comment', '# comments'],
    ['SELECT AVG(a) FROM t', 'AVG()'],
    ['SELECT LENGTH(a) FROM t', 'LENGTH()'],
    ['SELECT CONCAT(a, b) FROM t', 'CONCAT()'],
    ["SELECT JSON_EXTRACT(a, '$.b') FROM t", 'JSON_EXTRACT()'],
    ['SELECT GROUP_CONCAT(a) FROM t', 'GROUP_CONCAT()'],
    ["SELECT a FROM t WHERE a REGEXP '^x'", 'REGEXP'],
    ["SELECT a FROM t WHERE a GLOB 'x*'", 'GLOB'],
    ['SELECT a FROM t COLLATE NOCASE', 'COLLATE'],
    ['SELECT rowid FROM t', 'ROWID'],
    ['SELECT name FROM sqlite_schema', 'system table'],
    ['SELECT name FROM __migrations WHERE id = 1', 'system table'],
    ['SELECT * FROM a NATURAL JOIN b', 'NATURAL'],
    ['SELECT * FROM a FULL OUTER JOIN b ON a.x = b.x', 'FULL OUTER'],
    ['UPDATE t SET a = 1 ORDER BY b LIMIT 1', 'LIMIT or ORDER BY'],
    ['DELETE FROM t LIMIT 1', 'LIMIT or ORDER BY'],
    ['UPDATE t SET a = u.a FROM u WHERE u.b = t.b', 'several tables'],
    ['WITH x AS (SELECT 1 AS a) DELETE FROM t WHERE a IN (SELECT a FROM x)', 'WITH before'],
    ['PRAGMA table_info(t)', 'PRAGMA'],
    ['EXPLAIN SELECT 1', 'EXPLAIN'],
  ])('refuses %s as not portable', (query, named) => {
    const refused = refusalOf(() => guard(query, [], 'dml'));
    expect(refused?.code).toBe('INVALID_SQL_QUERY');
    expect(refused?.message).toContain(named);
  });

  it.each([
    ['SELECT 1; SELECT 2', 'dml', 'one statement'],
    ['BEGIN', 'dml', 'no transactions'],
    ['COMMIT', 'dml', 'no transactions'],
    ['SET autocommit = 0', 'dml', 'SET'],
    ['USE other', 'dml', 'USE'],
    ['SHOW DATABASES', 'dml', 'SHOW'],
    ['LOCK TABLES t WRITE', 'dml', 'no transactions'],
    ["PREPARE s FROM 'SELECT 1'", 'dml', 'PREPARE'],
    ['SELECT SLEEP(1)', 'dml', 'SLEEP()'],
    ['CREATE TABLE t (a int)', 'dml', 'executeDDL'],
    ['DROP TABLE t', 'dml', 'executeDDL'],
    ['SELECT 1', 'ddl', 'must not go through executeDDL'],
    ['INSERT INTO t (a) VALUES (1)', 'ddl', 'must not go through executeDDL'],
  ] as const)('refuses %s on the %s endpoint by policy', (query, endpoint, named) => {
    const refused = refusalOf(() => guard(query, [], endpoint));
    expect(refused?.code).toBe('SQL_POLICY_VIOLATION');
    expect(refused?.message).toContain(named);
    expect(refused?.suggestion).toEqual(expect.any(String));
  });

  it.each([
    ['', []],
    ['SELECT ?', []],
    ['SELECT 1', [1]],
    ["SELECT 'unfinished", []],
  ])('answers a parse error for %j with %j', (query, parameters) => {
    expect(refusalOf(() => guard(query, parameters, 'dml'))?.debug).toMatchObject({
      code: 'ER_PARSE_ERROR',
      errno: 1064,
    });
  });

  it('refuses a column that is neither grouped nor aggregated', () => {
    const refused = refusalOf(() => guard('SELECT a, b, COUNT(*) FROM t GROUP BY a', [], 'dml'));
    expect(refused?.debug).toMatchObject({ code: 'ER_WRONG_FIELD_WITH_GROUP', errno: 1055 });
    expect(refusalOf(() => guard('SELECT a, COUNT(*) FROM t', [], 'dml'))?.debug?.errno).toBe(1055);
    expect(refusalOf(() => guard('SELECT a, b, COUNT(*) FROM t GROUP BY a, b', [], 'dml'))).toBeUndefined();
  });

  it('refuses a request over 1 MiB', () => {
    expect(refusalOf(() => guard('SELECT ?', ['x'.repeat(1024 * 1024)], 'dml'))?.code).toBe(
      'REQUEST_TOO_LARGE',
    );
    expect(refusalOf(() => guard('SELECT ?', ['x'.repeat(1024 * 1023)], 'dml'))).toBeUndefined();
  });

  it('refuses a backslash in a LIKE pattern', () => {
    expect(refusalOf(() => guard('SELECT a FROM t WHERE a LIKE ?', ['50\\%'], 'dml'))?.message).toContain(
      'backslash',
    );
    expect(refusalOf(() => guard('SELECT a FROM t WHERE a LIKE ?', ['50%'], 'dml'))).toBeUndefined();
  });
});

describe('a definition', () => {
  let storage: SqliteStorage;
  beforeAll(() => {
    storage = new SqliteStorage(temporaryFolder());
  });
  afterAll(async () => {
    await storage.close();
    await cleanUp();
  });

  it.each([
    'CREATE TABLE a (id varchar(64) NOT NULL, n int DEFAULT 0, PRIMARY KEY (id))',
    'CREATE TABLE `b` (`id` bigint PRIMARY KEY NOT NULL, `ok` boolean NOT NULL DEFAULT true, `data` json, `at` datetime(3))',
    'CREATE TABLE IF NOT EXISTS c (x varchar(20) NOT NULL, y varchar(20) NOT NULL, t text, CONSTRAINT c_pk PRIMARY KEY(x, y), CONSTRAINT c_u UNIQUE(y))',
    'CREATE UNIQUE INDEX b_at ON `b` (`at`, `id`)',
    'CREATE INDEX c_y ON c (y DESC)',
    'ALTER TABLE a ADD COLUMN note varchar(10) NULL',
    "ALTER TABLE a ADD extra varchar(10) NOT NULL DEFAULT 'x'",
    'DROP TABLE IF EXISTS never',
  ])('is accepted: %s', async query => {
    await expect(storage.execute(query, [], 'ddl')).resolves.toBeDefined();
  });

  it.each([
    ['CREATE TABLE z (id bigint PRIMARY KEY AUTO_INCREMENT)', 'AUTO_INCREMENT'],
    ['CREATE TABLE z (id int, KEY k (id))', 'inline KEY'],
    ['CREATE TABLE z (id int, UNIQUE KEY k (id))', 'inline KEY'],
    ['CREATE TABLE z (id int, INDEX k (id))', 'inline INDEX'],
    ['CREATE TABLE z (id int, CHECK (id > 0))', 'inline CHECK'],
    ['CREATE TABLE z (id int REFERENCES a (id))', 'REFERENCES'],
    ['CREATE TABLE z (id int, FOREIGN KEY (id) REFERENCES a (id))', 'FOREIGN KEY'],
    ['CREATE TABLE z (a varchar(5) CHARACTER SET ascii)', 'CHARACTER SET'],
    ['CREATE TABLE z (a varchar(5) COLLATE utf8mb4_bin)', 'COLLATE'],
    ['CREATE TABLE z (a int) ENGINE = InnoDB', 'ENGINE'],
    ['CREATE TABLE z (a int) WITHOUT ROWID', 'WITHOUT ROWID'],
    ['CREATE TABLE z (a timestamp DEFAULT CURRENT_TIMESTAMP)', 'CURRENT_TIMESTAMP'],
    ['CREATE TABLE z (a timestamp)', 'timestamp'],
    ['CREATE TABLE z (a blob)', 'blob'],
    ['CREATE TABLE z (a varchar)', 'varchar'],
    ['CREATE TABLE z (a varchar(20000))', '65,535'],
    ['CREATE TABLE z (a datetime(6))', 'datetime(6)'],
    ['CREATE TABLE z (a int, b int GENERATED ALWAYS AS (a))', 'GENERATED'],
    ['CREATE TABLE z (a int COMMENT 3)', 'COMMENT'],
    ['CREATE VIEW v AS SELECT 1', 'CREATE VIEW'],
    ['CREATE TRIGGER g AFTER INSERT ON a BEGIN SELECT 1', 'CREATE TRIGGER'],
    ['ALTER TABLE a DROP COLUMN n', 'ALTER TABLE other than ADD COLUMN'],
    ['ALTER TABLE a ADD INDEX i (n)', 'ALTER TABLE other than ADD COLUMN'],
    ['TRUNCATE TABLE a', 'TRUNCATE'],
  ])('is refused: %s', async (query, named) => {
    await expect(storage.execute(query, [], 'ddl')).rejects.toMatchObject({
      code: 'INVALID_SQL_QUERY',
      message: expect.stringContaining(named) as unknown,
    });
  });

  it.each([
    ['CREATE TABLE z (a text, PRIMARY KEY (a))', 'ER_BLOB_KEY_WITHOUT_LENGTH'],
    [
      'CREATE TABLE z (a varchar(500) NOT NULL, b varchar(500) NOT NULL, PRIMARY KEY (a, b))',
      'ER_TOO_LONG_KEY',
    ],
    ['CREATE TABLE z (a json DEFAULT NULL)', 'ER_BLOB_CANT_HAVE_DEFAULT'],
    ['CREATE INDEX c_t ON c (t)', 'ER_BLOB_KEY_WITHOUT_LENGTH'],
    ['CREATE INDEX c_q ON c (q)', 'ER_KEY_COLUMN_DOES_NOT_EXITS'],
    ['CREATE TABLE a (id int)', 'ER_TABLE_EXISTS_ERROR'],
    ['CREATE TABLE z (a int', 'ER_PARSE_ERROR'],
  ])('fails as in MySQL: %s', async (query, code) => {
    await expect(storage.execute(query, [], 'ddl')).rejects.toMatchObject({
      code: 'SQL_EXECUTION_ERROR',
      debug: { code },
    });
  });
});
