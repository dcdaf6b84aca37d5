import { describe, expect, it } from '@jest/globals';
import { decideTransition } from '../../src/application/decide-transition';
import type { GateDecision } from '../../src/domain/decision/decision';
import { HOUR } from '../../src/domain/shared/instant';
import type { TransitionName } from '../../src/domain/work-type/work-type';
import { APP, CISO, CLOUD, ENGINEER, GITHUB, LEAVER, STRANGER } from '../support/builders/company';
import { InjectedFault, type When } from '../support/fakes/faults';
import type { Edit } from '../support/fakes/tickets';
import { aWorld, type World } from '../support/fakes/world';

const decisionsIn = (world: World) =>
  world.ledger
    .entries()
    .filter(({ kind }) => kind === 'gate-decided')
    .map(({ facts }) => facts as GateDecision);

async function submitted(world: World): Promise<string> {
  const { id } = await world.raise(ENGINEER);
  await world.act(ENGINEER, id, 'Submit');
  return id;
}

async function approvedIn(world: World): Promise<string> {
  const id = await submitted(world);
  await world.act(CLOUD, id, 'Approve');
  return id;
}

const told = (pattern: RegExp) => ({ made: false, told: [expect.stringMatching(pattern)] });

describe('decideTransition', () => {
  it('records its decision before it tells it, by nobody, for the ticket', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER);
    await world.attempt(ENGINEER, id, 'Submit');
    const entry = world.ledger.entries().at(-1);
    expect(entry).toMatchObject({ kind: 'gate-decided', actor: null, subject: `ticket:${id}` });
    expect(entry?.facts).toMatchObject({
      id: entry?.id,
      verdict: 'allow',
      transition: 'Submit',
      ticketKey: 'GOV-1',
    });
  });

  it('tells and records everything that is missing at once', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER, { cloudService: 'AWS' });
    const attempt = await world.attempt(ENGINEER, id, 'Submit');
    expect(attempt).toEqual({
      made: false,
      told: [
        expect.stringMatching(/Environment and Data classification.*FIELD_MISSING/),
        expect.stringMatching(/OWNER_NOT_NAMED/),
        expect.stringMatching(/SECURITY_CONTACT_NOT_NAMED/),
      ],
    });
    expect(decisionsIn(world).map(({ verdict, refusals }) => [verdict, refusals.length])).toEqual([
      ['refuse', 3],
    ]);
  });

  it('keeps one record of one question, however often it is asked', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER, { cloudService: 'AWS' });
    for (let attempt = 0; attempt < 3; attempt += 1) {
      world.clock.advance(1000);
      await world.attempt(ENGINEER, id, 'Submit');
    }
    expect(decisionsIn(world)).toHaveLength(1);
  });

  it('names people on the screen, whom Jira has not named with the ticket', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER);
    expect(await world.attempt(ENGINEER, id, 'Submit', { accountOwner: LEAVER })).toEqual(
      told(/^Leaver has no active account.*OWNER_INACTIVE/),
    );
    expect(await world.attempt(ENGINEER, id, 'Submit', { accountOwner: STRANGER })).toEqual({ made: true });
  });

  it('refuses a way that is not part of the work type, and records nothing', async () => {
    const world = aWorld();
    const { key } = await world.raise(ENGINEER);
    const underWay = { issueKey: key, toStatusId: 'Provisioned', modifiedFields: {} };
    expect(await decideTransition(world, underWay)).toEqual({
      ok: false,
      refusal: [expect.stringMatching(/from Requested to Provisioned.*\(TRANSITION_UNKNOWN\)$/)],
    });
    expect(decisionsIn(world)).toEqual([]);
  });

  it('refuses a ticket that is none of ours', async () => {
    const underWay = { issueKey: 'OTHER-1', toStatusId: 'Done', modifiedFields: {} };
    expect(await decideTransition(aWorld(), underWay)).toEqual({
      ok: false,
      refusal: [expect.stringMatching(/^Remit does not know this work item.*\(TICKET_UNKNOWN\)$/)],
    });
  });

  it('refuses a value that its field cannot hold, and records nothing', async () => {
    const world = aWorld();
    const { key } = await world.raise(ENGINEER);
    const readForTransition: typeof world.tickets.readForTransition = async (...asked) => {
      const read = await world.tickets.readForTransition(...asked);
      return read && { ...read, unreadable: ['Environment'] };
    };
    const ports = { ...world, tickets: { ...world.tickets, readForTransition } };
    const underWay = { issueKey: key, toStatusId: 'Awaiting approval', modifiedFields: {} };
    expect(await decideTransition(ports, underWay)).toEqual({
      ok: false,
      refusal: [
        expect.stringMatching(/in Environment is nothing that can stand there.*\(VALUE_UNREADABLE\)$/),
      ],
    });
    expect(decisionsIn(world)).toEqual([]);
  });

  it('decides by what the ticket is and where it goes, whatever the rule in the workflow says', async () => {
    const world = aWorld();
    const id = await submitted(world);
    const key = world.tickets.get(id).key;
    const underWay = { issueKey: key, toStatusId: 'Rejected', modifiedFields: {} };
    expect(await decideTransition(world, underWay)).toEqual({ ok: true, value: null });
    expect(decisionsIn(world).at(-1)).toMatchObject({ transition: 'Reject', verdict: 'allow' });
  });
});

describe('a gate whose world breaks', () => {
  const reads = ['read ticket', 'registers', 'directory'];
  it.each(reads)('fails when it cannot %s, records nothing, and decides when asked again', async name => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER);
    world.faults.failNext(name);
    await expect(world.attempt(ENGINEER, id, 'Submit', { accountOwner: STRANGER })).rejects.toThrow(
      InjectedFault,
    );
    expect(decisionsIn(world)).toEqual([]);
    expect(world.tickets.get(id).status).toBe('Requested');
    expect(await world.attempt(ENGINEER, id, 'Submit', { accountOwner: STRANGER })).toEqual({ made: true });
  });

  type Asked = [string, (world: World) => Promise<string>, string, TransitionName, Edit, boolean];
  const cases: Asked[] = [
    ['an allowed Provision', approvedIn, APP, 'Provision', { accountId: '123' }, true],
    [
      'a refused Approve that has the ticket routed again',
      async world => {
        const id = await submitted(world);
        world.registers.change(({ holders }) => ({
          holders: holders.filter(({ role }) => role !== 'application-owner'),
        }));
        return id;
      },
      CLOUD,
      'Approve',
      {},
      false,
    ],
  ];
  it.each(cases)(
    'cut at any write of %s lets nobody past, and answers the same when asked again',
    async (_, scene, person, name, screen, made) => {
      const writes = 2;
      for (const when of ['before', 'after'] satisfies When[]) {
        for (let number = 1; number <= writes; number += 1) {
          const world = aWorld();
          const id = await scene(world);
          const before = decisionsIn(world).length;
          const { status } = world.tickets.get(id);
          world.faults.forget();
          world.faults.failWrite(number, when);
          await expect(world.attempt(person, id, name, screen)).rejects.toThrow(InjectedFault);
          expect(world.faults.writes).toHaveLength(number);
          expect(world.tickets.get(id).status).toBe(status);
          expect((await world.attempt(person, id, name, screen)).made).toBe(made);
          expect(decisionsIn(world)).toHaveLength(before + 1);
          expect(world.cloudAccounts.all().length).toBe(made ? 1 : 0);
        }
      }
    },
  );
});

describe('a route that has changed since the ticket was routed', () => {
  it('is refused, routed again at once, and the new person can decide', async () => {
    const world = aWorld();
    const id = await submitted(world);
    world.directory.setActive(CLOUD, false);
    expect(await world.attempt(CLOUD, id, 'Approve')).toEqual(
      told(/routed again, to Ciso;.*\(ROUTE_STALE\)$/),
    );
    expect(world.jobs.waiting).toEqual([{ kind: 'follow ticket', ticket: id }]);
    await world.settle();
    expect(world.tickets.get(id)).toMatchObject({ assignee: CISO, appFields: { accountable: CISO } });
    expect(await world.attempt(CISO, id, 'Approve')).toEqual({ made: true });
  });

  it('is staleness and not forgery, and forgery is not staleness', async () => {
    const world = aWorld();
    const id = await submitted(world);
    world.directory.setActive(CLOUD, false);
    await world.attempt(CLOUD, id, 'Approve');
    expect(
      decisionsIn(world)
        .at(-1)
        ?.refusals.map(({ code }) => code),
    ).toEqual(['ROUTE_STALE']);
    world.directory.setActive(CLOUD, true);
    world.tickets.edit(STRANGER, id, { accountable: STRANGER });
    await world.attempt(STRANGER, id, 'Approve');
    expect(
      decisionsIn(world)
        .at(-1)
        ?.refusals.map(({ code }) => code),
    ).toEqual(['APP_FIELD_FORGED', 'ROUTE_STALE']);
  });

  it('asks for no routing when something else is wrong', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER, { cloudService: 'AWS' });
    await world.attempt(ENGINEER, id, 'Submit');
    expect(world.jobs.waiting).toEqual([]);
  });

  it('does not take a ticket for forged whose routing was cut between its fields and its record', async () => {
    const world = aWorld();
    const id = await submitted(world);
    world.directory.setActive(CLOUD, false);
    world.faults.failNext('append all');
    await expect(world.follow(id)).rejects.toThrow(InjectedFault);
    expect(world.tickets.get(id).appFields.accountable).toBe(CISO);
    expect(await world.attempt(CISO, id, 'Approve')).toEqual({ made: true });
  });
});

describe('fields that the app alone writes', () => {
  it('are refused on a transition that carries them, and put right on a ticket that has them forged', async () => {
    const world = aWorld();
    const id = await submitted(world);
    expect(await world.attempt(CLOUD, id, 'Approve', { accountable: CLOUD })).toEqual(
      told(/APP_FIELD_FORGED/),
    );
    world.tickets.edit(STRANGER, id, { accountable: STRANGER });
    expect(await world.attempt(STRANGER, id, 'Approve')).toMatchObject({ made: false });
    await world.settle();
    expect(world.tickets.get(id).appFields.accountable).toBe(CLOUD);
    expect(await world.attempt(CLOUD, id, 'Approve')).toEqual({ made: true });
  });

  it('make no approval of a forger who got past the gate', async () => {
    const world = aWorld();
    const id = await submitted(world);
    expect(await world.attempt(CLOUD, id, 'Approve')).toEqual({ made: true });
    world.tickets.edit('acc-admin', id, {}, 'Awaiting approval');
    world.tickets.edit(STRANGER, id, { accountable: STRANGER }, 'Approved');
    await world.follow(id);
    const refused = await world.attempt(APP, id, 'Provision', { accountId: '1' });
    expect(refused).toEqual(told(/NOT_APPROVED_BY_ACCOUNTABLE/));
  });
});

describe('the reservation of an account', () => {
  async function two(world: World): Promise<[string, string]> {
    return [await approvedIn(world), await approvedIn(world)];
  }

  it('goes to the first of two tickets that provision the same account, however it is written', async () => {
    const world = aWorld();
    const [one, other] = await two(world);
    expect(await world.attempt(APP, one, 'Provision', { accountId: '1234-5678-9012' })).toEqual({
      made: true,
    });
    expect(await world.attempt(APP, other, 'Provision', { accountId: '1234 5678 9012' })).toEqual(
      told(/account 123456789012 is already registered by GOV-1.*\(ACCOUNT_ALREADY_REGISTERED\)$/),
    );
    expect(await world.attempt(APP, other, 'Provision', { accountId: '999' })).toEqual({ made: true });
    await world.follow(one);
    await world.follow(other);
    expect(
      world.cloudAccounts.all().map(({ accountId, ticket, status }) => [accountId, ticket, status]),
    ).toEqual([
      ['123456789012', one, 'active'],
      ['999', other, 'active'],
    ]);
  });

  it('holds when both gates looked before either reserved', async () => {
    const world = aWorld();
    const [one, other] = await two(world);
    const attempts = await Promise.all([
      world.attempt(APP, one, 'Provision', { accountId: '123' }),
      world.attempt(APP, other, 'Provision', { accountId: '123' }),
    ]);
    expect(attempts.filter(({ made }) => made)).toHaveLength(1);
    const refusal = decisionsIn(world).at(-1)?.refusals;
    expect(refusal).toMatchObject([{ code: 'ACCOUNT_ALREADY_REGISTERED', accountId: '123' }]);
    expect(world.cloudAccounts.all()).toHaveLength(1);
  });

  it('lapses after an hour without its transition', async () => {
    const world = aWorld();
    const [one, other] = await two(world);
    const underWay = {
      issueKey: world.tickets.get(one).key,
      toStatusId: 'Provisioned',
      modifiedFields: { accountId: '123' },
    };
    expect((await decideTransition(world, underWay)).ok).toBe(true);
    expect(await world.attempt(APP, other, 'Provision', { accountId: '123' })).toMatchObject({ made: false });
    world.clock.advance(HOUR + 1);
    expect(await world.attempt(APP, other, 'Provision', { accountId: '123' })).toEqual({ made: true });
  });

  it('is one for each ticket: another identifier gives the first one back', async () => {
    const world = aWorld();
    const [one, other] = await two(world);
    const asked = (accountId: string) =>
      decideTransition(world, {
        issueKey: world.tickets.get(one).key,
        toStatusId: 'Provisioned',
        modifiedFields: { accountId },
      });
    await asked('123');
    await asked('456');
    expect(await world.attempt(APP, other, 'Provision', { accountId: '123' })).toEqual({ made: true });
  });

  it('is of a provider: another provider may use the same identifier', async () => {
    const world = aWorld();
    const one = await approvedIn(world);
    const { id: other } = await world.raise(ENGINEER, {
      ...world.tickets.get(one).fields,
      cloudService: GITHUB.name,
    });
    await world.act(ENGINEER, other, 'Submit');
    await world.act(CLOUD, other, 'Approve');
    expect(await world.act(APP, one, 'Provision', { accountId: '123' })).toEqual({ made: true });
    expect(await world.act(APP, other, 'Provision', { accountId: '123' })).toEqual({ made: true });
    expect(world.cloudAccounts.all().map(({ provider }) => provider)).toEqual([
      'Amazon Web Services EMEA SARL',
      GITHUB.provider,
    ]);
  });

  it('takes the identifier that stands on the ticket when the screen sets none', async () => {
    const world = aWorld();
    const id = await approvedIn(world);
    expect(await world.act(APP, id, 'Provision')).toEqual(told(/ACCOUNT_ID_MISSING/));
    world.tickets.edit(APP, id, { accountId: '77-88' });
    expect(await world.act(APP, id, 'Provision')).toEqual({ made: true });
    expect(world.cloudAccounts.all()).toMatchObject([{ accountId: '7788', status: 'active' }]);
  });

  it('is refused in words, not as a fault, when the service has left its register since', async () => {
    const world = aWorld();
    const id = await approvedIn(world);
    world.registers.change(() => ({ services: [GITHUB] }));
    expect(await world.act(APP, id, 'Provision', { accountId: '1' })).toEqual(
      told(/^AWS is not in the services register.*SERVICE_UNKNOWN/),
    );
  });

  it('is not made for a ticket that is refused', async () => {
    const world = aWorld();
    const id = await submitted(world);
    world.tickets.edit('acc-admin', id, {}, 'Approved');
    expect(await world.act(APP, id, 'Provision', { accountId: '123' })).toMatchObject({ made: false });
    expect(world.cloudAccounts.all()).toEqual([]);
  });
});
