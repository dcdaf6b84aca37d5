import { describe, expect, it } from '@jest/globals';
import { lookAlikeFindings, mixedWord } from '../../../../src/domain/responsibility/findings/look-alikes';
import { aRole, aService } from '../../../support/builders/company';
import { aDraft } from '../../../support/builders/matrix';

describe('mixedWord', () => {
  it.each([
    ['Cl\u043Eud account provisioning', 'Cl\u043Eud'],
    ['Cloud \u0410ccount', '\u0410ccount'],
    ['\u0391WS', '\u0391WS'],
    ['Backup of \u13AAPIs', '\u13AAPIs'],
  ])('finds in %j the word %j', (text, word) => {
    expect(mixedWord(text)).toBe(word);
  });

  it.each([
    'Cloud account',
    'Délégué à la sécurité',
    'Резервное копирование AWS',
    'α-testing',
    'クラウド AWS',
    '',
  ])('finds none in %j: each word has one script', text => {
    expect(mixedWord(text)).toBeUndefined();
  });
});

describe('lookAlikeFindings', () => {
  const honest = aDraft({ id: 'honest' });

  it('warns of an activity, a role and a service, with the rows that refer to them', () => {
    const role = aRole({ key: 'ciso', name: '\u0421ISO' });
    const service = aService({ key: 'aws', name: 'A\u0428S' });
    const rows = [
      honest,
      aDraft({ id: 'odd', activity: 'B\u0430ckup', accountable: ['ciso'], service: 'aws' }),
    ];
    expect(lookAlikeFindings(rows, [role], [service])).toMatchObject([
      { code: 'MIXED_SCRIPTS', severity: 'warning', rows: ['odd'] },
      { code: 'MIXED_SCRIPTS', rows: expect.arrayContaining(['odd']) },
      { code: 'MIXED_SCRIPTS', rows: expect.arrayContaining(['odd']) },
    ]);
  });

  it('warns of nothing where words are of one script, or no row refers to the name', () => {
    const unused = aRole({ key: 'unused', name: '\u0421ISO' });
    expect(lookAlikeFindings([honest], [unused], [aService()])).toEqual([]);
  });
});
