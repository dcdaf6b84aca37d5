import { route } from '@forge/api';
import { z } from 'zod';
import type { Status } from '../../../domain/work-type/work-type';
import type { SiteWorkflows } from '../../ports/jira-site';
import { nothing } from '../../../adapters/jira/rest';
import { allPages, asAppOrCaller } from './as-app-or-caller';
import { id, named } from './shapes';

const CATEGORIES: Record<Status['category'], 'TODO' | 'IN_PROGRESS' | 'DONE'> = {
  'to do': 'TODO',
  'in progress': 'IN_PROGRESS',
  done: 'DONE',
};

export const category = z
  .enum(['TODO', 'IN_PROGRESS', 'DONE'])
  .transform(name => (name === 'TODO' ? 'to do' : name === 'DONE' ? 'done' : 'in progress'));

/** Jira's name of a status category. */
export function categoryName(of: Status['category']): string {
  return CATEGORIES[of];
}

const status = named.extend({
  statusCategory: category,
  scope: z.object({ type: z.string() }).optional(),
});

/** The statuses of the whole site. */
export const SITE_STATUSES: Pick<
  SiteWorkflows,
  'statuses' | 'createStatus' | 'changeStatus' | 'projectsUsingStatus'
> = {
  async statuses() {
    const all = await allPages(
      startAt => route`/rest/api/3/statuses/search?startAt=${startAt}&maxResults=200`,
      status,
    );
    return all
      .filter(({ scope }) => scope?.type !== 'PROJECT')
      .map(({ id: statusId, name, description, statusCategory }) => ({
        id: statusId,
        name,
        description,
        category: statusCategory,
      }));
  },

  async createStatus({ name, description, category: of }) {
    const body = {
      scope: { type: 'GLOBAL' },
      statuses: [{ name, description, statusCategory: categoryName(of) }],
    };
    const answer = await asAppOrCaller({
      method: 'POST',
      route: route`/rest/api/3/statuses`,
      body,
      answer: z.tuple([named]),
    });
    return answer[0].id;
  },

  changeStatus: ({ id: statusId, name, description, category: of }) =>
    asAppOrCaller({
      method: 'PUT',
      route: route`/rest/api/3/statuses`,
      body: { statuses: [{ id: statusId, name, description, statusCategory: categoryName(of) }] },
      answer: nothing,
    }),

  async projectsUsingStatus(statusId) {
    // One page is enough: whether there are others matters, and hardly how many.
    const { projects } = await asAppOrCaller({
      method: 'GET',
      route: route`/rest/api/3/statuses/${statusId}/projectUsages?maxResults=200`,
      answer: z.object({ projects: z.object({ values: z.array(z.object({ id })) }) }),
    });
    return projects.values.map(project => project.id);
  },
};
