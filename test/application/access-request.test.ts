import { describe, expect, it } from '@jest/globals';
import { DEFAULT_SETTINGS } from '../../src/domain/settings/settings';
import { settingsChanged } from '../../src/domain/settings/settings-evidence';
import { dayInWords } from '../../src/domain/shared/date-in-words';
import { HOUR, plus } from '../../src/domain/shared/instant';
import { ACCESS_REQUEST } from '../../src/domain/work-types/access-request/access-request';
import { APP, CISO, CLOUD, ENGINEER, LONG_AGO, NOW, OWNER, asTheyAre } from '../support/builders/company';
import { aMatrixContent, aMatrixVersion, aResponsibility } from '../support/builders/matrix';
import { InjectedFault, type When } from '../support/fakes/faults';
import { aWorld, type World } from '../support/fakes/world';

const DAY = 24 * HOUR;
const LAST_DAY = '2026-03-05';
const AFTER = 4 * DAY;

const FIELDS = { cloudService: 'AWS', beneficiary: OWNER, entitlement: 'Operator', accessUntil: LAST_DAY };

/** A company whose cloud platform owner decides on access, and whose application owner carries it out. */
function theCompany(): World {
  const row = aResponsibility({
    id: 'access',
    domain: 'Identity and access management',
    activity: 'Access approval',
  });
  return aWorld({ versions: [{ version: aMatrixVersion(), content: aMatrixContent({ rows: [row] }) }] });
}

async function granted(world: World, fields: Partial<typeof FIELDS> = {}): Promise<string> {
  const { id } = await world.raise(ENGINEER, { ...FIELDS, ...fields }, ACCESS_REQUEST);
  for (const [person, name] of [
    [ENGINEER, 'Submit'],
    [CLOUD, 'Approve'],
    [APP, 'Grant'],
  ] as const)
    expect(await world.act(person, id, name)).toEqual({ made: true });
  return id;
}

/** What following a ticket has left behind. */
function leftBehind({ tickets, ledger }: World, id: string) {
  const { labels, assignee } = tickets.get(id);
  const entries = ledger.entries(`ticket:${id}`).filter(({ kind }) => kind === 'revocation-due');
  return { labels, assignee, comments: tickets.comments(id), entries };
}

describe('access that has ended', () => {
  it('is labelled, handed to the performer, told and recorded once, and forgotten when it is revoked', async () => {
    const world = theCompany();
    const id = await granted(world);
    await world.follow(id);
    expect(leftBehind(world, id)).toMatchObject({ labels: [], entries: [] });
    world.clock.advance(AFTER);
    await world.follow(id);
    await world.follow(id);
    const told = leftBehind(world, id);
    expect(told).toMatchObject({ labels: ['revocation-due'], assignee: APP });
    expect(told.entries).toMatchObject([{ actor: null, facts: { lastDay: LAST_DAY, performer: APP } }]);
    expect(told.comments.filter(({ text }) => text.includes('due to be revoked'))).toHaveLength(1);
    expect(await world.act(OWNER, id, 'Revoke')).toMatchObject({ made: false });
    expect(await world.act(APP, id, 'Revoke')).toEqual({ made: true });
    expect(leftBehind(world, id)).toMatchObject({ labels: [] });
  });

  it('is found by the sweep however long no one has touched it', async () => {
    const world = theCompany();
    const id = await granted(world);
    world.clock.advance(60 * DAY);
    await world.jobs.push([{ kind: 'sweep' }]);
    await world.settle();
    expect(leftBehind(world, id)).toMatchObject({ labels: ['revocation-due'], entries: [{}] });
  });

  it.each<When>(['before', 'after'])(
    'is told once and recorded once wherever the telling is cut, a write failing %s it takes effect',
    async when => {
      const whole = theCompany();
      const reference = await granted(whole);
      whole.clock.advance(AFTER);
      whole.faults.forget();
      await whole.follow(reference);
      const writes = whole.faults.writes.length;
      expect(writes).toBeGreaterThanOrEqual(3);
      for (let at = 1; at <= writes; at += 1) {
        const world = theCompany();
        const id = await granted(world);
        world.clock.advance(AFTER);
        world.faults.forget();
        world.faults.failWrite(at, when);
        await expect(world.follow(id)).rejects.toThrow(InjectedFault);
        await world.follow(id);
        expect({ at, ...leftBehind(world, id) }).toEqual({ at, ...leftBehind(whole, reference) });
      }
    },
  );

  it('shows on the ticket, with what to do', async () => {
    const world = theCompany();
    const id = await granted(world);
    expect((await world.explain(id, APP))?.findings.map(({ code }) => code)).not.toContain('REVOCATION_DUE');
    world.clock.advance(AFTER);
    expect((await world.explain(id, APP))?.findings[0]).toEqual({
      code: 'REVOCATION_DUE',
      message: `This access ended on ${dayInWords(LAST_DAY)} and has not been revoked. App: remove Operator from Owner on AWS, then use Revoke.`,
    });
  });
});

describe('a gate of an access request', () => {
  it('holds to the period that the company has set last', async () => {
    const world = theCompany();
    const inTenDays = plus(NOW, 10 * DAY).slice(0, 10);
    const { id } = await world.raise(ENGINEER, { ...FIELDS, accessUntil: inTenDays }, ACCESS_REQUEST);
    for (const [number, accessDays] of [9, 10].entries())
      await world.ledger.append(
        settingsChanged.entry(
          {
            at: plus(NOW, number),
            actor: CISO,
            facts: { ...DEFAULT_SETTINGS, accessDays },
          },
          asTheyAre,
        ),
      );
    expect(await world.act(ENGINEER, id, 'Submit')).toEqual({ made: true });
    const shorter = theCompany();
    const { id: refused } = await shorter.raise(
      ENGINEER,
      { ...FIELDS, accessUntil: inTenDays },
      ACCESS_REQUEST,
    );
    await shorter.ledger.append(
      settingsChanged.entry(
        {
          at: LONG_AGO,
          actor: CISO,
          facts: { ...DEFAULT_SETTINGS, accessDays: 9 },
        },
        asTheyAre,
      ),
    );
    expect(await shorter.act(ENGINEER, refused, 'Submit')).toMatchObject({
      made: false,
      told: [expect.stringContaining('last 9 days at most')],
    });
  });
});
