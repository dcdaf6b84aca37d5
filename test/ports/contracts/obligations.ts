import { expect, it } from '@jest/globals';
import type { Obligation } from '../../../src/domain/obligation/obligation';
import { plus } from '../../../src/domain/shared/instant';
import { NOW } from '../../support/builders/company';
import type { OpenStore } from '../ports-under-test.ts';
import { useStore } from './use-store.ts';

const LATER = plus(NOW, 60_000);

function anObligation(ticket: string, overrides: Partial<Obligation> = {}): Obligation {
  return {
    ticket,
    ticketKey: `GOV-${ticket}`,
    workType: 'Access request',
    status: 'Granted',
    lastDay: '2026-12-31',
    trouble: null,
    previous: null,
    ...overrides,
  };
}

const GONE = { id: 'entry', what: 'gone', since: NOW, where: null } as const;

export function obligationsContract(open: OpenStore): void {
  const ports = useStore(open);
  const index = () => ports().obligations;
  const toCheck = async (before = LATER, after?: string) =>
    (await index().toCheck({ before, after, limit: 2 })).map(({ ticket }) => ticket);

  it('has each ticket once, as it was kept last', async () => {
    await index().keep(anObligation('1'), NOW);
    await index().keep(anObligation('1', { status: 'Approved', lastDay: null }), NOW);
    expect(await index().ofTickets(['1', '2'])).toEqual([
      anObligation('1', { status: 'Approved', lastDay: null }),
    ]);
    expect(await index().ofTickets([])).toEqual([]);
    await index().drop('1');
    await index().drop('1');
    expect(await index().ofTickets(['1'])).toEqual([]);
  });

  it('tells page by page those that were checked before, and no more once they are', async () => {
    for (const ticket of ['1', '2', '3']) await index().keep(anObligation(ticket), NOW);
    expect(await toCheck()).toEqual(['1', '2']);
    expect(await toCheck(LATER, '2')).toEqual(['3']);
    expect(await toCheck(NOW)).toEqual([]);
    await index().checked(['1', '3', 'in no index'], LATER);
    await index().checked([], LATER);
    expect(await toCheck()).toEqual(['2']);
    expect(await index().ofTickets(['in no index'])).toEqual([]);
  });

  it('tells those that cannot be checked', async () => {
    await index().keep(anObligation('1', { trouble: GONE }), NOW);
    await index().keep(anObligation('2'), NOW);
    await index().keep(anObligation('3', { trouble: { ...GONE, what: 'moved', where: 'OPS-1' } }), NOW);
    expect((await index().inTrouble(5)).map(({ ticket }) => ticket)).toEqual(['1', '3']);
    expect(await index().inTrouble(1)).toEqual([anObligation('1', { trouble: GONE })]);
    await index().keep(anObligation('1'), NOW);
    expect((await index().inTrouble(5)).map(({ ticket }) => ticket)).toEqual(['3']);
  });
}
