import { describe, expect, it } from '@jest/globals';
import type { GateDecision } from '../../../src/domain/decision/decision';
import { plus } from '../../../src/domain/shared/instant';
import { observedTransitions } from '../../../src/domain/ticket/observed-transition';
import type { Change, HistoryEntry, Ticket } from '../../../src/domain/ticket/ticket';
import { CLOUD_ACCOUNT_REQUEST } from '../../../src/domain/work-types/cloud-account-request/cloud-account-request';
import { CLOUD, ENGINEER, STRANGER } from '../../support/builders/company';
import { aDecision, anEntry, aTicket, minute, moved } from '../../support/builders/ticket';
import fc from 'fast-check';

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

describe('the link between a decision and its transition', () => {
  it.each<[string, Partial<GateDecision>]>([
    ['a refusal', { verdict: 'refuse', snapshot: null }],
    ['an allow for another transition', { transition: 'Provision', from: 'Approved', to: 'Provisioned' }],
    ['an allow for one of its name from elsewhere', { from: 'Requested' }],
    ['an allow for one of its name to elsewhere', { to: 'Rejected' }],
    ['an allow that was given later', { at: minute(10.1) }],
    ['an allow that no one used within ten minutes', { at: minute(-1.01) }],
    ['an allow that already knew of the transition', { newestChange: '9' }],
    ['an allow that knew of something after it', { newestChange: '10' }],
    ['an allow on a history that is not this one', { newestChange: 'gone' }],
    ['an allow from before the ticket was submitted', { newestChange: null }],
  ])('is not made with %s', (_, overrides) => {
    const { ticket, decision } = approvedAfter([]);
    const later = {
      ...ticket,
      history: [...ticket.history, anEntry(10, STRANGER, { field: 'other', from: null, to: null })],
    };
    expect(observe(later, [{ ...decision, ...overrides }]).at(-1)?.decision).toBeNull();
    expect(observe(later, [decision]).at(-1)?.decision).toEqual(decision);
  });

  it('is made with an allow that is used within ten minutes', () => {
    const { ticket, decision } = approvedAfter([]);
    const late = { ...decision, at: minute(-1) };
    expect(observe(ticket, [late]).at(-1)?.decision).toEqual(late);
  });

  it('is made whatever the transition was called when it was allowed', () => {
    const { ticket, decision } = approvedAfter([]);
    const renamed = { ...decision, transition: 'Agree' };
    expect(observe(ticket, [renamed]).at(-1)?.decision).toEqual(renamed);
  });

  it('is not made with an allow that saw what this ticket never went through', () => {
    const ticket = aTicket({ status: AWAITING, history: [submit] });
    const linked = (newestChange: string | null) =>
      observe(ticket, [aDecision(ticket, 'Submit', { newestChange })]).at(-1)?.decision;
    expect(linked(null)).not.toBeNull();
    expect(linked('gone')).toBeNull();
  });

  it('is broken by a move to another space, and by anything decisive that changed beside other things', () => {
    const away: Change = { field: 'space', from: 'Governance', to: 'Shop' };
    const beside: Change[] = [
      { field: 'other', from: null, to: 'x' },
      { field: 'environment', from: 'Production', to: 'Sandbox' },
    ];
    const linked = (...changes: Change[]) => {
      const { ticket, decision } = approvedAfter([anEntry(2, STRANGER, ...changes)]);
      return observe(ticket, [decision]).at(-1)?.decision;
    };
    expect(linked({ field: 'other', from: null, to: 'x' })).not.toBeNull();
    expect(linked(away)).toBeNull();
    expect(linked(...beside)).toBeNull();
  });

  it('allows for clocks that differ by a minute, and no more', () => {
    const { ticket, decision } = approvedAfter([]);
    const at = (ms: number) => observe(ticket, [{ ...decision, at: plus(minute(9), ms) }]).at(-1)?.decision;
    expect(at(60_000)).not.toBeNull();
    expect(at(60_001)).toBeNull();
  });

  it('is with the latest allow of several, whatever their order', () => {
    const { ticket, decision } = approvedAfter([]);
    const older = { ...decision, id: 'older', at: minute(1.2) };
    const newer = { ...decision, id: 'newer', at: minute(1.8) };
    for (const decisions of [
      [older, decision, newer],
      [newer, decision, older],
      [decision, newer, older],
    ])
      expect(observe(ticket, decisions).at(-1)?.decision?.id).toBe('newer');
  });

  it('is with the same one of two at one instant, whatever their order', () => {
    const { ticket, decision } = approvedAfter([]);
    const [a, b] = [
      { ...decision, id: 'a' },
      { ...decision, id: 'b' },
    ];
    expect(observe(ticket, [a, b]).at(-1)?.decision?.id).toBe('b');
    expect(observe(ticket, [b, a]).at(-1)?.decision?.id).toBe('b');
  });

  const decisive = [
    'reporter',
    'accountable',
    'responsibility',
    'summary',
    'description',
    ...CLOUD_ACCOUNT_REQUEST.decidingFields,
  ] as const;
  it.each(decisive)('of an approval is broken by a change of %s in between', field => {
    const { ticket, decision } = approvedAfter([anEntry(5, STRANGER, { field, from: 'a', to: 'b' })]);
    expect(observe(ticket, [decision]).at(-1)?.decision).toBeNull();
    expect(observe(ticket, [{ ...decision, newestChange: '5' }]).at(-1)?.decision).not.toBeNull();
  });

  it.each(['performer', 'accountableRole', 'contentHash', 'accountId', 'other'] as const)(
    'is not broken by a change of %s',
    field => {
      const { ticket, decision } = approvedAfter([anEntry(5, STRANGER, { field, from: 'a', to: 'b' })]);
      expect(observe(ticket, [decision]).at(-1)?.decision).toEqual(decision);
    },
  );

  it('is broken where a file was removed, which may have been decided on, and not where one was added', () => {
    const link = (from: string | null, to: string | null) => {
      const { ticket, decision } = approvedAfter([anEntry(5, STRANGER, { field: 'attachment', from, to })]);
      return observe(ticket, [decision]).at(-1)?.decision;
    };
    expect(link('7', null)).toBeNull();
    expect(link(null, '7')).not.toBeNull();
  });

  it('of an approval is broken when the ticket went back and came again', () => {
    const { ticket, decision } = approvedAfter([
      anEntry(5, CLOUD, moved(AWAITING, 'Requested')),
      anEntry(6, ENGINEER, moved('Requested', AWAITING)),
    ]);
    expect(observe(ticket, [decision]).at(-1)?.decision).toBeNull();
  });

  it('of a Submit survives that the ticket is being routed meanwhile: it binds no one', () => {
    const routed = anEntry(
      1,
      'acc-app',
      { field: 'accountable', from: null, to: CLOUD },
      { field: 'responsibility', from: null, to: 'row @ v1' },
    );
    const ticket = aTicket({
      status: AWAITING,
      history: [routed, anEntry(2, ENGINEER, moved('Requested', AWAITING))],
    });
    expect(observe(ticket, [aDecision(ticket, 'Submit')]).at(-1)?.decision).not.toBeNull();
  });

  it('is broken by any decisive entry in between, however many others there are', () => {
    const field = fc.constantFrom('other' as const, 'contentHash' as const, ...decisive);
    fc.assert(
      fc.property(fc.array(field, { maxLength: 5 }), fields => {
        const between = fields.map((name, at) =>
          anEntry(at + 2, STRANGER, { field: name, from: 'a', to: 'b' }),
        );
        const { ticket, decision } = approvedAfter(between);
        const isBroken = fields.some(name => name !== 'other' && name !== 'contentHash');
        expect(observe(ticket, [decision]).at(-1)?.decision === null).toBe(isBroken);
      }),
    );
  });
});
