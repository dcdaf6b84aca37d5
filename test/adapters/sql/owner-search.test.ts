import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { searchByNames, searchByWords } from '../../../src/application/owners/search-matrix';
import { DOMAINS } from '../../../src/domain/responsibility/domains';
import type { Responsibility } from '../../../src/domain/responsibility/responsibility';
import { ROLES, SERVICES } from '../../support/builders/company';
import { aMatrixContent, aMatrixVersion, aResponsibility } from '../../support/builders/matrix';
import { searchEverything } from '../../support/fakes/search-in-memory';
import { openSqlStore, type SqlStore } from './sql-store.ts';

const ROWS = 10_000;
const LIMIT = 10;
const THINGS = [
  'backup',
  'key',
  'account',
  'log',
  'alert',
  'patch',
  'image',
  'secret',
  'certificate',
  'network',
];
const DEEDS = ['rotation', 'review', 'approval', 'provisioning', 'monitoring', 'restore', 'retention'];

/** Some activities for any service, some for one or two, and some that nothing but their texts tell apart. */
function rowAt(nth: number): Responsibility {
  const thing = THINGS[nth % THINGS.length] ?? '';
  const deed = DEEDS[nth % DEEDS.length] ?? '';
  return aResponsibility({
    id: `row-${String(nth).padStart(5, '0')}`,
    domain: DOMAINS[nth % DOMAINS.length] ?? 'Governance',
    activity: nth === 0 ? '' : `${thing} ${deed} ${String(Math.floor(nth / 3))}`,
    service: ['*', 'aws', 'github', 'aws'][nth % 4] ?? '*',
    accountable: ROLES[nth % ROLES.length]?.key ?? 'ciso',
    customerTasks: `Operate control ${String(nth)} as its runbook says; record each run and follow up what fails.`,
    procedure: `RB-${thing}-${String(nth % 50)}`,
  });
}

describe('an owner search in a matrix of ten thousand rows', () => {
  const content = aMatrixContent({ rows: Array.from({ length: ROWS }, (_, nth) => rowAt(nth)) });
  let store: SqlStore;

  beforeAll(async () => {
    store = await openSqlStore();
    await store.ports.matrixVersions.adopt(aMatrixVersion(), content);
  }, 120_000);
  afterAll(() => store.close());

  const searched = () => ({ matrixVersions: store.ports.matrixVersions, number: 1, named: content });

  it.each([
    'Who owns backup restore 1234?',
    'certificate provisioning 2077 on AWS',
    // In the texts of few rows, of most rows, and of none.
    'who follows RB-secret-7',
    'record each run of the control on GitHub',
    'the menu of the canteen',
    // In the names of roles and domains, and nothing but a service, or nothing at all.
    'Executive Owner governance',
    'AWS',
    '',
  ])('finds in two statements what a search through everything finds: %j', async text => {
    store.forge.forget();
    const found = await searchByWords(searched(), text, LIMIT);
    expect(store.forge.statements.length).toBeLessThanOrEqual(2);
    expect(store.forge.rowsRead).toBeLessThanOrEqual(100);
    expect(store.forge.longestAnswer).toBeLessThan(50_000);
    expect(found).toEqual(searchEverything(text, content, LIMIT));
  });

  it('reads the rows of one activity when it is asked for by name', async () => {
    const row = rowAt(4_321);
    store.forge.forget();
    const question = { service: 'AWS', domain: row.domain, activity: row.activity };
    expect(await searchByNames(searched(), question)).toEqual([{ row, service: SERVICES[0] }]);
    expect(store.forge.statements).toHaveLength(1);
    expect(store.forge.rowsRead).toBeLessThanOrEqual(3);
  });
});
