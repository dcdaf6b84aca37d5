import fc from 'fast-check';
import type { Responsibility } from '../../../src/domain/responsibility/responsibility';
import { ROLES } from './company';
import { aResponsibility, ASSETS } from './matrix';

/** Words that are alike, that are not, that name services and roles, and that databases compare differently. */
const WORDS = [
  ...['backup', 'backups', 'Backup', 'backing', 'restore', 'restoring', 'Über', 'ÜBERWACHUNG', 'überwachen'],
  ...[
    'key',
    'keys',
    'ai',
    'AIM',
    'ΟΔΟΣ',
    'οδος',
    '鍵',
    '𝒜',
    '𝒜ℬ𝒞𝒟',
    'İstanbul',
    'naïve',
    'Keys',
    '100',
    '%',
    '_',
  ],
  ...['owner', 'cloud', 'platform', 'aws', 'AWS', 'GitHub', 'executive', 'governance', 'asset', 'the', 'who'],
];

const someWords = (maxLength: number) =>
  fc.array(fc.constantFrom(...WORDS), { maxLength }).map(words => words.join(' '));

/** What someone asks: words of the matrix and others. */
export const anyQuestion = someWords(5);

/** Rows whose activities, services and texts meet each other often. */
export const anyMatrix: fc.Arbitrary<Responsibility[]> = fc
  .array(
    fc.record({
      domain: fc.constantFrom(ASSETS, 'Governance' as const),
      activity: someWords(2).map(text => text.trim()),
      service: fc.constantFrom('*', 'aws', 'github', 'unheard-of'),
      accountable: fc.constantFrom('no-such-role', ...ROLES.map(({ key }) => key)),
      customerTasks: someWords(3),
      providerTasks: someWords(1),
      procedure: someWords(1),
      systemOfRecord: someWords(1),
    }),
    { maxLength: 12 },
  )
  .map(rows => rows.map((row, nth) => aResponsibility({ id: `r${String(nth)}`, ...row })));
