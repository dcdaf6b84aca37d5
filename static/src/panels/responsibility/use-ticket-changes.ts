import { useEffect, useRef } from 'react';
import type { RouteExplanation } from '../../../../src/contract/route-explain';
import type { Asked } from '../../api/use-reply';
import type { TicketChanges } from './ticket-changes';

/** One edit reaches the panel as several changes within a moment. */
const SETTLES_AFTER_MS = 300;

/** When to look again for a route that is being made, in milliseconds; after the last of them the reader can refresh. */
const LOOK_AGAIN_AFTER_MS = [2_000, 4_000, 8_000, 15_000, 30_000];

/** Asks again soon after the ticket has changed. */
export function useTicketChanges(changes: TicketChanges, askAgain: () => void): void {
  useEffect(() => {
    let timer: number | undefined;
    const end = changes.listen(() => {
      window.clearTimeout(timer);
      timer = window.setTimeout(askAgain, SETTLES_AFTER_MS);
    });
    return () => {
      window.clearTimeout(timer);
      end();
    };
  }, [changes, askAgain]);
}

/** While the ticket is being routed again, looks for the outcome, ever less often. */
export function useAskAgainWhileStale(asked: Asked<RouteExplanation>, askAgain: () => void): void {
  const looks = useRef(0);
  const stale = asked.state === 'answered' && asked.data.stale;
  const settled = asked.state === 'answered' && !asked.asking;
  useEffect(() => {
    if (!settled) return;
    if (!stale) looks.current = 0;
    const wait = stale ? LOOK_AGAIN_AFTER_MS[looks.current] : undefined;
    if (wait === undefined) return;
    const timer = window.setTimeout(() => {
      looks.current += 1;
      askAgain();
    }, wait);
    return () => {
      window.clearTimeout(timer);
    };
  }, [stale, settled, askAgain]);
}
