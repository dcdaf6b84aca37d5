import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { excludedPeople, involvementInWords } from '../../../src/domain/ticket/excluded-people';
import { storyOf } from '../../../src/domain/ticket/story';
import { NO_CHANGES, type Ticket } from '../../../src/domain/ticket/ticket';
import { ACCESS_REQUEST } from '../../../src/domain/work-types/access-request/access-request';
import { CLOUD_ACCOUNT_REQUEST } from '../../../src/domain/work-types/cloud-account-request/cloud-account-request';
import { anyScreen, anyTicket, person } from '../../support/builders/arbitraries';
import { APP, CLOUD, ENGINEER, OWNER, SECOPS, STRANGER } from '../../support/builders/company';
import { anEntry, aTicket, moved } from '../../support/builders/ticket';

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
    [
      'an earlier reporter',
      anEntry(1, SECOPS, { field: 'reporter', from: STRANGER, to: ENGINEER }),
      'reported it',
    ],
    [
      'a reporter in between',
      anEntry(1, SECOPS, { field: 'reporter', from: null, to: STRANGER }),
      'reported it',
    ],
    [
      'an earlier account owner',
      anEntry(1, SECOPS, { field: 'accountOwner', from: STRANGER, to: null }),
      'benefits from it',
    ],
    [
      'an account owner in between',
      anEntry(1, SECOPS, { field: 'accountOwner', from: null, to: STRANGER }),
      'benefits from it',
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

  it('include the screen is setting now, and it takes out', () => {
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
  it('stay excluded whatever happens next, and when a field is changed back', () => {
    const field = fc.constantFrom('reporter' as const, 'accountOwner' as const);
    fc.assert(
      fc.property(anyTicket, anyScreen, person, field, (ticket, screen, newcomer, name) => {
        const was = name === 'reporter' ? ticket.reporter : ticket.fields.accountOwner;
        const there = anEntry(20, STRANGER, { field: name, from: was, to: newcomer });
        const back = anEntry(21, STRANGER, { field: name, from: newcomer, to: was });
        const later = { ...ticket, history: [...ticket.history, there, back] };
        const before = excludedPeople(storyIn(ticket), screen);
        const after = excludedPeople(storyIn(later), screen);
        for (const account of before.keys()) expect(after.has(account)).toBe(true);
        expect(after.has(newcomer)).toBe(true);
      }),
    );
  });

  it('do not depend on how often or in what order things happened', () => {
    fc.assert(
      fc.property(anyTicket, ticket => {
        const turned = { ...ticket, history: [...ticket.history, ...ticket.history].reverse() };
        const sorted = (people: ReturnType<typeof excludedPeople>) => [...people.keys()].sort();
        expect(sorted(excludedPeople(storyIn(turned)))).toEqual(sorted(excludedPeople(storyIn(ticket))));
      }),
    );
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
