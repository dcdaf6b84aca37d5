import { useEffect, useState } from 'react';
import type { OwnersFound } from '../../../../src/contract/owner-find';
import type { Refused } from '../../../../src/contract/reply';
import { isBlank } from '../../../../src/contract/text';
import { findOwner } from '../../api/remit';
import { endOf } from '../../components/days';

/** What is known about the question: nothing was asked, or what was answered last, and whether a newer one is asked. */
export type Owners =
  | { state: 'not asked' }
  | { state: 'asking' }
  | { state: 'failed' }
  | { state: 'refused'; refused: Refused }
  | { state: 'found'; found: OwnersFound; about: string; day: string; asking: boolean };

/** How long someone must have stopped typing. */
const PAUSE_MS = 250;

/**
 * Asks who owns what the text is about, a moment after it was typed.
 * @param day - the day asked about, `YYYY-MM-DD` in UTC, or empty for now
 * @param attempt - another number asks again
 */
export function useOwners(text: string, day: string, attempt: number): Owners {
  const [owners, setOwners] = useState<Owners>({ state: 'not asked' });
  const question = text.trim();
  useEffect(() => {
    if (isBlank(question)) {
      setOwners({ state: 'not asked' });
      return undefined;
    }
    let superseded = false;
    const settle = (next: Owners) => {
      if (!superseded) setOwners(next);
    };
    setOwners(before => (before.state === 'found' ? { ...before, asking: true } : { state: 'asking' }));
    const timer = setTimeout(() => {
      findOwner(question, day === '' ? undefined : endOf(day)).then(
        reply => {
          settle(
            reply.ok
              ? { state: 'found', found: reply.data, about: question, day, asking: false }
              : { state: 'refused', refused: reply },
          );
        },
        () => {
          settle({ state: 'failed' });
        },
      );
    }, PAUSE_MS);
    return () => {
      superseded = true;
      clearTimeout(timer);
    };
  }, [question, day, attempt]);
  return owners;
}
