import { describe, expect, it } from '@jest/globals';
import { fieldAfter, type Change } from '../../../src/domain/ticket/ticket';
import { CLOUD, ENGINEER } from '../../support/builders/company';
import { anEntry, aTicket, moved } from '../../support/builders/ticket';

const written = (from: string | null, to: string | null): Change => ({ field: 'accountId', from, to });
const provisioned = moved('Approved', 'Provisioned');

describe('fieldAfter', () => {
  it.each([
    ['what its own entry set', [anEntry(2, CLOUD, provisioned, written(null, '123'))], '123'],
    [
      'what was there before it',
      [anEntry(1, ENGINEER, written(null, '123')), anEntry(2, CLOUD, provisioned)],
      '123',
    ],
    [
      'the last that was written before it',
      [
        anEntry(0, ENGINEER, written(null, '99')),
        anEntry(1, ENGINEER, written('99', '123')),
        anEntry(2, CLOUD, provisioned),
        anEntry(2.5, CLOUD, { field: 'environment', from: 'a', to: 'b' }),
      ],
      '123',
    ],
    ['nothing, where nothing was', [anEntry(2, CLOUD, provisioned)], null],
  ])('is %s, whatever is edited afterwards', (_, history, expected) => {
    const now = aTicket({ fields: { accountId: expected }, history });
    expect(fieldAfter(now, 'accountId', '2')).toBe(expected);
    const edits = [
      anEntry(3, ENGINEER, written(expected, '456')),
      anEntry(4, ENGINEER, written('456', '789')),
    ];
    const edited = aTicket({ fields: { accountId: '789' }, history: [...history, ...edits] });
    expect(fieldAfter(edited, 'accountId', '2')).toBe(expected);
  });
});
