import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDatabase } from '../../../src/adapters/sql/database';
import { sqlDecisions } from '../../../src/adapters/sql/decisions/sql-decisions';
import { sqlMatrixVersions } from '../../../src/adapters/sql/matrix/sql-matrix-versions';
import { migrate } from '../../../src/adapters/sql/migrations';
import { sqlRoles } from '../../../src/adapters/sql/roles/sql-roles';
import { sqlServices } from '../../../src/adapters/sql/services/sql-services';
import type { DecisionQuestion, Decisions } from '../../../src/ports/decisions';
import type { MatrixVersions } from '../../../src/ports/matrix-versions';
import type { Roles } from '../../../src/ports/roles';
import type { Services } from '../../../src/ports/services';
import {
  aDeputy,
  aHolder,
  aRole,
  aService,
  CISO,
  CLOUD,
  CLOUD_ROLE,
  instant,
} from '../../support/builders/company';
import { aMatrixContent, aMatrixVersion, aResponsibility } from '../../support/builders/matrix';
import { ForgeSql } from './forge-sql.ts';

let forge: ForgeSql;
let decisions: Decisions;
let roles: Roles;
let services: Services;
let matrixVersions: MatrixVersions;

beforeAll(async () => {
  forge = await ForgeSql.open();
  await migrate();
  const database = openDatabase();
  decisions = sqlDecisions();
  roles = sqlRoles(database);
  services = sqlServices(database);
  matrixVersions = sqlMatrixVersions(database);
});
afterAll(() => forge.close());

const QUESTION: DecisionQuestion = {
  ticketId: '10001',
  domain: 'Asset and configuration management',
  activity: 'Cloud account provisioning',
  service: 'AWS',
  cloudAccountId: null,
  at: instant('2026-08-01'),
};

const AWKWARD = `O'Brien \\ "quoted" \n ☁️ ü % _ \` ; -- DROP`;

describe('roles and services', () => {
  it('come back as they were written, whatever their text, in the order of their keys', async () => {
    const written = [aRole({ key: 'b', name: AWKWARD, charter: AWKWARD }), aRole({ key: 'a' })];
    await roles.put(written);
    expect(await roles.list()).toEqual([...written].reverse());
    const service = aService({ key: 's', name: AWKWARD, contract: AWKWARD, material: false });
    await services.put([service]);
    expect(await services.list()).toEqual([service]);
  });

  it('are replaced by their keys', async () => {
    await roles.put([aRole({ key: 'a', name: 'Renamed' })]);
    expect((await roles.list()).map(({ key, name }) => [key, name])).toEqual([
      ['a', 'Renamed'],
      ['b', AWKWARD],
    ]);
  });

  it('need no statement when there are none', async () => {
    forge.forget();
    await roles.put([]);
    await services.put([]);
    await roles.openPeriods([]);
    await roles.closePeriods([]);
    expect(forge.statements).toEqual([]);
  });
});

describe('periods', () => {
  const first = aHolder({ from: instant('2026-01-01') });
  const next = aHolder({ accountId: CISO, from: instant('2026-06-01') });

  it('are opened once, however often they are', async () => {
    await roles.openPeriods([first]);
    await roles.openPeriods([first, next]);
    expect(await roles.holders()).toEqual([first, next]);
  });

  it('are closed, and then closed earlier but never later', async () => {
    const end = (to: string) => roles.closePeriods([{ period: first, to: instant(to) }]);
    await end('2026-06-01');
    expect(await roles.holders()).toEqual([{ ...first, to: instant('2026-06-01') }, next]);
    await end('2026-05-01');
    await end('2026-07-01');
    expect(await roles.holders()).toEqual([{ ...first, to: instant('2026-05-01') }, next]);
  });
});

describe('matrix versions', () => {
  const first = aMatrixVersion({ effectiveFrom: instant('2026-01-01') });
  const second = aMatrixVersion({ number: 2, contentHash: 'h2', effectiveFrom: instant('2026-07-01') });
  const manyRows = Array.from({ length: 250 }, (_, index) =>
    aResponsibility({ id: `row-${String(index).padStart(3, '0')}`, customerTasks: AWKWARD }),
  );
  const content = aMatrixContent({ rows: manyRows });
  const explained = (at: string) => decisions.recordsToExplain({ ...QUESTION, at: instant(at) });

  beforeAll(() => services.put([aService()]));

  it.each(['insert into `responsibility`', 'insert into `matrix_version`'])(
    'are not there before they are whole: cut at %s',
    async containing => {
      forge.fail({ containing, how: 'refused' });
      await expect(matrixVersions.adopt(first, content)).rejects.toThrow();
      expect(await matrixVersions.list()).toEqual([]);
      expect(await explained('2026-02-01')).toMatchObject({ matrix: null, rows: [] });
    },
  );

  it('come back whole, and are written once', async () => {
    await matrixVersions.adopt(first, content);
    await matrixVersions.adopt(first, aMatrixContent({ rows: [] }));
    expect(await matrixVersions.list()).toEqual([first]);
    expect(await matrixVersions.content(1)).toEqual(content);
    await expect(matrixVersions.content(7)).rejects.toThrow(RangeError);
  });

  it('are found whose answer was lost', async () => {
    forge.fail({ containing: 'insert into `matrix_version`', how: 'answer lost' });
    await matrixVersions.adopt(second, aMatrixContent());
    expect(await matrixVersions.list()).toEqual([first, second]);
    expect((await matrixVersions.content(2)).rows).toHaveLength(1);
  });

  it.each([
    ['2025-12-31T23:59:59.999Z', null],
    ['2026-01-01T00:00:00.000Z', 1],
    ['2026-06-30T23:59:59.999Z', 1],
    ['2026-07-01T00:00:00.000Z', 2],
    ['2030-01-01T00:00:00.000Z', 2],
  ])('at %s the one in force is %s', async (at, number) => {
    expect((await explained(at)).matrix?.number ?? null).toBe(number);
  });

  it('of two that take effect at once the later one holds', async () => {
    const third = aMatrixVersion({ number: 3, contentHash: 'h3', effectiveFrom: second.effectiveFrom });
    const ofServices = ['*', 'aws', 'github'].map(service =>
      aResponsibility({ id: `of-${service}`, service }),
    );
    await matrixVersions.adopt(third, aMatrixContent({ rows: ofServices }));
    const found = await explained('2026-07-01');
    expect(found.matrix?.number).toBe(3);
    expect(found.rows.map(({ service }) => service).sort()).toEqual(['*', 'aws']);
  });
});

describe('what a decision is made of', () => {
  const ask = (overrides: Partial<DecisionQuestion> = {}) => decisions.records({ ...QUESTION, ...overrides });

  beforeAll(async () => {
    await services.put([aService(), aService({ key: 'github', name: 'GitHub' })]);
    await roles.openPeriods([
      aHolder({ from: instant('2026-08-01') }),
      aDeputy({ from: instant('2026-07-01'), to: instant('2026-08-01') }),
      aDeputy({ accountId: 'acc-ceo', from: instant('2026-08-02') }),
    ]);
  });

  it('is read in one statement', async () => {
    forge.forget();
    await ask();
    expect(forge.statements).toHaveLength(1);
  });

  it('is the matrix in force, with its rows for the domain and the service', async () => {
    const found = await ask();
    expect(found.matrix).toMatchObject({ number: 3 });
    expect(found.rows.map(({ id }) => id).sort()).toEqual(['of-*', 'of-aws']);
    expect((await ask({ domain: 'Governance' })).rows).toEqual([]);
    expect((await ask({ at: instant('2025-01-01') })).matrix).toBeNull();
  });

  it('is apart from the ticket and its service what the registers say, which is one statement by itself', async () => {
    for (const at of [instant('2026-07-15'), QUESTION.at, instant('2025-01-01')]) {
      const { matrix, holders, settings } = await ask({ at });
      forge.forget();
      const said = await decisions.registersAsOf(at);
      expect(forge.statements).toHaveLength(1);
      expect(said).toMatchObject({ matrix, settings });
      expect(said.holders).toHaveLength(holders.length);
      expect(said.holders).toEqual(expect.arrayContaining(holders));
    }
    const { matrix, roles: all, holders } = await decisions.registersAsOf(QUESTION.at);
    expect(matrix).toMatchObject({ number: 3 });
    expect(all).toEqual(await roles.list());
    expect(holders.map(({ accountId }) => accountId)).toEqual([CISO, CLOUD]);
  });

  it('is explained with the rows of every domain for the service, in one statement too', async () => {
    forge.forget();
    const { rows, ...others } = await decisions.recordsToExplain({ ...QUESTION, domain: 'Governance' });
    expect(forge.statements).toHaveLength(1);
    expect(rows.map(({ id }) => id).sort()).toEqual(['of-*', 'of-aws']);
    const { rows: answering, ...decided } = await ask({ domain: 'Governance' });
    expect(answering).toEqual([]);
    expect(others).toEqual(decided);
  });

  describe('of a domain with many activities', () => {
    const activities = ['', 'Provisioning', 'Review', AWKWARD];
    const asked = { domain: 'Data lifecycle', at: instant('2027-01-01') } as const;

    beforeAll(async () => {
      const rows = activities.map((activity, nth) =>
        // What a cell says of an activity is not the row's own.
        aResponsibility({
          id: `row-${String(nth)}`,
          domain: asked.domain,
          activity,
          evidence: '"activity":""',
        }),
      );
      const version = aMatrixVersion({ number: 4, contentHash: 'h4', effectiveFrom: asked.at });
      await matrixVersions.adopt(version, aMatrixContent({ rows }));
    });

    it.each(activities)('is what answers for the activity %j: its rows and the defaults', async activity => {
      const { rows } = await ask({ ...asked, activity });
      expect(new Set(rows.map(row => row.activity))).toEqual(new Set(['', activity]));
    });

    it('is what answers for each ticket of a page', async () => {
      const answers = await decisions.recordsOfEach(
        activities.map(activity => ({ ...QUESTION, ...asked, activity })),
      );
      const found = answers.map(({ rows }) => rows.map(row => row.activity));
      expect(found).toEqual(activities.map(activity => expect.arrayContaining(['', activity]) as unknown));
    });
  });

  it.each([
    ['AWS', 'aws'],
    ['aws', 'aws'],
    ['Aws', null],
    ['AWS ', null],
    [AWKWARD, 's'],
    ['nothing', null],
    [null, null],
  ])('knows the service %j as %j: names and keys are exact', async (service, key) => {
    expect((await ask({ service })).service?.key ?? null).toBe(key);
  });

  it('has the holders in period at the instant, the first moment in and the last one out', async () => {
    const { holders } = await ask();
    expect(holders.filter(({ from }) => from >= '2026-07').map(({ accountId }) => accountId)).toEqual([
      CLOUD,
    ]);
    const before = await ask({ at: instant('2026-07-31T23:59:59.999Z') });
    expect(
      before.holders.some(({ accountId, capacity }) => accountId === CISO && capacity === 'deputy'),
    ).toBe(true);
    expect(before.holders.every(({ role }) => role === CLOUD_ROLE)).toBe(true);
  });
});
