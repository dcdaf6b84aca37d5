import { useCallback, useRef, useState } from 'react';
import type { Refused, Reply } from '../../../src/contract/reply';

/** Where a change that the reader asked for stands. */
export type Standing<T> =
  | { state: 'not asked' }
  | { state: 'asking' }
  | { state: 'done'; data: T }
  | { state: 'refused'; refused: Refused }
  | { state: 'failed' };

export interface Command<T> {
  standing: Standing<T>;
  /** @returns what came of it; null when there was no answer or a refusal, or when a newer one took its place */
  run: (ask: () => Promise<Reply<T>>) => Promise<T | null>;
  forget: () => void;
}

/** Changes that the reader asks for, one at a time. */
export function useCommand<T>(): Command<T> {
  const [standing, setStanding] = useState<Standing<T>>({ state: 'not asked' });
  const newest = useRef(0);
  const forget = useCallback(() => {
    newest.current += 1;
    setStanding({ state: 'not asked' });
  }, []);
  const run = useCallback(async (ask: () => Promise<Reply<T>>): Promise<T | null> => {
    newest.current += 1;
    const turn = newest.current;
    setStanding({ state: 'asking' });
    const outcome = await outcomeOf(ask);
    if (turn !== newest.current) return null;
    setStanding(outcome);
    return outcome.state === 'done' ? outcome.data : null;
  }, []);
  return { standing, run, forget };
}

async function outcomeOf<T>(ask: () => Promise<Reply<T>>): Promise<Standing<T>> {
  try {
    const reply = await ask();
    return reply.ok ? { state: 'done', data: reply.data } : { state: 'refused', refused: reply };
  } catch {
    return { state: 'failed' };
  }
}
