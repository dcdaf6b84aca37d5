import { describe, expect, it } from '@jest/globals';
import { isActive } from '../../../src/domain/shared/account';
import { ENGINEER, EVERYBODY, LEAVER } from '../../support/builders/company';

describe('isActive', () => {
  it.each([
    ['an account that may act', ENGINEER, true],
    ['an account that was switched off', LEAVER, false],
    ['an account that does not exist', 'acc-nobody', false],
  ])('%s', (_, account, expected) => {
    expect(isActive(EVERYBODY, account)).toBe(expected);
  });
});
