/** Places in Jira that a page of the app leads to: their addresses, and the way there. */
import { router, view } from '@forge/bridge';

/** A ticket by its key, or a place on the app's own page, such as `/matrix?version=3`. */
export type JiraPlace = { ticket: string } | { remit: string };

/** The module of the manifest that is the app's own page in Jira. */
const REMIT_PAGE = 'remit-page';

/** Every link of a page asks; Jira is asked until it has answered once. */
function askedOnce(ask: () => Promise<URL>): () => Promise<URL> {
  let asked: Promise<URL> | undefined;
  return () =>
    (asked ??= ask().catch((fault: unknown) => {
      asked = undefined;
      throw fault;
    }));
}

const site = askedOnce(async () => new URL((await view.getContext()).siteUrl));

const remitPage = askedOnce(async () => {
  const address = await router.getUrl({ target: 'module', moduleKey: REMIT_PAGE });
  if (!address) throw new Error('Jira does not know the page of Remit');
  return address;
});

async function onRemitPage(place: string): Promise<{ origin: string; path: string }> {
  const { origin, pathname } = await remitPage();
  return { origin, path: pathname.replace(/\/$/, '') + place };
}

/**
 * The address of a place, as it stands in the browser's bar there. Rejects when Jira does not say.
 * Source: Forge, Custom UI bridge: view, `siteUrl`; router, `getUrl`, whose answer for a ticket is `/browse/` and its key.
 */
export async function addressOf(place: JiraPlace): Promise<string> {
  if ('ticket' in place) return new URL(`/browse/${encodeURIComponent(place.ticket)}`, await site()).href;
  const { origin, path } = await onRemitPage(place.remit);
  return origin + path;
}

/** Leads the whole window to a place, or opens a new tab with it: the frame that the page is in may do neither. */
export async function goTo(place: JiraPlace, tab: 'this tab' | 'new tab'): Promise<void> {
  const go = tab === 'new tab' ? router.open : router.navigate;
  if ('ticket' in place) return go({ target: 'issue', issueKey: place.ticket });
  // an address with a host is asked about by Jira before it is followed
  return go((await onRemitPage(place.remit)).path);
}
