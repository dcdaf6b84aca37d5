import { useEffect, useState } from 'react';
import type { Person } from '../../../../src/contract/route-explain';
import { searchPeople } from '../../api/jira-page';

export type People = { state: 'none' } | { state: 'failed' } | { state: 'found'; people: Person[] };

const PAUSE_MS = 250;

/** The people whose name fits, a moment after it was typed. */
export function usePeople(text: string): People {
  const [people, setPeople] = useState<People>({ state: 'none' });
  const sought = text.trim();
  useEffect(() => {
    setPeople({ state: 'none' }); // Enter must not choose somebody who was found for another text
    if (sought === '') return undefined;
    let superseded = false;
    const timer = setTimeout(() => {
      searchPeople(sought).then(
        found => {
          if (!superseded) setPeople({ state: 'found', people: found });
        },
        () => {
          if (!superseded) setPeople({ state: 'failed' });
        },
      );
    }, PAUSE_MS);
    return () => {
      superseded = true;
      clearTimeout(timer);
    };
  }, [sought]);
  return people;
}
