import { describe, expect, it } from '@jest/globals';
import { aHolder, aRole, aService, CISO, CLOUD, instant } from '../../support/builders/company';
import type { OpenStore } from '../ports-under-test.ts';
import { AWKWARD } from './awkward-text.ts';
import { useStore } from './use-store.ts';

export function rolesContract(open: OpenStore): void {
  const ports = useStore(open);

  describe('roles', () => {
    it('come back as they were written, whatever their text, in the order of their keys', async () => {
      const { roles } = ports();
      const written = [aRole({ key: 'b', name: AWKWARD, charter: AWKWARD }), aRole({ key: 'a' })];
      await roles.put(written);
      expect(await roles.list()).toEqual([...written].reverse());
    });

    it('are replaced by their keys', async () => {
      const { roles } = ports();
      await roles.put([aRole({ key: 'a' }), aRole({ key: 'b' })]);
      await roles.put([aRole({ key: 'a', name: 'Renamed' })]);
      expect(await roles.list()).toEqual([aRole({ key: 'a', name: 'Renamed' }), aRole({ key: 'b' })]);
    });
  });

  describe('services', () => {
    it('come back as they were written, in the order of their keys, and are replaced by these', async () => {
      const { services } = ports();
      const awkward = aService({ key: 's', name: AWKWARD, contract: AWKWARD, material: false });
      await services.put([awkward, aService({ key: 'a' })]);
      expect(await services.list()).toEqual([aService({ key: 'a' }), awkward]);
      await services.put([aService({ key: 'a', model: 'SaaS' })]);
      expect(await services.list()).toEqual([aService({ key: 'a', model: 'SaaS' }), awkward]);
    });
  });

  describe('periods', () => {
    const first = aHolder({ from: instant('2026-01-01') });
    const next = aHolder({ accountId: CISO, from: instant('2026-06-01') });

    it('are opened once, however often they are', async () => {
      const { roles } = ports();
      await roles.openPeriods([first]);
      await roles.openPeriods([next, { ...first, to: instant('2026-02-01') }]);
      expect(await roles.holders()).toEqual([first, next]);
    });

    it('come by role, start, account and capacity', async () => {
      const { roles } = ports();
      const sorted = [
        first,
        { ...next, accountId: CISO },
        { ...next, accountId: CLOUD, capacity: 'deputy' as const },
        { ...next, accountId: CLOUD },
        aHolder({ role: 'zeta', from: instant('2020-01-01') }),
      ];
      await roles.openPeriods([...sorted].reverse());
      expect(await roles.holders()).toEqual(sorted);
    });

    it('are closed, and then closed earlier but never later', async () => {
      const { roles } = ports();
      await roles.openPeriods([first, next]);
      const end = (to: string) => roles.closePeriods([{ period: first, to: instant(to) }]);
      await end('2026-06-01');
      expect(await roles.holders()).toEqual([{ ...first, to: instant('2026-06-01') }, next]);
      await end('2026-05-01');
      await end('2026-07-01');
      expect(await roles.holders()).toEqual([{ ...first, to: instant('2026-05-01') }, next]);
    });

    it('are closed several at a time, each at its own end, and no one else’s', async () => {
      const { roles } = ports();
      await roles.openPeriods([first, next]);
      await roles.closePeriods([
        { period: first, to: instant('2026-05-01') },
        { period: next, to: instant('2026-08-01') },
        { period: aHolder({ role: 'other', from: first.from }), to: instant('2026-03-01') },
      ]);
      expect(await roles.holders()).toEqual([
        { ...first, to: instant('2026-05-01') },
        { ...next, to: instant('2026-08-01') },
      ]);
    });
  });
}
