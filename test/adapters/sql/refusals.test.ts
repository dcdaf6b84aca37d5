import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from '@forge/sql';
import { ForgeSql } from './forge-sql.ts';

describe('Forge SQL, whichever database stands behind it', () => {
  let forge: ForgeSql;
  beforeAll(async () => {
    forge = await ForgeSql.open();
    await sql.executeDDL('CREATE TABLE t (a varchar(5) NOT NULL, n int, at datetime(3), PRIMARY KEY (a))');
    await sql.executeDDL('CREATE UNIQUE INDEX t_n ON t (n)');
    await sql.executeDDL('ALTER TABLE t ADD COLUMN more varchar(10)');
  });
  afterAll(async () => {
    await forge.close();
  });
  const inserted = 'INSERT INTO t (a, n, at, more) VALUES (?, ?, ?, ?)';

  it.each([
    ['an upsert', 'INSERT INTO t (a) VALUES (1) ON DUPLICATE KEY UPDATE a = 2'],
    ['rows of a write', 'DELETE FROM t RETURNING a'],
    ['a lock', 'SELECT a FROM t FOR UPDATE'],
    ['its own clock', 'SELECT NOW()'],
    ['a second statement', 'DELETE FROM t; DELETE FROM t'],
    ['a transaction', 'BEGIN'],
    ['a session variable', "SET SESSION time_zone = '+02:00'"],
    ['a column that is not grouped', 'SELECT a, n FROM t GROUP BY n'],
    ['the tables of the system', 'SELECT table_name FROM information_schema.tables'],
    ['a definition where data is changed', 'CREATE TABLE u (a int)'],
  ])('refuses %s', async (_, query) => {
    await expect(sql.executeRaw(query)).rejects.toThrow();
    expect(await sql.executeRaw('SELECT COUNT(*) AS n FROM t')).toMatchObject({
      rows: [{ n: expect.anything() }],
    });
  });

  it.each([
    ['a key that counts by itself', 'CREATE TABLE u (a int AUTO_INCREMENT, PRIMARY KEY (a))'],
    ['a foreign key', 'CREATE TABLE u (a varchar(5) REFERENCES t (a))'],
    ['an index within a table', 'CREATE TABLE u (a int, KEY a_key (a))'],
    ['a check', 'CREATE TABLE u (a int, CHECK (a > 0))'],
    ['a default that is reckoned', 'CREATE TABLE u (a int DEFAULT (1 + 1))'],
    ['a collation of its own', 'CREATE TABLE u (a varchar(5) COLLATE utf8mb4_general_ci)'],
    ['another engine', 'CREATE TABLE u (a int) ENGINE=MyISAM'],
    ['a long text as a key', 'CREATE TABLE u (a text, PRIMARY KEY (a))'],
    ['a change of a column', 'ALTER TABLE t MODIFY COLUMN a varchar(50)'],
    ['a column that must be filled and is not', 'ALTER TABLE t ADD COLUMN b int NOT NULL'],
    ['data where a definition is meant', 'DELETE FROM t'],
  ])('refuses %s', async (_, query) => {
    await expect(sql.executeDDL(query)).rejects.toThrow();
  });

  it.each<[string, unknown[]]>([
    ['a text that is too long', ['abcdef', 1, null, null]],
    ['a text where a number belongs', ['a', 'many', null, null]],
    ['a number that does not fit', ['a', 2 ** 40, null, null]],
    ['a day that is none', ['a', 1, '2026-02-30 00:00:00.000', null]],
    ['nothing where something must be', [null, 1, null, null]],
  ])('refuses %s', async (_, values) => {
    await expect(
      sql
        .prepare(inserted)
        .bindParams(...(values as never[]))
        .execute(),
    ).rejects.toThrow();
  });

  it('takes what fits, compares it letter by letter, and refuses the same key again', async () => {
    const row = ['Ä b', 7, '2026-11-20 10:00:00.123', null];
    await sql
      .prepare(inserted)
      .bindParams(...(row as never[]))
      .execute();
    const asked = (a: string) => sql.prepare('SELECT n, at, more FROM t WHERE a = ?').bindParams(a).execute();
    expect((await asked('Ä b')).rows).toEqual([{ n: 7, at: '2026-11-20 10:00:00.123', more: null }]);
    expect((await asked('ä b')).rows).toEqual([]);
    expect((await asked('A b')).rows).toEqual([]);
    await expect(
      sql
        .prepare(inserted)
        .bindParams(...(row as never[]))
        .execute(),
    ).rejects.toThrow();
  });
});
