import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { GateDecision } from '../../../src/domain/decision/decision';
import { plus } from '../../../src/domain/shared/instant';
import {
  isApproval,
  latestSubmit,
  latestTransition,
  observedTransitions,
} from '../../../src/domain/ticket/observed-transition';
import type { Change, HistoryEntry, Ticket } from '../../../src/domain/ticket/ticket';
import { CLOUD_ACCOUNT_REQUEST } from '../../../src/domain/catalogue/cloud-account-request';
import { CISO, CLOUD, ENGINEER, STRANGER } from '../../support/builders/company';
import {
  aDecision,
  anEntry,
  anApprovedTicket,
  aSnapshot,
  aSubmittedTicket,
  aTicket,
  minute,
  moved,
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
        transition: 'Submit',
        decision: decisions[0],
      },
      {
        change: '2',
        at: minute(2),
        actor: CLOUD,
        from: AWAITING,
        to: 'Approved',
        transition: 'Approve',
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
      transition: 'Submit',
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
      { transition: 'Submit', decision: null },
      { transition: 'Approve', decision: null },
    ]);
  });

  it('have no decision that was given before the ticket changed its work type', () => {
    const change: Change = { field: 'workType', from: 'Access request', to: 'Cloud account request' };
    const { ticket, decision } = approvedAfter([anEntry(2, STRANGER, change)]);
    expect(observe(ticket, [decision])[1]).toMatchObject({ transition: 'Approve', decision: null });
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
      { transition: 'Submit', decision: null },
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

describe('the link between a decision and its transition', () => {
  it.each<[string, Partial<GateDecision>]>([
    ['a refusal', { verdict: 'refuse', snapshot: null }],
    ['an allow for another transition', { transition: 'Provision' }],
    ['an allow that was given later', { at: minute(10.1) }],
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

  it('of an approval is broken when the ticket went back and came again', () => {
    const { ticket, decision } = approvedAfter([
      anEntry(5, CLOUD, moved(AWAITING, 'Requested')),
      anEntry(6, ENGINEER, moved('Requested', AWAITING)),
    ]);
    expect(observe(ticket, [decision]).at(-1)?.decision).toBeNull();
  });

  it('of a Submit survives that the ticket is being routed meanwhile: it binds nobody', () => {
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

describe('isApproval', () => {
  const latest = (ticket: Ticket, decisions: readonly GateDecision[]) => {
    const observed = latestTransition(observe(ticket, decisions));
    return observed !== undefined && isApproval(observed);
  };

  it('is an Approve by the person whom its gate named', () => {
    const { ticket, decisions } = anApprovedTicket();
    expect(latest(ticket, decisions)).toBe(true);
  });

  it('is not one by anybody else', () => {
    const { ticket, decisions } = anApprovedTicket();
    const history = [submit, approve(2, STRANGER)];
    expect(latest({ ...ticket, history }, decisions)).toBe(false);
  });

  it('is not one that no gate permitted', () => {
    const { ticket, decisions } = anApprovedTicket();
    expect(latest(ticket, decisions.slice(0, 1))).toBe(false);
  });

  it('is not one whose gate named nobody', () => {
    const { ticket, decisions } = anApprovedTicket();
    const nobody = decisions.map(decision => ({
      ...decision,
      snapshot: aSnapshot(ticket, { holder: null }),
    }));
    expect(latest(ticket, nobody)).toBe(false);
  });

  it('is not another transition by that person', () => {
    const ticket = aTicket({ status: AWAITING, history: [anEntry(1, CLOUD, moved('Requested', AWAITING))] });
    expect(latest(ticket, [aDecision(ticket, 'Submit')])).toBe(false);
  });

  it('exists only when the person who moved the ticket is the one whom the gate named', () => {
    const someone = fc.constantFrom(CLOUD, CISO, STRANGER, ENGINEER);
    fc.assert(
      fc.property(someone, fc.option(someone), fc.boolean(), (actor, holder, isAllowed) => {
        const ticket = aTicket({ status: 'Approved', history: [submit, approve(2, actor)] });
        const decision = aDecision(ticket, 'Approve', {
          newestChange: '1',
          verdict: isAllowed ? 'allow' : 'refuse',
          snapshot: aSnapshot(ticket, { holder }),
        });
        expect(latest(ticket, [decision])).toBe(isAllowed && actor === holder);
      }),
    );
  });
});

describe('latestSubmit and latestTransition', () => {
  it('are the newest of their kind', () => {
    const history = [
      submit,
      anEntry(2, CLOUD, moved(AWAITING, 'Requested')),
      anEntry(3, ENGINEER, moved('Requested', AWAITING)),
      approve(4),
    ];
    const observed = observe(aTicket({ history }), []);
    expect(latestSubmit(observed)?.change).toBe('3');
    expect(latestTransition(observed)?.change).toBe('4');
  });

  it('are nothing on a ticket that never moved', () => {
    expect(latestSubmit([])).toBeUndefined();
    expect(latestTransition([])).toBeUndefined();
    const { ticket } = aSubmittedTicket({ history: [anEntry(1, CLOUD, moved('Requested', 'Withdrawn'))] });
    expect(latestSubmit(observe(ticket, []))).toBeUndefined();
  });
});
