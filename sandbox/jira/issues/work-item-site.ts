import type { JiraContext } from '../context.ts';
import { SearchIndex } from './search-index.ts';
import { WriteLimit } from './write-limit.ts';

/** The site as the routes of work items see it: with what is remembered between calls but not across a restart. */
export interface WorkItemSite extends JiraContext {
  readonly writes: WriteLimit;
  readonly index: SearchIndex;
}

export function workItemSite(context: JiraContext): WorkItemSite {
  return {
    store: context.store,
    records: context.records,
    clock: context.clock,
    settings: context.settings,
    app: () => context.app(),
    track: work => {
      context.track(work);
    },
    writes: new WriteLimit(),
    index: new SearchIndex(),
  };
}
