import { z } from 'zod';
import type { Command } from './page-connection';
import type { PageLocation } from './protocol';

/** The part of the address below a full page of the app, as `view.createHistory` works with it. */
export interface PageHistory {
  location: () => PageLocation;
  /** Changes the address of the shell without loading anything. */
  write: (location: PageLocation, how: 'push' | 'replace') => void;
  /** Told when the person goes back or forward. @returns what ends it */
  onPop: (listener: () => void) => () => void;
}

const Location = z.object({
  pathname: z.string(),
  search: z.string().optional(),
  hash: z.string().optional(),
  state: z.unknown().optional(),
});
const Move = z.object({ to: z.union([z.string(), Location]), state: z.unknown().optional() });
const Start = z.object({ listener: z.object({ forgeFunction: z.number() }) });

/** @param run - calls a function of the page */
export function historyCommands(
  history: PageHistory,
  run: (functionNumber: number, ...args: unknown[]) => Promise<unknown>,
): [string, Command][] {
  let listener: number | undefined;
  const tell = (action: 'PUSH' | 'REPLACE' | 'POP'): void => {
    if (listener !== undefined) void run(listener, history.location(), action);
  };
  const move =
    (how: 'push' | 'replace'): Command =>
    data => {
      const { to, state } = Move.parse(data);
      history.write(locationOf(to, state), how);
      tell(how === 'push' ? 'PUSH' : 'REPLACE');
    };
  return [
    [
      'history.start',
      data => {
        listener = Start.parse(data).listener.forgeFunction;
        history.onPop(() => {
          tell('POP');
        });
        return { action: 'POP', location: history.location(), length: window.history.length };
      },
    ],
    ['history.push', move('push')],
    ['history.replace', move('replace')],
    [
      'history.go',
      data => {
        window.history.go(z.object({ by: z.number() }).parse(data).by);
      },
    ],
  ];
}

function locationOf(to: string | z.infer<typeof Location>, state: unknown): PageLocation {
  if (typeof to !== 'string')
    return { pathname: to.pathname, search: to.search ?? '', hash: to.hash ?? '', state: to.state };
  const url = new URL(to, 'http://page');
  return { pathname: url.pathname, search: url.search, hash: url.hash, state };
}
