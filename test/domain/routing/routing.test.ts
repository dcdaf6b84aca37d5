import { describe, expect, it } from '@jest/globals';
import type { Routing } from '../../../src/domain/routing/routing';
import * as evidence from '../../../src/domain/routing/routing-evidence';
import { asTheyAre, CISO } from '../../support/builders/company';
import { aRoute } from '../../support/builders/matrix';

const ROUTING: Routing = { id: 'one', status: 'Requested', route: aRoute(), refusal: null, previous: null };
const GAP = { code: 'NO_RESPONSIBILITY', domain: 'Governance', activity: '', service: 'AWS' } as const;

const commentMark = (routing: Routing) => evidence.commentMark(routing, asTheyAre);

describe('commentMark', () => {
  it('is one for a routing that is done again, though the ticket has moved on meanwhile', () => {
    const again = { ...ROUTING, id: 'another', status: 'Awaiting approval' };
    expect(commentMark(again)).toBe(commentMark(ROUTING));
  });

  it('is one for routes that say the same on the ticket', () => {
    const reread = { ...ROUTING, route: aRoute({ passedOver: [CISO] }) };
    expect(commentMark(reread)).toBe(commentMark(ROUTING));
  });

  it('is another for every other route, refusal, or routing before it', () => {
    const marks = [
      ROUTING,
      { ...ROUTING, route: aRoute({ accountable: CISO }) },
      { ...ROUTING, previous: 'one' },
      { ...ROUTING, route: null },
      { ...ROUTING, route: null, refusal: GAP },
      { ...ROUTING, route: null, refusal: { ...GAP, service: 'GitHub' } },
    ].map(commentMark);
    expect(new Set(marks).size).toBe(marks.length);
  });
});
