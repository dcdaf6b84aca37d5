import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { actingHolders } from '../../../src/domain/responsibility/role';
import { plus } from '../../../src/domain/shared/instant';
import {
  aDeputy,
  aHolder,
  CEO,
  CISO,
  CLOUD,
  CLOUD_ROLE,
  EVERYONE,
  everybodyBut,
  instant,
  LEAVER,
  NOW,
  SECOPS,
} from '../../support/builders/company';

const acting = (holders: Parameters<typeof actingHolders>[1], accounts = EVERYONE, at = NOW) =>
  actingHolders(CLOUD_ROLE, holders, accounts, at);

describe('actingHolders', () => {
  it('asks the holder first and then the deputies by the start of their period', () => {
    const late = aDeputy({ accountId: SECOPS, from: instant('2026-02-01') });
    expect(acting([late, aDeputy(), aHolder()])).toEqual([
      { accountId: CLOUD, viaDeputy: false },
      { accountId: CISO, viaDeputy: true },
      { accountId: SECOPS, viaDeputy: true },
    ]);
  });

  it('asks deputies of the same day by account, so that the order is always the same', () => {
    const deputies = [aDeputy({ accountId: SECOPS }), aDeputy({ accountId: CEO }), aDeputy()];
    expect(acting(deputies).map(({ accountId }) => accountId)).toEqual([CEO, CISO, SECOPS]);
  });

  it('leaves out the person who holds another role', () => {
    expect(acting([aHolder({ role: 'ciso' })])).toEqual([]);
  });

  it('leaves out inactive accounts and accounts that do not exist', () => {
    expect(acting([aHolder(), aDeputy()], everybodyBut(CLOUD))).toEqual([
      { accountId: CISO, viaDeputy: true },
    ]);
    expect(acting([aHolder({ accountId: LEAVER }), aHolder({ accountId: 'acc-nobody' })])).toEqual([]);
  });

  it.each([
    ['a period that has ended', { to: NOW }, 0],
    ['a period that ends a moment later', { to: plus(NOW, 1) }, 1],
    ['a period that begins a moment later', { from: plus(NOW, 1) }, 0],
    ['a period that begins now', { from: NOW }, 1],
  ])('%s', (_, period, count) => {
    expect(acting([aHolder(period)])).toHaveLength(count);
  });

  it('does not depend on the order of the register', () => {
    const registers = fc.shuffledSubarray([
      aHolder(),
      aHolder({ accountId: CEO, from: instant('2026-01-01') }),
      aDeputy(),
      aDeputy({ accountId: SECOPS, from: instant('2026-02-01') }),
      aDeputy({ accountId: CEO }),
    ]);
    fc.assert(
      fc.property(registers, holders => {
        const sorted = [...holders].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
        expect(acting(holders)).toEqual(acting(sorted));
      }),
    );
  });
});
