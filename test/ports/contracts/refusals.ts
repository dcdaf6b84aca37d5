import { expect, it } from '@jest/globals';
import type { OpenStore } from '../ports-under-test.ts';
import { useStore } from './use-store.ts';

const HOUR = '2026-03-01T09';
const NEXT = '2026-03-01T10';

export function refusalsContract(open: OpenStore): void {
  const ports = useStore(open);
  const refusals = () => ports().refusals;
  const one = { refusal: 'first', ticket: '1', ticketKey: 'GOV-1', hour: HOUR };

  it('begin with the second of an hour, whatever was read of it', async () => {
    await refusals().again(one, false);
    await refusals().again(one, true);
    await refusals().again(one, false);
    await refusals().again({ ...one, refusal: 'second' }, true);
    expect(await refusals().before(NEXT, 5)).toEqual([
      { ...one, times: 4 },
      { ...one, refusal: 'second', times: 2 },
    ]);
  });

  it('are told once their hour is over, until they are on record', async () => {
    await refusals().again(one, false);
    await refusals().again({ ...one, refusal: 'later', hour: NEXT }, false);
    expect(await refusals().before(HOUR, 5)).toEqual([]);
    expect(await refusals().before(NEXT, 5)).toEqual([{ ...one, times: 2 }]);
    await refusals().forget(['first']);
    await refusals().forget([]);
    expect(await refusals().before(NEXT, 5)).toEqual([]);
  });
}
