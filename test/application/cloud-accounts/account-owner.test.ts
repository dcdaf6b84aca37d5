import { describe, expect, it } from '@jest/globals';
import { listAccounts } from '../../../src/application/cloud-accounts/list-accounts';
import { HOUR } from '../../../src/domain/shared/instant';
import {
  APP,
  CEO,
  CISO,
  CLOUD,
  ENGINEER,
  LEAVER,
  OWNER,
  SECOPS,
  STRANGER,
} from '../../support/builders/company';
import { aWorld, COMPLETE, type World } from '../../support/fakes/world';

const WEEKS = 14 * 24 * HOUR;

/** A request from its beginning to the cloud account, provisioned by the Cloud Platform Owner two weeks ago. */
async function provisioned(world: World): Promise<string> {
  const { id } = await world.raise(ENGINEER, COMPLETE);
  await world.act(ENGINEER, id, 'Submit');
  await world.act(CLOUD, id, 'Approve');
  expect(await world.act(CLOUD, id, 'Provision', { accountId: '123456789012' })).toEqual({ made: true });
  world.clock.advance(WEEKS);
  return id;
}

async function hourPasses(world: World): Promise<void> {
  world.clock.advance(HOUR);
  await world.jobs.push([{ kind: 'sweep' }, { kind: 'check accounts' }]);
  await world.settle();
}

const owner = (world: World) => world.cloudAccounts.all()[0]?.owner;
const labels = (world: World, id: string) => world.tickets.get(id).labels;
const lastComment = (world: World, id: string) => world.tickets.comments(id).at(-1);
const entries = (world: World, id: string, kind: string) =>
  world.ledger.entries(`ticket:${id}`).filter(entry => entry.kind === kind);

describe('a cloud account whose owner has left', () => {
  it('is labelled, told once to anyone who can name a new owner, and recorded once', async () => {
    const world = aWorld();
    const id = await provisioned(world);
    world.directory.setActive(OWNER, false);
    await hourPasses(world);
    expect(labels(world, id)).toContain('unowned-account');
    expect(lastComment(world, id)).toMatchObject({
      text: 'This cloud account is unowned. Owner, who owned Amazon Web Services EMEA SARL account 123456789012, no longer has an active account. Cloud can set Account owner on this ticket to the new owner (clear it first if it already shows that name). The register is then updated.',
      mentions: [CLOUD],
    });
    expect(entries(world, id, 'account-unowned')).toMatchObject([
      { actor: null, facts: { ticketKey: 'GOV-1', accountId: '123456789012', owner: OWNER } },
    ]);
    world.faults.forget();
    await hourPasses(world);
    expect(world.faults.writes.filter(name => name !== 'push jobs')).toEqual([]);
  });

  it('is left alone while its owner is there', async () => {
    const world = aWorld();
    const id = await provisioned(world);
    world.faults.forget();
    await hourPasses(world);
    expect(world.faults.writes.filter(name => name !== 'push jobs')).toEqual([]);
    expect(labels(world, id)).toEqual([]);
  });

  it('is told to the deputy when the accountable person has left as well', async () => {
    const world = aWorld();
    const id = await provisioned(world);
    world.directory.setActive(OWNER, false);
    world.directory.setActive(CLOUD, false);
    await hourPasses(world);
    expect(lastComment(world, id)?.mentions).toEqual([CISO]);
  });

  it('is no finding any more when the owner comes back', async () => {
    const world = aWorld();
    const id = await provisioned(world);
    world.directory.setActive(OWNER, false);
    await hourPasses(world);
    world.clock.advance(WEEKS);
    world.directory.setActive(OWNER, true);
    await hourPasses(world);
    expect(labels(world, id)).toEqual([]);
  });

  it('is not looked up, where no one has touched owner or account since it was provisioned', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER, COMPLETE);
    await world.act(ENGINEER, id, 'Submit');
    await world.act(CLOUD, id, 'Approve');
    for (const call of ['account of ticket', 'list evidence']) world.faults.failNext(call);
    await world.act(CLOUD, id, 'Provision', { accountId: '123456789012' });
    await world.follow(id);
    expect(entries(world, id, 'cloud-account-registered')).toHaveLength(1);
  });

  it('is looked up, where the ticket does not name it any more', async () => {
    const world = aWorld();
    const id = await provisioned(world);
    world.tickets.edit(STRANGER, id, { accountId: '210987654321' });
    world.directory.setActive(OWNER, false);
    await hourPasses(world);
    expect(entries(world, id, 'account-unowned')).toHaveLength(1);
  });

  it('is a finding on its ticket, with what to do', async () => {
    const world = aWorld();
    const id = await provisioned(world);
    world.directory.setActive(OWNER, false);
    expect((await world.explain(id, STRANGER))?.findings).toContainEqual({
      code: 'OWNER_INACTIVE',
      message:
        'Amazon Web Services EMEA SARL account 123456789012 is unowned: Owner no longer has an active account. Name a new owner.',
    });
  });

  it('says all of it once, wherever it is cut short', async () => {
    for (const when of ['before', 'after'] as const) {
      for (let write = 1; write <= 3; write += 1) {
        const world = aWorld();
        const id = await provisioned(world);
        world.directory.setActive(OWNER, false);
        world.faults.failWrite(write, when);
        await expect(world.follow(id)).rejects.toThrow();
        world.faults.forget();
        await hourPasses(world);
        expect(labels(world, id)).toEqual(['unowned-account']);
        expect(world.tickets.comments(id).filter(({ text }) => text.includes('unowned'))).toHaveLength(1);
        expect(entries(world, id, 'account-unowned')).toHaveLength(1);
      }
    }
  });
});

describe('a new owner named on the ticket', () => {
  it.each([
    ['the accountable person', CLOUD],
    ['the performer', APP],
  ])('is followed by the register when %s names them', async (_, editor) => {
    const world = aWorld();
    const id = await provisioned(world);
    world.directory.setActive(OWNER, false);
    await hourPasses(world);
    world.tickets.edit(editor, id, { accountOwner: STRANGER });
    await world.follow(id);
    expect(owner(world)).toBe(STRANGER);
    expect(labels(world, id)).toEqual([]);
    expect(lastComment(world, id)?.mentions).toEqual([STRANGER]);
    expect(entries(world, id, 'account-owner-changed')).toMatchObject([
      { actor: editor, facts: { owner: OWNER, to: STRANGER, accountId: '123456789012' } },
    ]);
    world.faults.forget();
    await hourPasses(world);
    expect(world.faults.writes.filter(name => name !== 'push jobs')).toEqual([]);
  });

  it.each([
    [
      'the person who raised it',
      ENGINEER,
      STRANGER,
      'only the accountable person or the performer can name a new owner',
    ],
    [
      'anyone who can edit it',
      SECOPS,
      STRANGER,
      'only the accountable person or the performer can name a new owner',
    ],
    [
      'the new owner',
      STRANGER,
      STRANGER,
      'only the accountable person or the performer can name a new owner',
    ],
    ['a performer for themselves', APP, APP, 'people can’t make themselves the owner'],
    [
      'the accountable person, who names someone that has left',
      CLOUD,
      LEAVER,
      'a person with an active account',
    ],
    ['the accountable person, who names no one', CLOUD, null, 'a person with an active account'],
  ])('is not followed when it was %s', async (_, editor, named, because) => {
    const world = aWorld();
    const id = await provisioned(world);
    world.tickets.edit(editor, id, { accountOwner: named });
    await world.follow(id);
    await world.follow(id);
    expect(owner(world)).toBe(OWNER);
    expect(
      world.tickets.comments(id).filter(({ text }) => text.includes('owner change rejected')),
    ).toHaveLength(1);
    expect(lastComment(world, id)?.text).toContain(because);
    expect(entries(world, id, 'account-owner-change-rejected')).toHaveLength(1);
    expect((await world.explain(id, STRANGER))?.findings.map(({ code }) => code)).toContain(
      'OWNER_NOT_FOLLOWED',
    );
  });

  it('is listed with the register, until it is undone or followed', async () => {
    const world = aWorld();
    const id = await provisioned(world);
    const listed = async () => (await listAccounts(world)).findings;
    expect(await listed()).toEqual([]);
    world.tickets.edit(ENGINEER, id, { accountOwner: STRANGER });
    await world.follow(id);
    expect(await listed()).toEqual([
      {
        code: 'OWNER_NOT_FOLLOWED',
        provider: 'Amazon Web Services EMEA SARL',
        accountId: '123456789012',
        message:
          'GOV-1 names Stranger as its owner, but the register wasn’t changed: only the accountable person or the performer can name a new owner. Have the accountable person set Account owner there, or set it back to Owner.',
      },
    ]);

    world.clock.advance(HOUR);
    world.tickets.edit(ENGINEER, id, { accountOwner: OWNER });
    await world.follow(id);
    expect(await listed()).toEqual([]);
    await world.follow(id);
    expect(entries(world, id, 'account-owner-reverted')).toHaveLength(1);

    world.clock.advance(HOUR);
    world.tickets.edit(APP, id, { accountOwner: APP });
    await world.follow(id);
    expect((await listed()).map(({ message }) => message)).toEqual([
      expect.stringContaining('people can’t make themselves the owner'),
    ]);
    world.clock.advance(HOUR);
    world.tickets.edit(CLOUD, id, { accountOwner: STRANGER });
    await world.follow(id);
    expect(await listed()).toEqual([]);
  });

  it('cannot be brought about by an edit of the fields that say who is accountable', async () => {
    const world = aWorld();
    const id = await provisioned(world);
    world.tickets.edit(ENGINEER, id, { responsibilityDomain: 'Governance', cloudService: 'GitHub' });
    world.tickets.edit(CEO, id, { accountOwner: STRANGER });
    await world.follow(id);
    expect(owner(world)).toBe(OWNER);
    world.tickets.edit(CLOUD, id, { accountOwner: SECOPS });
    await world.follow(id);
    expect(owner(world)).toBe(SECOPS);
  });

  it('counts as named by the person who was accountable on that day', async () => {
    const world = aWorld();
    const id = await provisioned(world);
    world.tickets.edit(CLOUD, id, { accountOwner: SECOPS });
    world.clock.advance(HOUR);
    const now = world.clock.now();
    world.registers.change(({ holders }) => ({
      holders: holders.map(held => (held.accountId === CLOUD ? { ...held, to: now } : held)),
    }));
    world.clock.advance(HOUR);
    await world.follow(id);
    expect(owner(world)).toBe(SECOPS);
    world.tickets.edit(CLOUD, id, { accountOwner: STRANGER });
    await world.follow(id);
    expect(owner(world)).toBe(SECOPS);
  });

  it('is followed once, wherever it is cut short', async () => {
    for (const when of ['before', 'after'] as const) {
      for (let write = 1; write <= 3; write += 1) {
        const world = aWorld();
        const id = await provisioned(world);
        world.tickets.edit(CLOUD, id, { accountOwner: STRANGER });
        world.faults.failWrite(write, when);
        await expect(world.follow(id)).rejects.toThrow();
        world.faults.forget();
        await world.follow(id);
        expect(owner(world)).toBe(STRANGER);
        expect(world.tickets.comments(id).filter(({ text }) => text.includes('now owns'))).toHaveLength(1);
        expect(entries(world, id, 'account-owner-changed')).toHaveLength(1);
      }
    }
  });
});
