import { describe, expect, it } from '@jest/globals';
import { appointHolder } from '../../../src/application/holders/appoint-holder';
import { changeSettings } from '../../../src/application/change-settings';
import { findOwner } from '../../../src/application/find-owner';
import { importRegister } from '../../../src/application/import-register';
import { readNotices } from '../../../src/application/read-notices';
import { listHolders } from '../../../src/application/holders/list-holders';
import { transferHoldings } from '../../../src/application/holders/transfer-holdings';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings/settings';
import { HOUR, plus } from '../../../src/domain/shared/instant';
import {
  aHolder,
  APP,
  APP_ROLE,
  CEO,
  CISO,
  CLOUD,
  CLOUD_ROLE,
  instant,
  LEAVER,
  LONG_AGO,
  NOW,
  OWNER,
  ROBOT,
  SECOPS,
  STRANGER,
} from '../../support/builders/company';
import { InjectedFault } from '../../support/fakes/faults';
import { aWorld, type World } from '../../support/fakes/world';

const TODAY = instant('2026-03-02');
const NEXT_WEEK = instant('2026-03-09');
const NEXT_YEAR = instant('2027-03-02');
const DAY = 24 * HOUR;

const appoint = (world: World, overrides: Parameters<typeof aHolder>[0], by = STRANGER) =>
  appointHolder(world, aHolder({ accountId: SECOPS, from: TODAY, ...overrides }), by);
const periods = async (world: World, role = CLOUD_ROLE) =>
  (await world.registers.holders())
    .filter(held => held.role === role)
    .map(({ accountId, capacity, from, to }) => [accountId, capacity, from, to]);

describe('appointHolder', () => {
  it('ends the period of the holder before, and leaves the deputies', async () => {
    const world = aWorld();
    expect(await appoint(world, { from: NEXT_WEEK })).toEqual({ ok: true, value: { changed: true } });
    expect(await periods(world)).toEqual([
      [CLOUD, 'holder', LONG_AGO, NEXT_WEEK],
      [CISO, 'deputy', LONG_AGO, null],
      [SECOPS, 'holder', NEXT_WEEK, null],
    ]);
    expect(world.ledger.entries(`role:${CLOUD_ROLE}`)).toMatchObject([
      { kind: 'holder-changed', actor: STRANGER, facts: { period: { accountId: SECOPS } } },
    ]);
    expect(world.jobs.waiting).toEqual([{ kind: 'sweep' }]);
  });

  it('has deputies beside each other', async () => {
    const world = aWorld();
    await appoint(world, { capacity: 'deputy', to: NEXT_WEEK });
    expect((await periods(world)).slice(1)).toEqual([
      [CISO, 'deputy', LONG_AGO, null],
      [SECOPS, 'deputy', TODAY, NEXT_WEEK],
    ]);
  });

  it('changes nothing the second time', async () => {
    const world = aWorld();
    await appoint(world, {});
    world.faults.forget();
    expect(await appoint(world, {})).toEqual({ ok: true, value: { changed: false } });
    expect(world.faults.writes).toEqual([]);
  });

  it.each([
    ['SELF_APPOINTMENT', { accountId: STRANGER }],
    ['SELF_APPOINTMENT', { accountId: STRANGER, capacity: 'deputy' as const }],
    ['PERIOD_IN_THE_PAST', { from: plus(TODAY, -DAY) }],
    ['ROLE_UNKNOWN', { role: 'nothing' }],
    ['ROLE_UNKNOWN', { role: 'aws' }],
    ['ACCOUNT_INACTIVE', { accountId: LEAVER }],
    ['ACCOUNT_INACTIVE', { accountId: ROBOT }],
    ['ACCOUNT_INACTIVE', { accountId: 'nobody' }],
  ])('refuses %s for %j, and writes nothing', async (code, overrides) => {
    const world = aWorld();
    expect(await appoint(world, overrides)).toMatchObject({ ok: false, refusal: { code } });
    expect(world.faults.writes).toEqual([]);
  });
});

describe('an administrator who is a deputy', () => {
  const ending = { ...aHolder({ accountId: CLOUD, from: LONG_AGO }), to: NEXT_WEEK };

  it('does not end the period of the holder, and so come to act for the role; another one may', async () => {
    const world = aWorld();
    expect(await appointHolder(world, ending, CISO)).toMatchObject({
      ok: false,
      refusal: {
        code: 'SELF_APPOINTMENT',
        errors: [{ problem: expect.stringContaining('deputy') }],
      },
    });
    expect(world.faults.writes).toEqual([]);
    expect(await appointHolder(world, ending, STRANGER)).toEqual({ ok: true, value: { changed: true } });
  });

  it('puts somebody else in the place of the holder', async () => {
    const successor = aHolder({ accountId: SECOPS, from: NEXT_WEEK });
    expect(await appointHolder(aWorld(), successor, CISO)).toEqual({ ok: true, value: { changed: true } });
  });

  it('puts nobody in that place who cannot act', async () => {
    const world = aWorld();
    const imported = (row: string, administrator: string) =>
      importRegister(world, {
        dataset: 'holders',
        csv: `role,email,capacity,from,to\n${CLOUD_ROLE},${row},${NEXT_WEEK.slice(0, 10)},\n`,
        dryRun: false,
        administrator,
      });
    await imported(`${APP},deputy`, STRANGER);
    const refused = { ok: false, refusal: { code: 'SELF_APPOINTMENT' } };
    expect(await imported(`${LEAVER},holder`, CISO)).toMatchObject(refused);
    expect(await imported(`${LEAVER},holder`, STRANGER)).toMatchObject({ ok: true, value: { added: 1 } });
  });

  it('ends a period of their own', async () => {
    const own = { ...aHolder({ accountId: CISO, capacity: 'deputy', from: LONG_AGO }), to: NEXT_WEEK };
    expect(await appointHolder(aWorld(), own, CISO)).toEqual({ ok: true, value: { changed: true } });
  });
});

describe('the first import of holders', () => {
  const csv = [
    'role,email,capacity,from,to',
    `${CLOUD_ROLE},${CLOUD},holder,2024-01-01,2025-06-01`,
    `${CLOUD_ROLE},${SECOPS},holder,2025-06-01,`,
    `${CLOUD_ROLE},${CISO},deputy,2024-01-01,`,
    `${APP_ROLE},${APP},holder,2024-01-01,`,
    '',
  ].join('\n');
  const importHolders = (world: World) =>
    importRegister(world, { dataset: 'holders', csv, dryRun: false, administrator: APP });

  it('may begin in the past, and appoint whoever imports it', async () => {
    const world = aWorld({ holders: [] });
    expect(await importHolders(world)).toMatchObject({ ok: true, value: { added: 4 } });
  });

  it('can be repeated until it is whole, wherever it was cut', async () => {
    const whole = aWorld({ holders: [] });
    await importHolders(whole);
    const writes = whole.faults.writes.length;
    expect(writes).toBeGreaterThanOrEqual(4);
    for (const when of ['before', 'after'] as const) {
      for (let write = 1; write <= writes; write += 1) {
        const world = aWorld({ holders: [] });
        world.faults.failWrite(write, when);
        await expect(importHolders(world)).rejects.toThrow(InjectedFault);
        world.faults.forget();
        world.clock.advance(HOUR);
        expect(await importHolders(world)).toMatchObject({ ok: true });
        expect(await world.registers.holders()).toEqual(await whole.registers.holders());
        const changes = world.ledger.entries().filter(({ kind }) => kind === 'holder-changed');
        expect(changes).toHaveLength(4);
      }
    }
  });

  it('names nobody twice, and asks for people many at a time', async () => {
    const lines = Array.from({ length: 10_000 }, (_, at) => {
      const day = new Date(Date.UTC(2020, 0, 1 + Math.floor(at / 5))).toISOString().slice(0, 10);
      return `${CLOUD_ROLE},acc-person${String(at % 300)},deputy,${day},`;
    });
    const world = aWorld({ holders: [] });
    const find = world.directory.accounts;
    world.directory.accounts = async ids =>
      new Map([
        ...(await find(ids)),
        ...ids.map(
          id => [id, { accountId: id, displayName: id, active: true, kind: 'person' as const }] as const,
        ),
      ]);
    const file = ['role,email,capacity,from,to', ...lines, ''].join('\n');
    const asked = { dataset: 'holders' as const, csv: file, dryRun: false, administrator: APP };
    expect(await importRegister(world, asked)).toMatchObject({ ok: true, value: { added: 10_000 } });
    expect(world.directory.questions).toHaveLength(1);
    expect(world.faults.writes.length).toBeLessThan(100);
  });

  it('refuses more addresses than can be looked up, and says what to write instead', async () => {
    const lines = Array.from(
      { length: 201 },
      (_, at) => `${CLOUD_ROLE},p${String(at)}@x.example,deputy,2030-01-01,`,
    );
    const file = ['role,email,capacity,from,to', ...lines, ''].join('\n');
    const asked = { dataset: 'holders' as const, csv: file, dryRun: false, administrator: APP };
    expect(await importRegister(aWorld(), asked)).toMatchObject({
      ok: false,
      refusal: { code: 'BAD_FILE', errors: [{ line: 202, column: 'email' }] },
    });
  });
});

describe('transferHoldings', () => {
  const transfer = (world: World, overrides: Partial<Parameters<typeof transferHoldings>[1]> = {}) =>
    transferHoldings(world, {
      leaver: CISO,
      successor: SECOPS,
      from: NEXT_WEEK,
      dryRun: false,
      administrator: STRANGER,
      ...overrides,
    });

  it('hands over every open period, in its own capacity and until its own end', async () => {
    const bounded = aHolder({ role: APP_ROLE, accountId: CISO, capacity: 'deputy', to: NEXT_YEAR });
    const world = aWorld();
    world.registers.change(({ holders }) => ({ holders: [...holders, bounded] }));
    expect(await transfer(world)).toMatchObject({ ok: true, value: { dryRun: false } });
    expect((await periods(world)).slice(1)).toEqual([
      [CISO, 'deputy', LONG_AGO, NEXT_WEEK],
      [SECOPS, 'deputy', NEXT_WEEK, null],
    ]);
    expect(await periods(world, 'ciso')).toEqual([
      [CISO, 'holder', LONG_AGO, NEXT_WEEK],
      [SECOPS, 'holder', NEXT_WEEK, null],
    ]);
    expect((await periods(world, APP_ROLE)).slice(1)).toEqual([
      [CISO, 'deputy', LONG_AGO, NEXT_WEEK],
      [SECOPS, 'deputy', NEXT_WEEK, NEXT_YEAR],
    ]);
  });

  it('hands over what has not begun yet, without a day of the leaver’s own', async () => {
    const world = aWorld();
    await appoint(world, { role: APP_ROLE, accountId: CISO, from: NEXT_YEAR });
    await transfer(world);
    expect((await periods(world, APP_ROLE)).slice(1)).toEqual([
      [CISO, 'holder', NEXT_YEAR, NEXT_YEAR],
      [SECOPS, 'holder', NEXT_YEAR, null],
    ]);
  });

  it('shows all of it in a dry run, and writes nothing', async () => {
    const world = aWorld();
    world.faults.forget();
    expect(await transfer(world, { dryRun: true })).toMatchObject({
      ok: true,
      value: {
        roles: [
          { key: CLOUD_ROLE, name: 'Cloud Platform Owner', capacity: 'deputy' },
          { key: 'ciso', name: 'CISO', capacity: 'holder' },
        ],
        accounts: [],
        dryRun: true,
      },
    });
    expect(world.faults.writes).toEqual([]);
  });

  it('ends whole, wherever it was cut', async () => {
    const whole = aWorld();
    await transfer(whole);
    const sorted = async (world: World) =>
      (await world.registers.holders()).map(held => JSON.stringify(held)).sort();
    for (const when of ['before', 'after'] as const) {
      for (let write = 1; write <= whole.faults.writes.length; write += 1) {
        const world = aWorld();
        world.faults.failWrite(write, when);
        await expect(transfer(world)).rejects.toThrow(InjectedFault);
        world.faults.forget();
        await transfer(world);
        expect(await sorted(world)).toEqual(await sorted(whole));
      }
    }
  });

  it.each([
    ['SELF_APPOINTMENT', { successor: STRANGER }],
    ['ACCOUNT_INACTIVE', { successor: LEAVER }],
    ['PERIOD_IN_THE_PAST', { from: plus(TODAY, -DAY) }],
  ])('refuses %s', async (code, overrides) => {
    const world = aWorld();
    expect(await transfer(world, overrides)).toMatchObject({ ok: false, refusal: { code } });
    expect(world.faults.writes).toEqual([]);
  });
});

describe('findOwner', () => {
  const ask = (world: World, at = world.clock.now()) =>
    findOwner(
      world,
      { text: 'cloud account provisioning on AWS' },
      { at, now: world.clock.now(), matrixApproverRole: 'executive-owner' },
    );

  it('answers in one line, with the deputy to escalate to', async () => {
    expect((await ask(aWorld())).answers).toMatchObject([
      {
        line: 'Cloud (Cloud Platform Owner) is accountable for Cloud account provisioning on AWS.',
        escalation: { accountId: CISO },
        viaDeputy: false,
        responsibility: 'assets-accounts @ v1',
      },
    ]);
  });

  it('never names an inactive person now, and does for the past', async () => {
    const world = aWorld();
    const before = world.clock.now();
    world.clock.advance(DAY);
    world.directory.setActive(CLOUD, false);
    expect((await ask(world)).answers[0]).toMatchObject({ person: { accountId: CISO }, viaDeputy: true });
    expect((await ask(world, before)).answers[0]).toMatchObject({ person: { accountId: CLOUD } });
    world.directory.setActive(CISO, false);
    expect((await ask(world)).answers[0]).toMatchObject({
      person: null,
      escalation: { accountId: CEO },
      line: 'Cloud Platform Owner, which nobody holds, is accountable for Cloud account provisioning on AWS.',
    });
  });

  it('says when there was no matrix', async () => {
    expect(await ask(aWorld(), plus(LONG_AGO, -DAY))).toMatchObject({
      matrixVersion: null,
      answers: [],
      none: { code: 'MATRIX_NOT_APPROVED' },
    });
  });
});

describe('readNotices', () => {
  const noticesOf = async (world: World, reader: string) =>
    (await readNotices(world, reader, world.clock.now())).notices;

  it('asks once who approves matrices', async () => {
    const { registers, ...world } = aWorld();
    let asked = 0;
    const holders = () => {
      asked += 1;
      return registers.holders();
    };
    await readNotices({ ...world, registers: { ...registers, holders } }, CEO, NOW);
    expect(asked).toBe(1);
  });

  it('tells the old holder, the new one and the matrix approver, and nobody else', async () => {
    const world = aWorld();
    await appoint(world, { from: NEXT_WEEK });
    const told = [
      {
        at: NOW,
        message: 'Secops is holder of the role Cloud Platform Owner from 9 Mar 2026. Until then it is Cloud.',
      },
    ];
    for (const reader of [CLOUD, SECOPS, CEO]) expect(await noticesOf(world, reader)).toEqual(told);
    for (const reader of [CISO, APP, OWNER]) expect(await noticesOf(world, reader)).toEqual([]);
    world.clock.advance(31 * DAY);
    expect(await noticesOf(world, CEO)).toEqual([]);
  });

  it('tells the matrix approver, and nobody else, once the matrix is past its cadence', async () => {
    const world = aWorld();
    const told = async (reader: string) =>
      (await readNotices(world, reader, world.clock.now())).overdueReview;
    expect(await told(CEO)).toBe(
      'The matrix was approved 425 days ago and is to be reviewed every 365. Review it, and submit it again.',
    );
    for (const reader of [CLOUD, CISO, STRANGER]) expect(await told(reader)).toBeNull();
    await changeSettings(world, { ...DEFAULT_SETTINGS, reviewCadenceDays: 426 }, STRANGER);
    expect(await told(CEO)).toBeNull();
  });
});

describe('listHolders', () => {
  it('shows who acts, who held it, and how much it answers for', async () => {
    const world = aWorld();
    await appoint(world, { from: NEXT_WEEK });
    const roles = await listHolders(world, world.clock.now());
    expect(roles.map(({ key }) => key)).not.toContain('aws');
    expect(roles.find(({ key }) => key === CLOUD_ROLE)).toMatchObject({
      acting: { person: { accountId: CLOUD }, viaDeputy: false },
      accountableFor: 1,
      periods: [{ isOpen: true }, { isOpen: true }, { person: { accountId: SECOPS }, isOpen: false }],
    });
  });
});

describe('changeSettings', () => {
  it('records a change once, and has tickets followed', async () => {
    const world = aWorld();
    const settings = { ...DEFAULT_SETTINGS, matrixApproverRole: 'ciso' };
    expect(await changeSettings(world, settings, STRANGER)).toMatchObject({ ok: true });
    expect(await changeSettings(world, settings, STRANGER)).toMatchObject({ ok: true });
    expect(await world.registers.settings()).toEqual(settings);
    expect(world.ledger.entries().map(({ kind, actor }) => [kind, actor])).toEqual([
      ['settings-changed', STRANGER],
    ]);
    expect(world.jobs.waiting).toEqual([{ kind: 'sweep' }]);
  });

  it.each(['nothing', 'aws'])('refuses the matrix approver %s', async matrixApproverRole => {
    const world = aWorld();
    const settings = { ...DEFAULT_SETTINGS, matrixApproverRole };
    expect(await changeSettings(world, settings, STRANGER)).toMatchObject({ ok: false });
    expect(world.faults.writes).toEqual([]);
  });
});
