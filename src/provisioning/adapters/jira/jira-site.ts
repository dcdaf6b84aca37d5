import type { JiraSite } from '../../ports/jira-site';
import { JiraFault } from '../../../adapters/jira/rest';
import { SITE_FIELDS } from './site-fields';
import { SITE_PANELS } from './site-panels';
import { SITE_PROJECTS } from './site-projects';
import { SITE_SCREENS } from './site-screens';
import { SITE_WORK_TYPES } from './site-work-types';
import { SITE_WORKFLOWS } from './site-workflows';
import { TaskFailed } from './tasks';

/**
 * The site's configuration through Jira's REST API, as the app itself; the caller must have made sure that the
 * invocation is a Jira administrator's, in whose name workflows and projects are made where Jira keeps apps from it.
 */
export function jiraSite(): JiraSite {
  return {
    ...SITE_FIELDS,
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
