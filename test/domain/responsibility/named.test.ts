import { describe, expect, it } from '@jest/globals';
import { findNamed, namesakes } from '../../../src/domain/responsibility/named';
import { aRole } from '../../support/builders/company';

const CISO = aRole({ key: 'ciso', name: 'CISO' });
const OWNER = aRole({ key: 'cloud-platform-owner', name: 'Cloud Platform Owner' });

describe('findNamed', () => {
  it.each([
    'cloud platform owner',
    'Cloud\u00A0Platform  Owner',
    'CLOUD\u2011PLATFORM\u2013OWNER',
    'Cloud Platform Own\u200Ber',
  ])('finds a role by %j', written => {
    expect(findNamed([CISO, OWNER], written)).toBe(OWNER);
  });

  it.each(['Cloud Platform', 'СISO', ''])('finds none for %j', written => {
    expect(findNamed([CISO, OWNER], written)).toBeUndefined();
  });
});

describe('namesakes', () => {
  it.each([
    ['two names in other letters', { key: 'other', name: 'Ciso' }],
    ['a name with a space that does not break', { key: 'other', name: '\u00A0CISO' }],
    ['a name with a variation selector', { key: 'other', name: 'CI\uFE0FSO' }],
    ['a name that is a key', { key: 'other', name: 'cloud\u2010platform\u2010owner' }],
  ])('finds %s', (_, other) => {
    const role = aRole(other);
    expect(namesakes([CISO, OWNER, role]).map(({ one }) => one)).toEqual([role]);
  });

  it('finds none where each name and key means one, though a name is its own key', () => {
    expect(namesakes([CISO, OWNER, aRole({ key: 'csio', name: 'C I S O' })])).toEqual([]);
  });
});
