import { route } from '@forge/api';
import type { SiteResolutions } from '../../ports/site-resolutions';
import { allPages, asAppOrCaller } from './as-app-or-caller';
import { created, named } from './shapes';

/** Resolutions. Jira's own carry no mark of ours. */
export const SITE_RESOLUTIONS: SiteResolutions = {
  resolutions: () =>
    allPages(startAt => route`/rest/api/3/resolution/search?startAt=${startAt}&maxResults=50`, named),

  async createResolution({ name, description }) {
    const answer = await asAppOrCaller({
      method: 'POST',
      route: route`/rest/api/3/resolution`,
      body: { name, description },
      answer: created,
    });
    return answer.id;
  },
};
