import { describe, expect, it } from '@jest/globals';
import type { GateDecision } from '../../../src/domain/decision/decision';
import { observedTransitions } from '../../../src/domain/ticket/observed-transition';
import type { Change, HistoryEntry, Ticket } from '../../../src/domain/ticket/ticket';
import { CLOUD_ACCOUNT_REQUEST } from '../../../src/domain/work-types/cloud-account-request/cloud-account-request';
import { CLOUD, ENGINEER, STRANGER } from '../../support/builders/company';
import {
  aDecision,
  anEntry,
  anApprovedTicket,
  aTicket,
  minute,
  moved,
  theTransition,
} from '../../support/builders/ticket';

const observe = (ticket: Ticket, decisions: readonly GateDecision[]) =>
  observedTransitions(ticket, CLOUD_ACCOUNT_REQUEST, decisions);

const AWAITING = 'Awaiting approval';
const submit = anEntry(1, ENGINEER, moved('Requested', AWAITING));
const approve = (id: number, actor = CLOUD) => anEntry(id, actor, moved(AWAITING, 'Approved'));

/** A ticket that was submitted, then changed as given, then approved; its Approve was permitted after the Submit. */
function approvedAfter(between: readonly HistoryEntry[], newestChange: string | null = '1') {
  const ticket = aTicket({ status: 'Approved', history: [submit, ...between, approve(9)] });
  return { ticket, decision: aDecision(ticket, 'Approve', { at: minute(1.5), newestChange }) };
}

describe('observedTransitions', () => {
  it('are the changes of status, oldest first, each with the decision that permitted it', () => {
    const { ticket, decisions } = anApprovedTicket();
    const noise = anEntry(0, STRANGER, { field: 'other', from: null, to: null });
    expect(observe({ ...ticket, history: [noise, ...ticket.history] }, decisions)).toEqual([
      {
        change: '1',
        at: minute(1),
        actor: ENGINEER,
        from: 'Requested',
        to: AWAITING,
        transition: theTransition('Submit'),
        decision: decisions[0],
      },
      {
        change: '2',
        at: minute(2),
        actor: CLOUD,
        from: AWAITING,
        to: 'Approved',
        transition: theTransition('Approve'),
        decision: decisions[1],
      },
    ]);
  });

  it('find the change of status among the others of its entry', () => {
    const entry = anEntry(
      1,
      ENGINEER,
      { field: 'environment', from: null, to: 'Sandbox' },
      moved('Requested', AWAITING),
    );
    const ticket = aTicket({ history: [entry] });
    expect(observe(ticket, [aDecision(ticket, 'Submit')])[0]).toMatchObject({
      transition: { name: 'Submit' },
      decision: { verdict: 'allow' },
    });
  });

  it('have no name and no decision where the workflow has no such transition', () => {
    const ticket = aTicket({ history: [anEntry(1, STRANGER, moved('Requested', 'Approved'))] });
    const decisions = [aDecision(ticket, 'Approve'), aDecision(ticket, 'Submit')];
    expect(observe(ticket, decisions)).toMatchObject([{ transition: null, decision: null, actor: STRANGER }]);
  });

  it.each([
    ['its work type', { field: 'workType', from: 'Access request', to: 'Cloud account request' }],
    ['its space', { field: 'space', from: 'Elsewhere', to: 'Governance' }],
  ] satisfies [string, Change][])('have no decision from before the ticket changed %s', (_, change) => {
    const { ticket, decisions } = anApprovedTicket();
    const linked = expect.objectContaining({ verdict: 'allow' }) as unknown;
    expect(observe(ticket, decisions)).toMatchObject([{ decision: linked }, { decision: linked }]);
    const history = [...ticket.history, anEntry(3, STRANGER, change)];
    expect(observe({ ...ticket, history }, decisions)).toMatchObject([
      { transition: { name: 'Submit' }, decision: null },
      { transition: { name: 'Approve' }, decision: null },
    ]);
  });

  it('have no decision that was given before the ticket changed its work type', () => {
    const change: Change = { field: 'workType', from: 'Access request', to: 'Cloud account request' };
    const { ticket, decision } = approvedAfter([anEntry(2, STRANGER, change)]);
    expect(observe(ticket, [decision])[1]).toMatchObject({ transition: { name: 'Approve' }, decision: null });
  });

  it('are no transition when a move brought the status with it', () => {
    const move: Change = { field: 'space', from: 'Elsewhere', to: 'Governance' };
    const ticket = aTicket({ history: [submit, anEntry(2, CLOUD, move, moved(AWAITING, 'Approved'))] });
    const decision = aDecision(ticket, 'Approve', { newestChange: '1', at: minute(1) });
    expect(observe(ticket, [decision])[1]).toMatchObject({ transition: null, decision: null });
  });

  it('have no decision that was made of another work type', () => {
    const { ticket, decisions } = anApprovedTicket();
    const others = decisions.map(decision => ({ ...decision, workType: 'Access request' }));
    expect(observe(ticket, others)).toMatchObject([{ decision: null }, { decision: null }]);
  });

  it('have no decision when none was made', () => {
    expect(observe(aTicket({ history: [submit] }), [])).toMatchObject([
      { transition: { name: 'Submit' }, decision: null },
    ]);
  });

  it('leave out entries that name no status', () => {
    const half: Change[] = [{ field: 'status', from: null, to: AWAITING }];
    const other: Change[] = [{ field: 'status', from: AWAITING, to: null }];
    expect(
      observe(aTicket({ history: [anEntry(1, ENGINEER, ...half), anEntry(2, ENGINEER, ...other)] }), []),
    ).toEqual([]);
  });
});
