import { describe, expect, it } from '@jest/globals';
import { dayOf, HOUR, plus } from '../../src/domain/shared/instant';
import { REVOCATION_LABEL } from '../../src/domain/work-types/access-request/revocation';
import { ACCESS_REQUEST } from '../../src/domain/work-types/access-request/access-request';
import { MATRIX_APPROVER_ROLE } from '../../src/domain/responsibility/role';
import { APP, CEO, CLOUD, ENGINEER, NOW, OWNER, STRANGER } from '../support/builders/company';
import { aMatrixContent, aMatrixVersion, aResponsibility } from '../support/builders/matrix';
import { InjectedFault, type When } from '../support/fakes/faults';
import { aWorld, type World } from '../support/fakes/world';

const DAY = 24 * HOUR;
const rows = [
  aResponsibility({ id: 'access', domain: 'Identity and access management', activity: 'Access approval' }),
];
const aCompany = () =>
  aWorld({ versions: [{ version: aMatrixVersion(), content: aMatrixContent({ rows }) }] });

const ASKED = {
  cloudService: 'AWS',
  beneficiary: OWNER,
  entitlement: 'Administrators',
  accessUntil: dayOf(plus(NOW, 10 * DAY)),
};

async function submitted(world: World, fields: Partial<typeof ASKED> = {}): Promise<string> {
  const { id } = await world.raise(ENGINEER, { ...ASKED, ...fields }, ACCESS_REQUEST);
  await world.act(ENGINEER, id, 'Submit');
  return id;
}

async function granted(world: World): Promise<string> {
  const id = await submitted(world);
  await world.act(CLOUD, id, 'Approve');
  await world.act(APP, id, 'Grant');
  return id;
}

describe('access, from the request to its end', () => {
  it('is approved by the accountable person, granted by the performer, and revoked', async () => {
    const world = aCompany();
    const id = await granted(world);
    expect(world.tickets.get(id)).toMatchObject({ status: 'Granted', assignee: APP, labels: [] });
    expect(await world.act(APP, id, 'Revoke')).toEqual({ made: true });
    expect(world.kindsOf(id).filter(kind => kind === 'transition-observed')).toHaveLength(4);
  });

  it('is revoked by the matrix approver where no one holds the role any more', async () => {
    const world = aCompany();
    const id = await granted(world);
    world.registers.change(({ holders }) => ({
      holders: holders.filter(({ role }) => role === MATRIX_APPROVER_ROLE),
    }));
    await world.jobs.push([{ kind: 'sweep' }]);
    await world.settle();
    expect(world.tickets.get(id)).toMatchObject({ status: 'Granted', assignee: CEO });
    expect(await world.act(OWNER, id, 'Revoke')).not.toEqual({ made: true });
    expect(await world.act(CEO, id, 'Revoke')).toEqual({ made: true });
  });

  it.each([
    ['no one in particular', { beneficiary: null }, 'FIELD_MISSING'],
    ['longer than is allowed', { accessUntil: dayOf(plus(NOW, 400 * DAY)) }, 'PERIOD_TOO_LONG'],
    ['yesterday', { accessUntil: dayOf(plus(NOW, -DAY)) }, 'DATE_IN_PAST'],
    [
      'privileged work for half a year',
      { privileged: 'Yes', accessUntil: dayOf(plus(NOW, 180 * DAY)) },
      'PERIOD_TOO_LONG',
    ],
  ])('is not asked for %s', async (_, fields, code) => {
    const world = aCompany();
    const { id } = await world.raise(ENGINEER, { ...ASKED, ...fields }, ACCESS_REQUEST);
    const attempt = await world.act(ENGINEER, id, 'Submit');
    expect(attempt).toEqual({ made: false, told: [expect.stringContaining(`(${code})`)] });
    const put = { beneficiary: OWNER, privileged: null, accessUntil: ASKED.accessUntil };
    expect(await world.act(ENGINEER, id, 'Submit', put)).toEqual({ made: true });
  });

  it('is decided and carried out by others than its beneficiary, though they hold both roles', async () => {
    const world = aCompany();
    const id = await submitted(world, { beneficiary: CLOUD });
    expect(await world.act(CLOUD, id, 'Approve')).toMatchObject({ made: false });
    expect(await world.act('acc-ciso', id, 'Approve')).toEqual({ made: true });
    const other = await submitted(world, { beneficiary: APP });
    await world.act(CLOUD, other, 'Approve');
    expect(world.tickets.get(other)).toMatchObject({ assignee: CLOUD, appFields: { performer: CLOUD } });
    expect(await world.act(APP, other, 'Grant')).toMatchObject({ made: false });
    expect(await world.act(CLOUD, other, 'Grant')).toEqual({ made: true });
  });

  it('is not granted once its last day has passed', async () => {
    const world = aCompany();
    const id = await submitted(world);
    await world.act(CLOUD, id, 'Approve');
    world.clock.advance(11 * DAY);
    expect(await world.act(APP, id, 'Grant')).toEqual({
      made: false,
      told: [expect.stringMatching(/Access until is in the past.*\(DATE_IN_PAST\)$/)],
    });
  });

  it('is not prolonged after it was approved', async () => {
    const world = aCompany();
    const id = await submitted(world);
    await world.act(CLOUD, id, 'Approve');
    world.tickets.edit(OWNER, id, { accessUntil: '2099-01-01' });
    expect(await world.act(APP, id, 'Grant')).toEqual({
      made: false,
      told: [expect.stringMatching(/^Access until changed.*\(CONTENT_CHANGED\)$/)],
    });
  });
});

describe('the end of an access', () => {
  async function over(world: World): Promise<string> {
    const id = await granted(world);
    world.tickets.edit(OWNER, id, { accessUntil: '2099-01-01' });
    // what someone did behind the lock is told first
    await world.follow(id);
    world.clock.advance(11 * DAY);
    return id;
  }

  it('is said once, the day after its last, whatever someone wrote in the field since', async () => {
    const world = aCompany();
    const id = await granted(world);
    world.tickets.edit(OWNER, id, { accessUntil: '2099-01-01' });
    world.clock.advance(10 * DAY);
    await world.follow(id);
    expect(world.tickets.get(id).labels).toEqual([]);
    world.clock.advance(DAY);
    for (let delivery = 0; delivery < 3; delivery += 1) await world.follow(id);
    expect(world.tickets.get(id)).toMatchObject({ labels: [REVOCATION_LABEL], assignee: APP });
    const said = world.tickets.comments(id).filter(({ text }) => text.includes('due to be revoked'));
    expect(said).toMatchObject([{ mentions: [APP] }]);
    expect(world.kindsOf(id).filter(kind => kind === 'revocation-due')).toHaveLength(1);
  });

  it('shows as a finding until it is revoked, and takes its label along', async () => {
    const world = aCompany();
    const id = await over(world);
    const findings = async () => (await world.explain(id, STRANGER))?.findings.map(({ code }) => code);
    expect(await findings()).toContain('REVOCATION_DUE');
    await world.follow(id);
    await world.act(APP, id, 'Revoke');
    expect(await findings()).not.toContain('REVOCATION_DUE');
    expect(world.tickets.get(id).labels).toEqual([]);
  });

  it('is found by the sweep, however long ago the ticket was last touched', async () => {
    const world = aCompany();
    const id = await granted(world);
    world.clock.advance(60 * DAY);
    await world.jobs.push([{ kind: 'sweep' }]);
    await world.settle();
    expect(world.tickets.get(id).labels).toEqual([REVOCATION_LABEL]);
  });

  it('converges after being cut at any write', async () => {
    const trace = (world: World, id: string) => ({
      ticket: { ...world.tickets.get(id), history: [] },
      comments: world.tickets.comments(id),
      entries: world.ledger.entries(),
    });
    const whole = aCompany();
    const wholeId = await over(whole);
    whole.faults.forget();
    await whole.follow(wholeId);
    const writes = whole.faults.writes.length;
    expect(writes).toBeGreaterThanOrEqual(3);
    for (const when of ['before', 'after'] satisfies When[]) {
      for (let number = 1; number <= writes; number += 1) {
        const world = aCompany();
        const id = await over(world);
        world.faults.forget();
        world.faults.failWrite(number, when);
        await expect(world.follow(id)).rejects.toThrow(InjectedFault);
        await world.follow(id);
        expect(trace(world, id)).toEqual(trace(whole, wholeId));
      }
    }
  });
});
