import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { Refused, Reply } from '../../../src/contract/reply';

/** Where a question to the server stands. An earlier answer stays while a newer one is on its way. */
export type Asked<T> =
  | { state: 'loading' }
  | { state: 'failed'; asking: boolean }
  | { state: 'refused'; refused: Refused; asking: boolean }
  | { state: 'answered'; data: T; asking: boolean; outdated: boolean };

export type Turn<T> = { type: 'asked' } | { type: 'replied'; reply: Reply<T> } | { type: 'failed' };

/** The next standing of a question. A failure does not take away what was already known; a refusal does. */
export function afterTurn<T>(asked: Asked<T>, turn: Turn<T>): Asked<T> {
  switch (turn.type) {
    case 'asked':
      return asked.state === 'loading' ? asked : { ...asked, asking: true };
    case 'replied':
      return turn.reply.ok
        ? { state: 'answered', data: turn.reply.data, asking: false, outdated: false }
        : { state: 'refused', refused: turn.reply, asking: false };
    case 'failed':
      return asked.state === 'answered'
        ? { ...asked, asking: false, outdated: true }
        : { state: 'failed', asking: false };
  }
}

/**
 * Asks the server once the component is there, and again on demand. Only the newest question's answer counts.
 * @param ask - must be the same function on every render
 */
export function useReply<T>(ask: () => Promise<Reply<T>>): [Asked<T>, () => void] {
  const [asked, dispatch] = useReducer(afterTurn<T>, { state: 'loading' });
  const newest = useRef(0);

  const request = useCallback(() => {
    newest.current += 1;
    const turn = newest.current;
    const settle = (outcome: Turn<T>) => {
      if (turn === newest.current) dispatch(outcome);
    };
    ask().then(
      reply => {
        settle({ type: 'replied', reply });
      },
      () => {
        settle({ type: 'failed' });
      },
    );
  }, [ask]);

  const askAgain = useCallback(() => {
    dispatch({ type: 'asked' });
    request();
  }, [request]);

  useEffect(request, [request]);
  return [asked, askAgain];
}

/**
 * Asks at once, so that the first answer is on its way while the page's theme loads.
 * @returns a function whose first call gives that answer and whose later calls ask again
 */
export function askedEarly<T>(ask: () => Promise<T>): () => Promise<T> {
  let early: Promise<T> | null = ask();
  early.catch(() => undefined); // the person who makes the first call hears of it
  return () => {
    const answer = early ?? ask();
    early = null;
    return answer;
  };
}
