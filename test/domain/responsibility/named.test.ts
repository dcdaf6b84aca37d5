import { describe, expect, it } from '@jest/globals';
import { callsOf, findNamed } from '../../../src/domain/responsibility/named';
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

describe('what two entries are called', () => {
  it.each([
    ['two names in other letters', { key: 'other', name: 'Ciso' }],
    ['a name with a space that does not break', { key: 'other', name: '\u00A0CISO' }],
    ['a name with a variation selector', { key: 'other', name: 'CI\uFE0FSO' }],
    ['a name that is a key', { key: 'cis\u00ADo-2', name: 'c\u200Diso' }],
  ])('is the same: %s; then neither is meant', (_, other) => {
    const role = aRole(other);
    expect([...callsOf(role)]).toContain('ciso');
    expect(findNamed([CISO, OWNER, role], 'CISO')).toBeUndefined();
    expect(findNamed([role, CISO], 'ciso')).toBeUndefined();
  });

  it('is not where a reader can tell it', () => {
    const role = aRole({ key: 'csio', name: 'C I S O' });
    expect(findNamed([CISO, OWNER, role], 'CISO')).toBe(CISO);
  });
});
