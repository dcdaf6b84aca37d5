import { describe, expect, it } from '@jest/globals';
import {
  peopleFieldsOf,
  screenChangesOf,
  ticketFieldIds,
  unreadableOnScreen,
  unreadableOnTicket,
} from '../../../src/adapters/jira/field-values';
import { historyOf } from '../../../src/adapters/jira/history';
import { changelogPage } from '../../../src/adapters/jira/ticket-answers';
import { NOTHING_SET_UP, type SiteConfiguration } from '../../../src/ports/site-configuration';

/** A site that an earlier release set up: it knows nothing of access requests. */
const BEFORE: SiteConfiguration = {
  ...NOTHING_SET_UP,
  fields: { cloudService: 'customfield_1', accountOwner: 'customfield_2' },
};
const NOW: SiteConfiguration = {
  ...BEFORE,
  fields: { ...BEFORE.fields, beneficiary: 'customfield_3', accessUntil: 'customfield_4' },
};

const FIELDS = {
  customfield_1: { value: 'AWS' },
  customfield_2: { accountId: 'acc-owner' },
  customfield_3: { accountId: 'acc-engineer' },
  customfield_4: '2026-05-01',
};

/** As Jira answers it. */
const changelog = (item: Record<string, string | null>) => {
  const entry = {
    id: '1',
    created: '2026-03-01T09:00:00.000+0000',
    items: [{ field: 'Access until', ...item }],
  };
  return [changelogPage.parse(entry)];
};

describe('the fields of a ticket', () => {
  it('are read with the fields that there are, after an upgrade that brings more', () => {
    expect(ticketFieldIds(BEFORE)).toEqual(['customfield_1', 'customfield_2']);
    expect(peopleFieldsOf(FIELDS, BEFORE)).toMatchObject({
      cloudService: 'AWS',
      accountOwner: 'acc-owner',
      beneficiary: null,
      accessUntil: null,
    });
    expect(screenChangesOf(FIELDS, BEFORE).fields).toEqual({
      cloudService: 'AWS',
      accountOwner: 'acc-owner',
    });
  });

  it('are read with a day as text, once set-up has made them', () => {
    expect(peopleFieldsOf(FIELDS, NOW)).toMatchObject({
      beneficiary: 'acc-engineer',
      accessUntil: '2026-05-01',
    });
    expect(screenChangesOf({ customfield_4: null }, NOW).fields).toEqual({ accessUntil: null });
    expect(screenChangesOf({ customfield_4: '2026-06-01' }, NOW).fields).toEqual({
      accessUntil: '2026-06-01',
    });
  });

  it.each(['01/May/26', '2026-05-01T00:00:00Z', '2026-13-01', '12026-05-01', 42])(
    'are read without a day that is %s, and that one is named',
    value => {
      const fields = { ...FIELDS, customfield_4: value };
      expect(peopleFieldsOf(fields, NOW)).toEqual({ ...peopleFieldsOf(FIELDS, NOW), accessUntil: null });
      expect(unreadableOnTicket(fields, NOW)).toEqual(['accessUntil']);
      expect(unreadableOnTicket(FIELDS, NOW)).toEqual([]);
      expect(unreadableOnTicket({ ...FIELDS, customfield_4: null }, NOW)).toEqual([]);
    },
  );
});

describe('the history of a ticket', () => {
  it('has days by their value, not as the site shows them', () => {
    const item = {
      fieldId: 'customfield_4',
      from: null,
      fromString: null,
      to: '2026-05-01',
      toString: '01/May/26',
    };
    expect(historyOf(changelog(item), NOW)).toMatchObject([
      { changes: [{ field: 'accessUntil', from: null, to: '2026-05-01' }] },
    ]);
  });

  it('counts a change of a field that set-up has not made as one that decides nothing', () => {
    const item = { fieldId: 'customfield_4', to: '2026-05-01', toString: null };
    expect(historyOf(changelog(item), BEFORE)).toMatchObject([{ changes: [{ field: 'other' }] }]);
  });
});

describe('a value on a transition screen', () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ['a number for a person', { customfield_2: 5 }, ['Account owner']],
    ['a day that is none', { customfield_4: '2026-02-30' }, ['Access until']],
    [
      'a text for an option, and a list for the reporter',
      { customfield_1: 'AWS', reporter: [] },
      ['Cloud service', 'Reporter'],
    ],
    ['what each field can hold', { ...FIELDS, reporter: { accountId: 'acc-engineer' } }, []],
    ['an emptied field', { customfield_1: null, reporter: null }, []],
    ['a field that is none of ours', { customfield_9: 5, constructor: 5 }, []],
  ])('is %s', (_, modifiedFields, unreadable) => {
    expect(unreadableOnScreen(modifiedFields, NOW)).toEqual(unreadable);
  });

  it('is text, where half a character was sent', () => {
    expect(screenChangesOf({ customfield_1: { value: 'A\uD800' } }, NOW).fields).toEqual({
      cloudService: 'A\uFFFD',
    });
  });
});
