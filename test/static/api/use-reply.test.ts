import { describe, expect, it } from '@jest/globals';
import { afterTurn, askedEarly, type Asked } from '../../../static/src/api/use-reply';

const answered: Asked<string> = { state: 'answered', data: 'first', asking: false, outdated: false };
const refusal = { ok: false, code: 'NOT_FOUND', message: 'There is no such ticket.' } as const;

describe('a question to the server', () => {
  it('keeps its answer while it is asked again', () => {
    expect(afterTurn(answered, { type: 'asked' })).toEqual({ ...answered, asking: true });
  });

  it('keeps its answer, marked as outdated, when asking again fails', () => {
    expect(afterTurn(answered, { type: 'failed' })).toEqual({ ...answered, outdated: true });
  });

  it('loses its answer to a refusal: what may not be seen any more is not shown', () => {
    expect(afterTurn(answered, { type: 'replied', reply: refusal })).toEqual({
      state: 'refused',
      refused: refusal,
      asking: false,
    });
  });

  it('has failed when there never was an answer', () => {
    expect(afterTurn<string>({ state: 'loading' }, { type: 'failed' })).toEqual({
      state: 'failed',
      asking: false,
    });
  });

  it('is up to date again after a new answer', () => {
    const outdated: Asked<string> = { ...answered, outdated: true };
    expect(afterTurn(outdated, { type: 'replied', reply: { ok: true, data: 'second' } })).toEqual({
      ...answered,
      data: 'second',
    });
  });
});

describe('a question that is asked early', () => {
  it('is asked at once, answered by that on the first call, and asked again on the next', async () => {
    let asked = 0;
    const ask = askedEarly(() => Promise.resolve((asked += 1)));
    expect(asked).toBe(1);
    expect(await ask()).toBe(1);
    expect(await ask()).toBe(2);
  });

  it('hands its failure to the first caller', async () => {
    const ask = askedEarly(() => Promise.reject(new Error('no answer')));
    await expect(ask()).rejects.toThrow('no answer');
  });
});
