import { describe, expect, it } from '@jest/globals';
import { decideTransition } from '../../../src/application/tickets/decide-transition';
import { ENGINEER, LEAVER, STRANGER } from '../../support/builders/company';
import { aWorld } from '../../support/fakes/world';
import { decisionsIn, submitted, told } from './decide-transition/deciding';

describe('decideTransition', () => {
  it('records its decision before it tells it, by no one, for the ticket', async () => {
    const world = aWorld();
    const { id } = await world.raise(ENGINEER);
    await world.attempt(ENGINEER, id, 'Submit');
    const entry = world.ledger.entries().at(-1);
    expect(entry).toMatchObject({ kind: 'gate-decided', actor: null, subject: `ticket:${id}` });
    expect(entry?.facts).toMatchObject({
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

  it('names people on the screen, Jira has not named with the ticket', async () => {
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
      refusal: [expect.stringMatching(/^Remit doesn’t know this ticket.*\(TICKET_UNKNOWN\)$/)],
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
      refusal: [expect.stringMatching(/in Environment isn’t valid.*\(VALUE_UNREADABLE\)$/)],
    });
    expect(decisionsIn(world)).toEqual([]);
  });

  it('refuses while the ticket holds a value that can’t be read, until the screen gives another', async () => {
    const world = aWorld();
    const { key } = await world.raise(ENGINEER);
    const readForTransition: typeof world.tickets.readForTransition = async (...asked) => {
      const read = await world.tickets.readForTransition(...asked);
      return read && { ...read, ticket: { ...read.ticket, unreadable: ['environment'] } };
    };
    const ports = { ...world, tickets: { ...world.tickets, readForTransition } };
    const submit = (modifiedFields: Record<string, unknown>) =>
      decideTransition(ports, { issueKey: key, toStatusId: 'Awaiting approval', modifiedFields });
    expect(await submit({})).toMatchObject({
      refusal: [expect.stringMatching(/in Environment isn’t valid.*\(VALUE_UNREADABLE\)$/)],
    });
    expect(await submit({ environment: 'Production' })).toMatchObject({ ok: true });
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
