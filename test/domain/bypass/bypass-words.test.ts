import { describe, expect, it } from '@jest/globals';
import type { Bypass } from '../../../src/domain/bypass/bypass';
import {
  bypassComment,
  bypassHappened,
  bypassMessage,
  happenedInWords,
  type BypassStory,
} from '../../../src/domain/bypass/bypass-words';
import { ACCESS_REQUEST } from '../../../src/domain/work-types/access-request/access-request';
import { CLOUD_ACCOUNT_REQUEST } from '../../../src/domain/work-types/cloud-account-request/cloud-account-request';
import { RESPONSIBILITY_CHANGE } from '../../../src/domain/work-types/responsibility-change/responsibility-change';
import { storyOf } from '../../../src/domain/ticket/story';
import type { TransitionName, WorkType } from '../../../src/domain/work-type/work-type';
import { CISO, CLOUD, nameOf, NOW, ROBOT, STRANGER } from '../../support/builders/company';
import { aTicket } from '../../support/builders/ticket';

const story = (
  bypass: Partial<Bypass> = {},
  workType: WorkType = CLOUD_ACCOUNT_REQUEST,
  status = bypass.to,
) => ({
  bypass: {
    id: 'bypass',
    kind: 'not in the workflow',
    change: '1',
    at: NOW,
    actor: STRANGER,
    from: 'Requested',
    to: 'Approved',
    transition: null,
    expected: [],
    changed: [],
    resolvedBy: null,
    isUndone: false,
    ...bypass,
  } satisfies Bypass,
  story: storyOf(aTicket({ workType: workType.name, status: status ?? 'Approved' }), workType, []),
  accountable: CLOUD,
  name: nameOf,
});
const happened = ({ story: one, bypass }: BypassStory) =>
  happenedInWords(bypassHappened(one, bypass), nameOf);
const approve = { from: 'Awaiting approval', to: 'Approved', transition: 'Approve' } as const;

describe('what happened past a gate', () => {
  it.each<[string, Partial<Bypass>, string]>([
    [
      'a way that the workflow does not have',
      {},
      'On 2 Mar 2026, 09:00 UTC, Stranger moved this from Requested to Approved, but the workflow of a Cloud account request has no such transition. This doesn’t count as an approval.',
    ],
    [
      'a gate that was not asked',
      { ...approve, kind: 'not permitted by its gate', actor: CLOUD },
      'On 2 Mar 2026, 09:00 UTC, Cloud used Approve, but its gate hadn’t permitted it. This doesn’t count as an approval.',
    ],
    [
      'someone else',
      { ...approve, kind: 'made by someone else', actor: ROBOT, expected: [CLOUD, CISO] },
      'On 2 Mar 2026, 09:00 UTC, the app Robot used Approve, which only Cloud or Ciso could. This doesn’t count as an approval.',
    ],
    [
      'someone, when no one could',
      { from: 'Requested', to: 'Withdrawn', transition: 'Withdraw', kind: 'made by someone else' },
      'On 2 Mar 2026, 09:00 UTC, Stranger used Withdraw, which no one could use because no one was accountable. This doesn’t count as a withdrawal.',
    ],
    [
      'an import',
      { kind: 'created in a later status', change: null, from: null, to: 'Provisioned' },
      'On 2 Mar 2026, 09:00 UTC, Stranger created this in Provisioned, skipping the gates before that status. This doesn’t count as the provisioning of an account. The account is not in the register.',
    ],
    [
      'a move',
      { kind: 'moved in with a later status', from: null },
      'On 2 Mar 2026, 09:00 UTC, Stranger moved this here as a Cloud account request in Approved, skipping the gates before that status. This doesn’t count as an approval.',
    ],
    [
      'what was changed behind the lock',
      { kind: 'changed behind the lock', from: null, changed: ['Summary', 'plan.pdf'] },
      'On 2 Mar 2026, 09:00 UTC, Stranger changed Summary and plan.pdf while this was in Approved, where only Remit edits. What was submitted is what counts.',
    ],
    [
      'an account that its gate had permitted, brought by someone else',
      {
        from: 'Approved',
        to: 'Provisioned',
        transition: 'Provision',
        kind: 'made by someone else',
        expected: [CLOUD],
      },
      'On 2 Mar 2026, 09:00 UTC, Stranger used Provision, which only Cloud could. The account is in the register because its gate had permitted it.',
    ],
  ])('%s', (_, bypass, words) => {
    expect(happened(story(bypass))).toBe(words);
  });

  it.each<[TransitionName, string, WorkType, string]>([
    ['Submit', 'Awaiting approval', CLOUD_ACCOUNT_REQUEST, 'a submission'],
    ['Approve', 'Approved', RESPONSIBILITY_CHANGE, 'an approval'],
    ['Reject', 'Rejected', RESPONSIBILITY_CHANGE, 'a rejection'],
    ['Rework', 'Requested', ACCESS_REQUEST, 'a request for rework'],
    ['Grant', 'Granted', ACCESS_REQUEST, 'a grant of access'],
    ['Revoke', 'Revoked', ACCESS_REQUEST, 'a revocation'],
    ['Withdraw', 'Withdrawn', ACCESS_REQUEST, 'a withdrawal'],
  ])('a bypass that looks like a %s doesn’t count as one', (_, to, workType, would) => {
    expect(happened(story({ to }, workType))).toMatch(new RegExp(`\\. This doesn’t count as ${would}\\.$`));
  });

  it('says that nothing holds any more where no transition leads', () => {
    expect(happened(story({ to: 'Elsewhere' }))).toMatch(
      /no such transition\. Earlier decisions no longer count\.$/,
    );
  });

  it('names someone Jira does not tell the app about as anyone else', () => {
    expect(happened(story({ actor: 'acc-nobody' }))).toMatch(/UTC, acc-nobody moved this/);
  });
});

describe('what to do about it', () => {
  it.each<[string, Partial<Bypass>, WorkType, string, string]>([
    [
      'where Rework leads back',
      {},
      CLOUD_ACCOUNT_REQUEST,
      'Approved',
      'Cloud: use Rework, have it submitted again, then decide.',
    ],
    [
      'where something was changed that Rework opens',
      { kind: 'changed behind the lock', changed: ['Summary'] },
      CLOUD_ACCOUNT_REQUEST,
      'Approved',
      'Cloud: have it changed back, or use Rework and have it submitted again.',
    ],
    [
      'where something was changed and nothing leads back',
      { kind: 'changed behind the lock', changed: ['Summary'], to: 'Granted' },
      ACCESS_REQUEST,
      'Granted',
      'Cloud: have it changed back.',
    ],
    [
      'where it is back already',
      { ...approve, to: 'Requested', transition: 'Rework' },
      CLOUD_ACCOUNT_REQUEST,
      'Requested',
      'Cloud: submit it again, so that its gates check it.',
    ],
    [
      'where access was granted',
      { to: 'Granted' },
      ACCESS_REQUEST,
      'Granted',
      'Cloud: remove the access and use Revoke; anyone who still needs it can create a new ticket.',
    ],
    [
      'where nothing leads back',
      { to: 'Provisioned' },
      CLOUD_ACCOUNT_REQUEST,
      'Provisioned',
      'Cloud: no transition leads back from here: have a new ticket created instead, and decide that one.',
    ],
    [
      'where only the person was wrong',
      { from: 'Approved', to: 'Provisioned', transition: 'Provision', kind: 'made by someone else' },
      CLOUD_ACCOUNT_REQUEST,
      'Provisioned',
      'Cloud: check that what was done is what was approved.',
    ],
    [
      'where someone else withdrew it, and nothing was carried out',
      { to: 'Withdrawn', transition: 'Withdraw', kind: 'made by someone else' },
      CLOUD_ACCOUNT_REQUEST,
      'Withdrawn',
      'Cloud: no transition leads back from here: have a new ticket created instead, and decide that one.',
    ],
    [
      'where someone else said that access was taken away',
      { from: 'Granted', to: 'Revoked', transition: 'Revoke', kind: 'made by someone else' },
      ACCESS_REQUEST,
      'Revoked',
      'Cloud: check that the access was removed; anyone who still needs it can create a new ticket.',
    ],
    [
      'where it stands in a status that the work type does not have',
      { to: 'Elsewhere' },
      CLOUD_ACCOUNT_REQUEST,
      'Elsewhere',
      'Cloud: no transition leads back from here: have a new ticket created instead, and decide that one.',
    ],
    [
      'where it was about the matrix',
      {},
      RESPONSIBILITY_CHANGE,
      'Approved',
      'Cloud: the matrix wasn’t changed. Its draft is open again, and needs another Responsibility change.',
    ],
  ])('%s', (_, bypass, workType, status, words) => {
    const told = story(bypass, workType, status);
    expect(bypassMessage(told)).toBe(`${happened(told)} ${words}`);
  });

  it('addresses no one where no one is accountable', () => {
    const told = { ...story(), accountable: null };
    expect(bypassMessage(told)).toBe(`${happened(told)} Use Rework, have it submitted again, then decide.`);
    expect(bypassComment([{ ...story(), accountable: null }]).at(-1)).toEqual([
      'Use Rework, have it submitted again, then decide.',
    ]);
  });
});

describe('the comment', () => {
  it('tells each bypass, and once what to do', () => {
    const [one, two] = [story(), story({ ...approve, kind: 'not permitted by its gate' })];
    expect(bypassComment([one, two])).toEqual([
      [{ strong: 'Approval bypassed. ' }, happened(one)],
      [{ strong: 'Approval bypassed. ' }, happened(two)],
      [{ mention: CLOUD, name: 'Cloud' }, ', ', 'use Rework, have it submitted again, then decide.'],
    ]);
  });

  it('tells what was changed behind the lock by another name', () => {
    const [first] = bypassComment([story({ kind: 'changed behind the lock', changed: ['Summary'] })]);
    expect(first?.[0]).toEqual({ strong: 'Changed after it was submitted. ' });
  });

  it('says nothing of nothing', () => {
    expect(bypassComment([])).toEqual([]);
  });
});
