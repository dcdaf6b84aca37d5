import { describe, expect, it } from '@jest/globals';
import type { RouteExplanation } from '../../src/contract/route-explain';
import { HOUR } from '../../src/domain/shared/instant';
import { APP, CISO, CLOUD, ENGINEER, OWNER, SECOPS, STRANGER } from '../support/builders/company';
import { aMatrixContent, aMatrixVersion, aResponsibility } from '../support/builders/matrix';
import { aWorld, COMPLETE, type World } from '../support/fakes/world';

async function explained(world: World, id: string, reader = STRANGER): Promise<RouteExplanation> {
  const explanation = await world.explain(id, reader);
  if (!explanation) throw new Error('There is nothing to explain.');
  return explanation;
}

async function submitted(world: World): Promise<string> {
  const { id } = await world.raise(ENGINEER);
  await world.act(ENGINEER, id, 'Submit');
  return id;
}

const outlook = ({ transitions }: RouteExplanation, name: string) =>
  transitions.find(transition => transition.name === name);

describe('explainRoute', () => {
  it('says who decides, for what and why', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER);
    expect(await explained(world, id)).toMatchObject({
      issueKey: 'GOV-1',
      workType: 'Cloud account request',
      status: 'Requested',
      final: false,
      service: 'AWS',
      domain: 'Asset and configuration management',
      activity: 'Cloud account provisioning',
      matrix: { version: 1, approvedBy: { accountId: 'acc-ceo', name: 'Ceo', active: true } },
      route: {
        accountable: { accountId: CLOUD, name: 'Cloud', active: true },
        role: 'Cloud Platform Owner',
        performer: { accountId: APP, name: 'App' },
        responsibility: 'assets-accounts',
        reason: 'The Cloud Platform Owner is accountable for Cloud account provisioning on AWS in matrix v1.',
      },
      unrouted: null,
      stale: false,
    });
  });

  it('has nothing to say of a ticket that is gone', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER);
    world.tickets.remove(id);
    expect(await world.explain(id, ENGINEER)).toBeUndefined();
  });

  it('names everybody who may not decide, those of the past too, and why', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER);
    world.tickets.edit(SECOPS, id, { accountOwner: STRANGER });
    world.tickets.edit(SECOPS, id, { accountOwner: OWNER });
    expect((await explained(world, id)).excluded).toEqual([
      { person: { accountId: ENGINEER, name: 'Engineer', active: true }, because: 'created and reported it' },
      { person: { accountId: OWNER, name: 'Owner', active: true }, because: 'benefits from it' },
      { person: { accountId: STRANGER, name: 'Stranger', active: true }, because: 'benefits from it' },
    ]);
  });

  it('keeps the id of an account that no longer exists as its name', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER);
    world.tickets.edit(SECOPS, id, { reporter: 'acc-deleted' });
    expect((await explained(world, id)).excluded).toContainEqual({
      person: { accountId: 'acc-deleted', name: 'acc-deleted', active: false },
      because: 'reported it',
    });
  });

  it.each<[string, (world: World) => void, object]>([
    [
      'a vacant role',
      world => {
        world.directory.setActive(CLOUD, false);
        world.directory.setActive(CISO, false);
      },
      {
        code: 'ROLE_VACANT',
        message: expect.stringMatching(/^Cloud Platform Owner is accountable.*\(ROLE_VACANT\)$/),
      },
    ],
    [
      'a missing matrix',
      world => {
        world.registers.change(() => ({ versions: [] }));
      },
      { code: 'MATRIX_NOT_APPROVED' },
    ],
    [
      'a service that is not chosen yet',
      world => {
        world.tickets.edit(ENGINEER, '10001', { cloudService: null });
      },
      { code: 'SERVICE_NOT_NAMED', message: 'Choose the Cloud service: it decides who is accountable.' },
    ],
  ])('says that it cannot be routed because of %s', async (_, change, unrouted) => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER);
    change(world);
    expect(await explained(world, id)).toMatchObject({ route: null, unrouted, stale: false });
  });

  it('says when the ticket stands otherwise than the matrix, until it is routed again', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER);
    world.directory.setActive(CLOUD, false);
    expect(await explained(world, id)).toMatchObject({
      stale: true,
      route: { accountable: { accountId: CISO } },
    });
    await world.follow(id);
    expect((await explained(world, id)).stale).toBe(false);
  });

  it('calls no ticket stale that is done', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER);
    await world.act(ENGINEER, id, 'Withdraw');
    world.directory.setActive(CLOUD, false);
    expect(await explained(world, id)).toMatchObject({ final: true, stale: false, transitions: [] });
  });
});

describe('the outlook of a transition', () => {
  it('lets whoever can edit submit, and lists what is missing', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER, { ...COMPLETE, accountOwner: null });
    const explanation = await explained(world, id, STRANGER);
    expect(outlook(explanation, 'Submit')).toEqual({
      name: 'Submit',
      youMay: true,
      who: 'Whoever can edit this work item',
      lacks: [{ code: 'OWNER_NOT_NAMED', message: expect.stringMatching(/\(OWNER_NOT_NAMED\)$/) }],
    });
    expect(explanation.transitions.map(({ name }) => name)).toEqual(['Submit', 'Withdraw']);
  });

  it('has nothing missing when the ticket has everything', async () => {
    const world = aWorld();
    const id = await submitted(world);
    expect(outlook(await explained(world, id, CLOUD), 'Approve')).toEqual({
      name: 'Approve',
      youMay: true,
      who: 'Cloud',
      lacks: [],
    });
  });

  it.each([
    ['a stranger', STRANGER, 'Only Cloud can.'],
    [
      'the creator',
      ENGINEER,
      'You created, reported and submitted it, so you may not decide it. Only Cloud can.',
    ],
    ['the owner', OWNER, 'You benefit from it, so you may not decide it. Only Cloud can.'],
    ['the deputy of a holder who is there', CISO, 'Only Cloud can.'],
  ])('tells %s why they cannot approve', async (_, reader, whyNot) => {
    const world = aWorld();
    const id = await submitted(world);
    expect(outlook(await explained(world, id, reader), 'Approve')).toMatchObject({ youMay: false, whyNot });
  });

  it.each([
    ['Rework', 'Awaiting approval', 'Cloud', [CLOUD]],
    ['Withdraw', 'Awaiting approval', 'Engineer or Cloud', [ENGINEER, CLOUD]],
    ['Rework', 'Approved', 'Cloud or Engineer', [CLOUD, ENGINEER]],
    ['Provision', 'Approved', 'Cloud or App', [CLOUD, APP]],
    ['Withdraw', 'Approved', 'Engineer or Cloud', [ENGINEER, CLOUD]],
  ] as const)('%s of a ticket that is %s is for %s', async (name, status, who, people) => {
    const world = aWorld();
    const id = await submitted(world);
    if (status === 'Approved') await world.act(CLOUD, id, 'Approve');
    for (const reader of [ENGINEER, OWNER, CLOUD, CISO, APP, STRANGER]) {
      const isOne = (people as readonly string[]).includes(reader);
      expect(outlook(await explained(world, id, reader), name)).toMatchObject({ youMay: isOne, who });
    }
  });

  it('is nobody’s where nobody is accountable', async () => {
    const world = aWorld();
    const id = await submitted(world);
    world.registers.change(() => ({ holders: [] }));
    await world.follow(id);
    expect(outlook(await explained(world, id, CLOUD), 'Approve')).toMatchObject({
      youMay: false,
      whyNot: 'Nobody is accountable for this work item yet.',
      lacks: expect.arrayContaining([expect.objectContaining({ code: 'ROLE_VACANT' })]),
    });
  });
});

describe('the rows of a responsibility', () => {
  const rows = [
    aResponsibility({ id: 'general' }),
    aResponsibility({ id: 'own', service: 'aws' }),
    aResponsibility({ id: 'elsewhere', service: 'github' }),
    aResponsibility({ id: 'default', activity: '', accountable: 'ciso' }),
    aResponsibility({ id: 'first', domain: 'Governance', activity: '', evidence: '' }),
  ];
  const world = () =>
    aWorld({ versions: [{ version: aMatrixVersion(), content: aMatrixContent({ rows }) }] });

  it('are those that hold for the service, the one that routes the ticket first', async () => {
    const here = world();
    const { id } = await here.raise(ENGINEER);
    const explanation = await explained(here, id);
    expect(explanation.rows.map(({ id: row, service, routes }) => [row, service, routes])).toEqual([
      ['own', 'AWS', true],
      ['default', 'Any service', false],
      ['first', 'Any service', false],
    ]);
  });

  it('say who acts for their role now', async () => {
    const here = world();
    const { id } = await here.raise(ENGINEER);
    here.directory.setActive(CLOUD, false);
    const { rows: shown } = await explained(here, id);
    expect(shown[0]).toMatchObject({
      role: 'Cloud Platform Owner',
      holder: { accountId: CISO },
      viaDeputy: true,
    });
    expect(shown[1]).toMatchObject({ role: 'CISO', holder: { accountId: CISO }, viaDeputy: false });
    here.directory.setActive(CISO, false);
    expect((await explained(here, id)).rows.map(({ holder }) => holder)).toEqual([null, null, null]);
  });

  it('come with their findings', async () => {
    const here = world();
    const { id } = await here.raise(ENGINEER);
    const { findings } = await explained(here, id);
    expect(findings.filter(({ code }) => code === 'NO_EVIDENCE')).toHaveLength(1);
    expect(findings.some(({ code }) => code === 'GRAY_ZONE')).toBe(true);
    expect(findings.some(({ code }) => code === 'NOT_REVIEWED')).toBe(true);
  });

  it('are none where the service is unknown', async () => {
    const here = world();
    const { id } = await here.raise(ENGINEER, { ...COMPLETE, cloudService: 'Azure' });
    expect(await explained(here, id)).toMatchObject({
      rows: [],
      findings: [],
      unrouted: { code: 'SERVICE_UNKNOWN' },
    });
  });
});

describe('the decisions so far', () => {
  it('are the newest first, each with who used it and whether that was an approval', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER, { ...COMPLETE, accountOwner: null });
    await world.act(ENGINEER, id, 'Submit');
    await world.act(ENGINEER, id, 'Submit', { accountOwner: OWNER });
    world.clock.advance(HOUR);
    await world.act(CLOUD, id, 'Approve');
    const { decisions } = await explained(world, id);
    expect(decisions).toMatchObject([
      {
        transition: 'Approve',
        verdict: 'allow',
        codes: [],
        madeBy: { accountId: CLOUD, name: 'Cloud' },
        approval: true,
        matrixVersion: 1,
        role: 'Cloud Platform Owner',
      },
      { transition: 'Submit', verdict: 'allow', madeBy: { accountId: ENGINEER }, approval: false },
      { transition: 'Submit', verdict: 'refuse', codes: ['OWNER_NOT_NAMED'], madeBy: null, role: null },
    ]);
  });

  it('show twenty at most', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER, { ...COMPLETE, accountOwner: null });
    for (let number = 0; number < 25; number += 1) {
      world.tickets.edit(ENGINEER, id, { billingOwner: `acc-${String(number)}` });
      await world.attempt(ENGINEER, id, 'Submit');
    }
    expect((await explained(world, id)).decisions).toHaveLength(20);
  });
});
