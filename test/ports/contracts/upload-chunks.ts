import { expect, it } from '@jest/globals';
import { HOUR, plus } from '../../../src/domain/shared/instant';
import type { UploadChunk } from '../../../src/ports/upload-chunks';
import { CISO, CLOUD, NOW } from '../../support/builders/company';
import type { OpenStore } from '../ports-under-test.ts';
import { AWKWARD } from './awkward-text.ts';
import { useStore } from './use-store.ts';

const UPLOAD = { uploader: CLOUD, upload: 'd3b07384-d9a0-4c9b-8f3e-000000000001' };
const LONG_AGO = plus(NOW, -24 * HOUR);

function chunk(number: number, overrides: Partial<UploadChunk> = {}): UploadChunk {
  return { ...UPLOAD, number, text: `chunk ${String(number)};`, at: NOW, ...overrides };
}

export function uploadChunksContract(open: OpenStore): void {
  const ports = useStore(open);

  it('are put together in the order of their numbers, whatever order they came in', async () => {
    const { chunks } = ports();
    const numbers = [11, 3, 1, 2, 10, 4];
    for (const number of numbers) await chunks.keep(chunk(number), LONG_AGO);
    const sorted = numbers.toSorted((a, b) => a - b);
    expect(await chunks.present(UPLOAD)).toEqual(sorted);
    expect(await chunks.text(UPLOAD)).toBe(sorted.map(number => chunk(number).text).join(''));
  });

  it('are kept once, with the text that came last', async () => {
    const { chunks } = ports();
    await chunks.keep(chunk(1), LONG_AGO);
    await chunks.keep(chunk(1, { text: AWKWARD }), LONG_AGO);
    expect(await chunks.present(UPLOAD)).toEqual([1]);
    expect(await chunks.text(UPLOAD)).toBe(AWKWARD);
  });

  it('are their uploader’s and their upload’s alone', async () => {
    const { chunks } = ports();
    const another = { ...UPLOAD, upload: 'd3b07384-d9a0-4c9b-8f3e-000000000002' };
    const foreign = { ...UPLOAD, uploader: CISO };
    for (const owner of [UPLOAD, another, foreign]) await chunks.keep(chunk(1, owner), LONG_AGO);
    await chunks.remove(another);
    expect(await chunks.present(UPLOAD)).toEqual([1]);
    expect(await chunks.present(foreign)).toEqual([1]);
    expect(await chunks.present(another)).toEqual([]);
    expect(await chunks.text(another)).toBe('');
  });

  it('are removed when they are outdated, no matter who keeps the next one', async () => {
    const { chunks } = ports();
    const foreign = { ...UPLOAD, uploader: CISO };
    await chunks.keep(chunk(1, { at: plus(LONG_AGO, -1) }), plus(LONG_AGO, -HOUR));
    await chunks.keep(chunk(2, { at: LONG_AGO }), plus(LONG_AGO, -HOUR));
    await chunks.keep(chunk(1, foreign), LONG_AGO);
    expect(await chunks.present(UPLOAD)).toEqual([2]);
    expect(await chunks.present(foreign)).toEqual([1]);
  });
}
