/**
 * What a page of the app and the shell around it say to each other by `postMessage`. The page calls commands as
 * @forge/bridge does; functions among the data stay in the page and travel as numbers that the shell can call.
 */
export type ColorMode = 'light' | 'dark';

export interface CallError {
  message: string;
}

export type PageMessage =
  | { forge: 1; kind: 'call'; id: number; command: string; data: unknown }
  | { forge: 1; kind: 'height'; pixels: number }
  | { forge: 1; kind: 'returned'; id: number; value?: unknown; error?: CallError };

export type ShellMessage =
  | { forge: 1; kind: 'answered'; id: number; value?: unknown; error?: CallError }
  | { forge: 1; kind: 'run'; function: number; arguments: unknown[]; id: number }
  | { forge: 1; kind: 'theme'; colorMode: ColorMode };

/** A place within a full page of the app, as `view.createHistory` knows it. */
export interface PageLocation {
  pathname: string;
  search: string;
  hash: string;
  state?: unknown;
}
