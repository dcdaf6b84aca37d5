import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { JobTooLarge, pushesOf, type QueueEvent } from '../../../src/adapters/queue/pushes';

const KB = 1_024;
const sizeOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
const concurrency = { key: 'sweep', limit: 1 };
const event = (cursor: string): QueueEvent => ({ body: { kind: 'sweep', cursor }, concurrency });
/** @param bytes - of the event as JSON */
const eventOf = (bytes: number): QueueEvent => event('x'.repeat(bytes - sizeOf(event(''))));

describe('what is pushed to a queue', () => {
  it('goes in as few pushes as the platform takes: 50 events and 200 KB each', () => {
    expect(pushesOf('upkeep', [])).toEqual([]);
    const sizes = (count: number, bytes: number) =>
      pushesOf('upkeep', Array<QueueEvent>(count).fill(eventOf(bytes))).map(push => push.length);
    expect(sizes(50, 100)).toEqual([50]);
    expect(sizes(101, 100)).toEqual([50, 50, 1]);
    expect(sizes(5, 90 * KB)).toEqual([2, 2, 1]);
  });

  it('is all of it, in its order, and no push is too large', () => {
    const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 20_000, size: 'max' }), {
      maxLength: 120,
    });
    fc.assert(
      fc.property(texts, cursors => {
        const events = cursors.map(event);
        const pushes = pushesOf('upkeep', events);
        expect(pushes.flat()).toEqual(events);
        for (const push of pushes) {
          expect(push.length).toBeLessThanOrEqual(50);
          expect(sizeOf(push)).toBeLessThanOrEqual(200 * KB);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('is refused before anything is sent where one event is too large: 100 KB, as its function may run long', () => {
    expect(() => pushesOf('upkeep', [eventOf(100 * KB - 1)])).not.toThrow();
    const tooLarge = () => pushesOf('upkeep', [eventOf(100), eventOf(100 * KB)]);
    expect(tooLarge).toThrow(JobTooLarge);
    expect(tooLarge).toThrow('A job of 102401 bytes is too large: the lane upkeep takes 102400.');
  });
});
