import { useEffect, useState } from 'react';
import type { Person } from '../../../../src/contract/route-explain';
import { searchPeople } from '../../api/jira-page';

export type People = { state: 'none' } | { state: 'failed' } | { state: 'found'; people: Person[] };

const PAUSE_MS = 250;
const NONE: People = { state: 'none' };

/** The people whose name fits, a moment after it was typed; never those who were found for another text. */
export function usePeople(text: string): People {
  const [answer, setAnswer] = useState<{ to: string; people: People }>({ to: '', people: NONE });
  const sought = text.trim();
  useEffect(() => {
    if (sought === '') return undefined;
    let superseded = false;
    const settle = (people: People) => {
      if (!superseded) setAnswer({ to: sought, people });
    };
    const timer = setTimeout(() => {
      searchPeople(sought).then(
        found => {
          settle({ state: 'found', people: found });
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
  }, [sought]);
  return answer.to === sought ? answer.people : NONE;
}
