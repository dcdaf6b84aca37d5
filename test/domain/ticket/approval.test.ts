import { describe, expect, it } from '@jest/globals';
import type { GateDecision } from '../../../src/domain/decision/decision';
import { isApproval } from '../../../src/domain/ticket/observed-transition';
import { storyOf } from '../../../src/domain/ticket/story';
import type { Ticket } from '../../../src/domain/ticket/ticket';
import { CLOUD_ACCOUNT_REQUEST } from '../../../src/domain/work-types/cloud-account-request/cloud-account-request';
import { CISO, CLOUD, ENGINEER, STRANGER } from '../../support/builders/company';
import {
  aDecision,
  anEntry,
  anApprovedTicket,
  aSnapshot,
  aSubmittedTicket,
  aTicket,
  moved,
} from '../../support/builders/ticket';
import fc from 'fast-check';

const storyIn = (ticket: Ticket, decisions: readonly GateDecision[]) =>
  storyOf(ticket, CLOUD_ACCOUNT_REQUEST, decisions);

const AWAITING = 'Awaiting approval';
const submit = anEntry(1, ENGINEER, moved('Requested', AWAITING));
const approve = (id: number, actor = CLOUD) => anEntry(id, actor, moved(AWAITING, 'Approved'));

describe('isApproval', () => {
  const latest = (ticket: Ticket, decisions: readonly GateDecision[]) => {
    const observed = storyIn(ticket, decisions).latest;
    return observed !== undefined && isApproval(observed);
  };

  it('is an Approve by the person its gate named', () => {
    const { ticket, decisions } = anApprovedTicket();
    expect(latest(ticket, decisions)).toBe(true);
  });

  it('is not one by anyone else', () => {
    const { ticket, decisions } = anApprovedTicket();
    const history = [submit, approve(2, STRANGER)];
    expect(latest({ ...ticket, history }, decisions)).toBe(false);
  });

  it('is not one that no gate permitted', () => {
    const { ticket, decisions } = anApprovedTicket();
    expect(latest(ticket, decisions.slice(0, 1))).toBe(false);
  });

  it('is not one whose gate named no one', () => {
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

  it('exists only when the person who moved the ticket is the one the gate named', () => {
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

describe('the submission and the latest transition of a story', () => {
  it('are the newest of their kind', () => {
    const history = [
      submit,
      anEntry(2, CLOUD, moved(AWAITING, 'Requested')),
      anEntry(3, ENGINEER, moved('Requested', AWAITING)),
      approve(4),
    ];
    const { submission, latest } = storyIn(aTicket({ history }), []);
    expect(submission?.change).toBe('3');
    expect(latest?.change).toBe('4');
  });

  it('are nothing on a ticket that never moved', () => {
    expect(storyIn(aTicket(), [])).toMatchObject({ submission: undefined, latest: undefined });
    const { ticket } = aSubmittedTicket({ history: [anEntry(1, CLOUD, moved('Requested', 'Withdrawn'))] });
    expect(storyIn(ticket, []).submission).toBeUndefined();
  });
});
