import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SqlParameter } from '../../../sandbox/forge/sql/guard.ts';
import { SqliteStorage } from '../../../sandbox/forge/sql/sqlite-storage.ts';
import { cleanUp, startFixture, temporaryFolder, type Fixture } from './fixture-host.ts';

const TABLE = `CREATE TABLE v (id varchar(8) NOT NULL, name varchar(5), flag boolean, small smallint, n int, big bigint,
  code char(3), body text, data json, at datetime(3), day date, x double, PRIMARY KEY (id))`;

describe('a value', () => {
  let storage: SqliteStorage;
  let rows = 0;
  beforeAll(async () => {
    storage = new SqliteStorage(temporaryFolder());
    await storage.execute(TABLE, [], 'ddl');
  });
  afterAll(async () => {
    await storage.close();
    await cleanUp();
  });

  const write = async (column: string, value: SqlParameter): Promise<string> => {
    rows += 1;
    const id = `r${String(rows)}`;
    await storage.execute(`INSERT INTO v (id, ${column}) VALUES (?, ?)`, [id, value], 'dml');
    return id;
  };

  it.each<[string, SqlParameter, unknown]>([
    ['name', 'abcde', 'abcde'],
    ['name', 'äöüßé', 'äöüßé'],
    ['name', 12, '12'],
    ['name', null, null],
    ['flag', 1, 1],
    ['small', -32768, -32768],
    ['n', 2147483647, 2147483647],
    ['n', '42', 42],
    ['big', '9007199254740993', '9007199254740993'],
    ['big', 7, '7'],
    ['code', 'abc', 'abc'],
    ['body', 'x'.repeat(65535), 'x'.repeat(65535)],
    ['data', '{"b":[1,2],"a":{"long":null,"c":"d"}}', '{"a": {"c": "d", "long": null}, "b": [1, 2]}'],
    ['data', '12', '12'],
    ['at', '2026-11-20 10:00:00.000', '2026-11-20 10:00:00.000'],
    ['at', '2028-02-29 23:59:59.999', '2028-02-29 23:59:59.999'],
    ['day', '2026-11-20', '2026-11-20'],
    ['x', 1.5, 1.5],
  ])('%s takes %j and reads back %j', async (column, value, expected) => {
    const id = await write(column, value);
    const { rows: found } = await storage.execute(
      `SELECT ${column} AS value FROM v WHERE id = ?`,
      [id],
      'dml',
    );
    expect(found).toEqual([{ value: expected }]);
  });

  it.each<[string, SqlParameter, string, number]>([
    ['name', 'abcdef', 'ER_DATA_TOO_LONG', 1406],
    ['id', 'much too long', 'ER_DATA_TOO_LONG', 1406],
    ['code', 'abcd', 'ER_DATA_TOO_LONG', 1406],
    ['body', 'ä'.repeat(32768), 'ER_DATA_TOO_LONG', 1406],
    ['n', 'twelve', 'ER_TRUNCATED_WRONG_VALUE_FOR_FIELD', 1366],
    ['n', 1.5, 'ER_TRUNCATED_WRONG_VALUE_FOR_FIELD', 1366],
    ['n', 2147483648, 'ER_WARN_DATA_OUT_OF_RANGE', 1264],
    ['small', 40000, 'ER_WARN_DATA_OUT_OF_RANGE', 1264],
    ['flag', 'yes', 'ER_TRUNCATED_WRONG_VALUE_FOR_FIELD', 1366],
    ['big', 'x', 'ER_TRUNCATED_WRONG_VALUE_FOR_FIELD', 1366],
    ['data', '{a:1}', 'ER_INVALID_JSON_TEXT', 3140],
    ['at', '2026-02-30 10:00:00.000', 'ER_TRUNCATED_WRONG_VALUE', 1292],
    ['at', '2026-11-20T10:00:00.000Z', 'ER_TRUNCATED_WRONG_VALUE', 1292],
    ['at', '2026-11-20 10:00:00', 'ER_TRUNCATED_WRONG_VALUE', 1292],
    ['at', 'soon', 'ER_TRUNCATED_WRONG_VALUE', 1292],
    ['day', '2026-11-31', 'ER_TRUNCATED_WRONG_VALUE', 1292],
    ['x', 'many', 'ER_TRUNCATED_WRONG_VALUE_FOR_FIELD', 1366],
  ])('%s refuses %j with %s', async (column, value, code, errno) => {
    const insert =
      column === 'id'
        ? storage.execute('INSERT INTO v (id) VALUES (?)', [value], 'dml')
        : write(column, value);
    await expect(insert).rejects.toMatchObject({ code: 'SQL_EXECUTION_ERROR', debug: { code, errno } });
  });

  it('is checked on update too', async () => {
    const id = await write('name', 'a');
    const update = storage.execute('UPDATE v SET name = ? WHERE id = ?', ['abcdef', id], 'dml');
    await expect(update).rejects.toMatchObject({ debug: { code: 'ER_DATA_TOO_LONG' } });
  });

  it('may not be null in a primary key', async () => {
    const insert = storage.execute('INSERT INTO v (id) VALUES (?)', [null], 'dml');
    await expect(insert).rejects.toMatchObject({ debug: { code: 'ER_BAD_NULL_ERROR', errno: 1048 } });
  });

  it('is compared bytewise, but for trailing spaces, as utf8mb4_bin does', async () => {
    await storage.execute('INSERT INTO v (id) VALUES (?), (?)', ['Case', 'case'], 'dml');
    const again = storage.execute('INSERT INTO v (id) VALUES (?)', ['case '], 'dml');
    await expect(again).rejects.toMatchObject({
      debug: { code: 'ER_DUP_ENTRY', errno: 1062, sqlState: '23000' },
    });
    expect((await storage.execute('SELECT id FROM v WHERE id = ?', ['Case'], 'dml')).rows).toEqual([
      { id: 'Case' },
    ]);
    expect((await storage.execute('SELECT id FROM v WHERE id LIKE ?', ['CASE'], 'dml')).rows).toEqual([]);
  });

  it('of another form is not compared with a date', async () => {
    const query = 'SELECT id FROM v WHERE at >= ?';
    await expect(storage.execute(query, ['2026-11-20T10:00:00Z'], 'dml')).rejects.toThrow('at compared with');
    await expect(storage.execute(query, ['2026-11-20 10:00:00.000'], 'dml')).resolves.toBeDefined();
    await expect(
      storage.execute('SELECT id FROM v WHERE `v`.`at` BETWEEN ? AND ?', ['2026-11-20', 'soon'], 'dml'),
    ).rejects.toThrow('soon');
    await expect(storage.execute('SELECT id FROM v WHERE ? < v.day', ['soon'], 'dml')).rejects.toThrow(
      'day compared with',
    );
  });

  it('that is counted or summed comes as text, as MySQL types it BIGINT or DECIMAL', async () => {
    const { rows: found } = await storage.execute(
      'SELECT COUNT(*) AS c, SUM(n) AS s FROM v WHERE n = ?',
      [42],
      'dml',
    );
    expect(found).toEqual([{ c: '1', s: '42' }]);
  });

  it.each([
    ['SELECT a FROM nowhere', 'ER_NO_SUCH_TABLE', 1146],
    ['SELECT missing FROM v', 'ER_BAD_FIELD_ERROR', 1054],
    ['SELECT FROM v', 'ER_PARSE_ERROR', 1064],
    ["INSERT INTO v (id, n) VALUES ('q')", 'ER_WRONG_VALUE_COUNT_ON_ROW', 1136],
  ])('%s fails with %s', async (query, code, errno) => {
    await expect(storage.execute(query, [], 'dml')).rejects.toMatchObject({ debug: { code, errno } });
  });

  it('survives a restart, and so do the checks', async () => {
    const folder = temporaryFolder();
    const first = new SqliteStorage(folder);
    await first.execute('CREATE TABLE t (id varchar(3) NOT NULL, at datetime, PRIMARY KEY (id))', [], 'ddl');
    await first.execute('INSERT INTO t (id, at) VALUES (?, ?)', ['a', '2026-11-20 10:00:00'], 'dml');
    await first.close();
    const second = new SqliteStorage(folder);
    expect((await second.execute('SELECT * FROM t', [], 'dml')).rows).toEqual([
      { id: 'a', at: '2026-11-20 10:00:00' },
    ]);
    await expect(second.execute('INSERT INTO t (id) VALUES (?)', ['abcd'], 'dml')).rejects.toThrow();
    await expect(second.execute('SELECT id FROM t WHERE at = ?', ['soon'], 'dml')).rejects.toThrow(
      'at compared with',
    );
    await second.close();
  });
});

describe('SQL through @forge/sql and Drizzle', () => {
  let fixture: Fixture;
  beforeAll(async () => {
    fixture = await startFixture({ limits: { sqlDdlPerMinute: 8 } });
  });
  afterAll(() => fixture.host.stop());

  const sql = (query: string, params: unknown[] = []) => fixture.invoke('sql', { query, params });

  it("runs @forge/sql's migrations once", async () => {
    expect(await fixture.invoke('migrate')).toEqual(['v001_notes']);
    expect(await fixture.invoke('migrate')).toEqual([]);
    expect(await fixture.invoke('listMigrations')).toEqual(['v001_notes true']);
  });

  it('writes and reads through Drizzle', async () => {
    await fixture.invoke('addNote', {
      id: 'a',
      rank: 1,
      total: 5_000_000_000,
      at: '2026-11-20 10:00:00.000',
    });
    expect(await fixture.invoke('notesRanked', { rank: 1 })).toEqual([
      { id: 'a', rank: 1, total: 5_000_000_000, at: '2026-11-20 10:00:00.000' },
    ]);
  });

  it('answers a write with the rows it touched', async () => {
    expect(await sql('UPDATE notes SET `rank` = ? WHERE id = ?', [2, 'a'])).toMatchObject({
      rows: { affectedRows: 1, insertId: 0 },
    });
    expect(await sql('UPDATE notes SET `rank` = ? WHERE id = ?', [2, 'b'])).toMatchObject({
      rows: { affectedRows: 0 },
    });
  });

  it("gives the app the database's own error", async () => {
    const again = await sql('INSERT INTO notes (id, `rank`, total, at) VALUES (?, ?, ?, ?)', [
      'a',
      1,
      1,
      '2026-11-20 10:00:00.000',
    ]);
    expect(again).toMatchObject({
      code: 'SQL_EXECUTION_ERROR',
      context: { debug: { code: 'ER_DUP_ENTRY', errno: 1062 } },
    });
  });

  it('refuses a parameter that is not a plain value', async () => {
    expect(await sql('SELECT ? AS a', [{ b: 1 }])).toMatchObject({ code: 'INVALID_REQUEST' });
    expect(await sql('SELECT ? AS a', [true])).toMatchObject({ rows: [{ a: '1' }] });
  });

  it('refuses an answer over 4 MiB', async () => {
    const long = 'x'.repeat(400_000);
    const query = `SELECT ${Array.from({ length: 11 }, (_, index) => `u.a AS a${String(index)}`).join(', ')} FROM (SELECT ? AS a) u`;
    expect(await sql(query, [long])).toMatchObject({ code: 'RESPONSE_TOO_LARGE' });
  });

  it('counts definitions by the minute of the sandbox clock', async () => {
    fixture.clock.advance(60_000);
    for (let i = 0; i < 4; i++) await fixture.invoke('migrate');
    await expect(fixture.invoke('migrate')).rejects.toThrow('More than 8 DDL statements');
    fixture.clock.advance(60_000);
    await expect(fixture.invoke('migrate')).resolves.toEqual([]);
  });
});

describe('SQL in a hurry', () => {
  it('is refused after as many statements in a second as are allowed', async () => {
    const fixture = await startFixture({ limits: { sqlDmlPerSecond: 5 } });
    const answers: unknown[] = [];
    for (let i = 0; i < 6; i++) answers.push(await fixture.invoke('sql', { query: 'SELECT 1', params: [] }));
    expect(answers.slice(0, 5)).not.toContainEqual(expect.objectContaining({ code: 'RATE_LIMIT_EXCEEDED' }));
    expect(answers[5]).toMatchObject({ code: 'RATE_LIMIT_EXCEEDED' });
    await fixture.host.stop();
  });
});
