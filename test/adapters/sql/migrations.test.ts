import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openDatabase } from '../../../src/adapters/sql/database';
import { migrate, MIGRATION_NAMES } from '../../../src/adapters/sql/migrations';
import { sqlRoles } from '../../../src/adapters/sql/roles/sql-roles';
import { ForgeSql } from './forge-sql.ts';

let forge: ForgeSql;

beforeEach(async () => {
  forge = await ForgeSql.open();
});
afterEach(() => forge.close());

describe('migrate', () => {
  it('runs every migration once, in order, and says which', async () => {
    expect(await migrate()).toEqual(MIGRATION_NAMES);
    forge.forget();
    expect(await migrate()).toEqual([]);
    expect(forge.statements.filter(statement => /^create table if not exists `/i.test(statement))).toEqual(
      [],
    );
  });

  it.each(['refused', 'answer lost'] as const)(
    'goes on where it was cut, whether the change was made or not (%s)',
    async how => {
      forge.fail({ containing: '`evidence_entry`', how });
      await expect(migrate()).rejects.toThrow();
      const rest = await migrate();
      expect(rest).toEqual(MIGRATION_NAMES.slice(MIGRATION_NAMES.indexOf('v001_evidence_entry')));
      expect(await migrate()).toEqual([]);
      expect(await sqlRoles(openDatabase()).list()).toEqual([]);
    },
  );

  it('repeats a change whose record was cut off', async () => {
    forge.fail({ containing: 'INSERT INTO __migrations', how: 'refused' });
    await expect(migrate()).rejects.toThrow();
    expect(await migrate()).toEqual(MIGRATION_NAMES);
  });
});
