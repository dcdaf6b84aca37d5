import { describe, expect, it } from '@jest/globals';
import { whoCould, type RoutedStory } from '../../../src/domain/bypass/who-could';
import { plus } from '../../../src/domain/shared/instant';
import type { ObservedTransition } from '../../../src/domain/ticket/observed-transition';
import type { Change, HistoryEntry } from '../../../src/domain/ticket/ticket';
import type { Transition, Who } from '../../../src/domain/work-type/work-type';
import { APP, CEO, CISO, CLOUD, ENGINEER, OWNER, ROBOT, SECOPS } from '../../support/builders/company';
import { aRoute } from '../../support/builders/matrix';
import { aDecision, anEntry, aRoutedTicket, aSnapshot, minute, moved } from '../../support/builders/ticket';

const NEVER_BENEFICIARY = 'accountable or performer, never the beneficiary';
const made = moved('Awaiting approval', 'Rejected');
const change = (field: Change['field'], from: string | null, to: string | null): Change => ({
  field,
  from,
  to,
});

interface Told {
  who?: Who;
  before?: readonly HistoryEntry[];
  since?: readonly HistoryEntry[];
  routings?: RoutedStory['routings'];
  decision?: ObservedTransition['decision'];
  beneficiary?: string | null;
  /** Set by the transition itself. */
  screen?: Change;
}

/** Who could make the transition of minute 10, on a ticket that now stands with Cloud, and App as its performer. */
function could({ who = 'accountable', before = [], since = [], routings = [], ...told }: Told = {}) {
  const own = anEntry(10, OWNER, ...(told.screen ? [told.screen] : []), made);
  const history = [...before, own, ...since];
  const ticket = aRoutedTicket({ history, fields: { beneficiary: told.beneficiary ?? null } });
  const transition: Transition = {
    name: 'Reject',
    from: 'Awaiting approval',
    to: 'Rejected',
    means: 'reject',
    screenFields: [],
    who,
    gates: [],
  };
  return whoCould({ ticket, routings }, transition, {
    change: '10',
    at: minute(10),
    actor: OWNER,
    from: 'Awaiting approval',
    to: 'Rejected',
    transition,
    decision: told.decision ?? null,
  });
}

describe('whoCould', () => {
  const ticket = aRoutedTicket();
  const named = (holder: string | null) =>
    aDecision(ticket, 'Approve', { snapshot: aSnapshot(ticket, { holder }) });

  it('names the gate’s decision names, and no one else', () => {
    expect(could({ decision: named(CISO) })).toEqual({ now: [CISO], about: [] });
  });

  it('goes by the condition where the decision names no one, or the condition asks for more people', () => {
    expect(could({ decision: named(null) })).toEqual({ now: [CLOUD], about: [] });
    expect(could({ who: 'accountable or performer', decision: named(CISO) })).toMatchObject({
      now: [CLOUD, APP],
    });
  });

  it('says that anyone who could edit the ticket could make what is left to them, whatever was decided', () => {
    expect(could({ who: 'editor' })).toBe('editors');
    expect(could({ who: 'editor', decision: named(CISO) })).toBe('editors');
  });

  it('names the creator where the creator may, and no one where the app alone may', () => {
    expect(could({ who: 'creator or accountable' })).toMatchObject({ now: [ENGINEER, CLOUD] });
    expect(could({ who: 'app' })).toEqual({ now: [], about: [] });
  });

  it.each<[string, Who, Change[], string[]]>([
    ['Accountable', 'accountable', [change('accountable', CISO, CLOUD)], [CISO]],
    ['Accountable, empty then', 'accountable', [change('accountable', null, CLOUD)], []],
    ['Performer', 'accountable or performer', [change('performer', SECOPS, APP)], [CLOUD, SECOPS]],
    ['the beneficiary', NEVER_BENEFICIARY, [change('beneficiary', CLOUD, null)], [APP]],
    ['anything else', 'accountable', [change('other', CISO, CLOUD)], [CLOUD]],
  ])('reads %s as it stood then, though it has changed since', (_, who, changes, now) => {
    const since = [anEntry(20, ROBOT, ...changes), anEntry(30, ROBOT, change('other', null, 'x'))];
    expect(could({ who, since })).toEqual({ now, about: [] });
  });

  it('reads what stood there before the transition’s own screen set it', () => {
    expect(could({ screen: change('accountable', CISO, CLOUD) })).toEqual({ now: [CISO], about: [] });
  });

  it('of several changes since takes back the first, which came next', () => {
    const since = [
      anEntry(20, ROBOT, change('accountable', CISO, CEO)),
      anEntry(30, ROBOT, change('accountable', CEO, CLOUD)),
    ];
    expect(could({ since })).toMatchObject({ now: [CISO] });
  });

  it('reads a beneficiary who stands there now, too', () => {
    expect(could({ who: NEVER_BENEFICIARY, beneficiary: CLOUD })).toEqual({ now: [APP], about: [] });
  });

  describe('Jira may have looked at what stood there', () => {
    const rewritten = (id: number, ms: number, from: string, to: string): HistoryEntry => ({
      ...anEntry(id, ROBOT, change('accountable', from, to)),
      at: plus(minute(10), ms),
    });

    it('within the minute before, at each change of it', () => {
      const before = [
        rewritten(7, -60_001, SECOPS, ENGINEER),
        rewritten(8, -60_000, ENGINEER, CISO),
        rewritten(9, -1, CISO, CLOUD),
      ];
      expect(could({ before })).toEqual({ now: [CLOUD], about: [ENGINEER, CISO] });
    });

    it('and no longer ago', () => {
      expect(could({ before: [rewritten(9, -60_001, CISO, CLOUD)] })).toEqual({ now: [CLOUD], about: [] });
    });
  });

  describe('by the app’s own record of the route', () => {
    const routed = (ms: number, accountable: string) => ({
      at: plus(minute(10), ms),
      route: aRoute({ accountable }),
    });
    const unrouted = (ms: number) => ({ at: plus(minute(10), ms), route: null });

    it('it is the latest by then, and those of the minute around it', () => {
      const routings = [
        routed(-900_000, ENGINEER),
        routed(-600_000, CISO),
        routed(60_000, CEO),
        routed(60_001, SECOPS),
      ];
      expect(could({ routings })).toEqual({ now: [CLOUD], about: [CISO, CEO] });
    });

    it('a minute before counts as a minute after does', () => {
      const routings = [routed(-60_001, ENGINEER), routed(-60_000, CISO), routed(-1, CEO)];
      expect(could({ routings })).toMatchObject({ about: [CEO, CISO, CEO] });
    });

    it('is no one where it had no route', () => {
      expect(could({ routings: [unrouted(-600_000)] })).toEqual({ now: [CLOUD], about: [] });
      expect(could({ routings: [routed(-600_000, CISO), unrouted(0)] })).toEqual({ now: [CLOUD], about: [] });
    });
  });
});
