import { describe, expect, it } from '@jest/globals';
import { concerns, noticeOf, type HolderChange } from '../../../src/domain/responsibility/appointment-notice';
import {
  aDeputy,
  aHolder,
  CISO,
  CLOUD,
  instant,
  nameOf,
  SECOPS,
  STRANGER,
} from '../../support/builders/company';

const period = aHolder({ accountId: SECOPS, from: instant('2026-04-01') });
const begins: HolderChange = { kind: 'begins', period, replaces: [aHolder(), aDeputy()] };
const ends: HolderChange = { kind: 'ends', period, to: instant('2026-04-30T12:00:00Z') };

describe('concerns', () => {
  it.each([
    ['the new holder', begins, SECOPS, true],
    ['the holder before', begins, CLOUD, true],
    ['every other whose period it ends', begins, CISO, true],
    ['whose period is ended', ends, SECOPS, true],
    ['no one else', begins, STRANGER, false],
    ['no one else, when a period is ended', ends, CLOUD, false],
  ])('%s', (_, change, reader, expected) => {
    expect(concerns(change, reader, false)).toBe(expected);
    expect(concerns(change, reader, true)).toBe(true);
  });
});

describe('noticeOf', () => {
  const said = (change: HolderChange) => noticeOf(change, { person: nameOf, role: key => `<${key}>` });
  it.each<[string, HolderChange, string]>([
    [
      'who comes, and who has it until then',
      begins,
      'Secops is holder of the role <cloud-platform-owner> from 1 Apr 2026. Until then it is Cloud, Ciso.',
    ],
    [
      'until when, where that is known',
      {
        kind: 'begins',
        period: aDeputy({ from: instant('2026-04-01'), to: instant('2026-05-01') }),
        replaces: [],
      },
      'Ciso is deputy of the role <cloud-platform-owner> from 1 Apr 2026 until 1 May 2026.',
    ],
    [
      'nothing of a period before by the same person',
      { kind: 'begins', period, replaces: [aHolder({ accountId: SECOPS })] },
      'Secops is holder of the role <cloud-platform-owner> from 1 Apr 2026.',
    ],
    ['that a period ends', ends, 'Secops is holder of the role <cloud-platform-owner> until 30 Apr 2026.'],
  ])('says %s', (_, change, words) => {
    expect(said(change)).toBe(words);
  });
});
