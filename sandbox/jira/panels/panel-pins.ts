import type { JiraContext } from '../context.ts';
import type { Stored } from '../store.ts';

/** Where an issue panel of the app shows: on every work item of a project, or on one that someone added it to. */
interface PanelPin extends Stored {
  moduleKey: string;
  /** `project 10000`, `issue 20001`. */
  place: string;
  /** Milliseconds since the epoch. */
  pinnedAt: number;
}

type Site = Pick<JiraContext, 'store' | 'clock'>;

const pins = ({ store }: Pick<JiraContext, 'store'>) => store.collection<PanelPin>('panelPin');
const idOf = (moduleKey: string, place: string) => `${moduleKey} on ${place}`;

export const inProject = (projectId: string) => `project ${projectId}`;
export const onIssue = (issueId: string) => `issue ${issueId}`;

/** When the panel was put there; undefined where it is not. */
export function pinnedAt(
  site: Pick<JiraContext, 'store'>,
  moduleKey: string,
  place: string,
): number | undefined {
  return pins(site).get(idOf(moduleKey, place))?.pinnedAt;
}

export function pin(site: Site, moduleKey: string, place: string): void {
  if (pinnedAt(site, moduleKey, place) !== undefined) return;
  pins(site).put({ id: idOf(moduleKey, place), moduleKey, place, pinnedAt: site.clock.now() });
}

export function unpin(site: Site, moduleKey: string, place: string): void {
  pins(site).remove(idOf(moduleKey, place));
}
