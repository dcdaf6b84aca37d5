import type { JiraSite } from '../../ports/jira-site';
import { JiraFault } from '../../../adapters/jira/rest';
import { SITE_ACCOUNTS } from './site-accounts';
import { SITE_FIELDS } from './site-fields';
import { SITE_PANELS } from './site-panels';
import { SITE_PROJECTS } from './site-projects';
import { SITE_RESOLUTIONS } from './site-resolutions';
import { SITE_SCREENS } from './site-screens';
import { SITE_WORK_TYPES } from './site-work-types';
import { SITE_WORKFLOWS } from './site-workflows';
import { TaskFailed } from './tasks';

/**
 * The site's configuration through Jira's REST API, as the app. Where Jira refuses apps it acts as the caller, so the
 * invocation must be a Jira administrator's.
 */
export function jiraSite(): JiraSite {
  return {
    ...SITE_ACCOUNTS,
    ...SITE_FIELDS,
    ...SITE_RESOLUTIONS,
    ...SITE_SCREENS,
    ...SITE_WORK_TYPES,
    ...SITE_WORKFLOWS,
    ...SITE_PROJECTS,
    ...SITE_PANELS,
    reasonOf(fault) {
      if (fault instanceof TaskFailed) return fault.message;
      if (!(fault instanceof JiraFault) || fault.status === null) return undefined;
      const refused = fault.status >= 400 && fault.status < 500 && fault.status !== 429;
      return refused ? fault.message : undefined;
    },
  };
}
