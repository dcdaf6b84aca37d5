import { beforeEach, describe, expect, it } from '@jest/globals';
import { editDraft } from '../../../src/application/matrix/edit-draft';
import { importResponsibilities } from '../../../src/application/matrix/import-responsibilities';
import {
  responsibilityHeader,
  responsibilityLines,
} from '../../../src/application/matrix/export-responsibilities';
import { submitDraft } from '../../../src/application/matrix/submit-draft';
import { MINUTE } from '../../../src/domain/shared/instant';
import { MATRIX_APPROVER_ROLE } from '../../../src/domain/responsibility/role';
import { aDeputy, CEO, CISO, CLOUD, ENGINEER, HOLDERS, SECOPS } from '../../support/builders/company';
import { aDraft, aMatrixContent, aMatrixVersion } from '../../support/builders/matrix';
import { InjectedFault } from '../../support/fakes/faults';
import { aWorld, type World } from '../../support/fakes/world';

/** The engineer is the Jira administrator who writes; the ceo holds the matrix approver's role, ciso is its deputy. */
let world: World;

async function edited(author: string, frequency: string): Promise<void> {
  const begun = await editDraft(world, { edit: 'begin' }, author);
  if (!begun.ok || !begun.value) throw new Error('The draft wasn’t started.');
  const { revision, number } = begun.value;
  const [row = aDraft()] = await world.matrixVersions.allRows(number);
  const put = await editDraft(world, { edit: 'put row', revision, row: { ...row, frequency } }, author);
  expect(put).toMatchObject({ ok: true });
}

async function opened(): Promise<string> {
  const submitted = await submitDraft(world, undefined);
  if (!submitted.ok) throw new Error(submitted.refusal.message);
  await world.settle();
  return world.tickets.get(submitted.value.ticket).id;
}

async function waiting(): Promise<string> {
  await edited(ENGINEER, 'Weekly');
  const id = await opened();
  expect(await world.act(ENGINEER, id, 'Submit')).toEqual({ made: true });
  return id;
}

const versions = async () => (await world.matrixVersions.list()).map(({ number }) => number);

const withDeputy = () => {
  const deputy = aDeputy({ role: MATRIX_APPROVER_ROLE, accountId: CISO });
  return aWorld({ holders: [...HOLDERS, deputy] });
};

beforeEach(() => {
  world = withDeputy();
});

describe('a Responsibility change', () => {
  it('becomes a version by the approval of the matrix approver', async () => {
    const id = await waiting();
    expect(world.tickets.get(id).appFields).toMatchObject({ accountable: CEO, responsibility: null });
    expect(await world.act(CEO, id, 'Approve')).toEqual({ made: true });
    const [, version] = await world.matrixVersions.list();
    expect(version).toMatchObject({ number: 2, author: ENGINEER, approvedBy: CEO, changeTicket: 'GOV-1' });
    expect(await world.drafts.current()).toBeNull();
    expect(world.ledger.entries('matrix:2')).toHaveLength(1);
  });

  it('is never decided by an author: the deputy does it', async () => {
    await edited(CEO, 'Daily');
    await edited(ENGINEER, 'Weekly');
    const id = await opened();
    await world.act(ENGINEER, id, 'Submit');
    expect(world.tickets.get(id).appFields).toMatchObject({ accountable: CISO });
    expect(await world.act(CEO, id, 'Approve')).toMatchObject({ made: false });
    expect(await world.act(CISO, id, 'Approve')).toEqual({ made: true });
    expect(await versions()).toEqual([1, 2]);
  });

  it('goes to the deputy as soon as the approver writes in the draft', async () => {
    await edited(ENGINEER, 'Weekly');
    const id = await opened();
    expect(world.tickets.get(id).appFields).toMatchObject({ accountable: CEO });
    await edited(CEO, 'Daily');
    await world.settle();
    expect(world.tickets.get(id).appFields).toMatchObject({ accountable: CISO });
  });

  it('CONTENT_CHANGED: is not approved when a version came between', async () => {
    const id = await waiting();
    world.registers.change(({ versions: known }) => ({
      versions: [...known, { version: aMatrixVersion({ number: 3 }), content: aMatrixContent() }],
    }));
    const refused = await world.act(CEO, id, 'Approve');
    expect(refused).toMatchObject({ made: false });
    expect(JSON.stringify(refused)).toContain('Another version of the matrix was approved');
    await world.act(CEO, id, 'Rework');
    const again = await world.act(ENGINEER, id, 'Submit');
    expect(JSON.stringify(again)).toContain('CONTENT_CHANGED');
  });

  it('changes nothing when its Effective date is changed between the approval and its event', async () => {
    const id = await waiting();
    world.clock.advance(MINUTE);
    expect(await world.attempt(CEO, id, 'Approve')).toEqual({ made: true });
    world.tickets.edit(ENGINEER, id, { effectiveDate: '2030-01-01' });
    await world.follow(id);
    expect(await versions()).toEqual([1]);
    expect(world.tickets.comments(id).at(-1)?.text).toContain('The matrix wasn’t changed.');
    expect(await world.drafts.current()).toMatchObject({ state: 'open', ticket: null });
  });

  it.each([SECOPS, CLOUD, ENGINEER])('changes nothing when %s moves it past its gate', async person => {
    const id = await waiting();
    world.tickets.edit(person, id, {}, 'Approved');
    await world.follow(id);
    expect(await versions()).toEqual([1]);
    expect(world.tickets.comments(id).at(-1)?.text).toMatch(
      /^Approval bypassed\..*doesn’t count as an approval\..*the matrix wasn’t changed/,
    );
  });

  it('that is gone leaves its draft to another', async () => {
    const id = await waiting();
    world.tickets.remove(id);
    await world.jobs.push([{ kind: 'sweep' }]);
    await world.settle();
    expect(await world.drafts.current()).toMatchObject({ state: 'open', ticket: null });
  });
});

describe('an activation that is cut short', () => {
  /** Approved, and not heard of yet. */
  const approved = async (): Promise<string> => {
    const id = await waiting();
    world.clock.advance(MINUTE);
    await world.attempt(CEO, id, 'Approve');
    world.faults.forget();
    return id;
  };
  const outcome = async (id: string) => ({
    versions: await versions(),
    draft: await world.drafts.current(),
    evidence: world.ledger.entries('matrix:2').length,
    observed: world.kindsOf(id).filter(kind => kind === 'transition-observed').length,
    comments: world.tickets.comments(id).map(({ text }) => text),
  });

  it('is finished by the next, wherever it was cut', async () => {
    const whole = await approved();
    await world.follow(whole);
    const writes = world.faults.writes.length;
    const expected = await outcome(whole);
    expect(expected).toMatchObject({ versions: [1, 2], draft: null, evidence: 1, observed: 2 });
    expect(writes).toBeGreaterThan(4);
    for (let write = 1; write <= writes; write += 1) {
      for (const when of ['before', 'after'] as const) {
        world = withDeputy();
        const id = await approved();
        world.faults.failWrite(write, when);
        await expect(world.follow(id)).rejects.toThrow(InjectedFault);
        world.faults.forget();
        await world.follow(id);
        expect(await outcome(id)).toEqual(expected);
        expect(world.jobs.waiting).toContainEqual({ kind: 'sweep' });
      }
    }
  });
});

describe('an import that is cut short', () => {
  const csv = responsibilityHeader() + responsibilityLines([aDraft({ id: 'a' }), aDraft({ id: 'b' })]);
  const importing = () => importResponsibilities(world, { csv, dryRun: false, administrator: ENGINEER });

  it('leaves a draft that no one can submit, and that the next import completes', async () => {
    world.faults.failNext('add rows');
    await expect(importing()).rejects.toThrow(InjectedFault);
    expect(await submitDraft(world, undefined)).toMatchObject({ refusal: { code: 'DRAFT_INCOMPLETE' } });
    expect(await importing()).toMatchObject({ ok: true, value: { lines: 2 } });
    expect((await world.matrixVersions.allRows(2)).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(await world.drafts.current()).toMatchObject({ state: 'open' });
  });
});

describe('another role that approves matrices', () => {
  async function asking(role: string): Promise<string> {
    const begun = await editDraft(world, { edit: 'begin' }, ENGINEER);
    const revision = begun.ok && begun.value ? begun.value.revision : -1;
    expect(await editDraft(world, { edit: 'matrix approver', revision, role }, ENGINEER)).toMatchObject({
      ok: true,
      value: { matrixApproverRole: role },
    });
    const id = await opened();
    expect(await world.act(ENGINEER, id, 'Submit')).toEqual({ made: true });
    return id;
  }
  const approver = async () => (await world.settings.current()).matrixApproverRole;

  it('is agreed to by the present approver, on record with their name, and approves the next one', async () => {
    const id = await asking('ciso');
    expect(await approver()).toBe(MATRIX_APPROVER_ROLE);
    expect(await world.act(CEO, id, 'Approve')).toEqual({ made: true });
    expect(await approver()).toBe('ciso');
    expect(world.ledger.entries('settings')).toMatchObject([
      { kind: 'settings-changed', actor: CEO, facts: { matrixApproverRole: 'ciso' } },
    ]);
    const next = await waiting();
    expect(world.tickets.get(next).appFields).toMatchObject({ accountable: CISO });
  });

  it('comes by no rejection, and not twice', async () => {
    const id = await asking('ciso');
    await world.act(CEO, id, 'Reject');
    expect(await approver()).toBe(MATRIX_APPROVER_ROLE);
    expect(world.ledger.entries('settings')).toEqual([]);
  });

  it('is part of what is approved: one that was put in since is not adopted', async () => {
    const id = await waiting();
    const draft = await world.drafts.current();
    if (!draft) throw new Error('There is no draft.');
    await world.drafts.advance(draft, { matrixApproverRole: 'ciso' });
    const approved = await world.act(CEO, id, 'Approve');
    expect(approved).not.toEqual({ made: true });
    expect(await approver()).toBe(MATRIX_APPROVER_ROLE);
  });

  it('is nothing where it is the present one, and is refused where it is none of ours', async () => {
    const begun = await editDraft(world, { edit: 'begin' }, ENGINEER);
    const revision = begun.ok && begun.value ? begun.value.revision : -1;
    for (const role of ['nothing', 'aws'])
      expect(await editDraft(world, { edit: 'matrix approver', revision, role }, ENGINEER)).toMatchObject({
        refusal: { code: 'APPROVER_UNKNOWN' },
      });
    const same = { edit: 'matrix approver', revision, role: MATRIX_APPROVER_ROLE } as const;
    expect(await editDraft(world, same, ENGINEER)).toMatchObject({ value: { matrixApproverRole: null } });
  });
});
