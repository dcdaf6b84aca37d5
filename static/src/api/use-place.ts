/** Where on the app's own page the reader is: Jira keeps it in the address, so that it can be sent to a colleague. */
import { view } from '@forge/bridge';
import { useEffect, useState } from 'react';
import { placeOf, type Place } from './place';

export interface Places {
  /** Null until Jira has said where the reader is. */
  place: Place | null;
  /** Goes to another place, such as `/matrix?version=3`. */
  go: (to: string) => void;
}

type PageHistory = Awaited<ReturnType<typeof view.createHistory>>;

/** Follows the address of the page, and changes it. Where Jira keeps none, the page keeps its own. */
export function usePlace(): Places {
  const [place, setPlace] = useState<Place | null>(null);
  const [history, setHistory] = useState<PageHistory | null>(null);
  useEffect(() => {
    let ended = false;
    view.createHistory().then(
      created => {
        if (ended) return;
        setHistory(created);
        setPlace(placeOf(created.location));
        created.listen(location => {
          setPlace(placeOf(location));
        });
      },
      () => {
        if (!ended) setPlace(placeOf({ pathname: '/', search: '' }));
      },
    );
    return () => {
      ended = true;
    };
  }, []);
  const go = (to: string) => {
    if (history) history.push(to);
    else {
      const { pathname, search } = new URL(to, 'https://page.invalid');
      setPlace(placeOf({ pathname, search }));
    }
  };
  return { place, go };
}
