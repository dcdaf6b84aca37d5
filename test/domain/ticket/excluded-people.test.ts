import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { excludedPeople, involvementInWords, keptOut } from '../../../src/domain/ticket/excluded-people';
import { storyOf } from '../../../src/domain/ticket/story';
import { NO_CHANGES, type Ticket } from '../../../src/domain/ticket/ticket';
import { ACCESS_REQUEST } from '../../../src/domain/work-types/access-request/access-request';
import { CLOUD_ACCOUNT_REQUEST } from '../../../src/domain/work-types/cloud-account-request/cloud-account-request';
import { anyScreen, anyTicket, person } from '../../support/builders/arbitraries';
import { APP, CLOUD, ENGINEER, OWNER, SECOPS, STRANGER } from '../../support/builders/company';
import { aDecision, aSnapshot, anEntry, aTicket, minute, moved } from '../../support/builders/ticket';

const storyIn = (ticket: Ticket, authors: readonly string[] = []) =>
  storyOf(ticket, CLOUD_ACCOUNT_REQUEST, [], authors);

const excludedFrom = (ticket: Ticket, screen = NO_CHANGES, authors: readonly string[] = []) =>
  Object.fromEntries(
    [...excludedPeople(storyIn(ticket, authors), screen)].map(([account, because]) => [
      account,
      [...because],
    ]),
  );

describe('excludedPeople', () => {
  it('are the creator, the reporter and the beneficiary of a new ticket, and no one else on it', () => {
    expect(excludedFrom(aTicket({ reporter: APP, assignee: CLOUD }))).toEqual({
      [ENGINEER]: ['created it'],
      [APP]: ['reported it'],
      [OWNER]: ['benefits from it'],
    });
  });

  it('lists everything that one person has to do with the ticket', () => {
    expect(excludedFrom(aTicket({ fields: { accountOwner: ENGINEER } }))).toEqual({
      [ENGINEER]: ['created it', 'reported it', 'benefits from it'],
    });
  });

  it.each([
    ['reporter', 'reported it'],
    ['accountOwner', 'benefits from it'],
  ] as const)(
    'include the person who stood in %s at a transition, though they stand there no more',
    (field, because) => {
      const submitted = anEntry(2, SECOPS, moved('Requested', 'Awaiting approval'));
      const before = anEntry(1, SECOPS, { field, from: null, to: STRANGER });
      const away = anEntry(3, SECOPS, { field, from: STRANGER, to: OWNER });
      const withScreen = anEntry(
        1,
        SECOPS,
        { field, from: null, to: STRANGER },
        moved('Requested', 'Awaiting approval'),
      );
      for (const history of [
        [before, submitted, away],
        [withScreen, away],
      ]) {
        expect(excludedFrom(aTicket({ history }))[STRANGER]).toEqual([because]);
      }
    },
  );

  it.each(['reporter', 'accountOwner'] as const)(
    'do not include the person who stood in %s only between two transitions, or only before the first',
    field => {
      const submitted = anEntry(3, SECOPS, moved('Requested', 'Awaiting approval'));
      const there = (id: number) => anEntry(id, SECOPS, { field, from: OWNER, to: STRANGER });
      const away = (id: number) => anEntry(id, SECOPS, { field, from: STRANGER, to: OWNER });
      const approved = anEntry(6, CLOUD, moved('Awaiting approval', 'Approved'));
      for (const history of [
        [there(1), away(2), submitted],
        [submitted, there(4), away(5), approved],
        [anEntry(1, SECOPS, { field, from: STRANGER, to: OWNER })],
        [
          submitted,
          there(4),
          anEntry(5, SECOPS, { field, from: STRANGER, to: OWNER }, moved('Approved', 'Requested')),
        ],
      ]) {
        expect(excludedFrom(aTicket({ reporter: OWNER, history }))[STRANGER]).toBeUndefined();
      }
    },
  );

  it.each([
    [
      'the person who submitted it',
      anEntry(1, STRANGER, moved('Requested', 'Awaiting approval')),
      'submitted it',
    ],
    [
      'the person who submitted it',
      anEntry(1, STRANGER, moved('Requested', 'Awaiting approval')),
      'submitted it',
    ],
    [
      'the person who submitted it with something on the screen',
      anEntry(
        1,
        STRANGER,
        { field: 'environment', from: null, to: 'Production' },
        moved('Requested', 'Awaiting approval'),
      ),
      'submitted it',
    ],
  ])('include %s', (_, entry, because) => {
    expect(excludedFrom(aTicket({ history: [entry] }))[STRANGER]).toEqual([because]);
  });

  it.each([
    ['the person who approved it', anEntry(1, STRANGER, moved('Awaiting approval', 'Approved'))],
    ['the person who withdrew it', anEntry(1, STRANGER, moved('Requested', 'Withdrawn'))],
    ['the person who had it decided again', anEntry(1, STRANGER, moved('Approved', 'Awaiting approval'))],
    [
      'the person who wrote what reads like a status',
      anEntry(1, STRANGER, { field: 'accountId', from: 'Requested', to: 'Awaiting approval' }),
    ],
    ['the person who sent it back', anEntry(1, STRANGER, moved('Awaiting approval', 'Requested'))],
    [
      'the person who reopened it past the workflow',
      anEntry(1, STRANGER, moved('Rejected', 'Awaiting approval')),
    ],
    [
      'the person who edited its other fields',
      anEntry(1, STRANGER, { field: 'environment', from: 'Production', to: 'Sandbox' }),
    ],
    ['a security contact', anEntry(1, SECOPS, { field: 'securityContact', from: STRANGER, to: SECOPS })],
    [
      'the person who moved it from no status at all',
      anEntry(1, STRANGER, { field: 'status', from: null, to: 'Awaiting approval' }),
    ],
  ])('do not include %s', (_, entry) => {
    expect(excludedFrom(aTicket({ history: [entry] }))[STRANGER]).toBeUndefined();
  });

  it('include every author of what the ticket puts up for decision', () => {
    const written = excludedFrom(aTicket(), NO_CHANGES, [APP, ENGINEER]);
    expect(written[APP]).toEqual(['wrote it']);
    expect(written[ENGINEER]).toEqual(['created it', 'reported it', 'wrote it']);
  });

  it('include the person the screen is setting now, and the one it takes out', () => {
    const screen = { fields: { accountOwner: APP }, reporter: CLOUD, appFields: [] };
    expect(excludedFrom(aTicket(), screen)).toEqual({
      [ENGINEER]: ['created it', 'reported it'],
      [CLOUD]: ['reported it'],
      [OWNER]: ['benefits from it'],
      [APP]: ['benefits from it'],
    });
  });

  it('never include no one', () => {
    const nobody = aTicket({ reporter: null, fields: { accountOwner: null } });
    const screen = { fields: { accountOwner: null }, reporter: null, appFields: [] };
    expect(excludedFrom(nobody, screen)).toEqual({ [ENGINEER]: ['created it'] });
  });
});

describe('excludedPeople, for any ticket', () => {
  const field = fc.constantFrom('reporter' as const, 'accountOwner' as const);
  const sorted = (people: ReturnType<typeof excludedPeople>) => [...people.keys()].sort();
  const wentAndCame = (ticket: Ticket, name: 'reporter' | 'accountOwner', newcomer: string) => {
    const was = name === 'reporter' ? ticket.reporter : ticket.fields[name];
    return [
      anEntry(20, STRANGER, { field: name, from: was, to: newcomer }),
      anEntry(22, STRANGER, { field: name, from: newcomer, to: was }),
    ] as const;
  };

  it('include who stood there at a transition, and everyone who was excluded before', () => {
    fc.assert(
      fc.property(anyTicket, anyScreen, person, field, (ticket, screen, newcomer, name) => {
        const [there, back] = wentAndCame(ticket, name, newcomer);
        const transition = anEntry(21, STRANGER, moved('Requested', 'Withdrawn'));
        const later = { ...ticket, history: [...ticket.history, there, transition, back] };
        const after = excludedPeople(storyIn(later), screen);
        for (const account of excludedPeople(storyIn(ticket), screen).keys())
          expect(after.has(account)).toBe(true);
        expect(after.has(newcomer)).toBe(true);
      }),
    );
  });

  it('are the same when a value came and went without one', () => {
    fc.assert(
      fc.property(anyTicket, anyScreen, person, field, (ticket, screen, newcomer, name) => {
        const later = { ...ticket, history: [...ticket.history, ...wentAndCame(ticket, name, newcomer)] };
        expect(sorted(excludedPeople(storyIn(later), screen))).toEqual(
          sorted(excludedPeople(storyIn(ticket), screen)),
        );
      }),
    );
  });
});

describe('keptOut', () => {
  const GRANTED = { workType: ACCESS_REQUEST.name, status: 'Granted', fields: { beneficiary: STRANGER } };
  const submitted = anEntry(1, ENGINEER, moved('Requested', 'Awaiting approval'));
  const granted = anEntry(3, CLOUD, moved('Approved', 'Granted'));
  const decided = (ticket: Ticket, transition: 'Submit' | 'Grant', newestChange: string | null) =>
    aDecision(ticket, transition, {
      newestChange,
      at: transition === 'Grant' ? minute(3) : minute(1),
      snapshot: aSnapshot(ticket, { decidingFields: { beneficiary: OWNER } }),
    });

  it('are, of what was granted, whom it was granted to, whatever the field says and others did', () => {
    const ticket = aTicket({ ...GRANTED, history: [submitted, granted] });
    const story = storyOf(ticket, ACCESS_REQUEST, [decided(ticket, 'Grant', '1')]);
    expect([...keptOut(story)]).toEqual([[OWNER, new Set(['benefits from it'])]]);
  });

  it('are whom it was submitted for where no gate permitted the grant, and whom the field names where nothing is on record', () => {
    const ticket = aTicket({ ...GRANTED, history: [submitted, granted] });
    const bypassed = storyOf(ticket, ACCESS_REQUEST, [decided(ticket, 'Submit', null)]);
    expect([...keptOut(bypassed).keys()]).toEqual([OWNER]);
    expect([...keptOut(storyOf(ticket, ACCESS_REQUEST, [])).keys()]).toEqual([STRANGER]);
  });

  it('are all who may not decide, before', () => {
    const story = storyOf(aTicket({ ...GRANTED, status: 'Approved' }), ACCESS_REQUEST, []);
    expect(keptOut(story)).toEqual(excludedPeople(story));
  });
});

describe('involvementInWords', () => {
  it.each([
    [['created it'], 'someone', 'created it'],
    [['created it', 'reported it', 'submitted it'], 'someone', 'created, reported and submitted it'],
    [['benefits from it'], 'someone', 'was named as Account owner'],
    [
      ['created it', 'benefits from it', 'submitted it'],
      'you',
      'created and submitted this ticket, and were named as Account owner',
    ],
    [['wrote it'], 'you', 'wrote this ticket'],
  ] as const)('says %j of %s', (involved, of, words) => {
    expect(involvementInWords(involved, of, CLOUD_ACCOUNT_REQUEST)).toBe(words);
  });

  it('names access is for by the field of that name', () => {
    expect(involvementInWords(['benefits from it'], 'someone', ACCESS_REQUEST)).toBe(
      'was named as Beneficiary',
    );
  });
});
