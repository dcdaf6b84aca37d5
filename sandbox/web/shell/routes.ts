/** The shell's addresses: `/issues`, `/browse/KEY-1`, `/apps/{moduleKey}`, `/workflows/{id}`, `/sign-in`. */
export type Route =
  | { page: 'list'; search: URLSearchParams }
  | { page: 'issue'; key: string }
  | { page: 'app'; moduleKey: string; path: string }
  | { page: 'workflows'; id: string | undefined }
  | { page: 'sign-in'; next: string }
  | { page: 'unknown' };

export function routeOf(url: URL): Route {
  const [first = '', second, ...rest] = url.pathname.split('/').slice(1).map(decoded);
  if (first === '' || first === 'issues') return { page: 'list', search: url.searchParams };
  if (first === 'browse' && second) return { page: 'issue', key: second.toUpperCase() };
  if (first === 'apps' && second) return { page: 'app', moduleKey: second, path: `/${rest.join('/')}` };
  if (first === 'workflows') return { page: 'workflows', id: second };
  if (first === 'sign-in') return { page: 'sign-in', next: ownPath(url.searchParams.get('next')) };
  return { page: 'unknown' };
}

/** One part of a path; as it is written where it is no encoded text. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Only an address of this site may follow a sign-in. */
function ownPath(path: string | null): string {
  return path !== null && /^\/(?![/\\])/.test(path) ? path : '/issues';
}
