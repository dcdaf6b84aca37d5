import { describe, expect, it } from '@jest/globals';
import { isActive, nameIn, type Accounts } from '../../../src/domain/shared/account';
import { ENGINEER, EVERYONE, LEAVER } from '../../support/builders/company';

describe('isActive', () => {
  it.each([
    ['an account that may act', ENGINEER, true],
    ['an account that was switched off', LEAVER, false],
    ['an account that does not exist', 'acc-nobody', false],
  ])('%s', (_, account, expected) => {
    expect(isActive(EVERYONE, account)).toBe(expected);
  });
});

describe('nameIn', () => {
  const called = (displayName: string): Accounts =>
    new Map([['a', { accountId: 'a', displayName, active: false, kind: 'person' }]]);

  it('calls people by the first that knows them, whether they may act or not', () => {
    expect(nameIn(new Map(), called('Ada'), called('Grace'))('a')).toBe('Ada');
  });

  it('calls no one knows by their id', () => {
    expect(nameIn(called('Ada'))('acc-nobody')).toBe('acc-nobody');
    expect(nameIn()('a')).toBe('a');
  });
});
