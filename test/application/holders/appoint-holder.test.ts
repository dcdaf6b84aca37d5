import { describe, expect, it } from '@jest/globals';
import { appointHolder } from '../../../src/application/holders/appoint-holder';
import { importRegister } from '../../../src/application/registers/import-register';
import { HOUR, plus } from '../../../src/domain/shared/instant';
import {
  aHolder,
  APP,
  APP_ROLE,
  CISO,
  CLOUD,
  CLOUD_ROLE,
  LEAVER,
  LONG_AGO,
  ROBOT,
  SECOPS,
  STRANGER,
} from '../../support/builders/company';
import { InjectedFault } from '../../support/fakes/faults';
import { aWorld, type World } from '../../support/fakes/world';
import { TODAY, NEXT_WEEK, DAY, appoint, periods } from './appointing';

describe('appointHolder', () => {
  it('ends the period of the holder before, and leaves the deputies', async () => {
    const world = aWorld();
    expect(await appoint(world, { from: NEXT_WEEK })).toEqual({ ok: true, value: { changed: true } });
    expect(await periods(world)).toEqual([
      [CISO, 'deputy', LONG_AGO, null],
      [CLOUD, 'holder', LONG_AGO, NEXT_WEEK],
      [SECOPS, 'holder', NEXT_WEEK, null],
    ]);
    expect(world.ledger.entries(`role:${CLOUD_ROLE}`)).toMatchObject([
      { kind: 'role-holder-changed', actor: STRANGER, facts: { period: { accountId: SECOPS } } },
    ]);
    expect(world.jobs.waiting).toEqual([{ kind: 'sweep' }]);
  });

  it('has deputies beside each other', async () => {
    const world = aWorld();
    await appoint(world, { capacity: 'deputy', to: NEXT_WEEK });
    expect(await periods(world)).toEqual([
      [CISO, 'deputy', LONG_AGO, null],
      [CLOUD, 'holder', LONG_AGO, null],
      [SECOPS, 'deputy', TODAY, NEXT_WEEK],
    ]);
  });

  it.each(['holder', 'deputy'] as const)(
    'has a %s again on the day on which they ended, from then on, and once',
    async capacity => {
      const world = aWorld();
      await appoint(world, { capacity });
      await appoint(world, capacity === 'holder' ? { accountId: APP } : { capacity, to: TODAY });
      world.clock.advance(60_000);
      const now = world.clock.now();
      expect(await appoint(world, { capacity })).toMatchObject({ value: { changed: true } });
      world.clock.advance(60_000);
      expect(await appoint(world, { capacity })).toMatchObject({ value: { changed: false } });
      expect(await periods(world)).toContainEqual([SECOPS, capacity, now, null]);
      const open = (await periods(world)).filter(([, as, , to]) => as === 'holder' && to === null);
      expect(open).toHaveLength(1);
    },
  );

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

  it('puts someone else in the place of the holder', async () => {
    const successor = aHolder({ accountId: SECOPS, from: NEXT_WEEK });
    expect(await appointHolder(aWorld(), successor, CISO)).toEqual({ ok: true, value: { changed: true } });
  });

  it('puts no one in that place for a day, after which it would be theirs; another may', async () => {
    const world = aWorld();
    const forADay = aHolder({ accountId: SECOPS, from: NEXT_WEEK, to: plus(NEXT_WEEK, DAY) });
    expect(await appointHolder(world, forADay, CISO)).toMatchObject({
      refusal: { code: 'SELF_APPOINTMENT' },
    });
    expect(world.faults.writes).toEqual([]);
    expect(await appointHolder(world, forADay, STRANGER)).toMatchObject({ ok: true });
  });

  it('puts no one in that place who cannot act', async () => {
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

  it('may begin in the past, and appoint the person who imports it', async () => {
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
        expect(await world.roles.holders()).toEqual(await whole.roles.holders());
        const changes = world.ledger.entries().filter(({ kind }) => kind === 'role-holder-changed');
        expect(changes).toHaveLength(4);
      }
    }
  });

  it('names no one twice, and asks for people many at a time', async () => {
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
    // One for those who are appointed, one for who appoints them.
    expect(world.directory.questions).toHaveLength(2);
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
