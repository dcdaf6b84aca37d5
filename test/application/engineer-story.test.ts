import { describe, expect, it } from '@jest/globals';
import type { GateDecision } from '../../src/domain/decision/decision';
import { CISO, CLOUD, ENGINEER, OWNER, STRANGER, APP } from '../support/builders/company';
import { aWorld, COMPLETE, type World } from '../support/fakes/world';

const OWNERLESS = { ...COMPLETE, accountOwner: null };

async function provisioned(world: World): Promise<string> {
  const { id } = await world.raise(ENGINEER);
  await world.act(ENGINEER, id, 'Submit');
  await world.act(CLOUD, id, 'Approve');
  await world.act(APP, id, 'Provision', { accountId: '1234-5678-9012' });
  return id;
}

describe('a cloud account, from the request to the register', () => {
  it('is routed as soon as it is raised, and stays with its creator', async () => {
    const world = aWorld();
    const ticket = await world.raise(ENGINEER);
    expect(ticket).toMatchObject({
      status: 'Requested',
      assignee: ENGINEER,
      labels: [],
      appFields: {
        accountable: CLOUD,
        performer: APP,
        accountableRole: 'Cloud Platform Owner',
        responsibility: 'assets-accounts @ v1',
        contentHash: null,
      },
    });
    expect(world.tickets.comments(ticket.id)).toMatchObject([
      {
        text: 'Routed to Cloud, the Cloud Platform Owner, who is accountable for Cloud account provisioning on AWS in matrix v1.',
        mentions: [CLOUD],
      },
    ]);
    expect(world.kindsOf(ticket.id)).toEqual(['routed', 'assignment-made', 'notice-given']);
  });

  it('is blocked until its owner is named, and says so', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER, OWNERLESS);
    const refused = await world.act(ENGINEER, id, 'Submit');
    expect(refused).toEqual({
      made: false,
      told: [expect.stringMatching(/Account owner.*\(OWNER_NOT_NAMED\)$/)],
    });
    expect(world.tickets.get(id).status).toBe('Requested');
    expect(await world.act(ENGINEER, id, 'Submit', { accountOwner: OWNER })).toEqual({ made: true });
    expect(world.tickets.get(id)).toMatchObject({ status: 'Awaiting approval', assignee: CLOUD });
  });

  it('shows the hash of what was submitted', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER);
    await world.act(ENGINEER, id, 'Submit');
    const { facts } = world.ledger.entries().find(({ kind }) => kind === 'gate-decided') ?? {};
    const snapshot = (facts as GateDecision).snapshot;
    expect(snapshot?.contentHash).toMatch(/^[0-9a-f]{64}$/);
    expect(world.tickets.get(id).appFields.contentHash).toBe(snapshot?.contentHash);
  });

  it.each([ENGINEER, OWNER, STRANGER, CISO, APP])('is not approved by %s', async person => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER);
    await world.act(ENGINEER, id, 'Submit');
    expect(await world.act(person, id, 'Approve')).toMatchObject({ made: false });
    expect(await world.act(CLOUD, id, 'Approve')).toEqual({ made: true });
    expect(world.tickets.get(id)).toMatchObject({ status: 'Approved', assignee: APP });
  });

  it('is provisioned once it is approved, and then in the register', async () => {
    const world = aWorld();
    const id = await provisioned(world);
    expect(world.tickets.get(id).status).toBe('Provisioned');
    expect(world.cloudAccounts.all()).toEqual([
      {
        provider: 'Amazon Web Services EMEA SARL',
        accountId: '123456789012',
        service: 'AWS',
        environment: 'Production',
        dataClassification: 'Internal',
        owner: OWNER,
        securityContact: 'acc-secops',
        billingOwner: null,
        ticket: id,
        ticketKey: 'GOV-1',
        status: 'active',
        reservedAt: expect.any(String),
        registeredAt: world.tickets.get(id).history.at(-1)?.at,
      },
    ]);
  });

  it('leaves evidence of every step, each by the person who took it', async () => {
    const world = aWorld();
    const id = await provisioned(world);
    const entries = world.ledger.entries(`ticket:${id}`).map(({ kind, actor }) => [kind, actor]);
    expect(entries).toEqual([
      ['routed', null],
      ['assignment-made', null],
      ['notice-given', null],
      ['gate-decided', null],
      ['transition-observed', ENGINEER],
      ['routed', null],
      ['assignment-made', null],
      ['gate-decided', null],
      ['transition-observed', CLOUD],
      ['routed', null],
      ['assignment-made', null],
      ['gate-decided', null],
      ['transition-observed', APP],
      ['cloud-account-registered', APP],
    ]);
    const decisions = world.ledger.entries().filter(({ kind }) => kind === 'gate-decided');
    const observed = world.ledger.entries().filter(({ kind }) => kind === 'transition-observed');
    expect(observed.map(({ facts }) => (facts as { decision: string }).decision)).toEqual(
      decisions.map(({ id: decision }) => decision),
    );
    expect(world.tickets.comments(id)).toHaveLength(1);
  });

  it('is decided again after rework: the old approval is worth nothing', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER);
    await world.act(ENGINEER, id, 'Submit');
    await world.act(CLOUD, id, 'Approve');
    expect(await world.act(ENGINEER, id, 'Rework')).toEqual({ made: true });
    expect(world.tickets.get(id)).toMatchObject({ status: 'Requested', assignee: ENGINEER });
    world.tickets.edit('acc-admin', id, {}, 'Approved');
    expect(await world.act(APP, id, 'Provision', { accountId: '1' })).toEqual({
      made: false,
      told: [expect.stringMatching(/NOT_APPROVED_BY_ACCOUNTABLE/)],
    });
    world.tickets.edit('acc-admin', id, {}, 'Requested');
    await world.act(ENGINEER, id, 'Submit');
    await world.act(CLOUD, id, 'Approve');
    expect(await world.act(APP, id, 'Provision', { accountId: '1' })).toEqual({ made: true });
  });

  it('is refused when it was changed after it was submitted, until it is submitted again', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER);
    await world.act(ENGINEER, id, 'Submit');
    world.tickets.edit(ENGINEER, id, { environment: 'Sandbox' });
    expect(await world.act(CLOUD, id, 'Approve')).toEqual({
      made: false,
      told: [expect.stringMatching(/^Environment changed.*\(CONTENT_CHANGED\)$/)],
    });
    await world.act(CLOUD, id, 'Rework');
    await world.act(ENGINEER, id, 'Submit');
    expect(await world.act(CLOUD, id, 'Approve')).toEqual({ made: true });
  });

  it('is refused when it was changed after it was approved', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER);
    await world.act(ENGINEER, id, 'Submit');
    await world.act(CLOUD, id, 'Approve');
    world.tickets.edit(ENGINEER, id, { dataClassification: 'Restricted' });
    expect(await world.act(APP, id, 'Provision', { accountId: '1' })).toMatchObject({
      told: [expect.stringMatching(/Data classification changed.*CONTENT_CHANGED/)],
    });
    world.tickets.edit(ENGINEER, id, { dataClassification: 'Internal' });
    expect(await world.act(APP, id, 'Provision', { accountId: '1' })).toEqual({ made: true });
  });
});

describe('the independence of the decision', () => {
  it('passes over the accountable person who submitted the ticket, for good', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER);
    await world.act(CLOUD, id, 'Submit');
    expect(world.tickets.get(id)).toMatchObject({ assignee: CISO, appFields: { accountable: CISO } });
    expect(world.tickets.comments(id).at(-1)?.text).toMatch(
      /^Routed again to Ciso, deputy of.*Cloud can’t decide/,
    );
    expect(await world.act(CLOUD, id, 'Approve')).toMatchObject({ made: false });
    expect(await world.act(CISO, id, 'Approve')).toEqual({ made: true });
  });

  it('goes to the matrix approver when everyone of the role is involved', async () => {
    const world = aWorld();
    const { id } = await world.raise(CLOUD, { ...COMPLETE, accountOwner: CISO });
    expect(world.tickets.get(id).appFields.accountable).toBe('acc-ceo');
    await world.act(CLOUD, id, 'Submit');
    expect(await world.act('acc-ceo', id, 'Approve')).toEqual({ made: true });
  });

  it('goes to no one when the matrix approver is involved too', async () => {
    const world = aWorld();
    const { id } = await world.raise(CLOUD, { ...COMPLETE, accountOwner: CISO });
    world.tickets.edit(STRANGER, id, { reporter: 'acc-ceo' });
    expect(await world.act(CLOUD, id, 'Submit')).toEqual({
      made: false,
      told: [expect.stringMatching(/\(Cloud and Ciso\).*\(NO_INDEPENDENT_APPROVER\)$/)],
    });
    expect(world.tickets.get(id)).toMatchObject({ assignee: null, labels: ['responsibility-gap'] });
  });

  it('holds at the very moment of approval: no one becomes a beneficiary by approving', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER);
    await world.act(ENGINEER, id, 'Submit');
    const attempt = await world.act(CLOUD, id, 'Approve', { accountOwner: CLOUD });
    expect(attempt).toMatchObject({
      made: false,
      told: [expect.stringMatching(/ROUTE_STALE/), expect.stringMatching(/CONTENT_CHANGED/)],
    });
  });
});
