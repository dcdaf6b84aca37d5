import { describe, expect, it } from '@jest/globals';
import type { GateDecision } from '../../../src/domain/decision/decision';
import { evidenceId, ticketSubject } from '../../../src/domain/evidence/evidence-entry';
import { plus, type Instant } from '../../../src/domain/shared/instant';
import { bypassesOf, openBypasses } from '../../../src/domain/bypass/bypass';
import { storyOf } from '../../../src/domain/ticket/story';
import type { Change, HistoryEntry, Ticket } from '../../../src/domain/ticket/ticket';
import { ACCESS_REQUEST } from '../../../src/domain/work-types/access-request/access-request';
import { CLOUD_ACCOUNT_REQUEST } from '../../../src/domain/work-types/cloud-account-request/cloud-account-request';
import type { TransitionName, WorkType } from '../../../src/domain/work-type/work-type';
import { APP, CISO, CLOUD, ENGINEER, OWNER, ROBOT, STRANGER } from '../../support/builders/company';
import {
  aDecision,
  anApprovedTicket,
  anEntry,
  aRoutedTicket,
  aSnapshot,
  aSubmittedTicket,
  minute,
  moved,
} from '../../support/builders/ticket';

const AWAITING = 'Awaiting approval';
const find = (
  ticket: Ticket,
  decisions: readonly GateDecision[] = [],
  workType: WorkType = CLOUD_ACCOUNT_REQUEST,
) =>
  bypassesOf(storyOf(ticket, workType, decisions), []).map(({ id: _, resolvedBy, ...bypass }) => ({
    ...bypass,
    resolvedBy: resolvedBy?.change ?? null,
  }));
const kinds = (ticket: Ticket, decisions: readonly GateDecision[] = []) =>
  find(ticket, decisions).map(({ kind, change, resolvedBy }) => [kind, change, resolvedBy]);

/** A ticket with a history that ends in a status. */
const after = (status: string, ...history: HistoryEntry[]) => aRoutedTicket({ status, history });
const allow = (ticket: Ticket, transition: TransitionName, newestChange: string | null, at: number) =>
  aDecision(ticket, transition, { newestChange, at: minute(at) });

/** Submitted with permission; then what is given. */
function submittedAnd(status: string, ...later: HistoryEntry[]) {
  const { ticket, decisions } = aSubmittedTicket();
  return { ticket: { ...ticket, status, history: [...ticket.history, ...later] }, decisions };
}

describe('bypassesOf', () => {
  it('finds nothing where every step had its permission and its person', () => {
    expect(find(aRoutedTicket())).toEqual([]);
    for (const { ticket, decisions } of [aSubmittedTicket(), anApprovedTicket()])
      expect(find(ticket, decisions)).toEqual([]);
  });

  it('finds a change of status that the workflow does not have', () => {
    const ticket = after('Approved', anEntry(1, STRANGER, moved('Requested', 'Approved')));
    expect(find(ticket)).toEqual([
      {
        kind: 'not in the workflow',
        change: '1',
        at: minute(1),
        actor: STRANGER,
        from: 'Requested',
        to: 'Approved',
        transition: null,
        expected: [],
        changed: [],
        resolvedBy: null,
        isUndone: false,
      },
    ]);
  });

  it.each<[TransitionName, string, string]>([
    ['Submit', 'Requested', AWAITING],
    ['Approve', AWAITING, 'Approved'],
    ['Provision', 'Approved', 'Provisioned'],
  ])('finds a %s that its gate had not permitted, no matter who made it', (transition, from, to) => {
    const began = anEntry(1, ENGINEER, moved('Requested', from));
    const ticket = after(to, ...(from === 'Requested' ? [] : [began]), anEntry(2, CLOUD, moved(from, to)));
    expect(find(ticket).at(-1)).toMatchObject({ kind: 'not permitted by its gate', transition, change: '2' });
  });

  it.each([STRANGER, ENGINEER, ROBOT])(
    'finds an Approve that the gate had permitted to another, by %s',
    actor => {
      const { ticket, decisions } = submittedAnd('Approved', anEntry(2, actor, moved(AWAITING, 'Approved')));
      const permitted = [...decisions, allow(ticket, 'Approve', '1', 1.5)];
      expect(find(ticket, permitted)).toMatchObject([
        { kind: 'made by someone else', actor, expected: [CLOUD] },
      ]);
    },
  );

  it('goes by the decision and not by the field where a gate has named the person', () => {
    const { ticket, decisions } = submittedAnd('Approved', anEntry(2, CISO, moved(AWAITING, 'Approved')));
    const snapshot = aSnapshot(ticket, { holder: CISO });
    expect(find(ticket, [...decisions, { ...allow(ticket, 'Approve', '1', 1.5), snapshot }])).toEqual([]);
  });

  it.each<[string, string, string, string[]]>([
    ['Reject', AWAITING, 'Rejected', [CLOUD]],
    ['Rework', AWAITING, 'Requested', [CLOUD]],
    ['Withdraw', AWAITING, 'Withdrawn', [ENGINEER, CLOUD]],
  ])('finds a %s by someone else than those who may', (_, from, to, may) => {
    const by = (actor: string) => submittedAnd(to, anEntry(2, actor, moved(from, to)));
    for (const actor of may) expect(find(by(actor).ticket, by(actor).decisions)).toEqual([]);
    const { ticket, decisions } = by(STRANGER);
    expect(find(ticket, decisions)).toMatchObject([{ kind: 'made by someone else', expected: may }]);
  });

  it('knows that the creator may rework what was approved, and not what waits', () => {
    const reworked = (from: string) => {
      const { ticket, decisions } = from === 'Approved' ? anApprovedTicket() : aSubmittedTicket();
      const history = [...ticket.history, anEntry(3, ENGINEER, moved(from, 'Requested'))];
      return find({ ...ticket, status: 'Requested', history }, decisions);
    };
    expect(reworked('Approved')).toEqual([]);
    expect(reworked(AWAITING)).toMatchObject([{ kind: 'made by someone else', expected: [CLOUD] }]);
  });

  it('finds that a beneficiary granted access to themselves', () => {
    const grant = (actor: string) => {
      const ticket = aRoutedTicket({
        workType: ACCESS_REQUEST.name,
        status: 'Granted',
        fields: { beneficiary: APP },
        appFields: { performer: APP },
        history: [
          anEntry(1, ENGINEER, moved('Requested', AWAITING)),
          anEntry(2, CLOUD, moved(AWAITING, 'Approved')),
          anEntry(3, actor, moved('Approved', 'Granted')),
        ],
      });
      const decisions = [
        allow(ticket, 'Submit', null, 0),
        allow(ticket, 'Approve', '1', 1.5),
        allow(ticket, 'Grant', '2', 2.5),
      ];
      return find(ticket, decisions, ACCESS_REQUEST);
    };
    expect(grant(CLOUD)).toEqual([]);
    expect(grant(APP)).toMatchObject([{ kind: 'made by someone else', expected: [CLOUD] }]);
  });

  describe('who may is read as it stood then', () => {
    const rerouted = (id: number, from: string, to: string): HistoryEntry =>
      anEntry(id, ROBOT, { field: 'accountable', from, to });

    it('though the ticket was routed to someone else since', () => {
      const { ticket, decisions } = submittedAnd(
        'Rejected',
        anEntry(2, CISO, moved(AWAITING, 'Rejected')),
        rerouted(3, CISO, CLOUD),
      );
      expect(find(ticket, decisions)).toEqual([]);
    });

    it('and the person who was replaced within the minute before is not accused', () => {
      const story = (ms: number) => {
        const before = rerouted(2, CISO, CLOUD);
        const at = plus(before.at, ms);
        const reject = { ...anEntry(3, CISO, moved(AWAITING, 'Rejected')), at };
        const { ticket, decisions } = submittedAnd('Rejected', before, reject);
        return find(ticket, decisions);
      };
      expect(story(60_000)).toEqual([]);
      expect(story(60_001)).toMatchObject([{ kind: 'made by someone else', expected: [CLOUD] }]);
    });
  });

  describe('a ticket that was created in a later status', () => {
    it('is found while it stands there', () => {
      expect(find(after('Approved'))).toMatchObject([
        { kind: 'created in a later status', change: null, actor: ENGINEER, from: null, to: 'Approved' },
      ]);
    });

    it('and by where its first transition left from', () => {
      const ticket = after('Requested', anEntry(1, ENGINEER, moved('Approved', 'Requested')));
      expect(kinds(ticket)).toEqual([['created in a later status', null, '1']]);
    });
  });

  describe('a ticket that was another work type, or in another space', () => {
    const became = (...changes: Change[]) =>
      anEntry(
        3,
        STRANGER,
        { field: 'workType', from: 'Access request', to: 'Cloud account request' },
        ...changes,
      );
    const before = [
      anEntry(1, OWNER, moved('Requested', 'Elsewhere')),
      anEntry(2, OWNER, moved('Elsewhere', 'Approved')),
    ];

    it('is judged from where it arrived, and not by what it was', () => {
      expect(find(after('Approved', ...before, became()))).toMatchObject([
        { kind: 'moved in with a later status', change: '3', actor: STRANGER, from: null, to: 'Approved' },
      ]);
      const withStatus = after('Approved', ...before, became(moved('Elsewhere', 'Approved')));
      expect(find(withStatus)).toMatchObject([{ kind: 'moved in with a later status', from: 'Elsewhere' }]);
    });

    it('is judged by its move though nothing had happened to it before', () => {
      const first = anEntry(1, STRANGER, { field: 'space', from: 'Shop', to: 'Governance' });
      expect(kinds(after('Approved', first))).toEqual([['moved in with a later status', '1', null]]);
    });

    it('passed nothing when it arrived at the beginning', () => {
      expect(find(after('Requested', ...before, became(moved('Approved', 'Requested'))))).toEqual([]);
    });

    it('is left where it was by coming back: what had been decided is not known to hold', () => {
      const { ticket, decisions } = anApprovedTicket();
      const away: Change = { field: 'space', from: 'Governance', to: 'Shop' };
      const back: Change = { field: 'space', from: 'Shop', to: 'Governance' };
      const history = [...ticket.history, anEntry(3, STRANGER, away), anEntry(4, STRANGER, back)];
      expect(kinds({ ...ticket, history }, decisions)).toEqual([['moved in with a later status', '4', null]]);
    });
  });

  describe('a bypass is open', () => {
    const past = anEntry(1, STRANGER, moved('Requested', 'Approved'));
    const open = (ticket: Ticket) =>
      openBypasses(storyOf(ticket, CLOUD_ACCOUNT_REQUEST, []), []).map(({ change }) => change);

    it('until the ticket stands at its beginning again', () => {
      const back = anEntry(2, CLOUD, moved('Approved', 'Requested'));
      expect(kinds(after('Approved', past))).toEqual([['not in the workflow', '1', null]]);
      expect(open(after('Approved', past))).toEqual(['1']);
      expect(kinds(after('Requested', past, back))).toEqual([['not in the workflow', '1', '2']]);
      expect(open(after('Requested', past, back))).toEqual([]);
    });

    it('wherever else it goes', () => {
      const ticket = after('Withdrawn', past, anEntry(2, ENGINEER, moved('Approved', 'Withdrawn')));
      expect(kinds(ticket)).toEqual([['not in the workflow', '1', null]]);
    });

    it('until the next transition, when it led to the beginning itself', () => {
      const back = anEntry(2, STRANGER, moved(AWAITING, 'Requested'));
      const { ticket, decisions } = submittedAnd('Requested', back);
      expect(kinds(ticket, decisions)).toEqual([['made by someone else', '2', null]]);
      const again = [...ticket.history, anEntry(3, ENGINEER, moved('Requested', AWAITING))];
      const resubmitted = { ...ticket, status: AWAITING, history: again };
      expect(kinds(resubmitted, [...decisions, allow(ticket, 'Submit', '2', 2.5)])).toEqual([
        ['made by someone else', '2', '3'],
      ]);
    });
  });

  describe('whose permission is older than what is read of the ticket', () => {
    const { ticket, decisions } = anApprovedTicket();
    const readFrom = { 'Requested > Awaiting approval': minute(60) };
    const found = (recorded: string[], from: Record<string, Instant> = readFrom) => {
      const left = decisions.filter(({ transition }) => transition !== 'Submit');
      const story = storyOf(ticket, CLOUD_ACCOUNT_REQUEST, left, [], from);
      return bypassesOf(story, [], new Set(recorded)).map(({ kind }) => kind);
    };
    const idOf = (kind: string) => {
      const submitted = ticket.history.find(({ changes }) => changes.some(({ to }) => to === AWAITING));
      return evidenceId(kind, ticketSubject(ticket.id), { change: submitted?.id });
    };

    it('was judged when it was observed', () => {
      expect(found([idOf('transition-observed')])).toEqual([]);
      expect(found([idOf('transition-observed'), idOf('gate-bypassed')])).toEqual([
        'not permitted by its gate',
      ]);
    });

    it('is judged now where it was not observed yet, or all permissions were read', () => {
      expect(found([])).toEqual(['not permitted by its gate']);
      expect(found([idOf('transition-observed')], {})).toEqual(['not permitted by its gate']);
      expect(found([idOf('transition-observed')], { 'Requested > Awaiting approval': minute(-60) })).toEqual([
        'not permitted by its gate',
      ]);
    });
  });

  it('has the id of its evidence: of its ticket and of the change', () => {
    const [first, second] = [1, 2].map(id =>
      bypassesOf(
        storyOf(
          after('Approved', anEntry(id, STRANGER, moved('Requested', 'Approved'))),
          CLOUD_ACCOUNT_REQUEST,
          [],
        ),
        [],
      ),
    );
    expect(first?.[0]?.id).toBe(evidenceId('gate-bypassed', ticketSubject('10001'), { change: '1' }));
    expect(first?.[0]?.id).not.toBe(second?.[0]?.id);
  });
});
