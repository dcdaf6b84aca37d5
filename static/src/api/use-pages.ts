import { useCallback, useEffect, useRef, useState } from 'react';
import type { Refused, Reply } from '../../../src/contract/reply';
import { everyPage } from './every-page';

/** A list that comes in pages: those that are there are shown while the others are on their way. */
export type Paged<Page> =
  | { state: 'loading' }
  | { state: 'failed' }
  | { state: 'refused'; refused: Refused }
  | { state: 'there'; pages: Page[]; complete: boolean };

/**
 * Asks for every page of a list, one after the other. Asked again, the former pages stay until the first new one is there.
 * @param read - must be the same function as long as the list is
 */
export function usePages<Page extends { cursor?: string }>(
  read: (cursor: string | undefined) => Promise<Reply<Page>>,
): [Paged<Page>, () => void] {
  const [paged, setPaged] = useState<Paged<Page>>({ state: 'loading' });
  const [attempt, setAttempt] = useState(0);
  const listed = useRef<typeof read>();
  useEffect(() => {
    let superseded = false;
    const pages: Page[] = [];
    const settle = (next: Paged<Page>) => {
      if (!superseded) setPaged(next);
    };
    const isSameList = listed.current === read;
    listed.current = read;
    setPaged(before => (isSameList && before.state === 'there' ? before : { state: 'loading' }));
    const take = (page: Page) => {
      pages.push(page);
      settle({ state: 'there', pages: [...pages], complete: page.cursor === undefined });
      return !superseded;
    };
    everyPage(read, page => page.cursor, take).then(
      refused => {
        if (refused) settle({ state: 'refused', refused });
      },
      () => {
        settle({ state: 'failed' });
      },
    );
    return () => {
      superseded = true;
    };
  }, [read, attempt]);
  const again = useCallback(() => {
    setAttempt(before => before + 1);
  }, []);
  return [paged, again];
}
