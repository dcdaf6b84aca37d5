import type { SiteAccounts } from './site-accounts';
import type { SiteFields } from './site-fields';
import type { SitePanels } from './site-panels';
import type { SiteProjects } from './site-projects';
import type { SiteResolutions } from './site-resolutions';
import type { SiteScreens } from './site-screens';
import type { SiteWorkTypes } from './site-work-types';
import type { SiteWorkflows } from './site-workflows';

/**
 * The configuration of a Jira site. Every write is one request. Reads by name may answer with more than was asked for:
 * the caller compares names.
 */
export interface JiraSite
  extends
    SiteAccounts,
    SiteFields,
    SiteResolutions,
    SiteScreens,
    SiteWorkTypes,
    SiteWorkflows,
    SiteProjects,
    SitePanels {
  /** What Jira said, when the fault is its refusal of a request; undefined for every other fault. */
  reasonOf(fault: unknown): string | undefined;
}
