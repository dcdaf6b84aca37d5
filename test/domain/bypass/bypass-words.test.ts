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
    resolvedBy: null,
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
      'On 2 Mar 2026, 09:00 UTC, Stranger moved this from Requested to Approved, and no transition of a Cloud account request does that. This does not count as an approval.',
    ],
    [
      'a gate that was not asked',
      { ...approve, kind: 'not permitted by its gate', actor: CLOUD },
      'On 2 Mar 2026, 09:00 UTC, Cloud used Approve, and its gate had not permitted it. This does not count as an approval.',
    ],
    [
      'somebody else',
      { ...approve, kind: 'made by somebody else', actor: ROBOT, expected: [CLOUD, CISO] },
      'On 2 Mar 2026, 09:00 UTC, the app Robot used Approve, which only Cloud or Ciso could. This does not count as an approval.',
    ],
    [
      'somebody, when nobody could',
      { from: 'Requested', to: 'Withdrawn', transition: 'Withdraw', kind: 'made by somebody else' },
      'On 2 Mar 2026, 09:00 UTC, Stranger used Withdraw, which nobody could, for nobody was accountable. This does not count as a withdrawal.',
    ],
    [
      'an import',
      { kind: 'created past its gates', change: null, from: null, to: 'Provisioned' },
      'On 2 Mar 2026, 09:00 UTC, Stranger created this in Provisioned, past the gates that come before it. This does not count as the provisioning of an account. The account is not in the register.',
    ],
    [
      'a move',
      { kind: 'moved past its gates', from: null },
      'On 2 Mar 2026, 09:00 UTC, Stranger made this a Cloud account request of this space when it stood in Approved, past the gates that come before it. This does not count as an approval.',
    ],
    [
      'an account that its gate had permitted, brought by somebody else',
      {
        from: 'Approved',
        to: 'Provisioned',
        transition: 'Provision',
        kind: 'made by somebody else',
        expected: [CLOUD],
      },
      'On 2 Mar 2026, 09:00 UTC, Stranger used Provision, which only Cloud could. The account is in the register, for its gate had permitted that.',
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
  ])(
    'what would have been a %s, had it gone the way it should, does not count as one',
    (_, to, workType, would) => {
      expect(happened(story({ to }, workType))).toMatch(
        new RegExp(`\\. This does not count as ${would}\\.$`),
      );
    },
  );

  it('says that nothing holds any more where no transition leads', () => {
    expect(happened(story({ to: 'Elsewhere' }))).toMatch(
      /does that\. Nothing that was decided before holds any more\.$/,
    );
  });

  it('names somebody whom Jira does not tell the app about as anybody else', () => {
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
      'Cloud: use Rework; then have it submitted again, and decide.',
    ],
    [
      'where it is back already',
      { ...approve, to: 'Requested', transition: 'Rework' },
      CLOUD_ACCOUNT_REQUEST,
      'Requested',
      'Cloud: it can be submitted again, and goes through its gates.',
    ],
    [
      'where access was granted',
      { to: 'Granted' },
      ACCESS_REQUEST,
      'Granted',
      'Cloud: take the access away and use Revoke; whoever needs it asks with a new ticket.',
    ],
    [
      'where nothing leads back',
      { to: 'Provisioned' },
      CLOUD_ACCOUNT_REQUEST,
      'Provisioned',
      'Cloud: nothing leads back from here: have a new ticket raised in its place, and decide that.',
    ],
    [
      'where only the person was wrong',
      { from: 'Approved', to: 'Provisioned', transition: 'Provision', kind: 'made by somebody else' },
      CLOUD_ACCOUNT_REQUEST,
      'Provisioned',
      'Cloud: check that what was carried out is what was approved.',
    ],
    [
      'where somebody else withdrew it, and nothing was carried out',
      { to: 'Withdrawn', transition: 'Withdraw', kind: 'made by somebody else' },
      CLOUD_ACCOUNT_REQUEST,
      'Withdrawn',
      'Cloud: nothing leads back from here: have a new ticket raised in its place, and decide that.',
    ],
    [
      'where somebody else said that access was taken away',
      { from: 'Granted', to: 'Revoked', transition: 'Revoke', kind: 'made by somebody else' },
      ACCESS_REQUEST,
      'Revoked',
      'Cloud: check that the access was taken away; whoever needs it asks with a new ticket.',
    ],
    [
      'where it stands in a status that the work type does not have',
      { to: 'Elsewhere' },
      CLOUD_ACCOUNT_REQUEST,
      'Elsewhere',
      'Cloud: nothing leads back from here: have a new ticket raised in its place, and decide that.',
    ],
    [
      'where it was about the matrix',
      {},
      RESPONSIBILITY_CHANGE,
      'Approved',
      'Cloud: the matrix stays as it is. Its draft is open again, and needs another Responsibility change.',
    ],
  ])('%s', (_, bypass, workType, status, words) => {
    const told = story(bypass, workType, status);
    expect(bypassMessage(told)).toBe(`${happened(told)} ${words}`);
  });

  it('addresses nobody where nobody is accountable', () => {
    const told = { ...story(), accountable: null };
    expect(bypassMessage(told)).toBe(
      `${happened(told)} Use Rework; then have it submitted again, and decide.`,
    );
    expect(bypassComment([{ ...story(), accountable: null }]).at(-1)).toEqual([
      'Use Rework; then have it submitted again, and decide.',
    ]);
  });
});

describe('the comment', () => {
  it('tells each bypass, and once what to do', () => {
    const [one, two] = [story(), story({ ...approve, kind: 'not permitted by its gate' })];
    expect(bypassComment([one, two])).toEqual([
      [{ strong: 'Past its gates. ' }, happened(one)],
      [{ strong: 'Past its gates. ' }, happened(two)],
      [{ mention: CLOUD, name: 'Cloud' }, ', ', 'use Rework; then have it submitted again, and decide.'],
    ]);
  });

  it('says nothing of nothing', () => {
    expect(bypassComment([])).toEqual([]);
  });
});
