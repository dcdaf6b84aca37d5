/** Where on the app's own page someone is. */
export interface Place {
  /** Such as `/matrix`. */
  path: string;
  query: URLSearchParams;
}

/** Reads it from an address; a slash at the end makes no difference. */
export function placeOf({ pathname, search }: { pathname: string; search: string }): Place {
  return { path: pathname.replace(/(?<=.)\/$/, ''), query: new URLSearchParams(search) };
}
