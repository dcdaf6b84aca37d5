import { describe, expect, it } from '@jest/globals';
import { bypassesOf, isOpen } from '../../../src/domain/bypass/bypass';
import { storyOf } from '../../../src/domain/ticket/story';
import type { Change, HistoryEntry, Ticket } from '../../../src/domain/ticket/ticket';
import { CLOUD_ACCOUNT_REQUEST } from '../../../src/domain/work-types/cloud-account-request/cloud-account-request';
import { CLOUD, ENGINEER, STRANGER } from '../../support/builders/company';
import { aDecision, anEntry, aSubmittedTicket, minute, moved } from '../../support/builders/ticket';

const AWAITING = 'Awaiting approval';
const PLAN = { id: '7', filename: 'plan.pdf', size: 9 };
const { ticket: submitted, decisions } = aSubmittedTicket({ attachments: [PLAN] });

const change = (field: Change['field'], from: string | null = null, to: string | null = null): Change => ({
  field,
  from,
  to,
});

/** The submitted ticket with what became of it. */
function after(now: Partial<Ticket>, ...entries: HistoryEntry[]) {
  const ticket = { ...submitted, ...now, history: [...submitted.history, ...entries] };
  return bypassesOf(storyOf(ticket, CLOUD_ACCOUNT_REQUEST, decisions), []);
}

const RENAMED = { summary: 'An account for everyone' };
const renaming = anEntry(2, STRANGER, change('summary'));

describe('a change behind the lock', () => {
  it.each<[string, Change, Partial<Ticket>, string]>([
    ['the summary', change('summary'), RENAMED, 'Summary'],
    [
      'the description',
      change('description'),
      { description: { type: 'doc', version: 1, content: [1] } },
      'Description',
    ],
    ['a file that was submitted', change('attachment', '7'), { attachments: [] }, 'plan.pdf'],
    [
      'a field',
      change('environment', 'Production', 'Sandbox'),
      { fields: { ...submitted.fields, environment: 'Sandbox' } },
      'Environment',
    ],
  ])('of %s is found, by whom and where', (_, made, now, changed) => {
    const found = after(now, anEntry(2, STRANGER, made));
    expect(found).toMatchObject([
      { kind: 'changed behind the lock', actor: STRANGER, change: '2', to: AWAITING, changed: [changed] },
    ]);
    expect(found.map(isOpen)).toEqual([true]);
  });

  it.each<[string, Change]>([
    ['a file that was added', change('attachment', null, '8')],
    ['a file that was added later is taken off again', change('attachment', '8')],
    ['what decides nothing', change('accountId', null, '1')],
    ['what Remit writes', change('accountable', CLOUD, STRANGER)],
    ['labels', change('other')],
  ])('is none where it is about %s', (_, made) => {
    expect(after({}, anEntry(2, STRANGER, made))).toEqual([]);
  });

  it('is found where a transition brought it along, unless its screen asks for it', () => {
    const approve = moved(AWAITING, 'Approved');
    const entry = anEntry(2, CLOUD, approve, change('summary'));
    const ticket = { ...submitted, ...RENAMED, status: 'Approved', history: [...submitted.history, entry] };
    const approval = aDecision(ticket, 'Approve', { at: minute(1.5), newestChange: '1' });
    const found = (permitted: boolean) =>
      bypassesOf(
        storyOf(ticket, CLOUD_ACCOUNT_REQUEST, permitted ? [...decisions, approval] : decisions),
        [],
      ).map(({ kind, to }) => [kind, to]);
    expect(found(true)).toEqual([['changed behind the lock', AWAITING]]);
    // one entry of the history is one bypass
    expect(found(false)).toEqual([['not permitted by its gate', 'Approved']]);
    const submitting = anEntry(
      1,
      ENGINEER,
      moved('Requested', AWAITING),
      change('environment'),
      change('summary'),
    );
    expect(
      bypassesOf(storyOf({ ...submitted, history: [submitting] }, CLOUD_ACCOUNT_REQUEST, decisions), []),
    ).toEqual([]);
  });

  it('is none before the ticket is submitted, nor after Rework, nor in an import that nothing was decided of', () => {
    expect(
      after(
        { ...RENAMED, status: 'Requested' },
        anEntry(2, CLOUD, moved(AWAITING, 'Requested')),
        anEntry(3, ENGINEER, change('summary')),
      ),
    ).toMatchObject([]);
    const imported = { ...submitted, ...RENAMED, history: [...submitted.history, renaming] };
    const kinds = bypassesOf(storyOf(imported, CLOUD_ACCOUNT_REQUEST, []), []).map(({ kind }) => kind);
    expect(kinds).toEqual(['not permitted by its gate']);
  });

  it('is over once all of it is changed back, and stays on record', () => {
    const back = anEntry(3, STRANGER, change('summary'));
    const found = after({}, renaming, back);
    expect(found.map(({ change: entry }) => entry)).toEqual(['2', '3']);
    expect(found.map(isOpen)).toEqual([false, false]);
    expect(after(RENAMED, anEntry(2, STRANGER, change('description')), back).map(isOpen)).toEqual([
      true,
      true,
    ]);
  });

  it.each([
    ['Rework', 'Requested'],
    ['Reject', 'Rejected'],
    ['Withdraw', 'Withdrawn'],
  ])('is over once %s leaves the decision behind', (_, to) => {
    const found = after({ ...RENAMED, status: to }, renaming, anEntry(3, CLOUD, moved(AWAITING, to)));
    expect(found).toMatchObject([{ resolvedBy: { change: '3' } }]);
  });

  it('is over once a gate has found everything as it was, whatever is edited where one may', () => {
    const entries = [
      renaming,
      anEntry(3, STRANGER, change('summary')),
      anEntry(4, CLOUD, moved(AWAITING, 'Approved')),
    ];
    const ticket = { ...submitted, status: 'Approved', history: [...submitted.history, ...entries] };
    const approval = aDecision(ticket, 'Approve', { at: minute(3.5), newestChange: '3' });
    const found = (permitted: boolean) =>
      bypassesOf(
        storyOf(ticket, CLOUD_ACCOUNT_REQUEST, permitted ? [...decisions, approval] : decisions),
        [],
      ).filter(({ kind }) => kind === 'changed behind the lock');
    expect(found(true).map(({ resolvedBy }) => resolvedBy?.change)).toEqual(['4', '4']);
    expect(found(false).map(({ resolvedBy }) => resolvedBy)).toEqual([null, null]);
  });
});
