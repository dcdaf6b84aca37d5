import { describe, expect, it } from '@jest/globals';
import type { GateDecision } from '../../src/domain/decision/decision';
import { decisionOf } from '../../src/domain/decision/decision-evidence';
import {
  aDeputy,
  aHolder,
  CEO,
  CISO,
  ENGINEER,
  HOLDERS,
  OWNER,
  SECOPS,
  STRANGER,
  asTheyAre,
} from '../support/builders/company';
import { houseRulePosted } from '../support/builders/house-rule';
import { aWorldOfHouseRules } from '../support/fakes/house-rules';

/** The engineer raises it, the owner wrote it; the ciso reviews it, and the ceo approves it. */
type World = ReturnType<typeof aWorldOfHouseRules>;

const MADE = { made: true };

async function inReview(world: World): Promise<string> {
  const id = await world.drafted(ENGINEER, OWNER);
  expect(await world.act(ENGINEER, id, 'Submit')).toEqual(MADE);
  return id;
}

async function reviewed(world: World): Promise<string> {
  const id = await inReview(world);
  expect(await world.act(CISO, id, 'Approve')).toEqual(MADE);
  return id;
}

/** Where it stands: in which status, with whom. */
function standing(world: World, id: string) {
  const { status, assignee, appFields, labels } = world.tickets.get(id);
  return { status, assignee, accountable: appFields.accountable, role: appFields.accountableRole, labels };
}

function decisions(world: World, id: string): GateDecision[] {
  const entries = world.ledger.entries(`ticket:${id}`);
  return entries.flatMap(entry => decisionOf(entry, asTheyAre) ?? []);
}

describe('a work type of one’s own, which two people approve in order', () => {
  it('is routed to the role of the first step while it is being written', async () => {
    const world = aWorldOfHouseRules();
    const id = await world.drafted(ENGINEER, OWNER);
    expect(standing(world, id)).toEqual({
      status: 'Draft',
      assignee: ENGINEER,
      accountable: CISO,
      role: 'CISO',
      labels: [],
    });
    expect(world.tickets.comments(id).map(({ text }) => text)).toEqual([
      'Routed to Ciso, the CISO, who is accountable for Approval of a house rule.',
    ]);
  });

  it('is submitted once its text is written', async () => {
    const world = aWorldOfHouseRules();
    const { id } = await world.raise(ENGINEER, {}, world.kinds.named('House rule').workType);
    const early = await world.act(ENGINEER, id, 'Submit');
    expect(early).toMatchObject({ made: false, told: [expect.stringContaining('(NO_DRAFT)')] });
    const { findings } = (await world.explain(id, ENGINEER)) ?? {};
    expect(findings).toMatchObject([{ code: 'NOTHING_WRITTEN' }]);
    world.rules.write(id, OWNER, 'No shoes indoors.');
    expect(await world.act(ENGINEER, id, 'Submit')).toEqual(MADE);
    expect(standing(world, id)).toMatchObject({ status: 'In review', assignee: CISO, accountable: CISO });
  });

  it('goes to the second when the first has approved, and is approved once both have', async () => {
    const world = aWorldOfHouseRules();
    const id = await reviewed(world);
    expect(standing(world, id)).toMatchObject({
      status: 'To be approved',
      assignee: CEO,
      accountable: CEO,
      role: 'Executive Owner',
    });
    expect(await world.act(CEO, id, 'Approve')).toEqual(MADE);
    expect(standing(world, id)).toMatchObject({ status: 'Approved', assignee: CEO, accountable: CEO });
    expect(await world.act(CEO, id, 'Post')).toEqual(MADE);
    expect(standing(world, id).status).toBe('Posted');
    expect(world.tickets.comments(id).map(({ text }) => text)).toContain('Approved by Ciso, then by Ceo.');
  });

  it.each([ENGINEER, OWNER, CEO, STRANGER])('is not approved at its first step by %s', async person => {
    const world = aWorldOfHouseRules();
    const id = await inReview(world);
    expect(await world.act(person, id, 'Approve')).toMatchObject({ made: false });
  });

  it.each([ENGINEER, OWNER, CISO, STRANGER])('is not approved at its second step by %s', async person => {
    const world = aWorldOfHouseRules();
    const id = await reviewed(world);
    expect(await world.act(person, id, 'Approve')).toMatchObject({ made: false });
  });

  it('can go back from either step, and then takes both approvals again', async () => {
    const world = aWorldOfHouseRules();
    const id = await reviewed(world);
    expect(await world.act(CEO, id, 'Rework')).toEqual(MADE);
    expect(standing(world, id)).toMatchObject({ status: 'Draft', assignee: ENGINEER, accountable: CISO });
    expect(await world.act(ENGINEER, id, 'Submit')).toEqual(MADE);
    expect(await world.act(CEO, id, 'Approve')).toMatchObject({ made: false });
    expect(await world.act(CISO, id, 'Approve')).toEqual(MADE);
    expect(await world.act(CEO, id, 'Approve')).toEqual(MADE);
    expect(standing(world, id).status).toBe('Approved');
  });

  it('leaves what a release has as it was', async () => {
    const world = aWorldOfHouseRules();
    const { id } = await world.raise(ENGINEER);
    await world.act(ENGINEER, id, 'Submit');
    expect(world.tickets.get(id)).toMatchObject({ status: 'Awaiting approval', labels: [] });
  });
});

describe('no one approves both steps', () => {
  const deputy = aDeputy({ role: 'ciso', accountId: SECOPS });

  it('though one role is asked twice: its deputy takes the second', async () => {
    const world = aWorldOfHouseRules({
      approvers: ['ciso', 'ciso'],
      registers: { holders: [...HOLDERS, deputy] },
    });
    const id = await reviewed(world);
    expect(standing(world, id)).toMatchObject({ accountable: SECOPS, assignee: SECOPS });
    expect(await world.act(CISO, id, 'Approve')).toMatchObject({ made: false });
    expect(await world.act(SECOPS, id, 'Approve')).toEqual(MADE);
  });

  it('though one person holds both roles: it goes on to the matrix approver', async () => {
    const both = [...HOLDERS, aHolder({ role: 'second', accountId: CISO })];
    const world = aWorldOfHouseRules({ approvers: ['ciso', 'second'], registers: { holders: both } });
    const id = await reviewed(world);
    expect(standing(world, id)).toMatchObject({ accountable: CEO });
    expect(await world.act(CISO, id, 'Approve')).toMatchObject({ made: false });
    expect(await world.act(CEO, id, 'Approve')).toEqual(MADE);
  });

  it('nor the matrix approver, who took the first for an author: then no one may, and it says so', async () => {
    const world = aWorldOfHouseRules();
    const id = await world.drafted(ENGINEER, CISO);
    await world.act(ENGINEER, id, 'Submit');
    expect(standing(world, id)).toMatchObject({ accountable: CEO });
    expect(await world.act(CEO, id, 'Approve')).toEqual(MADE);
    expect(standing(world, id)).toMatchObject({
      status: 'To be approved',
      assignee: null,
      accountable: null,
      labels: ['responsibility-gap'],
    });
    expect(await world.act(CEO, id, 'Approve')).toMatchObject({ made: false });
    expect(world.tickets.comments(id).at(-1)?.text).toMatch(/^Not routed\. .*\(NO_INDEPENDENT_APPROVER\)/);
  });

  it('nor in one breath, before the app has heard of the first', async () => {
    const world = aWorldOfHouseRules({ approvers: ['ciso', 'ciso'] });
    const id = await inReview(world);
    expect(await world.attempt(CISO, id, 'Approve')).toEqual(MADE);
    expect(world.tickets.get(id)).toMatchObject({
      status: 'To be approved',
      appFields: { accountable: CISO },
    });
    const again = await world.attempt(CISO, id, 'Approve');
    expect(again).toMatchObject({ told: [expect.stringContaining('(ROUTE_STALE)')] });
  });

  it('and says to the one who approved the first why they cannot the second', async () => {
    const world = aWorldOfHouseRules();
    const id = await reviewed(world);
    const { transitions } = (await world.explain(id, CISO)) ?? { transitions: [] };
    expect(transitions.find(({ name }) => name === 'Approve')).toMatchObject({
      youMay: false,
      whyNot: 'You approved another step of this ticket, so you can’t decide it. Waiting for Ceo.',
    });
  });

  it('nor counts an approval by someone who was moved past the gate of theirs', async () => {
    const world = aWorldOfHouseRules();
    const id = await inReview(world);
    world.tickets.edit(CISO, id, {}, 'To be approved');
    await world.follow(id);
    expect(world.kindsOf(id)).toContain('gate-bypassed');
    const refused = await world.act(CEO, id, 'Approve');
    expect(refused).toMatchObject({ told: [expect.stringContaining('(NOT_APPROVED_BY_ACCOUNTABLE)')] });
    world.tickets.edit(CEO, id, {}, 'Approved');
    await world.follow(id);
    expect(await world.act(CEO, id, 'Post')).toMatchObject({ made: false });
  });
});

describe('what is decided of a work type of one’s own is frozen', () => {
  it.each(['In review', 'To be approved'])('%s: a text that was changed is not approved', async status => {
    const world = aWorldOfHouseRules();
    const id = status === 'In review' ? await inReview(world) : await reviewed(world);
    world.rules.write(id, OWNER, 'Shoes are fine.');
    const person = status === 'In review' ? CISO : CEO;
    const refused = await world.act(person, id, 'Approve');
    expect(refused).toMatchObject({
      told: [expect.stringMatching(/the text of the rule.*\(CONTENT_CHANGED\)$/i)],
    });
  });

  it('and what both approved is what is posted', async () => {
    const world = aWorldOfHouseRules();
    const id = await reviewed(world);
    await world.act(CEO, id, 'Approve');
    world.rules.write(id, OWNER, 'Shoes are fine.');
    expect(await world.act(CEO, id, 'Post')).toMatchObject({ made: false });
  });

  it('an author of the text decides no step of it', async () => {
    const world = aWorldOfHouseRules();
    const id = await world.drafted(ENGINEER, CEO);
    await world.act(ENGINEER, id, 'Submit');
    await world.act(CISO, id, 'Approve');
    expect(standing(world, id)).toMatchObject({ accountable: null, labels: ['responsibility-gap'] });
  });
});

describe('the evidence of a work type of one’s own', () => {
  it('says who was permitted which step and what they did, with the text that it was about', async () => {
    const world = aWorldOfHouseRules();
    const id = await reviewed(world);
    await world.act(CEO, id, 'Approve');
    const made = decisions(world, id).map(({ from, to, verdict, snapshot }) => [
      from,
      to,
      verdict,
      snapshot?.holder,
    ]);
    expect(made).toEqual([
      ['Draft', 'In review', 'allow', CISO],
      ['In review', 'To be approved', 'allow', CISO],
      ['To be approved', 'Approved', 'allow', CEO],
    ]);
    const observed = world.ledger
      .entries(`ticket:${id}`)
      .filter(({ kind }) => kind === 'transition-observed');
    const permitted = decisions(world, id).map(decision => decision.id);
    expect(observed.map(({ actor }) => actor)).toEqual([ENGINEER, CISO, CEO]);
    expect(observed.map(({ facts }) => (facts as { decision: string }).decision)).toEqual(permitted);
    for (const { snapshot } of decisions(world, id))
      expect(snapshot).toMatchObject({
        subject: { text: 'No shoes indoors.' },
        matrixVersion: null,
        matrixHash: null,
      });
    const hashes = new Set(decisions(world, id).map(({ snapshot }) => snapshot?.contentHash));
    expect(hashes.size).toBe(1);
  });

  it('has an entry of its own for what its register was told, once', async () => {
    const world = aWorldOfHouseRules();
    const id = await reviewed(world);
    await world.act(CEO, id, 'Approve');
    expect(world.rules.posted).toEqual([]);
    await world.act(CEO, id, 'Post');
    await world.follow(id);
    expect(world.rules.posted).toEqual([id]);
    const posted = world.ledger.entries(`ticket:${id}`).filter(({ kind }) => kind === houseRulePosted.kind);
    expect(posted.map(({ actor }) => actor)).toEqual([CEO]);
  });

  it('is complete with every routing, and grows by nothing when nothing happens', async () => {
    const world = aWorldOfHouseRules();
    const id = await reviewed(world);
    await world.act(CEO, id, 'Approve');
    const kinds = world.kindsOf(id);
    const count = (kind: string) => kinds.filter(one => one === kind).length;
    expect(['routed', 'gate-decided', 'transition-observed', 'gate-bypassed'].map(count)).toEqual([
      4, 3, 3, 0,
    ]);
    await world.follow(id);
    await world.jobs.push([{ kind: 'sweep' }]);
    await world.settle();
    expect(world.kindsOf(id)).toEqual(kinds);
  });

  it('of a step that was refused says why, and for whom it was', async () => {
    const world = aWorldOfHouseRules();
    const id = await inReview(world);
    world.rules.write(id, OWNER, 'Shoes are fine.');
    await world.act(CISO, id, 'Approve');
    expect(decisions(world, id).at(-1)).toMatchObject({
      verdict: 'refuse',
      from: 'In review',
      refusals: [{ code: 'CONTENT_CHANGED' }],
    });
  });
});
