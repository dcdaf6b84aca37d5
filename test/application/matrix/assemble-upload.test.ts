import { describe, expect, it } from '@jest/globals';
import { assembleUpload } from '../../../src/application/matrix/assemble-upload';
import { HOUR } from '../../../src/domain/shared/instant';
import { CISO, CLOUD, NOW } from '../../support/builders/company';
import { movableClock } from '../../support/fakes/clock-and-jobs';
import { noFaults } from '../../support/fakes/faults';
import { memoryUploadChunks } from '../../support/fakes/memory-upload-chunks';

const UPLOAD = 'd3b07384-d9a0-4c9b-8f3e-000000000001';

function anOffice() {
  const clock = movableClock(NOW);
  const chunks = memoryUploadChunks(noFaults());
  const send = (number: number, of = 3, uploader = CLOUD) =>
    assembleUpload({ chunks, clock }, { upload: UPLOAD, number, of }, `${String(number)};`, uploader);
  return { clock, chunks, send };
}

describe('a file in chunks', () => {
  it('is whole once all chunks are there, in whatever order they came', async () => {
    const { send, chunks } = anOffice();
    expect(await send(3)).toEqual({ waitingFor: 2 });
    expect(await send(3)).toEqual({ waitingFor: 2 });
    expect(await send(1)).toEqual({ waitingFor: 1 });
    const whole = await send(2);
    if (!('text' in whole)) throw new Error('It is not whole.');
    expect(whole.text).toBe('1;2;3;');
    await whole.done();
    expect(await chunks.present({ uploader: CLOUD, upload: UPLOAD })).toEqual([]);
  });

  it('can be assembled again with its last chunk alone, as long as it was not imported', async () => {
    const { send } = anOffice();
    for (const number of [1, 2]) await send(number);
    expect(await send(3)).toMatchObject({ text: '1;2;3;' });
    expect(await send(3)).toMatchObject({ text: '1;2;3;' });
  });

  it('is made of no one else’s chunks, and of none that are older than a day', async () => {
    const { send, clock } = anOffice();
    await send(1, 2, CISO);
    expect(await send(2, 2)).toEqual({ waitingFor: 1 });
    clock.advance(24 * HOUR + 1);
    expect(await send(1, 2)).toEqual({ waitingFor: 1 });
  });
});
